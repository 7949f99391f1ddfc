import iconv from 'iconv-lite';
import type { ParsedRecord } from './parsed-record';
import { renewed } from './tidy-record';

/** Runs of accented letters, which no Latin language has, or the first byte of a UTF-8 letter before a continuation byte. */
const SUSPICIOUS = /[\u00C0-\u00FF]{3}|[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]/;
const CYRILLIC_AS_LATIN = /[\u00A5\u00A8\u00AA\u00AF\u00B2-\u00B4\u00B8\u00BA\u00BF-\u00FF]{3,}/g;

/**
 * Letters that another program read in the wrong encoding and saved so: Windows-1251 as Latin-1 ("Íàâ÷àííÿ"), or UTF-8 as
 * Windows-1252 ("Ð½Ð°", "Ã©").
 * @param text any text
 * @returns the text as it was meant, or the same text when nothing tells of damage
 */
export function repairText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return fromUtf8(text) ?? fromCyrillic(text) ?? text;
}

function fromUtf8(text: string): string | undefined {
  // Letters of other scripts were never read wrong; they stand as they are between the parts that may have been.
  const parts = text
    .split(OUTSIDE_WINDOWS_1252)
    .map((part, index) => (index % 2 === 0 ? decoded(part) : part));
  const whole = parts.join('');
  return parts.includes(undefined) || whole.length >= text.length ? undefined : whole;
}

const OUTSIDE_WINDOWS_1252 =
  /([^\t\n -\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]+)/;

function decoded(text: string): string | undefined {
  // What Windows-1252 has no letter for was kept as the control character of that number.
  const bytes = Buffer.concat(
    // The second half of "à" is a no-break space, which has become one with the space behind it.
    Array.from(text.replaceAll('Ã ', 'Ã\u00A0 '), (char) => {
      const code = char.codePointAt(0) ?? 0;
      return code < 0x100 ? Buffer.from([code]) : iconv.encode(char, 'windows-1252');
    }),
  );
  const whole = bytes.toString('utf8');
  return whole.includes('\uFFFD') ? undefined : whole;
}

/** Only when most letters are in runs that no Latin word has, and none of these touches plain Latin letters. */
function fromCyrillic(text: string): string | undefined {
  const inRuns = (text.match(CYRILLIC_AS_LATIN) ?? []).join('').length;
  const plain = (text.match(/[A-Za-z]/g) ?? []).length;
  const touching = (text.match(/[A-Za-z][\u00C0-\u00FF]|[\u00C0-\u00FF][A-Za-z]/g) ?? []).length;
  if (inRuns < 6 || touching * 10 > inRuns || plain > inRuns * 4) return undefined;
  return text.replace(/[\u0080-\u00FF\u0152-\u02DC\u2013-\u2122]+/g, (run) => {
    const bytes = Buffer.from(iconv.encode(run, 'windows-1252'));
    return iconv.decode(bytes, 'windows-1251');
  });
}

/** "Ã" and "Â" written as LaTeX: the first halves of letters, saved by a program that knew only ASCII. */
const LATEX_DAMAGE = /\\[~^]\s*\{?\s*A/;

/** The wording of the source is of no use where it is damaged. */
function withoutDamagedSources(custom: unknown): unknown {
  if (typeof custom !== 'object' || custom === null || !('bibtexSource' in custom)) return custom;
  const { bibtexSource, ...rest } = custom;
  const wordings =
    typeof bibtexSource === 'object' && bibtexSource !== null ? Object.entries(bibtexSource) : [];
  const sound = wordings.filter(([, raw]: readonly [string, unknown]) => {
    const latex = String(raw);
    return !SUSPICIOUS.test(latex) && !LATEX_DAMAGE.test(latex);
  });
  return sound.length === 0 ? rest : { ...rest, bibtexSource: Object.fromEntries(sound) };
}

/**
 * Repairs the letters of a record and says so in a remark.
 * @param record as read
 * @returns the same record when there is nothing to repair
 */
export function repairRecord(record: ParsedRecord): ParsedRecord {
  if (record.outcome.kind !== 'read') return record;
  if (!SUSPICIOUS.test(record.raw) && !LATEX_DAMAGE.test(record.raw)) return record;
  const before = JSON.stringify({ ...record.outcome.item, custom: undefined });
  const repair = (value: unknown): unknown => {
    if (typeof value === 'string') return repairText(value);
    if (Array.isArray(value)) return value.map(repair);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]: readonly [string, unknown]) => [
        key,
        key === 'custom' ? withoutDamagedSources(entry) : repair(entry),
      ]),
    );
  };
  const repaired = repair(record.outcome.item);
  if (JSON.stringify(Object.assign({}, repaired, { custom: undefined })) === before) return record;
  // Repaired text may hold blanks that a text of one line has not.
  const item = renewed(record.outcome.item, Object.assign({}, repaired));
  const remarks = [...record.outcome.remarks, { code: 'import.repaired-letters' as const }];
  return { ...record, outcome: { ...record.outcome, item, remarks } };
}
