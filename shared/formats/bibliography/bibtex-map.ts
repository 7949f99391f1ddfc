import type { CslDateVariable, CslNameVariable, CslTextVariable } from '../../domain/bibliography';
import { rolesOf, type BibtexDialect } from './bibtex-types';

/** Text variables with one field each: the field, and other names under which it is read. */
const SIMPLE: readonly (readonly [CslTextVariable, ...string[]])[] = [
  ['title-short', 'shorttitle'],
  [
    'container-title-short',
    'shortjournal',
    'abbrev_source_title',
    'journalabbr',
    'journal-iso',
    'shortbooktitle',
  ],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['number-of-volumes', 'volumes'],
  ['part-number', 'part'],
  ['edition', 'edition'],
  ['chapter-number', 'chapter'],
  ['page', 'pages', 'page'],
  ['number-of-pages', 'pagetotal', 'numpages'],
  ['event-title', 'eventtitle', 'conference'],
  ['event-place', 'venue', 'eventplace'],
  ['genre', 'type'],
  ['medium', 'howpublished'],
  ['version', 'version'],
  ['status', 'pubstate'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid', 'pmc'],
  ['archive', 'eprinttype', 'archiveprefix'],
  ['archive_location', 'eprint', 'arxivid'],
  ['archive_collection', 'eprintclass', 'primaryclass'],
  ['call-number', 'library'],
  ['original-title', 'origtitle'],
  ['translated-title', 'titletranslation'],
  ['original-publisher', 'origpublisher'],
  ['original-publisher-place', 'origlocation'],
  ['keyword', 'keywords', 'keyword'],
  ['abstract', 'abstract', 'abstractnote'],
  ['note', 'note'],
  ['annote', 'annotation', 'annote'],
];

/** Fields with text that no LaTeX reader touches: addresses, identifiers. */
export const VERBATIM = new Set(['doi', 'url', 'eprint', 'arxivid', 'file', 'pmid', 'pmcid']);
/** Prose whose paragraphs are kept. */
export const PROSE = new Set<string>(['abstract', 'note', 'annote']);

export const NAME_FIELDS: readonly (readonly [CslNameVariable, string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
];
/** Three more lists of people whose part in the work `…type` names. */
export const EDITOR_SLOTS = ['editora', 'editorb', 'editorc', 'namea', 'nameb', 'namec'] as const;

export const DATE_FIELDS: readonly (readonly [CslDateVariable, string])[] = [
  ['accessed', 'urldate'],
  ['event-date', 'eventdate'],
  ['original-date', 'origdate'],
];

/** Prefix of fields for CSL variables that biblatex has no field for; other programs pass over them. */
export const OWN_PREFIX = 'csl-';

type TextFields = readonly (readonly [CslTextVariable, readonly string[]])[];
const TEXT_FIELDS = { bibtex: new Map<string, TextFields>(), biblatex: new Map<string, TextFields>() };

/**
 * Field names for the text variables of one kind of entry, in the order of writing; the first is written, all are read.
 * @param entryType entry type in lower case
 * @param dialect whose names come first
 */
export function textFields(entryType: string, dialect: BibtexDialect): TextFields {
  const known = TEXT_FIELDS[dialect].get(entryType);
  if (known !== undefined) return known;
  const made = makeTextFields(entryType, dialect);
  // Files name their types at will; a list of junk is not worth remembering.
  if (TEXT_FIELDS[dialect].size < 200) TEXT_FIELDS[dialect].set(entryType, made);
  return made;
}

function makeTextFields(entryType: string, dialect: BibtexDialect): TextFields {
  const { container, publisher, number } = rolesOf(entryType);
  const isBibtex = dialect === 'bibtex';
  return [
    ['container-title', isBibtex ? swap(container, 'journaltitle', 'journal') : container],
    ['publisher', isBibtex ? publisher : swap(publisher, 'school', 'institution')],
    ['publisher-place', isBibtex ? ['address', 'location'] : ['location', 'address']],
    [number, number === 'issue' ? ['number', 'issue'] : ['number']],
    ...(number === 'issue' ? ([['number', ['eid']]] as const) : ([['issue', ['issue']]] as const)),
    ...SIMPLE.map(([variable, ...fields]) => [variable, fields] as const),
  ];
}

/** Puts the second name where the first is, if that is further ahead. */
function swap(names: readonly string[], ahead: string, wanted: string): readonly string[] {
  if (names.indexOf(ahead) > names.indexOf(wanted)) return names;
  return names.map((name) => (name === ahead ? wanted : name === wanted ? ahead : name));
}

/** Codes of languages by the names babel and biblatex give them; the first name of a code is written. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ['english', 'en'],
  ['american', 'en-US'],
  ['usenglish', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['australian', 'en-AU'],
  ['canadian', 'en-CA'],
  ['ukrainian', 'uk'],
  ['german', 'de'],
  ['ngerman', 'de'],
  ['austrian', 'de-AT'],
  ['french', 'fr'],
  ['francais', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['brazilian', 'pt-BR'],
  ['brazil', 'pt-BR'],
  ['polish', 'pl'],
  ['russian', 'ru'],
  ['dutch', 'nl'],
  ['czech', 'cs'],
  ['slovak', 'sk'],
  ['hungarian', 'hu'],
  ['romanian', 'ro'],
  ['bulgarian', 'bg'],
  ['croatian', 'hr'],
  ['serbian', 'sr'],
  ['slovene', 'sl'],
  ['slovenian', 'sl'],
  ['lithuanian', 'lt'],
  ['latvian', 'lv'],
  ['estonian', 'et'],
  ['finnish', 'fi'],
  ['swedish', 'sv'],
  ['danish', 'da'],
  ['norsk', 'nb'],
  ['norwegian', 'no'],
  ['greek', 'el'],
  ['turkish', 'tr'],
  ['arabic', 'ar'],
  ['hebrew', 'he'],
  ['chinese', 'zh'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
];
const CODE_BY_NAME = new Map(LANGUAGES);
const NAME_BY_CODE = new Map([...LANGUAGES].reverse().map(([name, code]) => [code, name]));

/** @param value a `langid` or `language` field @returns its code where the name is known, else the value */
export function languageCode(value: string): string {
  return (
    CODE_BY_NAME.get(
      value
        .trim()
        .toLowerCase()
        .replace(/^lang(?=.)/, ''),
    ) ?? value.trim()
  );
}

/** @param code a language code @returns babel's name for it, or undefined */
export function languageName(code: string): string | undefined {
  return NAME_BY_CODE.get(code);
}
