import { useTranslation } from 'react-i18next';
import { nearestLanguage, type Language } from '../../lib/i18n';

/** Language of the learning content: that of the app. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return nearestLanguage(i18n.resolvedLanguage ?? 'en');
}
