import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COLOR_NAMES, ANNOTATION_COLORS } from '@shared/domain/annotation/palette';
import { wordsIfAny } from '../../../lib/words';
import { termsOf } from '../vocabularies';

/** Words of listed values: read statuses, types, colours, parts of a paper, designs, terms of education fields. A value without words is itself. */
export function useValueWords(): (field: string, id: string) => string {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage;
  return useMemo(
    () => (field, id) => {
      if (language === undefined) return id;
      switch (field) {
        case 'status':
          return wordsIfAny(i18n, `library:status.${id}`) ?? id;
        case 'type':
          return wordsIfAny(i18n, `library:type.${id}`) ?? id;
        case 'design':
          return wordsIfAny(i18n, `library:design.${id}`) ?? id;
        case 'fits':
          return wordsIfAny(i18n, `items:fits.${id}`) ?? id;
        case 'annotationType':
          return wordsIfAny(i18n, `searches:annotationType.${id}`) ?? id;
        case 'phase':
        case 'subject':
        case 'topic':
        case 'country':
          return termsOf(field, language).find((term) => term.id === id)?.label ?? id;
        case 'has':
          return wordsIfAny(i18n, `searches:part.${id}`) ?? id;
        case 'color': {
          const hex = ANNOTATION_COLORS.find((color) => color === id || COLOR_NAMES[color] === id);
          return hex === undefined ? id : (wordsIfAny(i18n, `library:color.${hex}`) ?? id);
        }
        default:
          return id;
      }
    },
    [i18n, language],
  );
}
