import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { wordsIfAny } from '../../lib/words';
import type { ImportJob } from './model';
import type { DuplicateAction } from './preview-store';

/** "refs.bib" or "refs.bib and 3 more". */
export function useSourceWords(): (sources: readonly string[]) => string {
  const { t } = useTranslation('import');
  return useCallback(
    (sources) => {
      const [first = ''] = sources;
      if (sources.length < 2) return first;
      return t('sources', { count: sources.length, first, others: sources.length - 1 });
    },
    [t],
  );
}

/** "12 records imported, 2 already in the library and 1 needs a look"; parts that are none are left out. */
export function useOutcomeWords(): (counts: ImportJob['counts']) => string {
  const { t } = useTranslation('import');
  const { list } = useFormats();
  return useCallback(
    ({ imported, duplicate, attention }) =>
      list([
        t('summary.imported', { count: imported }),
        ...(duplicate > 0 ? [t('summary.duplicates', { count: duplicate })] : []),
        ...(attention > 0 ? [t('summary.attention', { count: attention })] : []),
      ]),
    [t, list],
  );
}

/** "BibTeX", "PubMed / ERIC"; the bare name of a format without words, nothing for none. */
export function useFormatWords(): (format: string | null) => string {
  const { i18n } = useTranslation('import');
  return useCallback(
    (format) => (format === null ? '' : (wordsIfAny(i18n, `import:formats.${format}`) ?? format)),
    [i18n],
  );
}

/** What can be done with a work that is there already, in words. */
export function useDuplicateChoices(): readonly { readonly id: DuplicateAction; readonly label: string }[] {
  const { t } = useTranslation('import');
  return (['add', 'leave', 'import'] as const).map((id) => ({ id, label: t(`preview.action.${id}`) }));
}
