import type { LayoutLine } from './lines';
import { bareName, isAffiliation, isPersonName } from './names';
import { composeAccents } from './page-text';

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
export function markedText(line: LayoutLine): string {
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

/** A post that follows a name without a comma: "Ema Halas Senior Lecturer". */
const withoutPost = (piece: string): string =>
  piece.replace(
    /(?<=\p{Ll}{2}) (?:(?:senior|associate|assistant|principal|adjunct|research|visiting|full|junior) )*(?:lecturer|professor|fellow|reader|director|librarian)\b.*$/iu,
    '',
  );

export interface Reading {
  readonly names: readonly string[];
  /** Share of the pieces that read as persons' names, or more where only places follow the names. */
  readonly share: number;
  /** The bare share. */
  readonly plain: number;
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

/** Degrees and memberships set apart by commas: "MLIS", "MSEd", "PhD", "FRCP". */
const isDegree = (piece: string): boolean =>
  /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{Ll}]{2,6}$/u.test(piece) && !/^\p{Lu}\p{Ll}{3,}/u.test(piece);

/** What archives print each author did, between the names. */
const CONTRIBUTION =
  /^(?:conceptuali[sz]ation|data curation|formal analysis|funding acquisition|investigation|methodology|project administration|resources|software|supervision|validation|visuali[sz]ation|writing|original draft|review & editing|review|editing)$/i;

/** "YasuhiroTamimoto": a font whose word space is no sign at all. */
const spaced = (piece: string): string => piece.replace(/^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u, '$1 $2');

/**
 * Reads the names of an author line.
 * @param text the line as {@link markedText} gives it
 */
export function readNames(text: string): Reading {
  const inverted = readInverted(text);
  if (inverted !== null) return { names: inverted, share: 1, plain: 1 };
  const pieces = text
    .split(SEPARATORS)
    .map((piece) => spaced(withoutPost(bareName(piece))))
    .filter((piece) => /\p{L}{2}/u.test(piece) || piece.length > 3);
  const names = pieces.filter((piece) => isPersonName(piece));
  const others = pieces.filter((piece) => !isPersonName(piece));
  const idle = others.filter((piece) => isDegree(piece) || CONTRIBUTION.test(piece));
  // Names first, then where they work, on one line.
  const places = others.filter((piece) => isAffiliation(piece) || isDegree(piece));
  const lead = isPersonName(pieces[0] ?? '') && places.length === others.length;
  const counted = pieces.length - idle.length;
  const share = counted <= 0 ? 0 : names.length / counted;
  return { names, share: lead && names.length > 0 ? Math.max(share, 0.7) : share, plain: share };
}

export const endsOpen = (text: string): boolean =>
  /(?:[,;&\ue000]|\band|\bund|\bet|\by|\s(?:та|і|и))\s*$/iu.test(text);

/** Whether a wrapped list breaks inside a name here: "…, Thomas L." + "Griffiths, …". */
export function breaksInsideName(before: string, after: string): boolean {
  if (endsOpen(before) || !/[,;\ue000]/.test(before)) return false;
  const tail = bareName(before.split(SEPARATORS).at(-1) ?? '');
  const head = bareName(after.split(SEPARATORS)[0] ?? '');
  if (tail === '' || head === '' || !isPersonName(`${tail} ${head}`)) return false;
  // A list with commas goes on after the rest of the name; a row of universities below a row of names does not.
  const goesOn =
    before.includes(',') &&
    (/^[^,;\ue000]{1,30}(?:[,;\ue000]|\sand\s)/.test(after) || /^\p{Lu}[\p{Ll}'’-]+$/u.test(after));
  return !isPersonName(tail) || /\b\p{Lu}\.$/u.test(tail) || (goesOn && !isPersonName(head));
}

export const sameType = (a: LayoutLine, b: LayoutLine): boolean =>
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
  const name = withoutPost(bareName(match[1]));
  if (/^(?:address )?correspond/i.test(line.text)) return null;
  if (!isPersonName(name)) return null;
  const rest = match[2];
  // A town with its code: "La Jolla, CA 92093".
  if (/^[A-Z]{2}\b|\d{4}/.test(rest)) return null;
  const second = bareName(rest.split(SEPARATORS)[0] ?? '');
  if (isPersonName(second) && !POST.test(second)) return null;
  const told = POST.test(rest) || isAffiliation(rest) || /@/.test(next?.text ?? '');
  return told ? name : null;
}

/** Authors that each open a line with their post or affiliation after the name; empty unless the first lines do. */
export function readAuthorEntries(lines: readonly LayoutLine[]): readonly string[] {
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
