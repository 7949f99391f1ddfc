import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Disclosure, Icon } from '../../ui';
import { FindingView } from './finding-view';
import { checkTables, useKindWords } from './model';
import styles from './checks.module.css';

/** In the panel of a paper: what is odd in its record with one-click fixes. A withdrawal stands above the tabs. */
export default function ItemChecks({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('checks');
  const words = useKindWords();
  const found = useContract('checks.ofItem', { itemId }, { tables: checkTables }).data;
  if (found === undefined) return null;
  const open = found.findings.filter(({ isIgnored }) => !isIgnored);
  const kinds = [...new Set(open.map(({ check }) => check))];
  return kinds.length === 0 ? null : (
    <Disclosure
      level={3}
      title={t('panel.title', { count: kinds.length })}
      aside={<Icon icon={ListChecks} size={16} />}
    >
      <ul className={styles['inPanel']}>
        {kinds.map((check) => (
          <li key={check}>
            <p className={styles['kindTitle']}>{words(check).title}</p>
            <FindingView itemId={itemId} findings={open.filter((finding) => finding.check === check)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
