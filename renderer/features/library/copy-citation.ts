import i18next from 'i18next';
import { pandocCitation } from '@shared/domain/bibliography/citation-key';
import { ok, type Result } from '@shared/lib/result';
import { citePapers, MAX_REFERENCES, referencesOf } from '../../lib/cite-papers';
import { reportFailure } from '../../lib/queries';
import { copyText, toast } from '../../ui';
import { attempt } from './actions';

/** Copies the citation of papers in the chosen style, plain and formatted. @param itemIds in the order of the citation */
export async function copyCitation(itemIds: readonly string[]): Promise<void> {
  await copy(await citePapers(itemIds), i18next.t('library:panel.cited'));
}

/** Copies the list of references of papers in the chosen style, plain and formatted. */
export async function copyReferences(itemIds: readonly string[]): Promise<void> {
  const count = Math.min(itemIds.length, MAX_REFERENCES);
  await copy(await referencesOf(itemIds), i18next.t('library:panel.referencesCopied', { count }));
}

/** Copies citation keys with a comma between, and fixes them. @param itemIds in the order they are copied */
export async function copyKeys(itemIds: readonly string[]): Promise<void> {
  await give(itemIds, (keys) => keys.join(', '));
}

/** Copies papers as a citation of pandoc, `[@one; @two]`, and fixes their keys. */
export async function copyPandoc(itemIds: readonly string[]): Promise<void> {
  await give(itemIds, pandocCitation);
}

async function give(itemIds: readonly string[], written: (keys: readonly string[]) => string): Promise<void> {
  const given = await attempt('library.giveKeys', { itemIds: [...itemIds] });
  if (given === undefined || given.keys.length === 0) return;
  const { keys, made } = given;
  const text = [
    i18next.t('library:panel.keysCopied', { count: keys.length }),
    ...(made === 0 ? [] : [i18next.t('items:key.made', { count: made })]),
  ].join(' ');
  const plain = written(keys);
  await copy(ok({ plain, html: undefined }), text);
}

async function copy(
  made: Result<{ readonly plain: string; readonly html: string | undefined }>,
  done: string,
): Promise<void> {
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
