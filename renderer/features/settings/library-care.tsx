import { DatabaseBackup, FolderOpen, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { reportFailure, useContract, useContractMutation } from '../../lib/queries';
import {
  AlertDialog,
  Button,
  ButtonRow,
  DataTable,
  EmptyState,
  ErrorNote,
  Note,
  PathLine,
  toast,
} from '../../ui';
import styles from './settings.module.css';

type Backup = CallOutput<'backup.list'>[number];

/** Where the library lies, its backups and its health. */
export function LibraryCare() {
  const { t } = useTranslation('settings');
  const info = useContract('desktop.info', {}, { tables: [] }).data;
  return (
    <>
      <p className={styles['text']}>{t('library.text')}</p>
      <PathLine>{info?.libraryFolder ?? ''}</PathLine>
      <ButtonRow>
        <Button
          icon={FolderOpen}
          onPress={() => {
            void call('desktop.openLibraryFolder', {}).then((result) => {
              if (!result.ok) reportFailure(result.error);
            });
          }}
        >
          {t('library.open')}
        </Button>
      </ButtonRow>
      <Health />
      <Backups />
    </>
  );
}

function Health() {
  const { t } = useTranslation('settings');
  const { bytes, number } = useFormats();
  const { run, isPending } = useContractMutation('backup.check');
  const [health, setHealth] = useState<CallOutput<'backup.check'>>();
  return (
    <>
      <ButtonRow>
        <Button
          icon={ShieldCheck}
          isDisabled={isPending}
          onPress={() => {
            void run({}).then((result) => {
              if (result.ok) setHealth(result.value);
            });
          }}
        >
          {isPending ? t('library.checking') : t('library.check')}
        </Button>
      </ButtonRow>
      {health === undefined ? null : (
        <div role="status">
          <Note
            tone={health.integrity === 'ok' && health.missingFiles === 0 ? 'ok' : 'warn'}
            icon={ShieldCheck}
          >
            {health.integrity === 'ok' ? t('library.sound') : t('library.damaged')}{' '}
            {t('library.holds', {
              items: number(health.items),
              attachments: number(health.attachments),
              size: bytes(health.bytes),
            })}{' '}
            {health.missingFiles === 0 ? '' : t('library.missing', { count: health.missingFiles })}
          </Note>
        </div>
      )}
    </>
  );
}

function Backups() {
  const { t } = useTranslation('settings');
  const { dateTime, bytes } = useFormats();
  const backups = useContract('backup.list', {}, { tables: [] });
  const { run: create, isPending } = useContractMutation('backup.create');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  if (backups.isError)
    return (
      <ErrorNote
        failure={backups.error.failure}
        onRetry={() => {
          void backups.refetch();
        }}
      />
    );
  return (
    <>
      <p className={styles['text']}>{t('backups.text')}</p>
      <ButtonRow>
        <Button
          icon={DatabaseBackup}
          isDisabled={isPending}
          onPress={() => {
            void create({}).then((result) => {
              if (!result.ok) return;
              toast({ text: t('backups.created') });
              void backups.refetch();
            });
          }}
        >
          {isPending ? t('backups.creating') : t('backups.create')}
        </Button>
      </ButtonRow>
      {backups.data?.length === 0 ? (
        <EmptyState compact title={t('backups.none.title')}>
          {t('backups.none.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('backups.title')}
          rows={backups.data ?? []}
          rowKey={(backup) => backup.name}
          columns={[
            {
              id: 'when',
              header: t('backups.when'),
              isRowHeader: true,
              cell: (backup) => dateTime(backup.createdAt),
            },
            { id: 'why', header: t('backups.why'), cell: (backup) => t(`backups.reason.${backup.reason}`) },
            { id: 'size', header: t('backups.size'), kind: 'number', cell: (backup) => bytes(backup.bytes) },
            {
              id: 'restore',
              header: t('backups.action'),
              kind: 'number',
              cell: (backup) => (
                <Button
                  size="small"
                  aria-label={t('backups.restoreFrom', { date: dateTime(backup.createdAt) })}
                  onPress={() => {
                    setRestoring(backup);
                  }}
                >
                  {t('backups.restore')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {restoring === null ? null : (
        <AlertDialog
          title={t('backups.askTitle', { date: dateTime(restoring.createdAt) })}
          isOpen
          onOpenChange={() => {
            setRestoring(null);
          }}
          confirmLabel={t('backups.restore')}
          onConfirm={() => {
            void call('backup.restore', { name: restoring.name }).then((result) => {
              if (result.ok) toast({ text: t('backups.restored') });
              else reportFailure(result.error);
              void backups.refetch();
            });
          }}
        >
          <p>{t('backups.askText')}</p>
        </AlertDialog>
      )}
    </>
  );
}
