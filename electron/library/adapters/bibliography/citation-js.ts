import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** A loose CSL item as citation-js returns it; `normaliseItem` makes a record of it. */
export type LooseItem = Readonly<Record<string, unknown>>;

/** A BibTeX entry in the shape that citation-js takes after its own file parser. */
export interface LatexEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Decodes LaTeX values and maps BibTeX/biblatex fields to CSL.
 * @param entries entries to convert
 * @param parents entries that `crossref` fields of the first list point to; not converted themselves
 * @returns one item per entry, in order
 * @throws when any one value cannot be read: the caller then tries the entries one by one
 */
export function convertLatexEntries(
  entries: readonly LatexEntry[],
  parents: readonly LatexEntry[],
): readonly LooseItem[] {
  // Without `generateGraph: false` citation-js stringifies its whole input once per item.
  const items = plugins.input.chain([...entries, ...parents], {
    generateGraph: false,
    forceType: '@biblatex/entries+list',
  });
  return items.slice(0, entries.length);
}

/** Tags of one RIS reference: `TY` and any others, repeated tags as a list. */
export type RisTags = Readonly<Record<string, string | readonly string[]>>;

/**
 * Maps RIS tags to CSL (old and new RIS together, as vendors mix them).
 * @param record tags of one reference
 * @throws when a value cannot be read
 */
export function convertRisTags(record: RisTags): LooseItem {
  const [item] = plugins.input.chain(record, { generateGraph: false, forceType: '@ris/record' });
  if (item === undefined) throw new Error('citation-js returned no item');
  return item;
}
