import { fullName, parseName } from '../bibliography/creators';
import type { CslItem, CslName } from '../bibliography/csl-item';
import type { Found, RecordCheck } from './check';
import { nameCase } from './text-repairs';

const ROLES = ['author', 'editor', 'translator', 'container-author', 'collection-editor'] as const;

/**
 * A check of names one by one.
 * @param mend the names that should stand in its place (none: it goes), or null when it is odd but nobody can say how to mend it;
 *   undefined when it is well
 */
function nameCheck(
  id: string,
  severity: RecordCheck['severity'],
  mend: (name: CslName, all: readonly CslName[], index: number) => readonly CslName[] | null | undefined,
): RecordCheck {
  return {
    id,
    severity,
    find: (item: CslItem) =>
      ROLES.flatMap((field): readonly Found[] => {
        const names = item[field] ?? [];
        const mended = names.map((name, index) => mend(name, names, index));
        const odd = names.filter((_, index) => mended[index] !== undefined);
        if (odd.length === 0) return [];
        const value = odd.map(fullName).join('; ');
        if (mended.includes(null)) return [{ field, value }];
        const fixed = names.flatMap((name, index) => mended[index] ?? [name]);
        return [{ field, value, fix: { [field]: fixed.length === 0 ? null : fixed } }];
      }),
  };
}

const ET_AL = /^(?:et\.?\s+al\.?|and others|others|та ін\.?|і ін\.?|und andere|u\.\s?a\.)$/iu;
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,3}$/u;
const DEGREE =
  /^(?:(?:dr|prof|professor|mr|mrs|ms|доц|проф|к\.\s?п\.\s?н|д\.\s?п\.\s?н)\.?\s+)+|(?:,?\s+(?:ph\.?\s?d|ed\.?\s?d|m\.?\s?d|msc)\.?)+$/iu;

function whole(name: CslName): string {
  return name.literal ?? name.family ?? '';
}

function isShouted(part: string | undefined): boolean {
  // Up to three capitals can be initials or an acronym.
  return part !== undefined && /\p{Lu}{4,}/u.test(part) && part === part.toUpperCase();
}

function splitNames(text: string): readonly CslName[] | undefined {
  const parts = text.includes(';')
    ? text.split(/\s*;\s*/)
    : / (?:and|та|і|&) /u.test(text) && (text.match(/\p{Lu}/gu) ?? []).length >= 4
      ? text.split(/\s+(?:and|та|і|&)\s+/u)
      : [];
  const names = parts.flatMap((part) => parseName(part) ?? []);
  return names.length > 1 ? names : undefined;
}

/** Checks of the names of authors, editors and translators. */
export const NAME_CHECKS: readonly RecordCheck[] = [
  nameCheck('name-et-al', 'warning', (name) => (ET_AL.test(fullName(name).trim()) ? [] : undefined)),
  nameCheck('name-several', 'warning', (name) =>
    // A body may have "and" in its name: only persons are split at it.
    name.literal === undefined || name.literal.includes(';') ? splitNames(fullName(name)) : undefined,
  ),
  nameCheck('name-comma', 'warning', (name) => {
    const text = whole(name);
    if (!text.includes(',') || text.includes(';')) return undefined;
    if (name.family !== undefined && name.given !== undefined) {
      const [family = '', suffix = ''] = text.split(/\s*,\s*/);
      return /^(?:jr|sr|ii|iii|iv)\.?$/i.test(suffix)
        ? [{ ...name, family, suffix }]
        : suffix === ''
          ? [{ ...name, family }]
          : null;
    }
    const read = parseName(text);
    return read?.family !== undefined && read.given !== undefined ? [read] : null;
  }),
  nameCheck('name-caps', 'hint', (name) => {
    if (!isShouted(name.family) && !isShouted(name.given)) return undefined;
    return [
      {
        ...name,
        ...(isShouted(name.family) ? { family: nameCase(name.family ?? '') } : {}),
        ...(isShouted(name.given) ? { given: nameCase(name.given ?? '') } : {}),
      },
    ];
  }),
  nameCheck('name-swapped', 'warning', ({ family, given, ...rest }) =>
    family !== undefined && given !== undefined && INITIALS.test(family) && /^\p{Lu}\p{Ll}{2,}/u.test(given)
      ? [{ ...rest, family: given, given: family }]
      : undefined,
  ),
  nameCheck('name-title', 'hint', (name) => {
    const bare = (text: string | undefined): string | undefined => text?.replace(DEGREE, '').trim();
    const [family, given] = [bare(name.family), bare(name.given)];
    if (family === name.family && given === name.given) return undefined;
    if (family === '') return null;
    const next: CslName = { ...name, ...(family === undefined ? {} : { family }) };
    if (given === '') delete next.given;
    else if (given !== undefined) next.given = given;
    return [next];
  }),
  nameCheck('name-digits', 'hint', (name) => {
    if (name.literal !== undefined || !/\d/.test(fullName(name))) return undefined;
    const bare = (text: string | undefined): string | undefined =>
      text?.replace(/[\s,]*\d+(?:[\s,]*\d+)*$/, '').trim();
    const [family, given] = [bare(name.family), bare(name.given)];
    const isMended = !/\d/.test(`${family ?? ''}${given ?? ''}`) && family !== '';
    return isMended
      ? [
          {
            ...name,
            ...(family === undefined ? {} : { family }),
            ...(given === undefined || given === '' ? {} : { given }),
          },
        ]
      : null;
  }),
  nameCheck('name-twice', 'warning', (name, all, index) =>
    all.slice(0, index).some((other) => fullName(other) === fullName(name)) ? [] : undefined,
  ),
];
