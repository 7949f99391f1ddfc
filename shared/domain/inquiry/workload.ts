import { rowsOf, textOf } from './field-values';
import type { FieldValues } from './field-values';

/** The weekly load of a plan against what the user can give (S-K-05). */
export interface Workload {
  readonly hoursPerWeek: number;
  readonly budget: number | null;
  readonly isTooMuch: boolean;
  /** The activities to look at when it is too much, heaviest first: dropping any later one alone would not be enough. */
  readonly offending: readonly { readonly activity: string; readonly hours: number }[];
}

/**
 * Adds up the weekly activities and names the heaviest ones when they exceed the budget.
 * @param values the values of the cycle (`time.activities`, `time.budget`, in hours a week)
 */
export function workload(values: FieldValues): Workload {
  const activities = rowsOf(values['time.activities']).flatMap((row) => {
    const hours = row['hours'];
    return typeof hours === 'number' && hours > 0 ? [{ activity: textOf(row['activity']), hours }] : [];
  });
  const hoursPerWeek = activities.reduce((sum, activity) => sum + activity.hours, 0);
  const stored = values['time.budget'];
  const budget = typeof stored === 'number' ? stored : null;
  const isTooMuch = budget !== null && hoursPerWeek > budget;
  if (!isTooMuch) return { hoursPerWeek, budget, isTooMuch, offending: [] };
  const excess = hoursPerWeek - budget;
  const heaviest = [...activities].sort((a, b) => b.hours - a.hours);
  const offending: (typeof activities)[number][] = [];
  let covered = 0;
  for (const activity of heaviest) {
    if (covered >= excess) break;
    offending.push(activity);
    covered += activity.hours;
  }
  return { hoursPerWeek, budget, isTooMuch, offending };
}

/**
 * Whole weeks from start to end, `null` unless both dates are set in order.
 * @param values the values of the cycle (`time.start`, `time.end`, ISO dates)
 */
export function plannedWeeks(values: FieldValues): number | null {
  const start = Date.parse(textOf(values['time.start']));
  const end = Date.parse(textOf(values['time.end']));
  if (Number.isNaN(start) || Number.isNaN(end) || end < start) return null;
  return Math.round((end - start) / (7 * 24 * 60 * 60 * 1000));
}
