import { readCover } from './cover';
import { endsHead, isFurniture, isJournalName } from './furniture';
import { layoutLines, type LayoutLine } from './lines';
import {
  breaksInsideName,
  endsOpen,
  markedText,
  readAuthorEntries,
  readNames,
  sameType,
  type Reading,
} from './author-lines';
import { bareName, isAffiliation, isPersonName, parseAuthorString, splitName } from './names';
import { squash, tidy } from './normalise';
import type { TitleFinding } from './title';
import type { InferredField, InferredName, PdfHead, PdfPageLayout } from './types';

/** Lines below the title, in reading order, until the abstract or body starts. */
function linesBelow(finding: TitleFinding): LayoutLine[] {
  if (finding.place === undefined) return [];
  const { page, blocks } = finding.place;
  const bottom = Math.min(...blocks.map((block) => block.bottom));
  const left = Math.min(...blocks.map((block) => block.x));
  const right = Math.max(...blocks.map((block) => block.end));
  const margin = 0.12 * page.width;
  const below: LayoutLine[] = [];
  let limit = Infinity;
  const lines = layoutLines(page);
  // A side bar that names the editor and the reviewers first.
  const bar = lines.find((line) => line.end < left && /^(?:edited|reviewed) by\b/i.test(line.text));
  for (const line of lines) {
    if (bar !== undefined && line.end < left && Math.abs(line.x - bar.x) < 20) continue;
    if (line.y >= bottom - 1 || bottom - line.y > 0.45 * page.height) continue;
    // A side bar beside the title's column is no author line.
    if (line.end < left - margin || line.x > right + margin) continue;
    if (line.x >= limit) continue;
    if (endsHead(line.text)) {
      // The abstract beside a column of names: the names go on below.
      const column = Math.max(0, ...below.map((each) => each.end));
      if (below.length > 0 && column < line.x && line.x > 0.25 * page.width) {
        limit = line.x - 1;
        continue;
      }
      if (below.length > 0 || /^abstract/i.test(line.text)) break;
      continue;
    }
    below.push(line);
  }
  return below;
}

/** Joins the author lines that belong to one list and reads the names. */
function readAuthorLines(lines: readonly LayoutLine[]): Reading | null {
  const entries = readAuthorEntries(lines);
  if (entries.length > 0) return { names: entries, share: 0.8, plain: 0.8 };
  for (const [start, first] of lines.entries()) {
    const text = markedText(first);
    if (isFurniture(first.text) && !/^by\s/i.test(first.text)) continue;
    if (/\d{4,}|@|^(?:address )?correspond/i.test(first.text)) continue; // an address
    const reading = readNames(text);
    const plausible =
      reading.share >= 0.6 || (reading.names.length > 0 && endsOpen(text) && reading.share >= 0.5);
    if (!plausible || reading.names.length === 0) {
      // A long line of running text: the head is over, unless nothing was passed yet but a subtitle.
      if (start > 7) break;
      continue;
    }
    let joined = text;
    let last = first;
    for (const line of lines.slice(start + 1)) {
      const more = markedText(line);
      if (last.y - line.y > 12 * first.size) break;
      const next = readNames(more);
      const typeFits = sameType(first, line);
      const wrapped = breaksInsideName(joined, more) && typeFits && last.y - line.y < 2.2 * first.size;
      if (wrapped) {
        joined = `${joined} ${more}`;
      } else if (typeFits && next.plain >= 0.6 && !isFurniture(line.text) && !/\d{4,}|@/.test(line.text)) {
        joined = endsOpen(joined) ? `${joined} ${more}` : `${joined}; ${more}`;
      } else {
        // Affiliations between author lines are stepped over; anything in the author's type that is no name ends it.
        continue;
      }
      last = line;
    }
    return readNames(joined);
  }
  return null;
}

const THESIS =
  /\b(?:thesis|dissertation)\b[^.]{0,80}\b(?:submitted|presented)\b|in partial fulfil+ment|(?:дисертац|диссертац)/iu;
const BY =
  /^(?:by|(?:a )?(?:(?:doctoral|master['’]?s|ph\.? ?d\.?) )?(?:thesis|dissertation) (?:submitted |presented )?by|submitted by|presented by)\b:?\s*/i;

/** The one who wrote a thesis stands behind "by" on its first page, wherever that is. */
function thesisAuthor(page: PdfPageLayout): readonly string[] {
  if (!THESIS.test(page.text)) return [];
  const lines = layoutLines(page);
  for (const [index, line] of lines.entries()) {
    const by = BY.exec(line.text);
    if (by === null) continue;
    const inline = line.text.slice(by[0].length);
    const name = bareName(inline === '' ? (lines[index + 1]?.text ?? '') : inline);
    if (isPersonName(name)) return [name];
  }
  return [];
}

/** Lines above the title, nearest the top first: where many Ukrainian journals set the authors, below the UDC number. */
function linesAbove(finding: TitleFinding): LayoutLine[] {
  if (finding.place === undefined) return [];
  const { page, blocks } = finding.place;
  const top = Math.max(...blocks.map((block) => block.top));
  return layoutLines(page).filter(
    (line) => line.y > top + 1 && line.y - top < 0.2 * page.height && !isJournalName(line.text),
  );
}

/** Lines left of the title, beside it or below: some magazines and journals list their authors in a narrow column. */
function linesBeside(finding: TitleFinding): LayoutLine[] {
  if (finding.place === undefined) return [];
  const { page, blocks } = finding.place;
  const left = Math.min(...blocks.map((block) => block.x));
  const top = Math.max(...blocks.map((block) => block.top));
  return layoutLines(page).filter(
    (line) =>
      line.end < left + 20 && line.x < left - 30 && line.y <= top && top - line.y < 0.45 * page.height,
  );
}

/** A list of at least two names, or a line that opens with "by", anywhere on the title's page. */
function linesElsewhere(finding: TitleFinding): LayoutLine[] {
  if (finding.place === undefined) return [];
  const lines = layoutLines(finding.place.page);
  const start = lines.findIndex((line) => {
    const { names, plain } = readNames(markedText(line));
    return plain > 0.99 && (names.length > 1 || (names.length === 1 && /^by\s/i.test(line.text)));
  });
  const first = lines[start];
  if (first === undefined) return [];
  return lines.slice(start).filter((line) => line.x < first.end && line.end > first.x);
}

const nameKey = (name: InferredName): string => squash(name.family ?? name.literal ?? '');

/** Three full words without a comma ("Ana Costa Brook"): where the family name begins cannot be told. */
const hasOpenSplit = ({ given = '' }: InferredName): boolean =>
  given.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length > 1;

/** ORCIDs printed on the page are given to the names only when there are as many of each. */
function withOrcids(names: readonly InferredName[], text: string): readonly InferredName[] {
  const found = [...text.matchAll(/orcid\.org\/((?:\d{4}-){3}\d{3}[\dX])/gi)].map((match) => match[1] ?? '');
  const orcids = [...new Set(found)];
  if (orcids.length !== names.length) return names;
  return names.map((name, index) => ({ ...name, orcid: orcids[index] ?? '' }));
}

/** An organisation the file names as its author, believed when it is printed on the first page. */
function corporateAuthor(head: PdfHead, printed: string): readonly InferredName[] {
  const { Author } = head.description.info;
  const name = tidy(Author ?? head.description.xmp['dc:creator']?.[0] ?? '');
  const organisation = isAffiliation(name) || /^\p{Lu}{3,10}$/u.test(name);
  if (name.length < 3 || name.length > 120 || !organisation || !printed.includes(squash(name))) return [];
  return [{ literal: name }];
}

/** Organisations and single words the info dictionary's "Author" often holds: the computer's user. */
function describedAuthors(head: PdfHead): readonly InferredName[] {
  const creators = head.description.xmp['dc:creator'] ?? [];
  const { Author } = head.description.info;
  const fromInfo = Author === undefined ? [] : parseAuthorString(Author);
  const fromXmp =
    creators.length > 1
      ? creators.flatMap((creator) => parseAuthorString(creator))
      : parseAuthorString(creators[0] ?? '');
  return fromXmp.length > fromInfo.length ? fromXmp : fromInfo;
}

/** Descriptions made by machines lose particles: "Water" where the page has "van de Water". */
function withParticles(
  described: readonly InferredName[],
  read: readonly InferredName[],
): readonly InferredName[] {
  return described.map((name) => {
    const family = name.family ?? '';
    const whole = read.find(
      (other) =>
        family !== '' &&
        other.family?.endsWith(` ${family}`) === true &&
        squash(other.given ?? '') === squash(name.given ?? ''),
    );
    return whole ?? name;
  });
}

/** Some publishers' descriptions put the family name first without a comma ("Halas Ema"); the page tells. */
function isTurned(claimed: readonly InferredName[], read: readonly InferredName[]): boolean {
  const words = ({ given = '', family = '', literal = '' }: InferredName): string =>
    `${given} ${family} ${literal}`
      .split(/\s+/)
      .map((word) => squash(word))
      .filter((word) => word.length > 1)
      .sort()
      .join(' ');
  const [described, printed] = [claimed[0], read[0]];
  if (described === undefined || printed === undefined || claimed.length > read.length) return false;
  return words(described) === words(printed) && nameKey(described) !== nameKey(printed);
}

function readingOf(page: PdfPageLayout | undefined, title: TitleFinding | undefined): Reading | null {
  const writer = page === undefined ? [] : thesisAuthor(page);
  if (writer.length > 0) return { names: writer, share: 1, plain: 1 };
  if (title === undefined) return null;
  const near = readAuthorLines(linesBelow(title)) ?? readAuthorLines(linesAbove(title));
  if (near !== null) return near;
  const beside = linesBeside(title);
  const column = readAuthorLines(beside);
  const listed =
    column !== null && (column.names.length > 1 || beside.some((line) => /^by\s/i.test(line.text)));
  const far = listed ? column : readAuthorLines(linesElsewhere(title));
  return far === null ? null : { ...far, share: 0.2 };
}

/** The authors a cover names; sure when the paper behind it prints them too. */
function coveredAuthors(head: PdfHead): InferredField<readonly InferredName[]> | undefined {
  const cover = readCover(head);
  if (cover?.authors === undefined) return undefined;
  const behind = head.pages.filter((page) => page.pageIndex > cover.page.pageIndex);
  const printed = squash(behind.map((page) => page.text).join('\n'));
  const confirmed = cover.authors.every((name) => printed.includes(nameKey(name)));
  const open = cover.authors.some((name) => hasOpenSplit(name));
  const confidence = confirmed && !open ? 0.93 : 0.87;
  return { value: cover.authors, source: 'layout', confidence, page: cover.page.pageIndex };
}

/**
 * Finds the authors: the run of names below the title (affiliations, marks, degrees taken off), checked against the
 * file's own description. Names the description gives must be printed near the title to be believed.
 * @param head what was read of the document
 * @param title the title and its place
 */
export function inferAuthors(
  head: PdfHead,
  title: TitleFinding | undefined,
): InferredField<readonly InferredName[]> | undefined {
  const covered = coveredAuthors(head);
  if (covered !== undefined) return covered;
  const described = describedAuthors(head);
  const page = title?.place?.page ?? head.pages[0];
  const printed = squash(page?.text ?? '');
  const reading = readingOf(page, title);
  const byKey = new Map<string, InferredName>();
  for (const name of reading?.names ?? []) {
    const split = splitName(name);
    const key = squash(`${split.given ?? ''}${split.family ?? split.literal ?? ''}`);
    if (!byKey.has(key)) byKey.set(key, split);
  }
  const read = [...byKey.values()];
  const claimed = withParticles(described, read);
  const believed = claimed.length > 0 && claimed.every((name) => printed.includes(nameKey(name)));
  const pageIndex = page?.pageIndex ?? null;
  if (page !== undefined && read.length > 0) {
    const agree = claimed.length > 0 && nameKey(claimed[0] ?? {}) === nameKey(read[0] ?? {});
    if (believed && agree && claimed.length >= read.length) {
      // Sure only when page and description name the same people in the same order.
      const same =
        claimed.length === read.length &&
        claimed.every((name, index) => nameKey(name) === nameKey(read[index] ?? {})) &&
        !claimed.some((name) => hasOpenSplit(name));
      return {
        value: withOrcids(claimed, page.text),
        source: 'info-dictionary',
        confidence: same ? 0.95 : 0.88,
        page: pageIndex,
      };
    }
    const turned = isTurned(claimed, read);
    if (agree || !believed || turned || claimed.length < read.length) {
      const confidence = agree || turned ? 0.88 : 0.55 + 0.25 * (reading?.share ?? 0);
      return { value: withOrcids(read, page.text), source: 'layout', confidence, page: pageIndex };
    }
  }
  if (believed) return { value: claimed, source: 'info-dictionary', confidence: 0.85, page: pageIndex };
  if (claimed.length > 0) return { value: claimed, source: 'info-dictionary', confidence: 0.4, page: null };
  const corporate = corporateAuthor(head, printed);
  if (corporate.length > 0)
    return { value: corporate, source: 'info-dictionary', confidence: 0.6, page: pageIndex };
  return undefined;
}
