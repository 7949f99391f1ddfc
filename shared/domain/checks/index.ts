import type { CslItem } from '../bibliography/csl-item';
import { titleKey } from '../bibliography/plain-text';
import type { CheckContext, CheckSeverity, Finding, RecordCheck } from './check';
import { IDENTIFIER_CHECKS } from './identifier-checks';
import { NAME_CHECKS } from './name-checks';
import { NUMBER_CHECKS } from './number-checks';
import { REQUIRED_CHECKS } from './required-checks';
import { TEXT_CHECKS } from './text-checks';

export type { CheckContext, CheckSeverity, FieldChanges, Finding, RecordCheck } from './check';

/** Checks that one record alone can fail, in the order in which their fixes are best made. */
export const RECORD_CHECKS: readonly RecordCheck[] = [
  ...REQUIRED_CHECKS,
  ...TEXT_CHECKS,
  ...NAME_CHECKS,
  ...IDENTIFIER_CHECKS,
  ...NUMBER_CHECKS,
];

/** Checks that need the whole library: by id, how grave. */
export const LIBRARY_CHECKS = [
  { id: 'retracted', severity: 'error' },
  { id: 'key-twice', severity: 'error' },
  { id: 'file-missing', severity: 'error' },
  { id: 'container-spelling', severity: 'hint' },
] as const satisfies readonly { readonly id: string; readonly severity: CheckSeverity }[];

/** Every kind of oddity with its gravity, gravest first. */
export const ALL_CHECKS: readonly { readonly id: string; readonly severity: CheckSeverity }[] = (
  ['error', 'warning', 'hint'] as const
).flatMap((severity) =>
  [...LIBRARY_CHECKS, ...RECORD_CHECKS]
    .filter((check) => check.severity === severity)
    .map(({ id }) => ({ id, severity })),
);

/** @param item a record @returns everything odd in it, in the order of {@link RECORD_CHECKS} */
export function checkRecord(item: CslItem, context: CheckContext): readonly Finding[] {
  return RECORD_CHECKS.flatMap(({ id, find }) =>
    find(item, context).map((found) => ({ check: id, ...found })),
  );
}

/**
 * Names of journals and books that are spelled in several ways (case, punctuation, "&" or "and", a leading article).
 * @param counts name -> number of records that have it
 * @returns each rarer spelling -> the most common one
 */
export function containerSpellings(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const families = new Map<string, string[]>();
  for (const name of counts.keys()) {
    const key = titleKey(name.replace(/&/g, ' and ').replace(/\s+та\s+/gu, ' і ')).replace(/^the /, '');
    if (key === '') continue;
    const family = families.get(key);
    if (family === undefined) families.set(key, [name]);
    else family.push(name);
  }
  const better = new Map<string, string>();
  for (const family of families.values()) {
    if (family.length < 2) continue;
    const [best = ''] = [...family].sort(
      (a, b) =>
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
        // Of equally common ones, the one that does not shout.
        Number(a === a.toUpperCase()) - Number(b === b.toUpperCase()) ||
        (a < b ? -1 : 1),
    );
    for (const name of family) if (name !== best) better.set(name, best);
  }
  return better;
}
