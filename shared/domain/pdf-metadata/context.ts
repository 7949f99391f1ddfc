import { isJournalName } from './furniture';
import { layoutLines } from './lines';
import { isLegible, repairLigatures, squash, tidy } from './normalise';
import type { FieldSource, InferredField, PdfHead } from './types';

const clip = (name: string): string =>
  tidy(name)
    .replace(/^\p{Lu}[^.]{0,60}? et al\.?,?\s+/u, '')
    .replace(/\s+(?:19|20)\d{2}\b.*$/, '')
    .replace(/^[\s,.:;–-]+|[\s,.:;–(-]+$/g, '')
    .trim();

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Short, capitalised, not a sentence or an address: can be a journal's name. */
const isName = (name: string): boolean =>
  name.length >= 4 &&
  name.length <= 90 &&
  /^[\p{Lu}\d]/u.test(name) &&
  isLegible(name) &&
  !MONTH.test(name) &&
  !/@|https?:|\bdoi\b|[.!?] [a-z]/i.test(name);

/** What follows the title in a citation of the paper printed on its own page: "Title. Journal, 4(44), 122". */
function journalAfterTitle(text: string, title: string): string | undefined {
  const words = title.match(/[\p{L}\p{N}]+/gu)?.slice(-8) ?? [];
  if (words.length < 3) return undefined;
  const pattern = `${words.join('[^\\p{L}\\p{N}]+')}[.,”"’'?!\\s]{1,6}([^\\d]{4,90}?)[,.]?\\s+(?:Vol\\.?\\s*)?\\d{1,4}\\s*[(:,]`;
  return new RegExp(pattern, 'iu').exec(text)?.[1];
}

const LINE_PATTERNS: readonly { readonly pattern: RegExp; readonly confidence: number }[] = [
  // "AERA Open October-December 2016, Vol. 2" / "Educational Researcher, Vol. 40 No. 3"
  {
    pattern:
      /^([\p{Lu}][\p{L}&:'’,. -]{3,80}?)[,.]?\s+(?:\(?(?:19|20)\d{2}\)?[,;]?\s*)?Vol(?:ume)?\.?\s*\d/iu,
    confidence: 0.75,
  },
  // "Computers & Education 95 (2016) 1–12"
  {
    pattern: /^([\p{Lu}][\p{L}&:'’,. -]{3,80}?)[,.]?\s+\d{1,3}\s*\((?:19|20)\d{2}\)\s*\d/u,
    confidence: 0.85,
  },
  // "F1000Research 2016, 3:62" / "BMC Medical Education (2019) 19:12"
  {
    pattern: /^([\p{Lu}][\p{L}\d&:'’,. -]{3,80}?)[,.]?\s+\(?(?:19|20)\d{2}\)?[,;]?\s*\d{1,3}\s*[:(]/u,
    confidence: 0.85,
  },
  // "Journal of X, 12(3), 45-67"
  { pattern: /^([\p{Lu}][\p{L}&:'’,. -]{3,80}?),?\s+\d{1,3}\s?\(\d{1,3}\)/u, confidence: 0.75 },
];

function journalOfDescription(head: PdfHead): InferredField<string> | undefined {
  const { info, xmp } = head.description;
  const name = Object.entries(xmp).find(([key]) => /publicationname$/i.test(key))?.[1][0];
  if (name !== undefined && name.trim() !== '')
    return { value: tidy(name), source: 'xmp', confidence: 0.95, page: null };
  const subject = tidy(info.Subject ?? '');
  const match =
    /^(.{4,80}?)(?:,\s*\d+\s*\((?:19|20)\d{2}\)|\s+(?:19|20)\d{2}[.;,]\s?\d|,\s*(?:volume|vol\.?)\s*\d|,?\s*\(?(?:https?:\/\/)?(?:dx\.)?doi)/i.exec(
      subject,
    )?.[1];
  if (match !== undefined && isName(clip(match))) {
    return { value: clip(match), source: 'info-dictionary', confidence: 0.85, page: null };
  }
  return undefined;
}

/**
 * The journal: from XMP or the subject, the banner between "Contents lists available at" and "journal homepage",
 * the volume line, or a line that reads as a journal's name.
 * @param head what was read of the document
 * @param title the title, which is never the journal
 */
export function inferJournal(head: PdfHead, title: string | undefined): InferredField<string> | undefined {
  const own = journalOfDescription(head);
  if (own !== undefined) return own;
  const titleKey = squash(title ?? '');
  const give = (name: string, page: number, confidence: number, source: FieldSource = 'layout') => {
    const value = clip(name);
    if (!isName(value) || (titleKey !== '' && titleKey.includes(squash(value)))) return undefined;
    return { value, source, confidence, page } satisfies InferredField<string>;
  };
  for (const page of head.pages.slice(0, 2)) {
    const after = title === undefined ? undefined : journalAfterTitle(page.text, title);
    const followed =
      after === undefined ? undefined : give(after.replace(/\n/g, ' '), page.pageIndex, 0.9, 'page-text');
    if (followed !== undefined) return followed;
    const cited =
      /(?:cite this|citation|cite as|to cite)[^\n]{0,40}[\s\S]{0,400}?[.,?”"’']\s+([\p{Lu}][\p{L}&: -]{4,70}),?\s+\d{1,3}\s*[:(,]/iu.exec(
        page.text,
      )?.[1];
    const lines = layoutLines(page);
    const homepage = lines.findIndex((line) => /journal home ?page/i.test(line.text));
    const lists = lines.findIndex((line) => /contents? lists? available/i.test(line.text));
    if (homepage > 0 && lists >= 0 && lists < homepage) {
      const banner = lines.slice(lists + 1, homepage).sort((a, b) => b.size - a.size)[0];
      const found = banner && give(banner.text, page.pageIndex, 0.9);
      if (found !== undefined) return found;
    }
    const margins = lines.filter((line) => line.y > page.height * 0.8 || line.y < page.height * 0.12);
    for (const line of margins) {
      for (const { pattern, confidence } of LINE_PATTERNS) {
        const name = pattern.exec(line.text)?.[1];
        const found = name === undefined ? undefined : give(name, page.pageIndex, confidence);
        if (found !== undefined) return found;
      }
    }
    const quoted = cited === undefined ? undefined : give(cited, page.pageIndex, 0.7, 'page-text');
    if (quoted !== undefined) return quoted;
    const named = margins.find((line) => isJournalName(line.text));
    const found = named && give(named.text, page.pageIndex, 0.6);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ABSTRACT_START =
  /(?:^|\n)\s*(?:abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|анотація|аннотация|резюме)\s*(?:[.:—–-]|\n)\s*/iu;
const ABSTRACT_END =
  /\n\s*(?:key ?words?|keywords and phrases|index terms|(?:\d+\.?|i\.)?\s*introduction|background and|ccs concepts|categories and subject|general terms|jel|acm reference|copyright|©|received|article history|correspond|ключові слова|ключевые слова|вступ|введение|subjects?\b|how to cite|citation:|open peer review|statement of need)(?!\p{L})/iu;

/**
 * The abstract: the text after its heading up to the keywords, the introduction or a notice.
 * @param head what was read of the document
 */
export function inferAbstract(head: PdfHead): InferredField<string> | undefined {
  for (const page of head.pages.slice(0, 2)) {
    const start = ABSTRACT_START.exec(page.text);
    if (start === null) continue;
    const rest = page.text.slice(start.index + start[0].length);
    const end = ABSTRACT_END.exec(rest);
    const text = repairLigatures(tidy(rest.slice(0, end?.index ?? 2500).replace(/\n/g, ' ')), page.text);
    if (text.length < 150) continue;
    const closed = end !== null && text.length < 3500;
    return {
      value: text.slice(0, 3500),
      source: 'page-text',
      confidence: closed ? 0.8 : 0.5,
      page: page.pageIndex,
    };
  }
  return undefined;
}

/** Frequent short words that tell languages apart. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'that', 'is', 'for', 'with', 'was'],
  de: ['der', 'die', 'und', 'den', 'von', 'das', 'nicht', 'ist', 'mit', 'eine'],
  fr: ['les', 'des', 'est', 'une', 'dans', 'pour', 'que', 'sur', 'par', 'aux'],
  es: ['los', 'las', 'del', 'una', 'para', 'con', 'por', 'como', 'más', 'se'],
  pt: ['uma', 'dos', 'das', 'não', 'com', 'para', 'por', 'ao', 'são', 'mais'],
  it: ['della', 'che', 'di', 'per', 'con', 'sono', 'delle', 'una', 'nel', 'gli'],
  nl: ['het', 'een', 'van', 'zijn', 'niet', 'voor', 'met', 'aan', 'ook', 'dat'],
  pl: ['jest', 'nie', 'się', 'na', 'oraz', 'przez', 'dla', 'do', 'że', 'od'],
  uk: ['та', 'що', 'для', 'від', 'або', 'які', 'це', 'його', 'є', 'не'],
  ru: ['что', 'для', 'как', 'это', 'или', 'при', 'его', 'также', 'не', 'от'],
};

/**
 * The language of the first pages by its most frequent small words.
 * @param head what was read of the document
 */
export function inferLanguage(head: PdfHead): InferredField<string> | undefined {
  const words = head.pages
    .map((page) => page.text.toLowerCase())
    .join(' ')
    .match(/\p{L}+/gu);
  if (words === null || words.length < 40) return undefined;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = Object.entries(STOP_WORDS)
    .map(([language, stop]) => ({
      language,
      hits: stop.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
    }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = ranked;
  if (first === undefined || first.hits / words.length < 0.03) return undefined;
  const lead = 1 - (second?.hits ?? 0) / first.hits;
  return {
    value: first.language,
    source: 'page-text',
    confidence: Math.min(0.98, 0.55 + 0.45 * lead),
    page: 0,
  };
}
