import { hasKeyField, type TableField, type TableTarget } from '../../domain/import';

/** Headings by field: ERIC, ASReview, Scopus, Web of Science, and ours. Lower case, letters and digits only. */
const HEADINGS: readonly (readonly [TableField, readonly string[]])[] = [
  [
    'title',
    [
      'title',
      'articletitle',
      'documenttitle',
      'primarytitle',
      'ti',
      'назва',
      'titleprimary',
      'itemtitle',
      'papertitle',
      'worktitle',
      'fulltitle',
    ],
  ],
  [
    'author',
    [
      'author',
      'authors',
      'authorfullnames',
      'authornames',
      'primaryauthors',
      'au',
      'автор',
      'автори',
      'authorsprimary',
      'authorshipsauthordisplayname',
    ],
  ],
  ['editor', ['editor', 'editors', 'authorssecondary']],
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
      'pubyear',
    ],
  ],
  ['abstract', ['abstract', 'abstractnote', 'description', 'notesabstract', 'ab', 'анотація']],
  [
    'keyword',
    ['keywords', 'keyword', 'authorkeywords', 'subject', 'subjects', 'descriptors', 'ключовіслова', 'de'],
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
      'so',
      'periodicalfull',
      'primarylocationsourcedisplayname',
    ],
  ],
  [
    'container-title-short',
    ['abbreviatedsourcetitle', 'journalabbreviation', 'containertitleshort', 'ji', 'periodicalabbrev'],
  ],
  ['volume', ['volume', 'vol', 'том', 'vl', 'bibliovolume', 'journalvolume']],
  ['issue', ['issue', 'issuenumber', 'number', 'no', 'випуск', 'is', 'biblioissue', 'journalissue']],
  ['page', ['pages', 'page', 'сторінки']],
  ['DOI', ['doi', 'di', 'itemdoi', 'articledoi']],
  ['URL', ['url', 'urls', 'link', 'sourceurl', 'plink']],
  ['ISSN', ['issn', 'issns', 'sn']],
  ['ISBN', ['isbn', 'isbns']],
  ['PMID', ['pmid', 'pubmedid', 'pm']],
  ['PMCID', ['pmcid', 'pmc']],
  ['eric', ['ericnumber', 'id', 'accessionnumber', 'eric']],
  ['publisher', ['publisher', 'видавець', 'pu']],
  ['publisher-place', ['publisherplace', 'place', 'placeofpublication']],
  ['language', ['language', 'languageoforiginaldocument', 'мова', 'la']],
  [
    'type',
    [
      'type',
      'itemtype',
      'documenttype',
      'publicationtype',
      'doctype',
      'типзапису',
      'dt',
      'referencetype',
      'contenttype',
    ],
  ],
  ['genre', ['genre']],
  ['edition', ['edition']],
  ['title-short', ['shorttitle']],
  ['collection-title', ['series', 'seriestitle', 'se', 'bookseriestitle']],
  ['number-of-pages', ['numpages']],
  ['number-of-volumes', ['numberofvolumes']],
  ['call-number', ['callnumber']],
  ['note', ['notes', 'note', 'extra']],
  ['citation-key', ['citationkey', 'citekey', 'bibtexkey', 'key']],
  ['accessed', ['accessed', 'accessdate']],
  ['tags', ['tags', 'manualtags', 'мітки']],
  [
    'included',
    [
      'included',
      'include',
      'label',
      'asreviewlabel',
      'labelincluded',
      'includedlabel',
      'includedfinal',
      'finalincluded',
      'includedflag',
    ],
  ],
];

/** @param heading as it stands in the table @returns letters and digits only, lower case */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Proposes what each column holds, by its heading. No field is proposed twice.
 * @param headings first row of the table
 * @returns a field per column, `carry` for one that is not known
 */
export function proposeMapping(headings: readonly string[]): readonly TableTarget[] {
  const taken = new Set<TableField>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    const found = HEADINGS.find(([field, names]) => !taken.has(field) && names.includes(key))?.[0];
    if (found === undefined) return 'carry';
    taken.add(found);
    return found;
  });
}

/** @param headings first row of a text @returns whether it is the head of a table of references */
export function isReferenceTable(headings: readonly string[]): boolean {
  const fields = proposeMapping(headings);
  const known = fields.filter((field) => field !== 'carry').length;
  return fields.includes('title') && known >= 2;
}

/**
 * Whether a table that a person chose as one can be read without asking: its title column is known.
 * @param columns what its columns hold @param isSaid whether a person said so, now or before
 */
export function isReadable(columns: readonly TableTarget[], isSaid: boolean): boolean {
  return isSaid ? hasKeyField(columns) : columns.includes('title');
}
