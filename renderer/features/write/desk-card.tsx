import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button } from '../../ui';
import styles from './write.module.css';

const SHOWN = 3;

/** Desk: the reports last written in. */
export default function DeskCard() {
  const { t } = useTranslation('write');
  const go = useGo();
  const { data } = useContract('report.list', {}, { tables: ['report', 'report_section', 'project'] });
  if (data === undefined) return null;
  if (data.reports.length === 0) {
    return (
      <div className={styles['desk']}>
        <p className={styles['muted']}>{t('desk.none')}</p>
        <Button
          onPress={() => {
            go('/write?new=1');
          }}
        >
          {t('list.new')}
        </Button>
      </div>
    );
  }
  return (
    <ul className={styles['desk']}>
      {data.reports.slice(0, SHOWN).map((report) => (
        <li key={report.id}>
          <Button
            variant="link"
            onPress={() => {
              go(`/write/${report.id}`);
            }}
          >
            {report.title === '' ? t('untitled') : report.title}
          </Button>
          <p className={styles['muted']}>{t('words', { count: report.words })}</p>
        </li>
      ))}
    </ul>
  );
}
