/** Endings of the files that an import reads, without the dot: the dialog offers them, and "open with" takes them. */
export const PAPER_ENDINGS = ['pdf'] as const;
export const BIBLIOGRAPHY_ENDINGS = [
  'bib',
  'bibtex',
  'ris',
  'nbib',
  'json',
  'rdf',
  'xml',
  'enw',
  'csv',
  'tsv',
  'xlsx',
] as const;

/** @param path a file @returns whether it is a paper, a bibliography or something else, by its ending alone */
export function kindOfFile(path: string): 'paper' | 'bibliography' | 'other' {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (PAPER_ENDINGS.some((known) => known === ending)) return 'paper';
  return BIBLIOGRAPHY_ENDINGS.some((known) => known === ending) ? 'bibliography' : 'other';
}
