import { CSL_ITEM_TYPES, type CslItemType } from '../../domain/bibliography';

export type BibtexDialect = 'bibtex' | 'biblatex';

/** Entry types by CSL type: BibTeX (with biblatex's where BibTeX has none), biblatex. What is missing is `misc` with `entrysubtype`. */
const ENTRY_TYPES: Readonly<Partial<Record<CslItemType, readonly [bibtex: string, biblatex: string]>>> = {
  article: ['unpublished', 'unpublished'],
  'article-journal': ['article', 'article'],
  book: ['book', 'book'],
  chapter: ['incollection', 'incollection'],
  'entry-encyclopedia': ['inreference', 'inreference'],
  'paper-conference': ['inproceedings', 'inproceedings'],
  report: ['techreport', 'report'],
  thesis: ['phdthesis', 'thesis'],
  webpage: ['online', 'online'],
  software: ['software', 'software'],
  dataset: ['dataset', 'dataset'],
  patent: ['patent', 'patent'],
  standard: ['standard', 'standard'],
  periodical: ['periodical', 'periodical'],
  document: ['misc', 'misc'],
  pamphlet: ['booklet', 'booklet'],
  motion_picture: ['movie', 'movie'],
  musical_score: ['music', 'music'],
  song: ['audio', 'audio'],
  broadcast: ['video', 'video'],
  performance: ['performance', 'performance'],
  legislation: ['legislation', 'legislation'],
  legal_case: ['jurisdiction', 'jurisdiction'],
  graphic: ['artwork', 'artwork'],
  figure: ['image', 'image'],
  personal_communication: ['letter', 'letter'],
  review: ['review', 'review'],
  // Kinds of articles and entries: told apart by `entrysubtype`.
  'article-magazine': ['article', 'article'],
  'article-newspaper': ['article', 'article'],
  'review-book': ['review', 'review'],
  entry: ['inreference', 'inreference'],
  'entry-dictionary': ['inreference', 'inreference'],
  manuscript: ['unpublished', 'unpublished'],
  post: ['online', 'online'],
  'post-weblog': ['online', 'online'],
};

/** CSL types by entry type. */
const CSL_TYPES: Readonly<Record<string, CslItemType>> = {
  article: 'article-journal',
  artwork: 'graphic',
  audio: 'song',
  bachelorthesis: 'thesis',
  bookinbook: 'chapter',
  book: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  commentary: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  data: 'dataset',
  electronic: 'webpage',
  image: 'figure',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  journal: 'article-journal',
  jurisdiction: 'legal_case',
  legal: 'legislation',
  legislation: 'legislation',
  letter: 'personal_communication',
  manual: 'report',
  mastersthesis: 'thesis',
  movie: 'motion_picture',
  music: 'musical_score',
  mvbook: 'book',
  mvcollection: 'book',
  mvproceedings: 'book',
  mvreference: 'book',
  online: 'webpage',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  phdthesis: 'thesis',
  preprint: 'article',
  proceedings: 'book',
  reference: 'book',
  report: 'report',
  review: 'review',
  software: 'software',
  standard: 'standard',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  suppperiodical: 'article-journal',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  video: 'motion_picture',
  webpage: 'webpage',
  website: 'webpage',
  www: 'webpage',
};

/** Entry types that programs and people make up, without `_` and `-`, by the CSL type they mean. */
const MADE_UP: ReadonlyMap<string, CslItemType> = new Map(
  Object.entries({
    'article-journal': 'journalarticle journalpaper articlejournal paper',
    'article-magazine': 'magazinearticle magazine articlemagazine',
    'article-newspaper': 'newspaperarticle newspaper newsarticle news articlenewspaper',
    article: 'workingpaper workpaper eprint arxiv',
    bill: 'bill',
    book: 'ebook monograph proceeding mvlexicon lexicon textbook editedbook',
    broadcast: 'broadcast televisionbroadcast radiobroadcast tvbroadcast podcast',
    chapter: 'booksection bookchapter chapter inbooks',
    'entry-dictionary': 'dictionaryentry dictionary',
    'entry-encyclopedia': 'encyclopediaarticle encyclopedia encyclopaedia',
    figure: 'figure',
    hearing: 'hearing',
    interview: 'interview',
    legal_case: 'case judicial courtcase',
    legislation: 'statute law act legalruleorregulation',
    manuscript: 'manuscript',
    map: 'map',
    motion_picture: 'film',
    musical_score: 'musicscore',
    'paper-conference':
      'conferencepaper conferenceproceedings conferenceproceeding inproceeding proceedingspaper',
    personal_communication: 'personalcommunication email',
    'post-weblog': 'blog blogpost',
    report: 'governmentdocument',
    software: 'computerprogram softwareversion softwaremodule codefragment code',
    speech: 'presentation talk lecture slides',
    thesis:
      'masterthesis phd dissertation phddissertation doctoralthesis doctoraldissertation mathesis bathesis licthesis diplomathesis',
    webpage: 'webpage websites internet webarticle',
  } satisfies Partial<Record<CslItemType, string>>).flatMap(([type, names]) =>
    names.split(' ').flatMap((name) => {
      const parsed = CSL_ITEM_TYPES.find((known) => known === type);
      return parsed === undefined ? [] : [[name, parsed] as const];
    }),
  ),
);

function madeUpType(entryType: string): CslItemType | undefined {
  return MADE_UP.get(entryType.replace(/[_-]/g, ''));
}

/** Words in `entrysubtype` that name a CSL type. */
const SUBTYPES: ReadonlyMap<string, CslItemType> = new Map([
  ...CSL_ITEM_TYPES.map((type) => [type, type] as const),
  ['magazine', 'article-magazine'] as const,
  ['newspaper', 'article-newspaper'] as const,
  ['film', 'motion_picture'] as const,
]);

/**
 * @param entryType entry type in lower case
 * @param subtype `entrysubtype`, where there is one
 * @returns the CSL type; `document` for `misc` and anything unknown
 */
export function cslTypeOf(entryType: string, subtype: string | undefined): CslItemType {
  const told = subtype === undefined ? undefined : SUBTYPES.get(subtype.trim().toLowerCase());
  return told ?? CSL_TYPES[entryType] ?? madeUpType(entryType) ?? 'document';
}

/**
 * @param type CSL type
 * @param imported entry type that the record came with, kept while it still means the same
 * @returns entry type, and the `entrysubtype` without which it would be read as another CSL type
 */
export function entryTypeOf(
  type: CslItemType,
  imported: string | undefined,
  dialect: BibtexDialect,
): { readonly entryType: string; readonly subtype: string | undefined } {
  const usual = ENTRY_TYPES[type]?.[dialect === 'bibtex' ? 0 : 1] ?? 'misc';
  const entryType = imported !== undefined && cslTypeOf(imported, undefined) === type ? imported : usual;
  return { entryType, subtype: cslTypeOf(entryType, undefined) === type ? undefined : type };
}

const ARTICLES = new Set(['article', 'suppperiodical', 'review', 'periodical', 'journal']);
const WITHIN_BOOKS = new Set(
  'incollection inbook inproceedings inreference conference bookinbook suppbook suppcollection book proceedings'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  'report techreport patent standard manual legislation legal jurisdiction dataset software online misc thesis phdthesis mastersthesis unpublished'.split(
    ' ',
  ),
);

/** What a field with several meanings means in an entry type. */
export interface EntryRoles {
  readonly container: readonly string[];
  readonly publisher: readonly string[];
  readonly number: 'issue' | 'number' | 'collection-number';
}

/** @param name entry type in lower case @returns its fields for container and publisher, best first, and what `number` is */
export function rolesOf(name: string): EntryRoles {
  // A made-up type has the fields of the usual one.
  const made = Object.hasOwn(CSL_TYPES, name) ? undefined : madeUpType(name);
  const entryType = made === undefined ? name : (ENTRY_TYPES[made]?.[1] ?? name);
  const isArticle = ARTICLES.has(entryType);
  const within = WITHIN_BOOKS.has(entryType);
  const isThesis = entryType.endsWith('thesis');
  const isReport = entryType.endsWith('report') || entryType === 'manual';
  return {
    container: within ? ['booktitle', 'journaltitle', 'journal'] : ['journaltitle', 'journal', 'booktitle'],
    publisher: isThesis
      ? ['school', 'institution', 'publisher', 'organization']
      : isReport
        ? ['institution', 'publisher', 'organization', 'school']
        : ['publisher', 'institution', 'organization', 'school'],
    number: isArticle ? 'issue' : NUMBERED.has(entryType) ? 'number' : 'collection-number',
  };
}
