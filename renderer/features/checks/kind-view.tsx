import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import {
  Button,
  ButtonRow,
  Card,
  CardList,
  EmptyState,
  ErrorNote,
  Facts,
  lastPage,
  Lead,
  Pager,
  Skeleton,
  Switch,
} from '../../ui';
import { FindingView } from './finding-view';
import { attempt, checkTables, tellDone, useKindWords } from './model';
import styles from './checks.module.css';

const PAGE = 25;

interface KindViewProps {
  readonly check: string;
  readonly kind: CallOutput<'checks.summary'>['kinds'][number] | undefined;
}

/** The records with one kind of oddity, each with its fix, and one button for all. */
export function KindView({ check, kind }: KindViewProps) {
  const { t } = useTranslation('checks');
  const { number } = useFormats();
  const go = useGo();
  const words = useKindWords();
  const [offset, setOffset] = useState(0);
  const [ignored, setIgnored] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const list = useContract(
    'checks.records',
    { checkId: check, ignored, offset, limit: PAGE },
    { tables: checkTables, keepPrevious: true },
  );
  const fixAll = async (): Promise<void> => {
    setBusy(true);
    const done = await attempt('checks.fixAll', { checkId: check });
    setBusy(false);
    if (!done) return;
    const left =
      done.left > 0 ? ` ${t('done.left', { count: done.left, formatted: number(done.left) })}` : '';
    tellDone(t('done.fixedAll', { count: done.changed, formatted: number(done.changed) }) + left);
  };
  if (list.isError) return <ErrorNote failure={list.error.failure} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton label={t('looking')} lines={6} />;
  const { total, rows } = list.data;
  // The last page may be gone after a fix.
  if (lastPage(offset, PAGE, total) !== offset) setOffset(lastPage(offset, PAGE, total));
  return (
    <>
      <Lead>{words(check).what}</Lead>
      <ButtonRow>
        {kind !== undefined && kind.fixable > 0 && !ignored ? (
          <Button variant="primary" isDisabled={isBusy} onPress={() => void fixAll()}>
            {t('action.fixAll', { count: kind.fixable, formatted: number(kind.fixable) })}
          </Button>
        ) : null}
        {ignored || (kind?.ignored ?? 0) > 0 ? (
          <Switch
            isSelected={ignored}
            onChange={(next) => {
              setIgnored(next);
              setOffset(0);
            }}
          >
            {t('ignoredToo', { count: kind?.ignored ?? 0 })}
          </Switch>
        ) : null}
      </ButtonRow>
      {total === 0 ? (
        <EmptyState icon={CircleCheck} title={t(ignored ? 'empty.ignored.title' : 'empty.kind.title')}>
          {t(ignored ? 'empty.ignored.text' : 'empty.kind.text')}
        </EmptyState>
      ) : null}
      <CardList>
        {rows.map(({ itemId, title, authors, year, findings }) => (
          <Card key={itemId}>
            <div className={styles['head']}>
              <div>
                <p className={styles['recordTitle']}>{title === '' ? t('untitled') : title}</p>
                <Facts>{[authors, year].filter((part) => part !== '' && part !== null).join(' · ')}</Facts>
              </div>
              <Button
                size="small"
                variant="link"
                aria-label={`${t('action.open')}: ${title === '' ? t('untitled') : title}`}
                onPress={() => {
                  go(`/library/${itemId}`);
                }}
              >
                {t('action.open')}
              </Button>
            </div>
            <FindingView itemId={itemId} findings={findings} isWide />
          </Card>
        ))}
      </CardList>
      <Pager offset={offset} size={PAGE} total={total} onMove={setOffset} />
    </>
  );
}
