import { useTranslation } from 'react-i18next';
import { inLanguage } from '@shared/domain/inquiry';
import type { Localized } from '@shared/domain/inquiry';
import type { CallOutput } from '@shared/ipc/contract';

/** Models, fields and word lists as the library sends them. */
export type Content = CallOutput<'inquiry.content'>;

/** One project, one of its cycles. */
export type Detail = CallOutput<'inquiry.get'>;

/** A paper or highlight linked to a field. */
export type Evidence = Detail['links'][number];

/** A line of the consent register. */
export type Participant = Detail['consent'][number];

/** Reads texts of content files in the language of the app. */
export function useLocal(): (text: Localized) => string {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  return (text) => inLanguage(text, language);
}
