import { layoutLines, type LayoutLine } from './lines';
import type { FieldSource, InferredField, PdfHead, PdfPageLayout } from './types';

/** A DOI as it may stand in text: registrant, slash, suffix without white space or quotes. */
const DOI =
  /10\.\d{4,9}(?:\.\d+)*\s?\/\s?(?:[^\s"<>|\\^`{}]*\d<\d[^\s"<>|\\^`{}]*>\d\.\d\.[A-Z]{2};2(?:-\w)?|[^\s"<>|\\^`{}]+)/g;
/** Characters the DOI system's own advice allows in a suffix; anything else is a glyph stuck to it. */
const FOREIGN = /[^A-Za-z0-9\-._;()/:<>[\]+&#%=~,@!$*'?\u2010-\u2013]/;
/** Fill-in texts of templates. */
const PLACEHOLDER =
  /n{4,}|x{3,}|y{4,}|0{7,}(?!\d)|1122445\.1122456|1234567|10\.1000\/|10\.0000\/|10\.9999\/|10\.1145\/8888|your-?doi|insert/i;
const RESERVED_OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Cleans a DOI cut from running text: hyphen variants, stuck foreign glyphs, end punctuation, unbalanced brackets.
 * @param raw text that starts with "10."
 * @returns the DOI as printed otherwise, or null when nothing usable or only a template's placeholder is left
 */
export function cleanDoi(raw: string): string | null {
  let doi = raw.replace(/\s/g, '').replace(/[\u2010-\u2013]/g, '-');
  const foreign = FOREIGN.exec(doi);
  if (foreign !== null) doi = doi.slice(0, foreign.index);
  doi = doi.replace(/(?:https?:|www\.|doi:|&|\?).*$/i, '');
  // A word of the next line stuck to it: "10.1234/abc.09-52Original".
  doi = doi
    .replace(/(\d|[-.][a-z])\p{Lu}\p{Ll}{2,}\p{L}*$/u, '$1')
    .replace(/(\d)[A-Z]{8,}$/, '$1')
    // A figure of the paper, not the paper.
    .replace(/^(10\.1371\/journal\.\w+\.\d+)\.[gst]\d{3}$/i, '$1')
    .replace(
      /(?<=[\da-z])(?:Accepted|Received|Revised|Published|Abstract|Copyright|Keywords|Available|Correspond).*$/u,
      '',
    );
  for (let changed = true; changed;) {
    changed = false;
    if (/[.,;:'"!?*&/-]$/.test(doi)) {
      doi = doi.slice(0, -1);
      changed = true;
    }
    const last = doi.at(-1) ?? '';
    const opening = RESERVED_OPENING[last];
    if (opening !== undefined && doi.split(last).length > doi.split(opening).length) {
      doi = doi.slice(0, -1);
      changed = true;
    }
  }
  if (!/^10\.\d{4,9}(?:\.\d+)*\/.*[A-Za-z0-9]/.test(doi) || doi.length < 9) return null;
  return PLACEHOLDER.test(doi) ? null : doi;
}

interface DoiSighting {
  readonly doi: string;
  readonly score: number;
  /** Described, asked for in a citation, or set where papers print their own: not within figures and text. */
  readonly firm: boolean;
  readonly source: FieldSource;
  readonly page: number | null;
}

const OWN_CONTEXT =
  /cite this|citation|to link to this|published (?:online|version|article)|available online|article (?:doi|link)|original (?:article|publication)|final version|version of record|как цитир|як цит/i;
const OTHER_CONTEXT =
  /\b(?:code|data(?:set)?s?|software|archive|repository|supplement\w*|materials?|preregist\w*|erratum|corrig\w*|correction|retract\w*|comment(?:ary)? on|reply to|related article|first published)\b/i;

/** Text with DOIs broken at a line end put together ("https://doi.org/10.1007/s10639-" + "021-10456-x"). */
function joinBrokenDois(text: string): string {
  return (
    text
      .replace(/(10\.\d{4,9})\n?\s?\/\n(?=\S)/g, '$1/')
      .replace(/(10\.\d{4,9}\/[^\s"<>]*[-._/])\n(?=[A-Za-z]*\d)(?!\d{4}-\d{3}[\dX])/g, '$1')
      .replace(/(doi\.org\/)\n(?=10\.)/gi, '$1')
      // Chapters of one publisher: the low line before the chapter's number is drawn, not written.
      .replace(/(10\.1007\/(?:978-[\d-]{9,13}\d|\d{8})) (?=\d{1,3}(?:\n|$))/g, '$1_')
  );
}

/**
 * A DOI as far as its printed line goes: text of another line (a page number, a heading) may follow without a break in
 * the file's order.
 */
function withinLine(doi: string, lines: readonly LayoutLine[]): string {
  const start = doi.slice(0, 12).toLowerCase();
  for (const { text } of lines) {
    const at = text.toLowerCase().indexOf(start);
    if (at < 0) continue;
    const [raw = ''] = joinBrokenDois(text.slice(at)).match(/^\S+/) ?? [];
    const own = cleanDoi(raw);
    const broken = /[-._/]$/.test(raw);
    if (own !== null && !broken && own.length >= 12 && own.length < doi.length && doi.startsWith(own))
      return own;
  }
  return doi;
}

/** Where the reference list begins in a page's text; the text's length when it has none. */
function referencesStart(text: string): number {
  const heading =
    /\n\s*(?:\d+\.?\s*)?(?:references|bibliography|literature cited|works cited|literatur|références|referencias|список (?:використаних|літератури|литературы).*|література|литература)\s*\n/i.exec(
      text,
    );
  return heading === null ? text.length : heading.index;
}

function sightingsOnPage(page: PdfPageLayout, lastPage: boolean): DoiSighting[] {
  const text = joinBrokenDois(page.text);
  const references = referencesStart(text);
  const found: DoiSighting[] = [];
  const lines = /10\.\d{4}/.test(text) ? layoutLines(page) : [];
  for (const match of text.matchAll(DOI)) {
    const whole = cleanDoi(match[0]);
    if (whole === null) continue;
    const doi = withinLine(whole, lines);
    const at = match.index;
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const before = text.slice(Math.max(0, at - 180), at);
    const near = text.slice(Math.max(lineStart - 80, 0), at);
    let score = page.pageIndex === 0 ? 3 : lastPage ? 0.5 : 1.5;
    if (/(?:doi(?:\.org\/|\s*[:.]?\s*)|dx\.doi\.org\/)$/i.test(before)) score += 1.5;
    if (OWN_CONTEXT.test(before)) score += 2.5;
    if (OTHER_CONTEXT.test(near.slice(-110))) score -= 2.5;
    if (at > references) score -= 5;
    // A sentence or a reference before it on the same line speaks for a cited work.
    const sameLine = text.slice(lineStart, at);
    if (/\(\d{4}[a-z]?\)|\b\d+\(\d+\)|\bpp?\. ?\d/.test(sameLine) && !OWN_CONTEXT.test(before)) score -= 1;
    // A footnote that links to a work on its publisher's site; a paper's own DOI stands with doi.org or alone.
    const footnote = /^\s*(?:\d{1,2}|[*†‡])\s.*:\/\/(?!(?:dx\.)?doi\.org)\S*$/.test(sameLine);
    if (footnote) score -= 4;
    else if (isSetBeyond(page, doi, 0.125, 0.875)) score += 2;
    const firm = OWN_CONTEXT.test(before) || isSetBeyond(page, doi, 0.15, 0.6);
    found.push({ doi, score, firm, source: 'page-text', page: page.pageIndex });
  }
  return found;
}

/** Whether the DOI stands below or above the given shares of the page's height; journals print their own there. */
function isSetBeyond(page: PdfPageLayout, doi: string, below: number, above: number): boolean {
  const start = doi.slice(0, 12).toLowerCase();
  return page.items.some(
    (item) =>
      (item.y > page.height * above || item.y < page.height * below) &&
      item.text.toLowerCase().includes(start),
  );
}

function describedDois(head: PdfHead): DoiSighting[] {
  const found: DoiSighting[] = [];
  const add = (text: string, score: number, source: FieldSource): void => {
    for (const match of text.matchAll(DOI)) {
      const doi = cleanDoi(match[0]);
      if (doi !== null) found.push({ doi, score, firm: true, source, page: null });
    }
  };
  for (const [key, values] of Object.entries(head.description.xmp)) {
    const own = /(?:^|:)doi$|^dc:identifier$|^prism:url$/i.test(key);
    if (own || /subject|description|title|source/i.test(key)) {
      for (const value of values) add(value, own ? 5 : 3.5, 'xmp');
    }
  }
  for (const [key, value] of Object.entries(head.description.info)) {
    if (/doi/i.test(key)) add(value, 5, 'info-dictionary');
    else if (/^(?:subject|title|keywords)$/i.test(key)) add(value, 4, 'info-dictionary');
  }
  return found;
}

/**
 * The document's own DOI. Sightings in XMP, the information dictionary and on the first pages are weighed: margins,
 * "cite this article" and repetition speak for it, the reference list and "code", "data", "erratum" against.
 * @param head what was read of the document
 */
export function inferDoi(head: PdfHead): InferredField<string> | undefined {
  const sightings = [
    ...describedDois(head),
    ...head.pages.flatMap((page) => sightingsOnPage(page, page.pageIndex === head.pageCount - 1)),
  ];
  const byDoi = new Map<
    string,
    { best: DoiSighting; score: number; count: number; firm: boolean; pages: Set<number | null> }
  >();
  for (const sighting of sightings) {
    const key = sighting.doi.toLowerCase();
    const known = byDoi.get(key);
    if (known === undefined) {
      const { score, firm, page } = sighting;
      byDoi.set(key, { best: sighting, score, count: 1, firm, pages: new Set([page]) });
      continue;
    }
    known.count += 1;
    known.firm ||= sighting.firm;
    if (!known.pages.has(sighting.page)) known.score += 1.5; // running foot, or text confirming the metadata
    known.pages.add(sighting.page);
    known.score = Math.max(known.score, sighting.score + (known.pages.size - 1) * 1.5);
    if (sighting.score > known.best.score) known.best = sighting;
  }
  // "10.1177/2332858416673968Roschelle": words stuck to a DOI that also stands alone count for the latter.
  for (const [key, entry] of byDoi) {
    for (const [other, short] of byDoi) {
      const rest = key.slice(other.length);
      const stuck = /^[a-z]{3,}/i.test(rest) || (short.pages.has(null) && /^\d{1,3}$/.test(rest));
      if (key !== other && key.startsWith(other) && stuck) {
        short.score = Math.max(short.score, entry.score);
        byDoi.delete(key);
      }
    }
  }
  const ranked = [...byDoi.values()].sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score < 1) return undefined;
  const lead = first.score - (second?.score ?? 0);
  const registrant = (entry: { best: DoiSighting }): string => entry.best.doi.split('/')[0] ?? '';
  // Two of one publisher on every page: the one of the print and the one of the record.
  const twin =
    second !== undefined && second.pages.size > 1 && registrant(second) === registrant(first) && lead < 4;
  const confidence = Math.min(
    twin || !(first.firm || first.pages.size > 1) ? 0.85 : 0.99,
    0.45 + 0.06 * Math.min(first.score, 6) + 0.05 * Math.min(lead, 4),
  );
  return { value: first.best.doi, source: first.best.source, confidence, page: first.best.page };
}

const ARXIV =
  /arxiv(?:\.org\/(?:abs|pdf)\/|\s*:\s*)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/i;

/**
 * The document's own arXiv identifier: the stamp of page 1.
 * @param head what was read of the document
 */
export function inferArxiv(head: PdfHead): InferredField<string> | undefined {
  const [first] = head.pages;
  if (first === undefined) return undefined;
  const text = first.text.slice(0, Math.max(referencesStart(first.text), 0));
  const stamp =
    /arXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)\s+\[[\w.-]+\]/.exec(text);
  if (stamp?.[1] !== undefined) {
    return { value: stamp[1], source: 'page-text', confidence: 0.97, page: first.pageIndex };
  }
  const match = ARXIV.exec(text);
  if (match?.[1] === undefined) return undefined;
  return { value: match[1], source: 'page-text', confidence: 0.5, page: first.pageIndex };
}

/**
 * @param digits an ISBN without separators
 * @returns whether its check digit is right (ISO 2108: weights 10..1 mod 11, or 1/3 mod 10)
 */
export function isIsbn(digits: string): boolean {
  const values = Array.from(digits.toUpperCase(), (digit) => (digit === 'X' ? 10 : Number(digit)));
  if (/^\d{9}[\dX]$/i.test(digits)) {
    return values.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11 === 0;
  }
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return values.reduce((sum, value, index) => sum + value * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/**
 * The first valid ISBN printed with its label on the first pages.
 * @param head what was read of the document
 */
export function inferIsbn(head: PdfHead): InferredField<string> | undefined {
  for (const page of head.pages) {
    const text = page.text.slice(0, referencesStart(page.text));
    for (const match of text.matchAll(
      /ISBN(?:-1[03])?[^\dX]{0,24}([\dX][\dX\s\u2010-\u2013-]{8,20}[\dX])/gi,
    )) {
      const digits = (match[1] ?? '').replace(/[^\dX]/gi, '').toUpperCase();
      if (isIsbn(digits))
        return { value: digits, source: 'page-text', confidence: 0.85, page: page.pageIndex };
    }
  }
  return undefined;
}
