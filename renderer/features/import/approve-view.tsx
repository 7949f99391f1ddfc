import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../lib/client';
import { useContract } from '../../lib/queries';
import { cx, EmptyState, ErrorNote, Skeleton } from '../../ui';
import { FoundFields } from './found-fields';
import styles from './import.module.css';

/** Papers whose found details wait for a person's word, one at a time. */
export function ApproveView({ startWith }: { readonly startWith: string | null }) {
  const { t } = useTranslation(['import', 'common']);
  const [chosen, setChosen] = useState(startWith);
  const { data, error } = useContract(
    'import.toApprove',
    { limit: 200 },
    { tables: ['item'], keepPrevious: true },
  );
  if (error) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton lines={6} label={t('common:loading')} />;
  const current = data.items.find((item) => item.id === chosen) ?? data.items[0];
  if (current === undefined) {
    return (
      <EmptyState compact icon={CheckCheck} title={t('approve.none')}>
        {t('approve.noneText')}
      </EmptyState>
    );
  }
  const index = data.items.indexOf(current);
  const next = data.items[index + 1] ?? data.items[index - 1];
  return (
    <div className={styles['stack']}>
      <p className={styles['lead']}>{t('approve.lead')}</p>
      <div className={styles['split']}>
        <nav aria-label={t('approve.list')} className={styles['papers']}>
          <ul>
            {data.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className={cx(styles['paper'], item.id === current.id && styles['paperChosen'])}
                  aria-current={item.id === current.id ? 'true' : undefined}
                  onClick={() => {
                    setChosen(item.id);
                  }}
                >
                  <span className={styles['paperTitle']}>{item.title}</span>
                  <span className={styles['muted']}>
                    {[item.authors, item.year ?? ''].filter((part) => part !== '').join(', ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <FoundFields
          key={current.id}
          itemId={current.id}
          onApproved={() => {
            setChosen(next?.id ?? null);
          }}
        />
      </div>
    </div>
  );
}
