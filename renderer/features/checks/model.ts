import i18next, { type i18n as I18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { toast } from '../../ui';

/** Tables that the checks read. */
export const checkTables = ['item', 'attachment', 'file', 'setting'];

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
export function tellDone(text: string): void {
  toast({
    text,
    action: {
      label: i18next.t('common:action.undo'),
      run: () => void attempt('history.undo', {}),
    },
  });
}

/** Mends one kind in one record. */
export async function fix(itemId: string, checkId: string): Promise<void> {
  if (await attempt('checks.fix', { itemId, checkId })) tellDone(i18next.t('checks:done.fixed'));
}

/** Leaves something as it is in a record, or takes that back. */
export async function ignore(itemId: string, checkId: string, ignored: boolean): Promise<void> {
  if (await attempt('checks.ignore', { itemIds: [itemId], checkId, ignored }))
    tellDone(i18next.t(ignored ? 'checks:done.ignored' : 'checks:done.unignored'));
}

/** The words of a kind of oddity: its name and what it means. */
export function useKindWords(): (check: string) => { readonly title: string; readonly what: string } {
  const { i18n } = useTranslation();
  return (check) => ({
    title: wordsIfAny(i18n, `checks:kinds.${check}.title`) ?? check,
    what: wordsIfAny(i18n, `checks:kinds.${check}.what`) ?? '',
  });
}

/** The name of a CSL variable as the library shows it. */
export function fieldName(i18n: I18n, name: string): string {
  return (
    wordsIfAny(i18n, `library:details.field.${name}`) ?? wordsIfAny(i18n, `checks:field.${name}`) ?? name
  );
}

/** A value as a person reads it. */
export function shownValue(i18n: I18n, field: string, value: string): string {
  return field === 'type' ? (wordsIfAny(i18n, `library:type.${value}`) ?? value) : value;
}
