/** A note that comes with a record. */
export interface RecordNote {
  /** HTML, not yet cleaned; or plain text when `format` says so. */
  readonly body: string;
  readonly format: 'html' | 'text';
}

/** A file that a record names. */
export interface RecordFile {
  /** As it stands in the bibliography; relative paths belong to its folder. Empty when only an address is known. */
  readonly path: string;
  /** Readable name; empty when the file's own name will do. */
  readonly title: string;
  /** IANA media type; empty when not said. */
  readonly mediaType: string;
  /** Where it was downloaded from; empty when not said. */
  readonly url: string;
}

/** What this library keeps about a record beside its bibliographic fields; JSON values as stored. */
export interface LocalFields {
  readonly readStatus?: string;
  readonly relevance?: number;
  readonly design?: string;
  readonly education?: Readonly<Record<string, unknown>>;
}

/** What a record brings beside its bibliographic fields. */
export interface RecordExtras {
  /** Name of the record within its file, by which `related` of others means it. */
  readonly key?: string;
  /** Collections it is in, each as names from the outermost one on. */
  readonly collections?: readonly (readonly string[])[];
  /** Collections of the file that hold nothing; told once, with the first record. */
  readonly emptyCollections?: readonly (readonly string[])[];
  /** Notes of the file that belong to no record; told once, with the first record. */
  readonly looseNotes?: readonly RecordNote[];
  readonly tags?: readonly string[];
  readonly notes?: readonly RecordNote[];
  readonly files?: readonly RecordFile[];
  /** Keys of records of the same file. */
  readonly related?: readonly string[];
  /** ISO 8601. */
  readonly dateAdded?: string;
  readonly local?: LocalFields;
}
