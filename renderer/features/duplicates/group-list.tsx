import { CopyCheck, Layers } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroupView, DuplicateRecord } from '@shared/ipc/contract/duplicates';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import {
  Button,
  ButtonRow,
  Card,
  CardList,
  Chip,
  EmptyState,
  ErrorNote,
  Facts,
  lastPage,
  Lead,
  Pager,
  Skeleton,
} from '../../ui';
import { compareAddress, dismiss, groupTables, merge, relate } from './model';
import styles from './duplicates.module.css';

const PAGE = 20;

/** Groups of records of one work, each with why it is one. */
export function GroupList({ kind }: { readonly kind: 'same' | 'version' }) {
  const { t } = useTranslation('duplicates');
  const [offset, setOffset] = useState(0);
  const list = useContract(
    'duplicates.list',
    { kind, offset, limit: PAGE },
    { tables: groupTables, keepPrevious: true },
  );
  if (list.isError) return <ErrorNote failure={list.error.failure} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton label={t('looking')} lines={6} />;
  const { total, groups } = list.data;
  if (total === 0)
    return (
      <EmptyState icon={kind === 'same' ? CopyCheck : Layers} title={t(`empty.${kind}.title`)}>
        {t(`empty.${kind}.text`)}
      </EmptyState>
    );
  // The last page may be gone after a merge.
  if (lastPage(offset, PAGE, total) !== offset) setOffset(lastPage(offset, PAGE, total));
  return (
    <>
      <Lead>{t(`intro.${kind}`)}</Lead>
      <CardList isOrdered>
        {groups.map((group) => (
          <Group key={group.records.map(({ id }) => id).join()} group={group} />
        ))}
      </CardList>
      <Pager offset={offset} size={PAGE} total={total} onMove={setOffset} />
    </>
  );
}

function Group({ group }: { readonly group: DuplicateGroupView }) {
  const { t } = useTranslation('duplicates');
  const { list } = useFormats();
  const go = useGo();
  const [isBusy, setBusy] = useState(false);
  const { records, keeperId, reasons, kind } = group;
  const ids = records.map(({ id }) => id);
  const act = (work: () => Promise<boolean>): void => {
    setBusy(true);
    void work().finally(() => {
      setBusy(false);
    });
  };
  const title = records.find(({ id }) => id === keeperId)?.title ?? '';
  return (
    <Card label={t('group', { count: records.length, title })}>
      <p className={styles['why']}>
        {t('why', { reasons: list(reasons.map((reason) => t(`reason.${reason}`))) })}
      </p>
      <ul className={styles['records']}>
        {records.map((record) => (
          <RecordLine key={record.id} record={record} isKeeper={record.id === keeperId} />
        ))}
      </ul>
      <ButtonRow>
        {kind === 'version' ? (
          <Button
            size="small"
            isDisabled={isBusy}
            onPress={() => {
              act(() => relate(ids));
            }}
          >
            {t('action.relate')}
          </Button>
        ) : (
          <Button
            size="small"
            isDisabled={isBusy}
            onPress={() => {
              act(() => merge(keeperId, ids));
            }}
          >
            {t('action.merge')}
          </Button>
        )}
        <Button
          size="small"
          onPress={() => {
            go(compareAddress(ids));
          }}
        >
          {t('action.compare')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          isDisabled={isBusy}
          onPress={() => {
            act(() => dismiss(ids));
          }}
        >
          {t('action.dismiss')}
        </Button>
      </ButtonRow>
    </Card>
  );
}

function RecordLine({ record, isKeeper }: { readonly record: DuplicateRecord; readonly isKeeper: boolean }) {
  const { t } = useTranslation('duplicates');
  return (
    <li>
      <div className={styles['recordTitle']}>
        <span>{record.title === '' ? t('untitled') : record.title}</span>
        {isKeeper ? <Chip tone="ok">{t('keeper')}</Chip> : null}
      </div>
      <RecordFacts record={record} />
    </li>
  );
}

/** "Koval · 2020 · Journal · 2 files · from list.bib" */
export function RecordFacts({ record }: { readonly record: DuplicateRecord }) {
  const { t } = useTranslation('duplicates');
  const { date } = useFormats();
  const counts = [
    ['files', record.attachments],
    ['notes', record.notes],
    ['annotations', record.annotations],
    ['appraisals', record.appraisals],
  ] as const;
  const parts = [
    record.authors === '' ? t('noAuthor') : record.authors,
    record.year === null ? t('noYear') : String(record.year),
    record.containerTitle,
    ...counts.filter(([, count]) => count > 0).map(([what, count]) => t(`hangs.${what}`, { count })),
    record.source === null ? t('byHand') : t('source', { source: record.source }),
    date(record.addedAt),
  ];
  return <Facts>{parts.filter((part) => part !== '').join(' · ')}</Facts>;
}
