/** One creator as Zotero keeps it: two parts, or a body's name in `family` alone. */
export interface ZoteroCreator {
  readonly role: string;
  readonly family: string;
  readonly given: string;
}

/** An item with the fields of Zotero, before or after the RDF around it. */
export interface ZoteroItem {
  readonly itemType: string;
  /** Field names as Zotero has them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly creators: readonly ZoteroCreator[];
}
