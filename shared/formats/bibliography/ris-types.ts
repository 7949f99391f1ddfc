import type { CslItemType } from '../../domain/bibliography';

/** RIS types by CSL type. */
export const RIS_TYPES: Readonly<Record<CslItemType, string>> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  classic: 'CLSWK',
  collection: 'GEN',
  dataset: 'DATA',
  document: 'GEN',
  entry: 'DICT',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  event: 'GEN',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'GEN',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'VIDEO',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  performance: 'GEN',
  periodical: 'SER',
  personal_communication: 'PCOMM',
  post: 'ICOMM',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SOUND',
  standard: 'STAND',
  thesis: 'THES',
  treaty: 'LEGAL',
  webpage: 'ELEC',
};

/** CSL types by RIS type. */
const CSL_TYPES: Readonly<Record<string, CslItemType>> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'classic',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  EQUA: 'figure',
  FIGURE: 'figure',
  GOVDOC: 'report',
  GRANT: 'document',
  HEAR: 'hearing',
  ICOMM: 'post',
  INPR: 'article-journal',
  INTV: 'interview',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'broadcast',
  MULTI: 'webpage',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  PREPRINT: 'article',
  RPRT: 'report',
  SER: 'periodical',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  STD: 'document',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'article',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
};

/** Type names written out in full by some databases, and old spellings. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  JOURN: 'JOUR',
  JOURNAL: 'JOUR',
  'JOURNAL ARTICLE': 'JOUR',
  'ACADEMIC JOURNAL': 'JOUR',
  ARTICLE: 'JOUR',
  REVIEW: 'JOUR',
  'BOOK CHAPTER': 'CHAP',
  'BOOK SECTION': 'CHAP',
  CHAPTER: 'CHAP',
  'CONFERENCE PAPER': 'CPAPER',
  'CONFERENCE PROCEEDINGS': 'CONF',
  DISSERTATION: 'THES',
  THESIS: 'THES',
  'DISSERTATION/THESIS': 'THES',
  REPORT: 'RPRT',
  'WEB PAGE': 'ELEC',
  GENERIC: 'GEN',
};

/** @param value content of `TY` @returns the type's code in capitals */
export function risTypeCode(value: string): string {
  const code = value.trim().toUpperCase();
  return TYPE_WORDS[code] ?? code;
}

/** @param code from {@link risTypeCode} @returns CSL type, `document` for `GEN` and anything unknown */
export function cslTypeOfRis(code: string): CslItemType {
  return CSL_TYPES[code] ?? 'document';
}

/** Works that appear within a book: their second title is the book's, `A2` its editor. */
const PARTS = new Set(['CHAP', 'ECHAP', 'CPAPER', 'CONF', 'DICT', 'ENCYC']);
/** Works that are whole themselves: a second title is a series', `SP` alone is a number of pages. */
const WHOLE = new Set([
  'BOOK',
  'EBOOK',
  'EDBOOK',
  'CLSWK',
  'THES',
  'RPRT',
  'PAMP',
  'MAP',
  'STAND',
  'CTLG',
  'GOVDOC',
]);

/** @param code RIS type @returns what `T2`, `A2` and `SP` mean there */
export function risKind(code: string): 'part' | 'whole' | 'other' {
  return PARTS.has(code) ? 'part' : WHOLE.has(code) ? 'whole' : 'other';
}
