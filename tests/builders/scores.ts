import type { ScoreRow } from '@shared/domain/dataset/analysis';
import type { Result } from '@shared/lib/result';

/** Golden data G1 of domain 2.4: eight pupils before and after. */
export const G1 = {
  pre: [10, 12, 9, 14, 11, 13, 8, 15],
  post: [13, 14, 12, 15, 15, 14, 12, 17],
} as const;

/** Golden data G2 of domain 2.4: twelve readers before and after (story 1). */
export const G2 = {
  pre: [42, 55, 61, 48, 70, 38, 66, 52, 59, 45, 73, 51],
  post: [53, 60, 70, 49, 81, 47, 66, 63, 66, 44, 85, 60],
} as const;

/**
 * The value of a result that a test expects to be fine.
 * @param result outcome
 * @throws when it failed, with its code
 */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${result.error.code}`);
  return result.value;
}

/**
 * Rows under invented pseudonyms.
 * @param data scores before and after
 */
export function scoreRows(data: {
  readonly pre: readonly number[];
  readonly post: readonly number[];
}): ScoreRow[] {
  return data.pre.map((before, i) => ({
    pseudonym: `S-T${String(i + 1).padStart(3, '0')}`,
    before,
    after: data.post[i] ?? null,
  }));
}
