import i18next from 'i18next';
import type { Result } from '@shared/lib/result';
import { citePapers, MAX_REFERENCES, referencesOf, type CopiedText } from '../../lib/cite-papers';
import { reportFailure } from '../../lib/queries';
import { copyText, toast } from '../../ui';

/** Copies the citation of papers in the chosen style, plain and formatted. @param itemIds in the order of the citation */
export async function copyCitation(itemIds: readonly string[]): Promise<void> {
  await copy(await citePapers(itemIds), i18next.t('library:panel.cited'));
}

/** Copies the list of references of papers in the chosen style, plain and formatted. */
export async function copyReferences(itemIds: readonly string[]): Promise<void> {
  const count = Math.min(itemIds.length, MAX_REFERENCES);
  await copy(await referencesOf(itemIds), i18next.t('library:panel.referencesCopied', { count }));
}

async function copy(made: Result<CopiedText>, done: string): Promise<void> {
  if (!made.ok) {
    reportFailure(made.error);
    return;
  }
  const { plain, html } = made.value;
  try {
    await copyText(plain, html);
    toast({ text: done, detail: plain.length > 300 ? `${plain.slice(0, 300)}…` : plain });
  } catch {
    toast({ text: i18next.t('common:failure.copyFailed'), tone: 'warn' });
  }
}
