import {
  collapseSpace,
  findSeason,
  parseDate,
  parseEdtf,
  type CslDate,
  type CslTextVariable,
} from '../../domain/bibliography';
import { decodeAllEntities } from '../../lib/entities';
import { languageCode, PROSE, VERBATIM } from './bibtex-map';
import { withoutPrintedBraces } from './bibtex-titles';
import { toLatex } from './latex';
import { fromLatex } from './latex-decode';

/** Words for biblatex's keys in `type`; an empty one says nothing that the entry type does not. */
const GENRES: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'Master’s thesis'],
  ['mastersthesis', 'Master’s thesis'],
  ['masterthesis', 'Master’s thesis'],
  ['bathesis', 'Bachelor’s thesis'],
  ['bachelorthesis', 'Bachelor’s thesis'],
  ['candthesis', 'Candidate thesis'],
  ['resreport', 'Research report'],
  ['techreport', ''],
  ['patent', ''],
  ['patentde', 'German patent'],
  ['patenteu', 'European patent'],
  ['patentfr', 'French patent'],
  ['patentuk', 'British patent'],
  ['patentus', 'U.S. patent'],
]);

/** @param entryType entry type in lower case @returns the genre it implies where `type` says nothing */
export function impliedGenre(entryType: string): string | undefined {
  return entryType.endsWith('thesis') ? GENRES.get(entryType) : undefined;
}

/** Variables that name works and bodies. */
const TITLES = new Set<string>([
  'container-title',
  'container-title-short',
  'collection-title',
  'event-title',
  'publisher',
  'title-short',
]);

/**
 * One field's value as the text of a CSL variable.
 * @param variable which variable
 * @param field name of the field it is read from
 * @param raw value as LaTeX
 * @returns text, empty when the field says nothing
 */
export function readFieldText(variable: CslTextVariable, field: string, raw: string): string {
  if (VERBATIM.has(field)) return readVerbatim(raw);
  const text = fromLatex(TITLES.has(variable) ? withoutPrintedBraces(raw) : raw);
  if (PROSE.has(variable)) return readProse(text);
  const line = collapseSpace(text);
  switch (variable) {
    case 'keyword':
      return readKeywords(line);
    case 'language':
      return languageCode(line);
    case 'genre':
      return GENRES.get(line.toLowerCase()) ?? line;
    case 'page':
      return line.replace(/\s*[-–—]+\s*/g, '-');
    default:
      return line;
  }
}

/**
 * The text of a CSL variable as a field's value; {@link readFieldText} reads it back.
 * @param variable which variable
 * @param field name of the field that is written
 * @param value text with CSL markup
 */
export function writeFieldText(variable: CslTextVariable, field: string, value: string): string {
  if (VERBATIM.has(field)) return writeVerbatim(value);
  if (PROSE.has(variable)) return value.split('\n').map(toLatex).join('\n\n');
  if (variable === 'page') return toLatex(value.replace(/-+/g, '\u0001')).replaceAll('\u0001', '--');
  return toLatex(value);
}

/** Lines of a .bib file are broken anywhere; only an empty line is the writer's own. */
function readProse(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(collapseSpace)
    .filter((line) => line !== '')
    .join('\n');
}

function readKeywords(line: string): string {
  const separator = line.includes(';') ? ';' : ',';
  const words = line
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return joinKeywords(words);
}

/**
 * @param words keywords
 * @returns one text; semicolons part them when one of them holds a comma
 */
export function joinKeywords(words: readonly string[]): string {
  return words.join(words.length > 1 && words.some((word) => word.includes(',')) ? '; ' : ', ');
}

/** @param value text of `keyword` @returns the keywords in it */
export function splitKeywords(value: string): readonly string[] {
  return value
    .split(value.includes(';') ? ';' : ',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Addresses are meant to stand as they are, but programs escape signs in them. */
export function readVerbatim(raw: string): string {
  if (!/[\\{}\s&]/.test(raw)) return raw;
  return decodeAllEntities(raw)
    .replace(/^\s*\\url\s*/, '')
    .replace(/\{?\\([_&%#~$])\}?/g, '$1')
    .replace(/\\textasciitilde\s?|\{\\textasciitilde\}|\$\\sim\$/g, '~')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function writeVerbatim(value: string): string {
  return value.replace(/[{}]|\\(?=[_&%#~$])/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @param raw a date field as LaTeX @returns its date: EDTF, or as people write dates */
export function readFieldDate(raw: string): CslDate | undefined {
  const text = collapseSpace(fromLatex(raw.replace(/(?<=\d)~/g, '\\textasciitilde{}')));
  return text === '' ? undefined : (parseEdtf(text) ?? parseDate(text));
}

/**
 * The date of classical BibTeX's three fields.
 * @returns the date, and whether the month was understood
 */
export function readYearMonth(
  year: string,
  month: string | undefined,
  day: string | undefined,
): { readonly date: CslDate | undefined; readonly usedMonth: boolean } {
  const date = readFieldDate(year);
  const parts = date?.['date-parts'];
  const [first] = parts ?? [];
  if (date === undefined || parts?.length !== 1 || first?.length !== 1 || month === undefined)
    return { date, usedMonth: month === undefined };
  const monthText = collapseSpace(fromLatex(month));
  const season = findSeason(monthText);
  if (season !== undefined) return { date: { ...date, season }, usedMonth: true };
  // "3", "03", "mar", "March 5", "5 mar", "Mar.--Apr."
  const number = /^\d{1,2}$/.test(monthText) ? Number(monthText) : undefined;
  const found =
    number === undefined
      ? parseDate(`${monthText.replace(/\s*[-–—/].*$/, '')} 2000`)?.['date-parts']?.[0]
      : [2000, number];
  const monthNumber = found?.[1];
  if (monthNumber === undefined || monthNumber < 1 || monthNumber > 12) return { date, usedMonth: false };
  const dayNumber = day === undefined ? found?.[2] : Number(collapseSpace(fromLatex(day)));
  const hasDay = dayNumber !== undefined && dayNumber >= 1 && dayNumber <= 31;
  return {
    date: { ...date, 'date-parts': [[first[0] ?? 0, monthNumber, ...(hasDay ? [dayNumber] : [])]] },
    usedMonth: !/[-–—/]/.test(monthText),
  };
}
