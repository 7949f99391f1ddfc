import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useContractMutation } from '../../lib/queries';
import { AutosaveTextField, useAutosave } from '../../ui';
import styles from './write.module.css';

export interface ReportTitleProps {
  readonly report: CallOutput<'report.get'>;
}

/** Title and authors at the head of the sheet. */
export function ReportTitle({ report }: ReportTitleProps) {
  const { t } = useTranslation('write');
  const { run: update } = useContractMutation('report.update');
  const title = useAutosave(report.title, async (next) => {
    const result = await update({ reportId: report.id, title: next });
    return result.ok;
  });
  return (
    <header className={styles['head']}>
      <input
        className={styles['title']}
        aria-label={t('head.title')}
        placeholder={t('untitled')}
        lang={report.locale}
        value={title.draft}
        onChange={(event) => {
          title.change(event.target.value);
        }}
        onBlur={title.flush}
      />
      <AutosaveTextField
        label={t('head.authors')}
        placeholder={t('head.authors-hint')}
        value={report.authors.join(', ')}
        onSave={async (next) => {
          const authors = next
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '');
          const result = await update({ reportId: report.id, authors });
          return result.ok;
        }}
      />
    </header>
  );
}
