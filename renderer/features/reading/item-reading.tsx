import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, Disclosure, IconButton } from '../../ui';
import { EntryFields } from './entry-fields';
import styles from './reading.module.css';

/** Today where the person is, as year-month-day. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The reading log of one paper, in its panel. */
export function ItemReading({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('items');
  const { date, number } = useFormats();
  const go = useGo();
  const [isOpen, setOpen] = useState(() => localStorage.getItem('library.panel.reading') === 'open');
  const entries =
    useContract('reading.list', { itemId }, { tables: ['reading_log_entry', 'item'] }).data ?? [];
  const add = async (): Promise<void> => {
    const done = await call('reading.add', { itemId, date: today() });
    if (!done.ok) reportFailure(done.error);
  };
  return (
    <Disclosure
      title={t('reading.section')}
      aside={entries.length === 0 ? undefined : number(entries.length)}
      isExpanded={isOpen}
      onExpandedChange={(open) => {
        localStorage.setItem('library.panel.reading', open ? 'open' : 'closed');
        setOpen(open);
      }}
    >
      {isOpen ? (
        <div className={styles['stack']}>
          {entries.length === 0 ? <p className={styles['quiet']}>{t('reading.none')}</p> : null}
          {entries.map((entry) => (
            <section
              key={entry.id}
              className={styles['entry']}
              aria-label={t('reading.entry', { date: date(entry.date) })}
            >
              <div className={styles['head']}>
                <span>{date(entry.date)}</span>
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={t('reading.remove', { date: date(entry.date) })}
                  onPress={() => void call('reading.remove', { entryId: entry.id })}
                />
              </div>
              <EntryFields entry={entry} />
            </section>
          ))}
          <div className={styles['bar']}>
            <Button size="small" icon={Plus} onPress={() => void add()}>
              {t('reading.add')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => go('/reading')}>
              {t('reading.whole')}
            </Button>
          </div>
        </div>
      ) : null}
    </Disclosure>
  );
}
