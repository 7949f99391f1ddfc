import { tidy } from './normalise';
import type { InferredName } from './types';

const PARTICLES = new Set(
  'van von der den de del della delle di da das do dos du la le les el al bin ibn ben ter ten te zu zum zur af av vom y e'.split(
    ' ',
  ),
);

const DEGREES =
  /(?:,?\s+|^)(?:ph\.?\s?d\.?|ed\.?\s?d\.?|m\.?d\.?|m\.?sc\.?|b\.?sc\.?|m\.?ed\.?|m\.?phil\.?|psy\.?d\.?|d\.?phil\.?|dr\.?\s?p\.?h\.?|mph|mba|rn|frcp|msw|faan|dds|bds|mbbs|mbchb|jd|ll\.?m\.?|c\.?psych(?:ol)?|к\.\s?\p{L}+\.\s?н\.|д\.\s?\p{L}+\.\s?н\.)(?=[\s,;.]|$)/giu;

const HONORIFICS =
  /^(?:(?:dr|prof(?:essor)?|mr|mrs|ms|sir|assoc(?:iate)?\.? prof(?:essor)?|asst\.? prof|доц|проф|канд\.? [\p{L}.]+ наук)\b\.?\s*)+/iu;

const NOT_A_NAME =
  /(?<!\p{L})(?:universit\p{L}*|universid\p{L}*|università|university|department|dept|institut\p{L}*|school|college|faculty|facilit\p{L}*|centre|center|laborator\p{L}*|hospital|jurusan|politeknik|negeri|fakultas|teknik|facultad|faculdade|departamento|dipartimento|département|faculté|laboratoire|école|escuela|escola|fachbereich|fakultät|hochschule|lehrstuhl|abteilung|uniwersytet|wydział|katedra|univerzita|fakulta|üniversitesi|fakültesi|högskola|faculteit|microsystems|academy|association|society|foundation|corporation|inc|ltd|gmbh|llc|research|education\p{L}*|journal|review|article|abstract|keywords?|introduction|open|access|email|e-mail|tel|fax|street|road|avenue|ave|blvd|boulevard|plaza|campus|building|suite|way|p\.?o\.? box|usa|usa|u\.s\.a|uk|united|kingdom|states|australia|germany|france|china|canada|spain|italy|netherlands|ukraine|japan|india|brazil|sweden|norway|finland|denmark|switzerland|austria|belgium|poland|turkey|israel|korea|singapore|hong kong|taiwan|new zealand|south africa|program\p{L}*|project on|division|group of|unit|council|ministry|bureau|office|services|systems?|technolog\p{L}*|sciences?|engineering|psycholog\p{L}*|mathematics|studies|learning|teaching|teachers?|students?|received|accepted|published|corresponding|author|authors|volume|issue|doi|issn|http\p{L}*|www|copyright|creative|commons|inria|cnrs|inserm|google|microsoft|yahoo|ibm|telecom|team|drive|business|informatics|europe|copier|scanner|user|administrator|philosophy|biology|ecology|chemistry|physics|geology|license|international|national|state|lab|labs|library|museum|editor|editors|edited|reviewed|background|theoretical|technical|report|projects|virtual|publication|debates?|critical|version|verlag|publishers?|point of view|supplementary|material|physiol|overview|contents|chapter|section|figure|table|group|the|this|these|from|with|using|about|into)(?!\p{L})/iu;
/** The same in Ukrainian and Russian. */
const NOT_A_NAME_CYRILLIC =
  /(?<!\p{L})(?:університет|университет|інститут|институт|кафедр|факультет|академі|академи|школ|гімназі|гимнази|ліце|лице[йя]|коледж|колледж|лаборатор|центр|відділ|отдел|україн|украин|росі|росси|міністерств|министерств|журнал|вісник|вестник|збірник|сборник|стат[тья]|доцент|професор|профессор|кандидат|доктор|студент|аспірант|аспирант|педагогічн|педагогическ|державн|государственн|національн|национальн|науков|научн|наук(?!\p{L})|учител|вчител|викладач|преподавател|освіт|образовани|навчан|обучени|теорі|теори|метод|розвит|развити)\p{L}*/iu;

const INITIALS = /^(?:(?:\p{Lu}\.?[-‐ ]?){1,4}|\p{Lu}\p{Ll}\.)$/u;

const isInitials = (token: string): boolean =>
  INITIALS.test(token) && token.replace(/[^\p{L}]/gu, '').length <= 3;

/** "ROSCHELLE" gives "Roschelle", "O'BRIEN-SMITH" gives "O'Brien-Smith"; mixed case stays. */
function settleCase(token: string): string {
  const letters = token.replace(/[^\p{L}]/gu, '');
  const prefixed = /^(Ma?c|De|Di|La|Le)(\p{Lu})(\p{Lu}{2,})$/u.exec(token);
  if (prefixed !== null)
    return `${prefixed[1] ?? ''}${prefixed[2] ?? ''}${(prefixed[3] ?? '').toLowerCase()}`;
  if (letters.length < 3 || letters !== letters.toUpperCase() || /[^\p{L}.'’‐-]/u.test(token)) return token;
  if (isInitials(token) && token.includes('.')) return token;
  return token
    .toLowerCase()
    .replace(/(^|['’‐-]|\bmc)(\p{Ll})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}

/**
 * Removes what stands beside names in author lines: marks, degrees, titles, mail addresses, "by", ORCID glyph.
 * @param text one piece of an author line
 */
export function bareName(text: string): string {
  return tidy(text)
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[\d*†‡§¶#∗⁎•◦✉⋆?!¹²³⁰-⁹ᵃ-ᶻ|^~`´¨=+<>]+/gu, ' ')
    .replace(/(?:\s+|(?<=\p{Ll}{2}))(?:ID|iD|ORCID)(?=\s|,|$)/gu, ' ')
    .replace(/\s+Id(?=\s|,|$)/g, ' ')
    .replace(/^(?:by|authors?:?|written by|autor(?:es|en)?:|автори?:)\s+/i, '')
    .replace(DEGREES, ' ')
    .replace(/(\p{Lu}\p{Ll}?\.)(?=\p{Lu})/gu, '$1 ')
    .replace(/['’"”]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;.&:–—-]+|[\s,;:&–—-]+$/g, '')
    .replace(HONORIFICS, '')
    .trim();
}

/**
 * Whether a text names an institution, a place or another thing no person's name contains.
 * @param text part of an author line
 */
export function isAffiliation(text: string): boolean {
  return NOT_A_NAME.test(text) || NOT_A_NAME_CYRILLIC.test(text);
}

/**
 * Whether a line is a list of two or more persons and nothing else.
 * @param text one line or block, raised marks left out
 */
export function isListOfNames(text: string): boolean {
  const pieces = text
    .split(/\s*[,;]\s*(?:and\s|&\s)?|\s+(?:and|&|und|et|та|і|и)\s+/iu)
    .map((piece) => bareName(piece))
    .filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => isPersonName(piece));
}

/** Universities known by their letters, beside the name of a town or a department. */
const ACRONYM =
  /\b(?:ETH|EPFL|MIT|CSAIL|EECS|NICTA|UCLA)\b|\b(?:TU|KU|FU|UT|UC|HU|LMU|CMU|UBC|ECE)\b(?= .*\p{Ll})/u;
const SHORTENED =
  /^(?:ser|rev|biol|ecol|sci|res|proc|bull|lett|hydrobiol|educ|psychol|phys|chem|soc|oceanogr|zool|geol|prog)\.?$/i;

/** "Mar. Ecol. Prog. Ser.": a journal's name as its own pages shorten it. */
function isShortTitle(tokens: readonly string[]): boolean {
  const dotted = tokens.filter(
    (token) => /^\p{Lu}?\p{Ll}{2,}\.$/u.test(token) && !/^(?:jr|sr)\.$/i.test(token),
  );
  return dotted.length > 1 || tokens.filter((token) => SHORTENED.test(token)).length > 1;
}

/**
 * Whether a cleaned piece can be one person's name: two to five words, capitals at the start of each but particles,
 * nothing that belongs to an affiliation or heading.
 * @param piece result of {@link bareName}
 */
export function isPersonName(piece: string): boolean {
  if (piece.length < 4 || piece.length > 50 || isAffiliation(piece) || ACRONYM.test(piece)) return false;
  const tokens = piece.split(' ');
  if (tokens.length < 2 || tokens.length > 6 || isShortTitle(tokens)) return false;
  let words = 0;
  for (const token of tokens) {
    if (PARTICLES.has(token.toLowerCase()) || /^(?:jr|sr)\.?$|^i{2,3}$|^iv$/i.test(token)) continue;
    if (isInitials(token)) continue;
    if (!/^[\p{Lu}'’][\p{L}\p{M}'’.‐-]*$/u.test(token) && !/^(?:d|l|al|el)['’-]\p{Lu}/u.test(token))
      return false;
    if (!/^\p{L}{2}|^\p{Lu}['’]\p{L}|^\p{Lu}\p{Ll}/u.test(token)) return false;
    words += 1;
  }
  return words >= 1;
}

/**
 * Splits a name into family and given name. Knows particles ("van der Berg"), suffixes, inverted names
 * ("Wilson G", "Шевченко Т. Г.") and names in capitals.
 * @param name one person's name
 */
export function splitName(name: string): InferredName {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma?.[1] !== undefined && comma[2] !== undefined && !/^(?:jr|sr|ii+|iv)\.?$/i.test(comma[2])) {
    return { family: tokensCased(comma[1]), given: tokensCased(comma[2]) };
  }
  const suffix = /[,\s]+((?:jr|sr)\.?|i{2,3}|iv)$/i.exec(name);
  const bare = suffix === null ? name : name.slice(0, suffix.index);
  const tokens = bare.replace(/,/g, ' ').trim().split(/\s+/);
  const capitals = tokens.every((token) => token === token.toUpperCase());
  const last = tokens.at(-1) ?? '';
  const [first = ''] = tokens;
  // "HALAS Ema Maria": the name in capitals is the family's.
  if (
    tokens.length > 1 &&
    /^\p{Lu}{3,}(?:[-'’]\p{Lu}{2,})*$/u.test(first) &&
    /[AEIOUYАЕИОУЯІЇЄЮ]/iu.test(first) &&
    tokens.slice(1).every((token) => /^\p{Lu}[\p{Ll}'’-]+$/u.test(token))
  )
    return { family: settleCase(first), given: tokens.slice(1).join(' ') };
  // "Wilson G", "Шевченко Т. Г.": family name first, then initials only.
  const tail = tokens.slice(1);
  const inverted =
    !isInitials(first) &&
    tail.length > 0 &&
    tail.every((token) => isInitials(token)) &&
    !(capitals && last.length > 2);
  if (inverted) return { family: settleCase(first), given: tail.join(' ') };
  let start = tokens.length - 1;
  while (
    start > 1 &&
    PARTICLES.has((tokens[start - 1] ?? '').toLowerCase()) &&
    !/^[ye]$/i.test(tokens[start - 1] ?? '')
  ) {
    start -= 1;
  }
  if (start === 1 && tokens.length > 2 && /^(?:van|von|de|del|di|da|du|la|le)$/.test(tokens[1] ?? ''))
    start = 1;
  const family = tokens.slice(start).map(particleCased).join(' ');
  const given = tokens.slice(0, start).map(settleCase).join(' ');
  return given === '' ? { literal: tokensCased(name) } : { family, given };
}

const particleCased = (token: string): string =>
  PARTICLES.has(token.toLowerCase()) && token === token.toUpperCase()
    ? token.toLowerCase()
    : settleCase(token);

const tokensCased = (text: string): string => text.trim().split(/\s+/).map(settleCase).join(' ');

/**
 * Splits an author string of the information dictionary or of a citation into names.
 * @param text for instance "Jeremy Roschelle, Mingyu Feng, and Craig A. Mason" or "Roschelle, J.; Feng, M."
 * @returns names, or an empty list when the string is not made of persons' names
 */
export function parseAuthorString(text: string): readonly InferredName[] {
  const whole = tidy(text);
  if (whole === '') return [];
  const bySemicolon = whole.split(/\s*;\s*/).filter((piece) => piece !== '');
  if (bySemicolon.length > 1 || /^[^,]+,\s*[^,]+$/.test(whole)) {
    const inverted = bySemicolon.map((piece) => bareName(piece));
    if (
      inverted.every((piece) => /^[\p{L}'’ .‐-]+, ?[\p{L}'’ .‐-]+$/u.test(piece) && !isAffiliation(piece))
    ) {
      const singles = inverted.every(
        (piece) => !/\s/.test(piece.split(',')[0] ?? '') || bySemicolon.length > 1,
      );
      if (singles) return inverted.map((piece) => splitName(piece));
    }
  }
  const byAnd = whole.split(/\s+and\s+/i);
  const inverted = byAnd.map((piece) => bareName(piece));
  if (
    byAnd.length > 1 &&
    inverted.every((piece) => /^[\p{L}'’ .‐-]+, ?[\p{L}'’ .‐-]+$/u.test(piece) && !isAffiliation(piece)) &&
    inverted.some((piece) => /^[^\s,]+,/.test(piece)) &&
    !inverted.some((piece) => isPersonName(piece.split(/,\s*/)[1] ?? ''))
  ) {
    return inverted.map((piece) => splitName(piece));
  }
  const pieces = whole
    .split(/\s*[;,]\s*(?:and|&)\s+|\s*[;,]\s*|\s+(?:and|&|und|et|y|та|і|и)\s+/i)
    .map((piece) => bareName(piece))
    .filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => isPersonName(piece))
    ? pieces.map((piece) => splitName(piece))
    : [];
}
