import { readCover } from './cover';
import { endsHead, isFurniture, isJournalName } from './furniture';
import { layoutLines, type LayoutLine } from './lines';
import { composeAccents } from './page-text';
import { bareName, isAffiliation, isPersonName, parseAuthorString, splitName } from './names';
import { squash, tidy } from './normalise';
import type { TitleFinding } from './title';
import type { InferredField, InferredName, PdfHead, PdfPageLayout } from './types';

/** Stands for a raised mark (affiliation number, asterisk) or a wide gap between two names. */
const MARK = ' \ue000 ';
/** A gap of this many ems within a line sets two authors side by side. */
const AUTHOR_GAP = 0.62;
const SEPARATORS =
  /\s*(?:[,;•·|∙⋅/]|\s[Æá](?=\s)|\ue000|\s&\s|['’]&\s|\s+(?:and|und|et|y|та|і|и|with)\s+|^(?:and|&)\s+|\s[–—-]\s)+\s*/iu;

/**
 * "huma ali" for "Huma Ali": fonts of small capitals often map their glyphs to small letters. Only lines with a raised
 * affiliation mark and nothing but a few words are taken for names.
 */
function restoreCapitals(line: LayoutLine, text: string): string {
  const marked = line.runs.some((run) => run.raised && /\d/.test(run.text));
  const words = text.replaceAll(MARK, ' ').trim();
  if (!marked || !/^(?:[\p{L}.'’-]+\s*){2,5}$/u.test(words) || !/(?:^|\s)\p{Ll}/u.test(words)) return text;
  return text.replace(
    /(^|[\s-])(\p{Ll})(?=\p{L}{2}|\p{L}?(?:\s|$))/gu,
    (_, lead: string, letter: string) => `${lead}${letter.toUpperCase()}`,
  );
}

/** The line with its raised marks turned into separators; the tiny "ID" of an ORCID badge counts as one. */
function markedText(line: LayoutLine): string {
  let out = '';
  let end: number | null = null;
  for (const run of line.runs) {
    const badge = /^\s*i?D?\s*$/i.test(run.text) && run.size < 0.75 * line.size;
    if (run.raised || badge) {
      if (/[\p{L}\p{N}*†‡§¶#∗✉]/u.test(run.text) || badge) out += MARK;
    } else {
      const gap = end === null ? 0 : (run.x - end) / run.size;
      if (gap > AUTHOR_GAP) out += MARK;
      else if (gap > 0.13 && !/\s$/.test(out)) out += ' ';
      out += run.text;
    }
    end = run.end;
  }
  // Marks that lost their raised position: "John Smith1,2" or "Jane Doe*".
  return restoreCapitals(line, composeAccents(out))
    .replace(/,\s*(?:(?:senior|student|life|graduate) )*(?:member|fellow),? ieee/gi, '')
    .replace(/(\p{Ll}{2,})(?:\d+(?:\s?[,–-]\s?\d+)*|[*†‡§¶∗]+)/gu, `$1${MARK}`)
    .replace(/[\s\ue000]*\ue000[\s\ue000]*/g, MARK)
    .trim();
}

interface Reading {
  readonly names: readonly string[];
  /** Share of the pieces that read as persons' names. */
  readonly share: number;
}

/** A list of inverted names: "Di Cosmo, Roberto and Danelutto, Marco"; null when the text is not made so. */
function readInverted(text: string): readonly string[] | null {
  const parts = text
    .split(/(?:\ue000|;|\s&\s|\s(?:and|und|et|та|і|и)\s)+/iu)
    .map((part) => part.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  const names = parts.map((part) => /^([^,]{2,30}),\s*([^,]{1,25})$/.exec(part));
  let single = 0;
  for (const name of names) {
    const family = bareName(name?.[1] ?? '');
    const given = bareName(name?.[2] ?? '');
    if (family === '' || given === '' || isPersonName(given) || !isPersonName(`${given} ${family}`))
      return null;
    if (!/\s/.test(family)) single += 1;
  }
  return single === 0 ? null : parts.map((part) => bareName(part));
}

function readNames(text: string): Reading {
  const inverted = readInverted(text);
  if (inverted !== null) return { names: inverted, share: 1 };
  const pieces = text
    .split(SEPARATORS)
    .map((piece) => bareName(piece))
    .filter((piece) => /\p{L}{2}/u.test(piece) || piece.length > 3);
  const names = pieces.filter((piece) => isPersonName(piece));
  return { names, share: pieces.length === 0 ? 0 : names.length / pieces.length };
}

const endsOpen = (text: string): boolean =>
  /(?:[,;&\ue000]|\band|\bund|\bet|\by|\s(?:та|і|и))\s*$/iu.test(text);

/** Whether a wrapped list breaks inside a name here: "…, Thomas L." + "Griffiths, …". */
function breaksInsideName(before: string, after: string): boolean {
  if (endsOpen(before) || !/[,;\ue000]/.test(before)) return false;
  const tail = bareName(before.split(SEPARATORS).at(-1) ?? '');
  const head = bareName(after.split(SEPARATORS)[0] ?? '');
  if (tail === '' || head === '' || !isPersonName(`${tail} ${head}`)) return false;
  // A list with commas goes on after the rest of the name; a row of universities below a row of names does not.
  const goesOn = before.includes(',') && /^[^,;\ue000]{1,30}(?:[,;\ue000]|\sand\s|$)/.test(after);
  return !isPersonName(tail) || /\b\p{Lu}\.$/u.test(tail) || (goesOn && !isPersonName(head));
}

const sameType = (a: LayoutLine, b: LayoutLine): boolean =>
  Math.abs(a.size - b.size) < 0.6 && (a.bold === b.bold || a.font === b.font);

/** What follows a name where each author has a line of their own: a post, a degree, a department, an address. */
const POST =
  /@|\b(?:professor|lecturer|student|candidate|researcher|teacher|engineer|director|fellow|doctor|postgraduate|undergraduate|scientist|manager|head of)\b|(?:студент|аспірант|аспирант|магистр|магістр|бакалавр|доцент|профессор|професор|преподавател|викладач|учител|вчител|учитель|инженер|інженер|разработчик|розробник|научн|науков|сотрудник|співробітник|заведующ|завідувач|директор|консультант|кандидат|доктор|к\.\s?[\p{L}.-]{1,8}\s?н|д\.\s?[\p{L}.-]{1,8}\s?н)/iu;

/** The author a line opens with, when a post or an affiliation follows: "Ivanov I. I., student of …". */
function leadingAuthor(line: LayoutLine, next: LayoutLine | undefined): string | null {
  if (line.runs[0]?.raised === true) return null; // an affiliation's mark
  const match =
    /^([^,;@]{5,45}?)\s*(?:,|\s[-–—]\s)\s*(\S.*)$/u.exec(line.text) ??
    /^(\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}?\. ?){1,3})\s*(\p{Ll}.*)$/u.exec(line.text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const name = bareName(match[1]);
  if (/^(?:address )?correspond/i.test(line.text)) return null;
  if (!isPersonName(name)) return null;
  const rest = match[2];
  const second = bareName(rest.split(/[,;]/)[0] ?? '');
  if (isPersonName(second) && !POST.test(second)) return null;
  const told = POST.test(rest) || isAffiliation(rest) || /@/.test(next?.text ?? '');
  return told ? name : null;
}

/** Authors that each open a line with their post or affiliation after the name; empty unless the first lines do. */
function readAuthorEntries(lines: readonly LayoutLine[]): readonly string[] {
  const names: string[] = [];
  let gap = 0;
  for (const [index, line] of lines.entries()) {
    const name = leadingAuthor(line, lines[index + 1]);
    if (name !== null) {
      names.push(name);
      gap = 0;
    } else if (names.length === 0 && readNames(markedText(line)).share > 0.8) {
      return [];
    } else {
      gap += 1;
    }
    if (gap > (names.length === 0 ? 2 : 4)) break;
  }
  return names;
}

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
function readAuthorLines(lines: readonly LayoutLine[]): { names: readonly string[]; share: number } | null {
  const entries = readAuthorEntries(lines);
  if (entries.length > 0) return { names: entries, share: 0.8 };
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
      } else if (typeFits && next.share >= 0.6 && !isFurniture(line.text) && !/\d{4,}|@/.test(line.text)) {
        joined = endsOpen(joined) ? `${joined} ${more}` : `${joined}; ${more}`;
      } else {
        // Affiliations between author lines are stepped over; anything in the author's type that is no name ends it.
        continue;
      }
      last = line;
    }
    const all = readNames(joined);
    return { names: all.names, share: all.share };
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

function readingOf(page: PdfPageLayout | undefined, title: TitleFinding | undefined): Reading | null {
  const writer = page === undefined ? [] : thesisAuthor(page);
  if (writer.length > 0) return { names: writer, share: 1 };
  return title === undefined
    ? null
    : (readAuthorLines(linesBelow(title)) ?? readAuthorLines(linesAbove(title)));
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
    if (agree || !believed || claimed.length < read.length) {
      const confidence = agree ? 0.88 : 0.55 + 0.25 * (reading?.share ?? 0);
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
