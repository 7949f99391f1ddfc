import { fail, ok, type Result } from '../../lib/result';
import type { BetweenGroupEffect } from './effects';

/** Lowest |g| (two decimals) of each month of the EEF Toolkit table, from 0 months up (F5). */
const MONTH_FLOORS = [0, 0.02, 0.1, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.7, 0.79, 0.88, 0.96] as const;
const TABLE_END = 1;

/**
 * F5: months of progress from the EEF Toolkit table, for between-group effects on attainment only. The parameter's brand
 * keeps one-group changes (F6) out at compile time; data that reaches here from a file are refused at run time too.
 * The effect is rounded to two decimals first, the sign is kept.
 * @param effect an effect from F3 or F7
 * @returns whole months, or `statistics.months-need-comparison`, or `statistics.months-outside-table` (|g| > 1.00)
 */
export function months(effect: BetweenGroupEffect): Result<number> {
  const design: string = effect.design;
  if (design !== 'between-group') return fail('statistics.months-need-comparison');
  const size = Math.round(Math.abs(effect.value) * 100) / 100;
  if (size > TABLE_END) return fail('statistics.months-outside-table');
  const count = MONTH_FLOORS.findLastIndex((floor) => size >= floor);
  return ok(effect.value < 0 && count > 0 ? -count : count);
}
