import type { CslTextVariable } from '../../domain/bibliography';

/** What a column of a table of references may hold. */
export type TableField =
  CslTextVariable | 'type' | 'author' | 'editor' | 'issued' | 'accessed' | 'tags' | 'included' | 'eric';

/** Headings by field: ERIC, ASReview, Scopus, Web of Science, and ours. Lower case, letters and digits only. */
const HEADINGS: readonly (readonly [TableField, readonly string[]])[] = [
  [
    'title',
    [
      'title',
      'articletitle',
      'documenttitle',
      'primarytitle',
      'itemtitle',
      'papertitle',
      'worktitle',
      'fulltitle',
      'ti',
      'назва',
    ],
  ],
  [
    'author',
    ['author', 'authors', 'authorfullnames', 'authornames', 'primaryauthors', 'au', 'автор', 'автори'],
  ],
  ['editor', ['editor', 'editors']],
  [
    'issued',
    [
      'year',
      'publicationyear',
      'publishedyear',
      'publicationdate',
      'publicationdateyear',
      'datepublished',
      'date',
      'issued',
      'py',
      'рік',
    ],
  ],
  ['abstract', ['abstract', 'abstractnote', 'description', 'notesabstract', 'ab', 'анотація']],
  [
    'keyword',
    ['keywords', 'keyword', 'authorkeywords', 'subject', 'subjects', 'descriptors', 'ключовіслова'],
  ],
  [
    'container-title',
    [
      'source',
      'sourcetitle',
      'journal',
      'journaltitle',
      'publicationtitle',
      'containertitle',
      'journalbook',
      'publication',
      'журнал',
    ],
  ],
  ['container-title-short', ['abbreviatedsourcetitle', 'journalabbreviation', 'containertitleshort']],
  ['volume', ['volume', 'vol', 'journalvolume', 'том']],
  ['issue', ['issue', 'issuenumber', 'journalissue', 'number', 'no', 'випуск']],
  ['page', ['pages', 'page', 'сторінки']],
  ['DOI', ['doi', 'itemdoi', 'articledoi']],
  ['URL', ['url', 'urls', 'link', 'sourceurl', 'plink']],
  ['ISSN', ['issn', 'issns']],
  ['ISBN', ['isbn', 'isbns']],
  ['PMID', ['pmid', 'pubmedid']],
  ['PMCID', ['pmcid', 'pmc']],
  ['eric', ['ericnumber', 'id', 'accessionnumber', 'eric']],
  ['publisher', ['publisher', 'видавець']],
  ['publisher-place', ['publisherplace', 'place']],
  ['language', ['language', 'languageoforiginaldocument', 'мова']],
  ['type', ['type', 'itemtype', 'documenttype', 'publicationtype', 'contenttype', 'doctype', 'типзапису']],
  ['genre', ['genre']],
  ['edition', ['edition']],
  ['title-short', ['shorttitle']],
  ['collection-title', ['series', 'seriestitle', 'bookseriestitle']],
  ['number-of-pages', ['numpages']],
  ['number-of-volumes', ['numberofvolumes']],
  ['call-number', ['callnumber']],
  ['note', ['notes', 'note', 'extra']],
  ['citation-key', ['citationkey', 'citekey', 'bibtexkey', 'key']],
  ['accessed', ['accessed', 'accessdate']],
  ['tags', ['tags', 'manualtags', 'мітки']],
  ['included', ['included', 'label', 'asreviewlabel']],
];

/** @param heading as it stands in the table @returns letters and digits only, lower case */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Proposes what each column holds, by its heading. No field is proposed twice.
 * @param headings first row of the table
 * @returns a field per column, null for a column that is carried as it is
 */
export function proposeMapping(headings: readonly string[]): readonly (TableField | null)[] {
  const taken = new Set<TableField>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    const found = HEADINGS.find(([field, names]) => !taken.has(field) && names.includes(key))?.[0];
    if (found === undefined) return null;
    taken.add(found);
    return found;
  });
}

/** @param headings first row of a text @returns whether it is the head of a table of references */
export function isReferenceTable(headings: readonly string[]): boolean {
  const fields = proposeMapping(headings);
  const known = fields.filter((field) => field !== null).length;
  return fields.includes('title') && known >= 2;
}
