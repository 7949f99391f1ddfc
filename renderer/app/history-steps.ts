import i18next from 'i18next';
import { call } from '../lib/client';
import { reportFailure } from '../lib/queries';
import { stepWords, wordsOf } from '../lib/words';
import { toast } from '../ui';

/** The name of a step as the user reads it; a step without words is "a change". */
export function stepName(name: string, params: Readonly<Record<string, string | number>>): string {
  return stepWords(i18next, name, params) ?? wordsOf(i18next, 'commands:history.some-step');
}

/** What is said of citation keys that stayed because they are cited, copied or exported. */
function keptWords(count: number): string | undefined {
  return count === 0 ? undefined : i18next.t('commands:history.keptKeys', { count });
}

/** Takes the last step back and says which it was. */
export async function undoStep(): Promise<void> {
  const result = await call('history.undo', {});
  if (!result.ok) {
    reportFailure(result.error);
    return;
  }
  const { name, params, keptKeys } = result.value;
  toast({
    text: wordsOf(i18next, 'commands:history.undone', { step: stepName(name, params) }),
    detail: keptWords(keptKeys),
    action: { label: wordsOf(i18next, 'common:action.redo'), run: () => void redoStep() },
  });
}

/** Brings the last undone step again and says which it was. */
export async function redoStep(): Promise<void> {
  const result = await call('history.redo', {});
  if (!result.ok) {
    reportFailure(result.error);
    return;
  }
  const { name, params, keptKeys } = result.value;
  toast({
    text: wordsOf(i18next, 'commands:history.redone', { step: stepName(name, params) }),
    detail: keptWords(keptKeys),
    action: { label: wordsOf(i18next, 'common:action.undo'), run: () => void undoStep() },
  });
}
