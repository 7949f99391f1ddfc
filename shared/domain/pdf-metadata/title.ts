import { readCover, type CoverFacts } from './cover';
import { isCoverPage, isFurniture, isJournalName, isLabel, journalOfVolumeLine } from './furniture';
import { bodySize, joinLines, layoutBlocks, layoutLines, type LayoutBlock, type LayoutLine } from './lines';
import { isListOfNames } from './names';
import { isInScriptOf, isLegible, repairLigatures, squash, tidy } from './normalise';
import type { InferredField, PdfHead, PdfPageLayout } from './types';

/** The title with the place it was found, so that the authors can be looked for below it. */
export interface TitleFinding {
  readonly field: InferredField<string>;
  /** Present when the title was seen on a page. */
  readonly place?: { readonly page: PdfPageLayout; readonly blocks: readonly LayoutBlock[] };
}

interface Candidate {
  readonly blocks: readonly LayoutBlock[];
  readonly text: string;
  readonly score: number;
}

const TRAILING_MARKS = /(?:\s*[*†‡§¶#∗]|\s*\[version \d+[;:].*\]|\s*\[version \d+\])+$/iu;

/**
 * A title without footnote marks, version notes and end punctuation.
 * @param text joined title lines or a described title
 */
export function cleanTitle(text: string): string {
  return tidy(text)
    .replace(TRAILING_MARKS, '')
    .replace(/^(?:title|research article|original article|review article|article|paper title)\s*[:|]\s*/i, '')
    .replace(/(?<![.?!A-Z])[.;,:]$/, '')
    .trim();
}

const JUNK_TITLES =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\d*|pdf|title|paper|manuscript|article|(?:full|main)[ _-]?(?:text|document)|layout \d+|doi:? ?10\..*|10\.\d{4,}\/.*|slide \d+|powerpoint presentation|template.*|.*template|print|output|proof|page \d+|\d+\.\.\d+|(?:ms|pii|sp)[-_ ]?[\w.-]+|[A-Z]{2,8}\d{3,}.*|[\w.-]+ \d+\.\.\d+|.*\bFormatting Instructions\b.*|.*\.\.\d+|acm .*proceedings.*|ieee paper.*|title of (?:the )?(?:paper|article).*|.*camera[- ]ready.*|no ?title|null|none|test)$/i;

/**
 * Whether a title the file gives itself can be one: not a file name, a template's name, an identifier.
 * @param raw title of the information dictionary or XMP
 */
export function isPlausibleTitle(raw: string): boolean {
  const text = tidy(raw);
  if (text.length < 8 || text.length > 400 || JUNK_TITLES.test(text)) return false;
  if (/\.(?:docx?|dvi|tex|pdf|indd|qxd|qxp|rtf|odt|pages|fm|p65|ps|eps|pptx?|xlsx?|wpd)\b/i.test(text))
    return false;
  if (!/\s/.test(text)) return false;
  if (isFurniture(text) && !/^(?:the|an?) /i.test(text)) return false;
  return isLegible(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;
}

function described(head: PdfHead): { text: string; source: 'info-dictionary' | 'xmp' }[] {
  const xmp = head.description.xmp['dc:title']?.[0];
  const { Title } = head.description.info;
  const found: { text: string; source: 'info-dictionary' | 'xmp' }[] = [];
  if (Title !== undefined && isPlausibleTitle(Title))
    found.push({ text: cleanTitle(Title), source: 'info-dictionary' });
  if (xmp !== undefined && isPlausibleTitle(xmp) && squash(xmp) !== squash(Title ?? '')) {
    found.push({ text: cleanTitle(xmp), source: 'xmp' });
  }
  return found;
}

/** Journal names the page gives away: above "journal homepage", or at the start of a volume line. */
function journalNames(lines: readonly LayoutLine[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of lines) {
    const name = journalOfVolumeLine(line.text);
    if (name !== undefined) names.add(squash(name));
  }
  const homepage = lines.find((line) => /journal home ?page/i.test(line.text));
  const lists = lines.find((line) => /contents? lists? available/i.test(line.text));
  if (homepage !== undefined && lists !== undefined) {
    const between = lines.filter((line) => line.y < lists.y && line.y > homepage.y);
    for (const line of between) names.add(squash(line.text));
    names.add(squash(between.map((line) => line.text).join(' ')));
  }
  return names;
}

/** The kind of article set in the title's own type above it ("REVIEW") is no part of it. */
function withoutLabel(block: LayoutBlock): LayoutBlock {
  const [label, next] = block.lines;
  if (label === undefined || next === undefined || !isFurniture(label.text)) return block;
  const apart = label.y - next.y > 1.25 * label.size || next.size < 0.98 * label.size || isLabel(label.text);
  return apart ? { ...block, lines: block.lines.slice(1), top: next.y } : block;
}

/** Names of institutions, as against words on schools in general. */
const PLACES =
  /\b(?:university|universit(?:y|ät|é|à|et)|department of|faculty of|institute (?:of|for)|(?:school|college|cent(?:er|re)) (?:of|for) \p{Lu}|laboratory)/giu;
const DATED = /\d{4}|\bby\b|\b(?:submitted|presented|received)\b/i;
const PLACE = /@|\b(?:universit\p{L}*|department|institut\p{L}*|school|faculty|college|journal)\b/iu;

/** Characters no title has, with room for marks. */
const LONGEST_BLOCK = 600;

const lengthOf = (block: LayoutBlock): number => block.lines.reduce((sum, line) => sum + line.text.length, 0);

/** Set large below a title in another weight: its second part, unless it names people or a place. */
function isSubtitle(next: LayoutBlock, title: LayoutBlock, body: number): boolean {
  const text = joinLines(next.lines);
  const large = next.size > 1.5 * body && next.size >= 0.75 * title.size;
  // Smaller type needs the small words of a sentence: names and places have none.
  const phrase = / (?:of|on|in|for|with|an?|the|to|from|für|der|dans|pour) \p{L}/u.test(text);
  const fair = next.size > 1.25 * body && next.size >= 0.6 * title.size && phrase && !DATED.test(text);
  const said = (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 3 && /\p{Ll}/u.test(text);
  return (large || fair) && said && !isListOfNames(text) && !PLACE.test(text);
}

/** Blocks of title-like size that continue one another (a wrapped or two-size title) as one candidate each. */
function candidates(
  page: PdfPageLayout,
  lines: readonly LayoutLine[],
  body: number,
  vocabulary: string,
  runningHeads: ReadonlySet<string>,
): Candidate[] {
  const blocks = layoutBlocks(lines.filter((line) => isLegible(line.text))).map(withoutLabel);
  const journals = journalNames(lines);
  const found: Candidate[] = [];
  for (const [index, block] of blocks.entries()) {
    const parts = [block];
    // A subtitle: directly below, nearly as large or of the same weight, still above running text in size.
    const first = block.lines[0];
    // Running text, which patterns would take long over.
    if (first === undefined || lengthOf(block) > LONGEST_BLOCK) continue;
    if (isLabel(joinLines(block.lines))) continue;
    let last = block;
    for (const next of blocks.slice(index + 1)) {
      const gap = last.bottom - next.top;
      const head = joinLines(last.lines);
      const colon = /[:–—-]$/.test(head);
      const close = gap > 0 && gap < (colon ? 2.4 : 1.6) * Math.max(last.size, next.size);
      const similar =
        next.size > (colon ? 1.08 : 1.15) * body && next.size >= (colon ? 0.6 : 0.92) * block.size;
      const sameWeight = colon || next.bold === block.bold;
      if (!close || lengthOf(next) > LONGEST_BLOCK) continue;
      const continued = (similar && sameWeight) || isSubtitle(next, block, body);
      if (!continued || isFurniture(joinLines(next.lines))) continue;
      if (Math.min(next.end, last.end) - Math.max(next.x, last.x) <= 0) continue;
      parts.push(next);
      last = next;
      if (parts.length === 3) break;
    }
    const joined = joinLines(
      parts.flatMap((part) => part.lines),
      vocabulary,
    );
    const text = cleanTitle(repairLigatures(joined, page.text));
    const words = text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (/\S@\S+\.\p{L}{2}/u.test(text) || !isInScriptOf(text, page.text)) continue;
    if (letters < 6 || words < 2 || text.length > 350 || parts.flatMap((part) => part.lines).length > 7)
      continue;
    if (isFurniture(text) || journals.has(squash(text))) continue;
    const ratio = block.size / body;
    const plain = ratio < 1.08 && !block.bold && !/^[^\p{Ll}]+$/u.test(text);
    const height = block.top / page.height;
    // Typewritten and simple word-processed papers: the title is set as the text is, centred at the top.
    const middle = Math.abs((block.x + block.end) / 2 - page.width / 2) < 0.03 * page.width;
    const centred = middle && block.x > 0.15 * page.width && height > 0.6 && words < 30;
    if (ratio < 0.97 || (plain && !centred)) continue;
    let score =
      (plain ? -2.5 : 0) + 6 * Math.min(ratio, 2.4) + (block.bold ? 1.2 : 0) + Math.min(words, 8) * 0.35;
    score -= height < 0.35 ? 6 : height < 0.5 ? 2 : 0;
    if (isJournalName(text)) score -= 5;
    if (runningHeads.has(squash(text)) && height > 0.9) score -= 3;
    if (words < 3) score -= 1.5;
    if (block.end - block.x < 0.25 * page.width && page.width > 400) score -= 1.5;
    if (/^\d+(?:\.\d+)*\.?\s/.test(text)) score -= 3;
    const places = text.match(PLACES)?.length ?? 0;
    if ((/@/.test(text) || places > 0) && words < 10) score -= 4;
    else if (places > 2) score -= 6;
    if (isListOfNames(text)) score -= 6;
    // A name and nothing else, in one line: an author set large.
    if (/^(?:\p{Lu}[\p{L}.'’-]*\s?){2,4}$/u.test(text) && words < 4) score -= 2;
    found.push({ blocks: parts, text, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function runningHeads(
  pages: readonly (readonly LayoutLine[])[],
  heights: readonly number[],
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, lines] of pages.entries()) {
    if (index === 0) continue;
    for (const line of lines) if (line.y > 0.9 * (heights[index] ?? 842)) seen.add(squash(line.text));
  }
  return seen;
}

/** The first page of the paper itself: covers and empty or unreadable pages are skipped. */
function firstPaperPage(head: PdfHead): PdfPageLayout | undefined {
  const readable = head.pages.filter((page) => page.items.length > 3 && isLegible(page.text.slice(0, 4000)));
  return readable.find((page) => !isCoverPage(page.text)) ?? readable[0] ?? head.pages[0];
}

/** The blocks of a page whose text a described title is, so that the authors can be found below. */
function blocksSaying(
  page: PdfPageLayout,
  lines: readonly LayoutLine[],
  title: string,
): readonly LayoutBlock[] {
  const wanted = squash(title);
  const blocks = layoutBlocks(lines).filter((block) => {
    const said = squash(joinLines(block.lines));
    return (
      said.length > 5 && (wanted.includes(said) || said.includes(wanted)) && block.top > 0.3 * page.height
    );
  });
  const [largest] = [...blocks].sort((a, b) => b.size - a.size);
  return largest === undefined ? [] : blocks.filter((block) => block.size > 0.8 * largest.size);
}

/** The title a cover states, checked against the paper's own first page, which may have more of it. */
function coveredTitle(
  cover: CoverFacts | undefined,
  found: readonly Candidate[],
  page: PdfPageLayout,
  lines: readonly LayoutLine[],
): TitleFinding | undefined {
  if (cover?.title === undefined || !isPlausibleTitle(cover.title)) return undefined;
  const value = cleanTitle(cover.title);
  const wanted = squash(value);
  if (page === cover.page) {
    const own = found.find((candidate) => wanted === squash(candidate.text));
    const field = { value, source: 'layout', confidence: 0.88, page: page.pageIndex } as const;
    return { field, place: { page, blocks: own?.blocks ?? blocksSaying(page, lines, value) } };
  }
  const same = found.find((candidate) => squash(candidate.text) === wanted);
  // The cover leaves the subtitle out.
  const longer = found.find(
    (candidate) =>
      squash(candidate.text).startsWith(wanted) &&
      /^[.:?!\s\u2013\u2014-]*$/.test(candidate.text.slice(value.length, value.length + 1)) &&
      candidate.blocks === found[0]?.blocks &&
      value.length < 80 &&
      candidate.text.length < 4 * value.length,
  );
  const seen = same ?? longer;
  if (seen !== undefined) {
    return {
      field: {
        value: same === undefined ? seen.text : value,
        source: 'layout',
        confidence: same === undefined ? 0.86 : 0.97,
        page: page.pageIndex,
      },
      place: { page, blocks: seen.blocks },
    };
  }
  const blocks = blocksSaying(page, lines, value);
  return {
    field: { value, source: 'layout', confidence: 0.88, page: cover.page.pageIndex },
    ...(blocks.length > 0 ? { place: { page, blocks } } : {}),
  };
}

/**
 * Finds the title: the largest text near the top of the paper's first page, checked against what the file says of
 * itself. Agreement of the two makes a title sure; a described title that is not printed on the page is doubted.
 * @param head what was read of the document
 */
export function inferTitle(head: PdfHead): TitleFinding | undefined {
  const page = firstPaperPage(head);
  const claims = described(head);
  const [claim] = claims;
  if (page === undefined) {
    return claim && { field: { value: claim.text, source: claim.source, confidence: 0.55, page: null } };
  }
  const pages = head.pages.map((each) => layoutLines(each));
  const lines = pages[head.pages.indexOf(page)] ?? [];
  const vocabulary = head.pages.map((each) => each.text.toLowerCase()).join('\n');
  const heads = runningHeads(
    pages,
    head.pages.map((each) => each.height),
  );
  const found = candidates(page, lines, bodySize(pages.flat()), vocabulary, heads);
  const [best] = found;
  const printed = squash(head.pages.map((each) => each.text).join('\n'));

  const covered = coveredTitle(readCover(head), found, page, lines);
  if (covered !== undefined) return covered;

  for (const each of claims) {
    const wanted = squash(each.text);
    const agreeing = found.find((candidate) => squash(candidate.text) === wanted);
    if (agreeing !== undefined && best !== undefined && agreeing.score > best.score - 8) {
      return {
        field: { value: each.text, source: each.source, confidence: 0.98, page: page.pageIndex },
        place: { page, blocks: agreeing.blocks },
      };
    }
  }
  for (const each of claims) {
    const wanted = squash(each.text);
    const layout = best === undefined ? '' : squash(best.text);
    // The description is cut short, or leaves the subtitle out: the page has the whole.
    if (best !== undefined && layout.startsWith(wanted) && wanted.length > 12) {
      return {
        field: { value: best.text, source: 'layout', confidence: 0.86, page: page.pageIndex },
        place: { page, blocks: best.blocks },
      };
    }
    if (wanted.length > 15 && printed.includes(wanted) && !isJournalName(each.text) && !heads.has(wanted)) {
      const blocks = blocksSaying(page, lines, each.text);
      const large = (blocks[0]?.size ?? 0) >= 0.75 * (best?.blocks[0]?.size ?? 1);
      if (blocks.length > 0 && (large || best === undefined || best.score < 9)) {
        return {
          field: { value: each.text, source: each.source, confidence: 0.93, page: page.pageIndex },
          place: { page, blocks },
        };
      }
    }
  }
  if (best !== undefined && best.score > 5) {
    const lead = best.score - (found[1]?.score ?? 0);
    const confidence = Math.min(0.88, 0.5 + 0.02 * Math.min(best.score, 12) + 0.03 * Math.min(lead, 5));
    return {
      field: { value: best.text, source: 'layout', confidence, page: page.pageIndex },
      place: { page, blocks: best.blocks },
    };
  }
  if (claim !== undefined) {
    const blocks = blocksSaying(page, lines, claim.text);
    return {
      field: {
        value: claim.text,
        source: claim.source,
        confidence: blocks.length > 0 ? 0.8 : 0.5,
        page: null,
      },
      ...(blocks.length > 0 ? { place: { page, blocks } } : {}),
    };
  }
  if (best === undefined) return undefined;
  return {
    field: { value: best.text, source: 'layout', confidence: 0.4, page: page.pageIndex },
    place: { page, blocks: best.blocks },
  };
}
