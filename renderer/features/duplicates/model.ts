import i18next from 'i18next';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** Tables that the groups are made from. */
export const groupTables = ['item', 'not_duplicate', 'setting', 'link', 'attachment', 'note', 'annotation'];

/** Calls, and shows a failure as a status message. @returns the answer, undefined when it failed */
export async function attempt<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name> | undefined> {
  const result = await call(name, input);
  if (result.ok) return result.value;
  reportFailure(result.error);
  return undefined;
}

/** Says what was done and offers to undo it. */
export function tellDone(text: string, detail?: string): void {
  toast({
    text,
    ...(detail === undefined ? {} : { detail }),
    action: {
      label: i18next.t('common:action.undo'),
      run: () => void attempt('history.undo', {}),
    },
  });
}

const ANSWERS = ['yes', 'partly', 'no', 'cannot-tell', 'not-applicable', 'not-reported'] as const;

/** How an answer of another appraisal is written into a note, in the language of the moment. */
export function answerWords(): Record<string, string> {
  return Object.fromEntries(ANSWERS.map((answer) => [answer, i18next.t(`duplicates:answer.${answer}`)]));
}

/** Merges records into one of them and says so. */
export async function merge(
  keeperId: string,
  itemIds: readonly string[],
  choices: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const done = await attempt('duplicates.merge', {
    keeperId,
    itemIds: [...itemIds],
    choices: { ...choices },
    answerWords: answerWords(),
  });
  if (done) tellDone(i18next.t('duplicates:done.merged', { count: done.moved }));
  return done !== undefined;
}

/** Remembers that records are no duplicates. */
export async function dismiss(itemIds: readonly string[]): Promise<boolean> {
  const done = await attempt('duplicates.dismiss', { itemIds: [...itemIds] });
  if (done) tellDone(i18next.t('duplicates:done.dismissed'));
  return done !== undefined;
}

/** Keeps versions and links them. */
export async function relate(itemIds: readonly string[]): Promise<boolean> {
  const done = await attempt('duplicates.relate', { itemIds: [...itemIds] });
  if (done) tellDone(i18next.t('duplicates:done.related'));
  return done !== undefined;
}

/** @returns the address of the comparison of records */
export function compareAddress(itemIds: readonly string[]): string {
  return `/duplicates/compare?ids=${itemIds.join(',')}`;
}
