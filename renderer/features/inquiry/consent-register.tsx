import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENT_ANSWERS, CONSENT_SCOPES } from '@shared/domain/inquiry';
import type { ConsentAnswer } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { useContractMutation } from '../../lib/queries';
import {
  AlertDialog,
  Button,
  CheckboxGroup,
  DataTable,
  Dialog,
  NumberField,
  Popover,
  PopoverTrigger,
  Select,
  TextArea,
} from '../../ui';
import type { Participant } from './content';
import { useProject } from './project-context';
import styles from './inquiry.module.css';

/** Who agreed to what, by pseudonym. */
export function ConsentRegister() {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { detail } = useProject();
  const setConsent = useContractMutation('inquiry.setConsent');
  const withdraw = useContractMutation('inquiry.withdraw');
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<Participant | null>(null);
  const { consent, consentCounts } = detail;
  const present = consent.filter((record) => record.withdrawnAt === null);
  const answers = CONSENT_ANSWERS.map((id) => ({ id, label: t(`consent.answer.${id}`) }));
  const answer = (record: Participant, who: 'guardian' | 'assent') =>
    record.withdrawnAt === null ? (
      <Select<ConsentAnswer>
        label={`${t(`consent.${who}`)}, ${record.pseudonym}`}
        hideLabel
        density="compact"
        value={record[who]}
        onChange={(next) => void setConsent.run({ ids: [record.id], [who]: next })}
        choices={answers}
      />
    ) : null;
  return (
    <section className={styles['group']} aria-label={t('consent.title')}>
      <h3 className={styles['groupTitle']}>{t('consent.title')}</h3>
      <p className={styles['hint']}>{t('consent.intro')}</p>
      {consent.length === 0 ? (
        <p className={styles['meta']}>{t('consent.none')}</p>
      ) : (
        <>
          <p className={styles['meta']} role="status">
            {t('consent.counts', { ...consentCounts, all: consentCounts.participants })}
          </p>
          <DataTable
            caption={t('consent.title')}
            hideCaption
            rows={consent}
            rowKey={(record) => record.id}
            columns={[
              {
                id: 'pseudonym',
                header: t('consent.pseudonym'),
                isRowHeader: true,
                cell: (record) => <span className={styles['code']}>{record.pseudonym}</span>,
              },
              {
                id: 'guardian',
                header: t('consent.guardian'),
                width: '7rem',
                cell: (record) => answer(record, 'guardian'),
              },
              {
                id: 'assent',
                header: t('consent.assent'),
                width: '7rem',
                cell: (record) => answer(record, 'assent'),
              },
              {
                id: 'scopes',
                header: t('consent.scopes'),
                cell: (record) =>
                  record.withdrawnAt === null ? (
                    <Scopes record={record} />
                  ) : (
                    t('consent.withdrawn', { date: formats.date(record.withdrawnAt) })
                  ),
              },
              {
                id: 'actions',
                header: t('consent.actions'),
                cell: (record) =>
                  record.withdrawnAt === null ? (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`${t('consent.withdraw')} ${record.pseudonym}`}
                      onPress={() => {
                        setLeaving(record);
                      }}
                    >
                      {t('consent.withdraw')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        </>
      )}
      <div className={styles['buttons']}>
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            setIsAdding(true);
          }}
        >
          {t('consent.add')}
        </Button>
        {present.some((record) => record.guardian === 'pending' && record.assent === 'pending') ? (
          <Button
            size="small"
            onPress={() =>
              void setConsent.run({
                ids: present
                  .filter((record) => record.guardian === 'pending' && record.assent === 'pending')
                  .map((record) => record.id),
                guardian: 'yes',
                assent: 'yes',
                scopes: { 'use-in-study': true },
              })
            }
          >
            {t('consent.allYes')}
          </Button>
        ) : null}
      </div>
      <AddParticipants isOpen={isAdding} onOpenChange={setIsAdding} />
      <AlertDialog
        title={t('consent.withdrawTitle', { pseudonym: leaving?.pseudonym ?? '' })}
        isOpen={leaving !== null}
        onOpenChange={(open) => {
          if (!open) setLeaving(null);
        }}
        confirmLabel={t('consent.withdraw')}
        onConfirm={() => {
          if (leaving) void withdraw.run({ id: leaving.id });
        }}
      >
        {t('consent.withdrawText')}
      </AlertDialog>
    </section>
  );
}

function Scopes({ record }: { readonly record: Participant }) {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const setConsent = useContractMutation('inquiry.setConsent');
  const given = CONSENT_SCOPES.filter((scope) => record.scopes[scope]);
  return (
    <span className={styles['scopes']}>
      {given.length === 0
        ? t('consent.noScopes')
        : formats.list(given.map((scope) => t(`consent.scope.${scope}`)))}
      <PopoverTrigger>
        <Button variant="link" aria-label={`${t('consent.editScopes')} ${record.pseudonym}`}>
          {t('consent.editScopes')}
        </Button>
        <Popover label={t('consent.scopesOf', { pseudonym: record.pseudonym })}>
          <CheckboxGroup
            label={t('consent.scopesOf', { pseudonym: record.pseudonym })}
            hint={t('consent.mediaHint')}
            value={given}
            choices={CONSENT_SCOPES.map((id) => ({ id, label: t(`consent.scope.${id}`) }))}
            onChange={(next) => {
              const scopes = Object.fromEntries(CONSENT_SCOPES.map((scope) => [scope, next.includes(scope)]));
              void setConsent.run({ ids: [record.id], scopes });
            }}
          />
        </Popover>
      </PopoverTrigger>
    </span>
  );
}

interface AddParticipantsProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function AddParticipants({ isOpen, onOpenChange }: AddParticipantsProps) {
  const { t, i18n } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const { detail } = useProject();
  const add = useContractMutation('inquiry.addParticipants');
  const size = detail.values['problem.groupSize'];
  const suggested = typeof size === 'number' ? Math.min(200, size) : 10;
  const [count, setCount] = useState<number | null>(null);
  const [own, setOwn] = useState('');
  const pseudonyms = own.split('\n').filter((line) => line.trim() !== '');
  const number = pseudonyms.length > 0 ? 0 : (count ?? suggested);
  const run = async (): Promise<void> => {
    const result = await add.run({
      projectId: detail.project.id,
      count: number,
      pseudonyms,
      language: i18n.resolvedLanguage ?? 'en',
    });
    if (!result.ok) return;
    setOwn('');
    onOpenChange(false);
  };
  return (
    <Dialog
      title={t('consent.addTitle')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            {common('action.cancel')}
          </Button>
          <Button variant="primary" isDisabled={number + pseudonyms.length === 0} onPress={() => void run()}>
            {t('consent.add')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <NumberField
          label={t('consent.howMany')}
          hint={t('consent.addHint')}
          value={count ?? suggested}
          minValue={1}
          maxValue={200}
          isDisabled={pseudonyms.length > 0}
          onChange={(next) => {
            setCount(Number.isNaN(next) ? null : Math.round(next));
          }}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
          autoFocus
        />
        <TextArea
          label={t('consent.own')}
          hint={t('consent.ownHint')}
          value={own}
          onChange={setOwn}
          rows={4}
        />
      </div>
    </Dialog>
  );
}
