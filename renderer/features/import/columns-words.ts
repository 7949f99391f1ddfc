import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_FIELDS, type TableField, type TableTarget } from '@shared/domain/import';
import { wordsIfAny } from '../../lib/words';

type Group = 'work' | 'source' | 'numbers' | 'own' | 'other';

/** Every field a column can hold, with the group it stands in; the list follows this order. */
const GROUP_OF: Readonly<Record<TableField, Group>> = {
  title: 'work',
  author: 'work',
  issued: 'work',
  abstract: 'work',
  keyword: 'work',
  type: 'work',
  language: 'work',
  editor: 'work',
  translator: 'work',
  'container-title': 'source',
  'container-title-short': 'source',
  volume: 'source',
  issue: 'source',
  page: 'source',
  publisher: 'source',
  'publisher-place': 'source',
  edition: 'source',
  'collection-title': 'source',
  'event-title': 'source',
  genre: 'source',
  'number-of-pages': 'source',
  'number-of-volumes': 'source',
  DOI: 'numbers',
  URL: 'numbers',
  ISSN: 'numbers',
  ISBN: 'numbers',
  PMID: 'numbers',
  PMCID: 'numbers',
  eric: 'numbers',
  'call-number': 'numbers',
  'citation-key': 'numbers',
  accessed: 'numbers',
  tags: 'own',
  'own-note': 'own',
  'read-status': 'own',
  relevance: 'own',
  design: 'own',
  sample: 'own',
  setting: 'own',
  outcome: 'own',
  included: 'own',
  'title-short': 'other',
  'original-title': 'other',
  note: 'other',
};

export interface TargetChoice {
  readonly id: TableTarget;
  readonly label: string;
  readonly group?: string;
}

/** What a column can hold, in plain words; what is done with columns that hold none of it comes first. */
export function useTargetChoices(): readonly TargetChoice[] {
  const { t, i18n } = useTranslation('import');
  return useMemo(() => {
    const labelOf = (id: TableTarget): string =>
      // Fields of the record are called as its editor calls them, unless a table needs other words.
      wordsIfAny(i18n, `import:columns.field.${id}`) ?? wordsIfAny(i18n, `items:field.${id}`) ?? id;
    const fields = Object.keys(GROUP_OF).flatMap((name) => TABLE_FIELDS.filter((id) => id === name));
    return [
      { id: 'carry' as const, label: labelOf('carry') },
      { id: 'leave' as const, label: labelOf('leave') },
      ...fields.map((id) => ({ id, label: labelOf(id), group: t(`columns.group.${GROUP_OF[id]}`) })),
    ];
  }, [t, i18n]);
}

/** "Authors", or "Column 3" where there is no heading. */
export function useColumnWords(): (heading: string, at: number) => string {
  const { t } = useTranslation('import');
  return useCallback(
    (heading, at) => (heading === '' ? t('columns.number', { number: at + 1 }) : heading),
    [t],
  );
}
