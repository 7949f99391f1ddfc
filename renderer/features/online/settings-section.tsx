import { CircleAlert, KeyRound, Search, ShieldAlert, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ONLINE_SERVICES, onlineSettingsSchema, type OnlineSettings } from '@shared/domain/online/services';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContract, useContractMutation } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { AlertDialog, AutosaveTextField, Button, Note, Switch, TextField, toast } from '../../ui';
import { useFirstUse } from './first-use';
import { JobStatus } from './job-status';
import { useLastJob } from './use-jobs';
import styles from './online.module.css';

type Status = CallOutput<'online.status'>;

async function store(online: OnlineSettings): Promise<boolean> {
  const result = await call('settings.set', { online });
  if (!result.ok) reportFailure(result.error);
  return result.ok;
}

/** Settings, network: services and what each is sent, mail address, key, kept answers, work over the whole library. */
export default function OnlineSettingsSection() {
  const { t } = useTranslation('online');
  const go = useGo();
  const { networkEnabled, online } = useSettings();
  const status = useContract('online.status', {}, { tables: ['item'] });
  // Remembers that it was off while this page was open.
  const [wasOff, setWasOff] = useState(false);
  if (!networkEnabled && status.data !== undefined && !wasOff) setWasOff(true);
  const refresh = (): void => void status.refetch();
  return (
    <div className={styles['settings']}>
      <p className={styles['text']}>{t('settings.intro')}</p>
      {networkEnabled ? null : <Note icon={WifiOff}>{t('settings.off')}</Note>}
      <div role="group" aria-label={t('settings.services')} className={styles['services']}>
        {ONLINE_SERVICES.map((service) => (
          <Switch
            key={service}
            isSelected={online.services[service]}
            onChange={(on) => void store({ ...online, services: { ...online.services, [service]: on } })}
            description={t(`about.${service}`)}
          >
            {t(`service.${service}`)}
          </Switch>
        ))}
      </div>
      <div className={styles['narrow']}>
        <AutosaveTextField
          label={t('settings.mail')}
          hint={t('settings.mailHint')}
          value={online.mail}
          onSave={async (typed) => {
            const parsed = onlineSettingsSchema.shape.mail.safeParse(typed.trim());
            if (parsed.success) return store({ ...online, mail: parsed.data });
            toast({ text: t('settings.mailBad'), tone: 'warn' });
            return false;
          }}
        />
      </div>
      <KeyField hasKey={status.data?.hasKey ?? false} onChange={refresh} />
      {status.data === undefined ? null : <Kept status={status.data} onChange={refresh} />}
      {networkEnabled && status.data !== undefined ? (
        <WholeLibrary status={status.data} asksAtOnce={wasOff} />
      ) : null}
      <div>
        <Button
          icon={Search}
          onPress={() => {
            go('/online');
          }}
        >
          {t('settings.search')}
        </Button>
      </div>
    </div>
  );
}

function KeyField({ hasKey, onChange }: { readonly hasKey: boolean; readonly onChange: () => void }) {
  const { t } = useTranslation('online');
  const [typed, setTyped] = useState('');
  const { run, isPending } = useContractMutation('online.setKey');
  const save = async (key: string): Promise<void> => {
    const result = await run({ key });
    if (!result.ok) return;
    setTyped('');
    toast({ text: key === '' ? t('settings.keyRemoved') : t('settings.keySaved') });
    onChange();
  };
  if (hasKey)
    return (
      <Note
        icon={KeyRound}
        title={t('settings.key')}
        actions={
          <Button size="small" isDisabled={isPending} onPress={() => void save('')}>
            {t('settings.keyRemove')}
          </Button>
        }
      >
        {t('settings.keyKept')}
      </Note>
    );
  return (
    <div className={styles['narrow']}>
      <TextField
        label={t('settings.key')}
        hint={t('settings.keyHint')}
        type="password"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <div>
        <Button
          icon={KeyRound}
          isDisabled={isPending || typed.trim() === ''}
          onPress={() => void save(typed.trim())}
        >
          {t('settings.keySave')}
        </Button>
      </div>
    </div>
  );
}

function Kept({ status, onChange }: { readonly status: Status; readonly onChange: () => void }) {
  const { t } = useTranslation('online');
  const { bytes } = useFormats();
  const { run, isPending } = useContractMutation('online.clearCache');
  const { count, bytes: size } = status.cache;
  if (count === 0) return <p className={styles['text']}>{t('settings.cacheNone')}</p>;
  return (
    <div className={styles['line']}>
      <p className={styles['text']}>{t('settings.cache', { count, size: bytes(size) })}</p>
      <Button
        size="small"
        isDisabled={isPending}
        onPress={() => {
          void run({}).then((result) => {
            if (result.ok) toast({ text: t('settings.cleared') });
            onChange();
          });
        }}
      >
        {t('settings.clear')}
      </Button>
    </div>
  );
}

interface WholeLibraryProps {
  readonly status: Status;
  /** The network was switched on a moment ago: records that wait are asked about. */
  readonly asksAtOnce: boolean;
}

function WholeLibrary({ status, asksAtOnce }: WholeLibraryProps) {
  const { t } = useTranslation('online');
  const { guard, dialog } = useFirstUse();
  const complete = useContractMutation('online.completeWaiting');
  const check = useContractMutation('online.checkRetractions');
  const [completing, setCompleting] = useLastJob('online-complete');
  const [checking, setChecking] = useLastJob('online-retractions');
  const [isAsking, setAsking] = useState(asksAtOnce && status.waiting > 0);
  const startCompleting = (): void => {
    guard(() => {
      void complete.run({}).then((result) => {
        if (result.ok) setCompleting(result.value.jobId);
      });
    });
  };
  return (
    <>
      {dialog}
      <AlertDialog
        title={t('waiting.title')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        tone="primary"
        confirmLabel={t('waiting.start')}
        onConfirm={startCompleting}
      >
        <p>{t('waiting.text', { count: status.waiting })}</p>
      </AlertDialog>
      {status.waiting === 0 ? null : (
        <Note
          icon={CircleAlert}
          title={t('waiting.title')}
          actions={
            <Button size="small" isDisabled={complete.isPending} onPress={startCompleting}>
              {t('waiting.start')}
            </Button>
          }
        >
          {t('waiting.text', { count: status.waiting })}
        </Note>
      )}
      {completing === null ? null : <JobStatus jobId={completing} kind="online-complete" />}
      {status.withDoi === 0 ? null : (
        <Note
          icon={ShieldAlert}
          title={t('retractions.title')}
          actions={
            <Button
              size="small"
              isDisabled={check.isPending}
              onPress={() => {
                guard(() => {
                  void check.run({}).then((result) => {
                    if (result.ok) setChecking(result.value.jobId);
                  });
                });
              }}
            >
              {t('retractions.start')}
            </Button>
          }
        >
          {t('retractions.text', { count: status.withDoi })}
        </Note>
      )}
      {checking === null ? null : <JobStatus jobId={checking} kind="online-retractions" />}
    </>
  );
}
