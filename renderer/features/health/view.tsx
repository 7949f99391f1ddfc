import { CloudAlert, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, ButtonRow, DataTable, ErrorNote, Note, PathLine, Place, Skeleton } from '../../ui';
import { BackupSection } from './backup-section';
import { CheckSection } from './check-section';
import { IndexSection } from './index-section';
import { NamesPage } from './names-page';
import { RebuildSection } from './rebuild-section';
import { UnusedSection } from './unused-section';
import styles from './health.module.css';

type Status = CallOutput<'health.status'>;

/** Address /health: how the library is; /health/names: names by the pattern for the documents of chosen papers. */
export default function HealthPlace({ segments }: PlaceLocation) {
  return segments[0] === 'names' ? <NamesPage /> : <HealthPage />;
}

/** The health of the library: where it lies, how big it is, whether it is whole, and what to do when it is not. */
function HealthPage() {
  const { t } = useTranslation(['health', 'common']);
  const go = useGo();
  const status = useContract(
    'health.status',
    {},
    { tables: ['item', 'attachment', 'file', 'note', 'annotation'], keepPrevious: true },
  );
  return (
    <Place
      title={t('title')}
      surface="sheet"
      back={{
        label: t('back'),
        onPress: () => {
          go('/library');
        },
      }}
    >
      <div className={styles['page']}>
        {status.isError ? (
          <ErrorNote failure={status.error.failure} onRetry={() => void status.refetch()} />
        ) : status.data === undefined ? (
          <Skeleton label={t('common:loading')} lines={8} />
        ) : (
          <>
            <RebuildSection sidecars={status.data.sidecars} />
            <WhereSection status={status.data} />
            <SizesSection status={status.data} />
            <CheckSection />
            <UnusedSection />
            <IndexSection />
            <BackupSection
              lastBackupAt={status.data.lastBackupAt}
              onMade={() => {
                void status.refetch();
              }}
            />
          </>
        )}
      </div>
    </Place>
  );
}

function WhereSection({ status }: { readonly status: Status }) {
  const { t } = useTranslation('health');
  const { syncService, conflictCopies, folder, journal } = status;
  return (
    <section className={styles['group']}>
      <h2>{t('where.title')}</h2>
      <PathLine>{folder}</PathLine>
      {syncService === null ? null : (
        <Note
          tone="warn"
          icon={CloudAlert}
          title={t('where.synced', { service: t(`service.${syncService}`) })}
        >
          {t('where.syncedText')} {journal === 'delete' ? t('where.syncedSafe') : ''}
        </Note>
      )}
      {conflictCopies.length === 0 ? null : (
        <Note tone="warn" icon={CloudAlert} title={t('where.copies', { count: conflictCopies.length })}>
          {t('where.copiesText')}
          <ul className={styles['list']}>
            {conflictCopies.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Note>
      )}
      <ButtonRow>
        <Button
          icon={FolderOpen}
          onPress={() => {
            void call('desktop.openLibraryFolder', {}).then((result) => {
              if (!result.ok) reportFailure(result.error);
            });
          }}
        >
          {t('where.open')}
        </Button>
      </ButtonRow>
    </section>
  );
}

function SizesSection({ status }: { readonly status: Status }) {
  const { t } = useTranslation('health');
  const { bytes, number } = useFormats();
  const { counts, sizes } = status;
  const rows = [
    {
      id: 'database',
      holds: t('sizes.holdsDatabase', {
        items: t('sizes.items', { count: counts.items, formatted: number(counts.items) }),
        notes: t('sizes.notes', { count: counts.notes, formatted: number(counts.notes) }),
        annotations: t('sizes.annotations', {
          count: counts.annotations,
          formatted: number(counts.annotations),
        }),
      }),
      size: sizes.database,
    },
    {
      id: 'files',
      holds: [
        t('sizes.documents', { count: counts.attachments, formatted: number(counts.attachments) }),
        counts.linkedFiles === 0
          ? ''
          : t('sizes.linked', { count: counts.linkedFiles, formatted: number(counts.linkedFiles) }),
      ]
        .filter(Boolean)
        .join(', '),
      size: sizes.files,
    },
    { id: 'fulltext', holds: t('sizes.holdsFulltext'), size: sizes.fulltext },
    { id: 'backups', holds: t('sizes.holdsBackups'), size: sizes.backups },
  ] as const;
  return (
    <section className={styles['group']}>
      <h2>{t('sizes.title')}</h2>
      <DataTable
        caption={t('sizes.title')}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'what', header: t('sizes.what'), isRowHeader: true, cell: (row) => t(`sizes.${row.id}`) },
          { id: 'holds', header: t('sizes.holds'), cell: (row) => row.holds },
          { id: 'size', header: t('sizes.size'), kind: 'number', cell: (row) => bytes(row.size) },
        ]}
      />
    </section>
  );
}
