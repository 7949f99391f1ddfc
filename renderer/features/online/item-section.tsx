import { BookOpenCheck, CloudDownload, ExternalLink, ShieldAlert, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import type { SlotProps } from '../../lib/slots';
import { Button, ErrorNote, Note, Section } from '../../ui';
import { useFirstUse } from './first-use';
import { JobStatus } from './job-status';
import { openAddress } from './open-address';
import { ProposalList } from './proposal-list';
import { useOnlineRequest } from './use-request';
import styles from './online.module.css';

/** Item panel: what online services can add to this paper. */
export default function OnlineItemSection({ itemId }: SlotProps['item.online']) {
  return <ItemOnline key={itemId} itemId={itemId} />;
}

function ItemOnline({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('online');
  const go = useGo();
  const { networkEnabled } = useSettings();
  const known = useContract('online.retraction', { itemId }, { tables: ['item'] }).data;
  return (
    <Section title={t('item.title')}>
      <div className={styles['item']}>
        {known?.isWaiting === true ? <Note icon={CloudDownload}>{t('item.waits')}</Note> : null}
        {networkEnabled ? (
          <Actions itemId={itemId} hasDoi={known?.hasDoi ?? false} />
        ) : (
          <div className={styles['line']}>
            <p className={styles['off']}>
              <WifiOff size={16} strokeWidth={1.6} aria-hidden="true" /> {t('item.off')}
            </p>
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                go('/settings');
              }}
            >
              {t('item.toSettings')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function Actions({ itemId, hasDoi }: { readonly itemId: string; readonly hasDoi: boolean }) {
  const { t } = useTranslation('online');
  const { guard, dialog } = useFirstUse();
  const proposing = useOnlineRequest('online.propose');
  const finding = useOnlineRequest('online.openCopy');
  const check = useContractMutation('online.checkRetractions');
  const [proposals, setProposals] = useState<CallOutput<'online.propose'>>();
  const [copy, setCopy] = useState<CallOutput<'online.openCopy'>>();
  const [jobId, setJobId] = useState<string | null>(null);
  const isAsking = proposing.isRunning || finding.isRunning;
  const propose = (): void => {
    guard(() => {
      setProposals(undefined);
      void proposing.ask({ itemId }).then(setProposals);
    });
  };
  const find = (): void => {
    guard(() => {
      setCopy(undefined);
      void finding.ask({ itemId }).then(setCopy);
    });
  };
  return (
    <>
      {dialog}
      <div className={styles['buttons']}>
        <Button size="small" icon={CloudDownload} isDisabled={isAsking} onPress={propose}>
          {t('item.complete')}
        </Button>
        <Button size="small" icon={BookOpenCheck} isDisabled={isAsking || !hasDoi} onPress={find}>
          {t('item.openCopy')}
        </Button>
        <Button
          size="small"
          icon={ShieldAlert}
          isDisabled={check.isPending || !hasDoi}
          onPress={() => {
            guard(() => {
              void check.run({ itemIds: [itemId] }).then((result) => {
                if (result.ok) setJobId(result.value.jobId);
              });
            });
          }}
        >
          {t('item.retraction')}
        </Button>
      </div>
      {isAsking ? (
        <div className={styles['line']} role="status">
          <span>{t('item.asking')}</span>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              proposing.stop();
              finding.stop();
            }}
          >
            {t('item.stop')}
          </Button>
        </div>
      ) : null}
      {proposing.failure === null ? null : <ErrorNote failure={proposing.failure} onRetry={propose} />}
      {finding.failure === null ? null : <ErrorNote failure={finding.failure} onRetry={find} />}
      {jobId === null ? null : <JobStatus jobId={jobId} kind="online-retractions" />}
      {copy === undefined ? null : <Copy copy={copy} />}
      {proposals === undefined ? null : (
        <ProposalList
          itemId={itemId}
          answer={proposals}
          onClose={() => {
            setProposals(undefined);
          }}
        />
      )}
    </>
  );
}

const VERSIONS = ['publishedVersion', 'acceptedVersion', 'submittedVersion'] as const;

function Copy({ copy }: { readonly copy: CallOutput<'online.openCopy'> }) {
  const { t } = useTranslation('online');
  if (!copy.isOpen) return <Note>{t('copy.closed')}</Note>;
  const version = VERSIONS.find((known) => known === copy.version);
  const facts = [version === undefined ? '' : t(`copy.version.${version}`), copy.license ?? ''].filter(
    Boolean,
  );
  const { pageUrl, pdfUrl } = copy;
  return (
    <div role="status">
      <Note
        tone="ok"
        icon={BookOpenCheck}
        title={t('copy.open')}
        actions={
          <>
            {pageUrl === null ? null : (
              <Button size="small" icon={ExternalLink} onPress={() => void openAddress(pageUrl)}>
                {t('copy.go')}
              </Button>
            )}
            {pdfUrl === null ? null : (
              <Button size="small" icon={ExternalLink} onPress={() => void openAddress(pdfUrl)}>
                {t('copy.pdf')}
              </Button>
            )}
          </>
        }
      >
        {facts.length === 0 ? '' : `${facts.join(', ')}. `}
        {t('copy.then')}
      </Note>
    </div>
  );
}
