/**
 * Recognises what stands on the first page of a paper but is not its title or authors: journal banners, labels of the
 * kind of article, licence and date lines, download cover pages.
 */

const ARTICLE_LABEL =
  /^(?:(?:original|regular|full(?:-length)?|empirical|feature[d]?|special|invited|short|brief|rapid|systematic|narrative|methodological|theoretical|conceptual|registered|technical|discussion|working|position|policy|research|review|scientific|peer[- ]reviewed|open[- ]access|case|field|data|software|education(?:al)?) )*(?:research|articles?|papers?|reports?|reviews?|communications?|letters?|notes?|stud(?:y|ies)|essays?|editorial|commentar(?:y|ies)|perspectives?|viewpoint|opinion|protocol|tutorial|replication|introduction|column|tools?|resources?|methods?)(?: (?:article|paper|report))?(?: ?[/|:·—–-] ?.{0,40})?$/i;

const SECTION_HEADING =
  /^(?:(?:\d+|[ivx]+)\.?\s*)?(?:abstract|summary|introduction|background|contents|table of contents|references|bibliography|key ?words?(?: and phrases)?|index terms|acknowledge?ments?|conclusions?|methods?|results|discussion|highlights|appendix|preface|foreword|executive summary|article info(?:rmation)?|author(?:s| information| note| contributions)?|author affiliations?|open access|peer review(?:ed)?|statement of need|subjects?|categories and subject descriptors|general terms|ccs concepts|анотація|аннотация|резюме|вступ|введение|ключові слова|ключевые слова|зміст|содержание)(?!\p{L})[.:]?$/iu;

const BANNER =
  /\b(?:journal homepage|contents? lists? available|available (?:online )?(?:at|through)|sciencedirect|e?-?issn|isbn|vol(?:ume)?\.? ?\d|vol\.|no\. ?\d|issue \d|pp\. ?\d|https?:|www\.|doi\b|©|\(c\) ?\d{4}|copyright|all rights reserved|creative commons|cc[ -]by|open access|received[: ]|accepted[: ]|published (?:online|by)|corresponding author|downloaded|university press|publishing group|elsevier|springer(?:nature)?|wiley|taylor (?:&|and) francis|routledge|sage publications|emerald|frontiers in|plos|bmc |peerj|hindawi|mdpi|ieee (?:transactions|access)|proceedings of|transactions on|conference on|workshop on|symposium on|to cite|how to cite|cite (?:this|as)|citation:|check for updates|crossmark|page \d|edited by|reviewed by)/i;

const BANNER_CYRILLIC =
  /(?<!\p{L})(?:том \d|вип\.|вып\.|випуск|выпуск|№ ?\d|удк|ббк|серія|серия|вісник|вестник|збірник наукових|сборник научных|наукові записки|научные записки|опубліковано|дата надходження|поступила в редакц)/iu;

const JOURNAL_NAME =
  /^(?:the )?(?:[\p{Lu}][\p{L}'’.-]* (?:& |and |of |in |on |for |the |an? )*){0,5}(?:journal|review|quarterly|bulletin|annals|archives|letters|magazine|proceedings|transactions|gazette)(?: (?:of|on|in|for|and|&) .{3,70})?$/iu;

const PUBLICATION_LINE =
  /\b(?:19|20)\d{2}\b.{0,30}\b(?:vol|no|pp|issue)\b|\b\d{1,3} ?\((?:19|20)\d{2}\) ?\d|\((?:19|20)\d{2}\) ?\d+:|\b\d{1,3}\(\d{1,3}\)(?:[:,] ?(?:pp\.? ?)?\d|$)|\b(?:19|20)\d{2} ?[;,] ?\d+/i;

const DATE_LINE =
  /^(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)(?: \d{1,2},?)?,? (?:19|20)\d{2}$/i;

/** "NBER WORKING PAPER SERIES", "Discussion Paper No. 12345": names of series, not of papers. */
const SERIES =
  /\b(?:working|discussion|research|technical|policy|occasional) (?:papers?|reports?|briefs?)(?: series\b|,? (?:no|number|#)\b|,? [a-z]{0,3}-?\d+)|^[\p{L} ]{3,40} series$/iu;

/** "MSc Computer Science Dissertation", "Special Issue: Sharing Data", "Discussion Paper Series". */
const KIND_LINE =
  /^(?:(?:m\.?sc\.?|b\.?sc\.?|ph\.? ?d\.?|m\.?a\.?|master['’]?s?|bachelor['’]?s?|doctoral|diploma|honou?rs|undergraduate)(?: of \p{L}+)?(?: (?:in )?[\p{L}& ]{0,40})? ?(?:thesis|dissertation|project report)|(?:thesis|dissertation)|special (?:issue|section|feature|collection)\b.*)$/iu;

const COVER_SIGNS: readonly RegExp[] = [
  /this article was downloaded by/i,
  /full terms (?:&|and) conditions of (?:access and )?use/i,
  /jstor is a not-for-profit/i,
  /your use of the jstor archive/i,
  /see discussions, stats,? and author profiles/i,
  /to link to this article/i,
  /view the article online for updates/i,
  /articles you may be interested in/i,
  /this is a repository copy of/i,
  /hal is a multi-?disciplinary open access/i,
  /this version is available (?:at|from)/i,
  /citation for (?:the )?(?:published|original published)/i,
  /(?:deposited|archived) (?:in|at) .{0,60}(?:repository|eprints|research online)/i,
  /(?:institutional|research|digital) repository/i,
  /this content downloaded from/i,
  /u\.?s\.? department of education\s+.{0,80}educational resources information center/i,
  /take[- ]?down policy/i,
  /please scroll down for article/i,
  /submit your article to this journal/i,
  /view (?:online|table of contents|crossmark data)\s*:/i,
  /you may also like/i,
  /to cite this version\b/i,
  /some of the authors of this publication are also working/i,
  /e-offprint|for personal use only and shall not be self-archived/i,
  /author'?s personal copy/i,
  /general rights\s/i,
  /document resume\s/i,
  /link to (?:publication|published version|record)/i,
  /(?:publisher'?s?|author accepted|post-?print|pre-?print) version.{0,60}(?:available|deposited)/i,
  /empfohlene zitierung|suggested citation/i,
  /nutzungsbedingungen|^terms of use:/im,
  /previously published works/i,
  /powered by the california digital library/i,
  /follow this and additional works at/i,
  /brought to you (?:for free|by)/i,
  /view related articles|article views:/i,
  /you might find this additional info useful/i,
  /this article has been cited by \d+ (?:other )?/i,
  /updated information and services(?:, | can be found| including)/i,
  /the online version of this article,? .{0,60}can be found/i,
  /for additional information about this article/i,
  /email alerting service|to subscribe to .{0,60} go to/i,
  /pdf download|total citations: \d/i,
  /citer ce document/i,
];

/**
 * Whether a page is a cover that a publisher or repository put before the paper.
 * @param text the page's text
 * @returns true for one strong or two weak signs
 */
export function isCoverPage(text: string): boolean {
  const signs = COVER_SIGNS.filter((sign) => sign.test(text)).length;
  if (signs >= 2) return true;
  // One sign on a page that is no paper's first page (no abstract, little running text).
  return signs === 1 && text.length < 2600 && !/\babstract\b[.:\s]/i.test(text);
}

/**
 * Whether a line or block is journal furniture, a label or a heading, and so never a title.
 * @param text one line or block
 */
export function isFurniture(text: string): boolean {
  const line = text.trim();
  return (
    ARTICLE_LABEL.test(line) ||
    SECTION_HEADING.test(line) ||
    DATE_LINE.test(line) ||
    SERIES.test(line) ||
    KIND_LINE.test(line) ||
    BANNER.test(line) ||
    BANNER_CYRILLIC.test(line) ||
    PUBLICATION_LINE.test(line)
  );
}

/**
 * Whether a line names the kind of article and nothing else: "REVIEW", "Original research article".
 * @param text one line or block
 */
export function isLabel(text: string): boolean {
  return ARTICLE_LABEL.test(text.trim());
}

/**
 * The name of a journal as its own volume line gives it: "Learning and Instruction 44 (2016) 1–12".
 * @param text one line
 * @returns the name, or undefined when the line is no volume line
 */
export function journalOfVolumeLine(text: string): string | undefined {
  return /^(\p{Lu}[\p{L}&:,'’ -]{3,70}?),?\s+(?:\d{1,3}\s*\((?:19|20)\d{2}\)|(?:19|20)\d{2}[,;]?\s*(?:vol|\d{1,3}\s*[:(]))/iu.exec(
    text.trim(),
  )?.[1];
}

/**
 * Whether a short line reads as the name of a journal or series.
 * @param text one line or block
 */
export function isJournalName(text: string): boolean {
  const line = text.trim();
  return line.length < 90 && (JOURNAL_NAME.test(line) || /^frontiers in \p{L}/iu.test(line));
}

/**
 * Whether a line starts the abstract, the keywords or the body: nothing of the paper's head follows.
 * @param text one line
 */
export function endsHead(text: string): boolean {
  return /^(?:abstract|a b s t r a c t|summary|synopsis|key ?words?|index terms|(?:\d+\.?|i\.) ?introduction|introduction|background|article info|a r t i c l e|анотація|аннотация|резюме|ключові слова|ключевые слова|вступ|постановка проблеми|постановка задач[іи]|актуальність|categories and subject|in this (?:paper|article|study)|this (?:paper|article|study)|objectives?:?|purpose:?|aims?:?|received\b|highlights)(?![\p{L}\d])/iu.test(
    text.trim(),
  );
}
