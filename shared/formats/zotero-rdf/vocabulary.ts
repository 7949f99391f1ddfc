import type { CslItemType, CslNameVariable, CslTextVariable } from '../../domain/bibliography';

/** Namespaces of the RDF that Zotero writes. */
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const Z = 'http://www.zotero.org/namespaces/export#';
export const DC = 'http://purl.org/dc/elements/1.1/';
export const DCTERMS = 'http://purl.org/dc/terms/';
export const BIB = 'http://purl.org/net/biblio#';
export const FOAF = 'http://xmlns.com/foaf/0.1/';
export const LINK = 'http://purl.org/rss/1.0/modules/link/';
export const PRISM = 'http://prismstandard.org/namespaces/1.2/basic/';
export const VCARD = 'http://nwalsh.com/rdf/vCard#';
/** Our own: what the other vocabularies have no word for, so that our own export comes back whole. */
export const OURS = 'urn:inquiry-desk:rdf:1#';

/** How a Zotero item type is written: its CSL type, the class of the node and the class of what it appears in. */
interface ZoteroType {
  readonly csl: CslItemType;
  readonly node: string;
  readonly container?: string;
}

const type = (csl: CslItemType, node: string, container?: string): ZoteroType => ({
  csl,
  node,
  ...(container === undefined ? {} : { container }),
});

/** Item types of Zotero. Of several with one CSL type the first is the one that is written. */
export const ZOTERO_TYPES: Readonly<Record<string, ZoteroType>> = {
  journalArticle: type('article-journal', `${BIB}Article`, `${BIB}Journal`),
  magazineArticle: type('article-magazine', `${BIB}Article`, `${BIB}Periodical`),
  newspaperArticle: type('article-newspaper', `${BIB}Article`, `${BIB}Newspaper`),
  preprint: type('article', `${RDF}Description`),
  book: type('book', `${BIB}Book`),
  bookSection: type('chapter', `${BIB}BookSection`, `${BIB}Book`),
  conferencePaper: type('paper-conference', `${RDF}Description`, `${BIB}Journal`),
  thesis: type('thesis', `${BIB}Thesis`),
  report: type('report', `${BIB}Report`),
  webpage: type('webpage', `${BIB}Document`, `${Z}Website`),
  blogPost: type('post-weblog', `${BIB}Document`, `${Z}Blog`),
  forumPost: type('post', `${BIB}Document`, `${Z}Forum`),
  document: type('document', `${RDF}Description`),
  dataset: type('dataset', `${RDF}Description`),
  standard: type('standard', `${RDF}Description`),
  manuscript: type('manuscript', `${BIB}Manuscript`),
  presentation: type('speech', `${BIB}ConferenceProceedings`),
  encyclopediaArticle: type('entry-encyclopedia', `${RDF}Description`, `${BIB}Book`),
  dictionaryEntry: type('entry-dictionary', `${RDF}Description`, `${BIB}Book`),
  interview: type('interview', `${BIB}Interview`),
  letter: type('personal_communication', `${BIB}Letter`),
  email: type('personal_communication', `${BIB}Letter`),
  instantMessage: type('personal_communication', `${BIB}Letter`),
  film: type('motion_picture', `${BIB}MotionPicture`),
  videoRecording: type('motion_picture', `${BIB}Recording`),
  tvBroadcast: type('broadcast', `${BIB}Recording`),
  radioBroadcast: type('broadcast', `${BIB}Recording`),
  podcast: type('broadcast', `${BIB}Recording`),
  audioRecording: type('song', `${BIB}Recording`),
  artwork: type('graphic', `${BIB}Illustration`),
  map: type('map', `${BIB}Image`),
  computerProgram: type('software', `${BIB}Data`),
  patent: type('patent', `${BIB}Patent`),
  bill: type('bill', `${BIB}Legislation`),
  statute: type('legislation', `${BIB}Legislation`),
  case: type('legal_case', `${BIB}Document`, `${BIB}CourtReporter`),
  hearing: type('hearing', `${BIB}Report`),
};

/** Classes of nodes that name an item without `z:itemType`. */
export const TYPE_OF_NODE: Readonly<Record<string, string>> = {
  [`${BIB}Article`]: 'journalArticle',
  [`${BIB}Book`]: 'book',
  [`${BIB}BookSection`]: 'bookSection',
  [`${BIB}Thesis`]: 'thesis',
  [`${BIB}Report`]: 'report',
  [`${BIB}Document`]: 'webpage',
  [`${BIB}Manuscript`]: 'manuscript',
  [`${BIB}Letter`]: 'letter',
  [`${BIB}Interview`]: 'interview',
  [`${BIB}MotionPicture`]: 'film',
  [`${BIB}Recording`]: 'audioRecording',
  [`${BIB}Illustration`]: 'artwork',
  [`${BIB}Image`]: 'map',
  [`${BIB}Data`]: 'computerProgram',
  [`${BIB}Patent`]: 'patent',
  [`${BIB}Legislation`]: 'statute',
  [`${BIB}ConferenceProceedings`]: 'presentation',
};

/** The Zotero type a CSL type is written as; what is not here has no counterpart and becomes a document. */
export const ZOTERO_TYPE_OF: ReadonlyMap<CslItemType, string> = new Map<CslItemType, string>([
  ['collection', 'book'],
  ['classic', 'book'],
  ['periodical', 'book'],
  ['entry', 'encyclopediaArticle'],
  ['review', 'journalArticle'],
  ['review-book', 'journalArticle'],
  ['event', 'presentation'],
  ['performance', 'presentation'],
  ['figure', 'artwork'],
  ['musical_score', 'document'],
  ['pamphlet', 'manuscript'],
  ['regulation', 'statute'],
  ['treaty', 'statute'],
  ...Object.entries(ZOTERO_TYPES)
    .map(([name, { csl }]) => [csl, name] as const)
    .reverse(),
]);

/** Creator roles: Zotero's word (with a plural s in the file) and the CSL list. The first word for a list is written. */
export const ROLES: readonly (readonly [string, CslNameVariable])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['contributor', 'contributor'],
  ['translator', 'translator'],
  ['seriesEditor', 'collection-editor'],
  ['bookAuthor', 'container-author'],
  ['reviewedAuthor', 'reviewed-author'],
  ['interviewer', 'interviewer'],
  ['recipient', 'recipient'],
  ['director', 'director'],
  ['producer', 'producer'],
  ['scriptwriter', 'script-writer'],
  ['performer', 'performer'],
  ['composer', 'composer'],
  ['guest', 'guest'],
  ['podcaster', 'host'],
  ['castMember', 'performer'],
  ['programmer', 'author'],
  ['presenter', 'author'],
  ['artist', 'author'],
  ['cartographer', 'author'],
  ['inventor', 'author'],
  ['sponsor', 'author'],
  ['interviewee', 'author'],
  ['wordsBy', 'contributor'],
  ['commenter', 'contributor'],
  ['counsel', 'contributor'],
  ['cosponsor', 'contributor'],
  ['attorneyAgent', 'contributor'],
];

/** Fields of Zotero with the CSL variable they are; where several mean one, the first is written. */
export const FIELDS: readonly (readonly [string, CslTextVariable])[] = [
  ['title', 'title'],
  ['shortTitle', 'title-short'],
  ['abstractNote', 'abstract'],
  ['publicationTitle', 'container-title'],
  ['bookTitle', 'container-title'],
  ['proceedingsTitle', 'container-title'],
  ['encyclopediaTitle', 'container-title'],
  ['dictionaryTitle', 'container-title'],
  ['websiteTitle', 'container-title'],
  ['blogTitle', 'container-title'],
  ['forumTitle', 'container-title'],
  ['programTitle', 'container-title'],
  ['reporter', 'container-title'],
  ['code', 'container-title'],
  ['journalAbbreviation', 'container-title-short'],
  ['volume', 'volume'],
  ['codeVolume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'page'],
  ['codePages', 'page'],
  ['firstPage', 'page'],
  ['number', 'number'],
  ['reportNumber', 'number'],
  ['patentNumber', 'number'],
  ['billNumber', 'number'],
  ['docketNumber', 'number'],
  ['documentNumber', 'number'],
  ['publicLawNumber', 'number'],
  ['episodeNumber', 'number'],
  ['archiveID', 'number'],
  ['edition', 'edition'],
  ['versionNumber', 'version'],
  ['numPages', 'number-of-pages'],
  ['numberOfVolumes', 'number-of-volumes'],
  ['section', 'section'],
  ['series', 'collection-title'],
  ['seriesTitle', 'collection-title'],
  ['seriesNumber', 'collection-number'],
  ['publisher', 'publisher'],
  ['institution', 'publisher'],
  ['university', 'publisher'],
  ['repository', 'publisher'],
  ['organization', 'publisher'],
  ['place', 'publisher-place'],
  ['conferenceName', 'event-title'],
  ['meetingName', 'event-title'],
  ['genre', 'genre'],
  ['type', 'genre'],
  ['medium', 'medium'],
  ['runningTime', 'dimensions'],
  ['artworkSize', 'dimensions'],
  ['scale', 'scale'],
  ['status', 'status'],
  ['legalStatus', 'status'],
  ['court', 'authority'],
  ['legislativeBody', 'authority'],
  ['issuingAuthority', 'authority'],
  ['committee', 'authority'],
  ['history', 'references'],
  ['priorityNumbers', 'references'],
  ['language', 'language'],
  ['libraryCatalog', 'source'],
  ['archive', 'archive'],
  ['archiveLocation', 'archive_location'],
  ['callNumber', 'call-number'],
  ['DOI', 'DOI'],
  ['ISBN', 'ISBN'],
  ['ISSN', 'ISSN'],
  ['PMID', 'PMID'],
  ['PMCID', 'PMCID'],
  ['url', 'URL'],
  ['citationKey', 'citation-key'],
  ['originalTitle', 'original-title'],
  ['originalPublisher', 'original-publisher'],
  ['originalPlace', 'original-publisher-place'],
  ['partNumber', 'part-number'],
  ['partTitle', 'part-title'],
  ['eventPlace', 'event-place'],
];
