import i18next from 'i18next';
import { creatorSummary } from '@shared/domain/bibliography/creators';
import { issuedYear } from '@shared/domain/bibliography/dates';
import { copyText, toast } from '../../ui';
import { attempt } from './actions';

/** Copies "Halas & Brook (2019). Title." of a paper; whole bibliographies are made in Write. */
export async function copyCitation(itemId: string): Promise<void> {
  const paper = await attempt('library.get', { itemId });
  if (!paper) return;
  const { csl } = paper;
  const doi = csl.DOI === undefined ? '' : ` https://doi.org/${csl.DOI}`;
  const source = csl['container-title'] === undefined ? '' : ` ${csl['container-title']}.`;
  const text = `${creatorSummary(csl)} (${issuedYear(csl) ?? '–'}). ${csl.title ?? ''}.${source}${doi}`;
  try {
    await copyText(text);
    toast({ text: i18next.t('library:panel.cited'), detail: text });
  } catch {
    toast({ text: i18next.t('common:failure.copyFailed'), tone: 'warn' });
  }
}
