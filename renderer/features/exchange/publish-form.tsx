import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { THREATS, VERDICTS } from '@shared/domain/exchange';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { Button, CheckboxGroup, Note, Section, Select, TextArea, TextField, toast } from '../../ui';
import { CheckFindings } from './check-findings';
import { NamesField } from './names-field';
import styles from './exchange.module.css';

type Draft = CallOutput<'exchange.draft'>;
type Fields = CallInput<'exchange.publish'>['fields'];
type Check = CallOutput<'exchange.check'>;

interface PublishFormProps {
  readonly projectId: string;
  readonly draft: Draft;
}

/** What a colleague needs to trust the case, the check of every outgoing file, then the package. */
export function PublishForm({ projectId, draft }: PublishFormProps) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  const [fields, setFields] = useState<Fields>(draft.fields);
  const [reportId, setReportId] = useState<string>(draft.reports[0]?.id ?? '');
  const [names, setNames] = useState('');
  const [checked, setChecked] = useState<Check | null>(null);
  const check = useContractMutation('exchange.check');
  const pick = useContractMutation('desktop.pickSavePath');
  const publish = useContractMutation('exchange.publish');
  const set = (patch: Partial<Fields>): void => {
    setFields((before) => ({ ...before, ...patch }));
    setChecked(null);
  };
  const input = {
    projectId,
    reportId: reportId === '' ? null : reportId,
    fields,
    names: names
      .split(/[\n;,]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
  const runCheck = async (): Promise<Check | null> => {
    const result = await check.run(input);
    setChecked(result.ok ? result.value : null);
    return result.ok ? result.value : null;
  };
  const runPublish = async (): Promise<void> => {
    const found = await runCheck();
    if (!found || found.findings.length > 0 || found.missing.length > 0) return;
    const picked = await pick.run({ kind: 'zip', suggestedName: fields.title });
    if (!picked.ok || picked.value.path === null) return;
    const result = await publish.run({ ...input, path: picked.value.path });
    if (!result.ok) return;
    toast({ text: t('publish.done', { title: fields.title }) });
    go(`/exchange/${result.value.id}`);
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Note icon={ShieldCheck} title={t('publish.safeTitle')}>
        {draft.withheld > 0 ? t('publish.safeWithheld', { count: draft.withheld }) : t('publish.safe')}
      </Note>
      <TextField
        label={t('publish.name')}
        value={fields.title}
        onChange={(title) => {
          set({ title });
        }}
      />
      <TextArea
        label={t('publish.summary')}
        hint={t('publish.summaryHint')}
        rows={3}
        value={fields.summary}
        onChange={(summary) => {
          set({ summary });
        }}
      />
      <TextField
        label={t('publish.creators')}
        hint={t('publish.creatorsHint')}
        value={fields.creators.join('; ')}
        onChange={(text) => {
          set({
            creators: text
              .split(';')
              .map((name) => name.trimStart())
              .filter((name, index, all) => name !== '' || index < all.length - 1),
          });
        }}
      />
      <Select
        label={t('publish.verdict')}
        hint={t('publish.verdictHint')}
        value={fields.verdict}
        onChange={(verdict) => {
          set({ verdict });
        }}
        choices={VERDICTS.map((id) => ({ id, label: t(`verdicts.${id}`) }))}
      />
      <Section title={t('publish.limitsTitle')}>
        <div className={styles['stack']}>
          <CheckboxGroup
            label={t('publish.threats')}
            hint={t('publish.threatsHint')}
            value={fields.threats}
            onChange={(threats) => {
              set({ threats: [...threats] });
            }}
            choices={THREATS.map((id) => ({ id, label: t(`threats.${id}`) }))}
          />
          <TextArea
            label={t('publish.limitations')}
            rows={4}
            value={fields.limitations}
            onChange={(limitations) => {
              set({ limitations });
            }}
          />
          <TextArea
            label={t('publish.differently')}
            rows={3}
            value={fields.differently}
            onChange={(differently) => {
              set({ differently });
            }}
          />
          <TextArea
            label={t('publish.advice')}
            rows={3}
            value={fields.advice}
            onChange={(advice) => {
              set({ advice });
            }}
          />
        </div>
      </Section>
      <Section title={t('publish.formTitle')}>
        <div className={styles['stack']}>
          <Select
            label={t('publish.licence')}
            hint={draft.allowedLicences.length < 4 ? t('publish.licenceInherited') : t('publish.licenceHint')}
            value={fields.licence}
            onChange={(licence) => {
              set({ licence });
            }}
            choices={draft.allowedLicences.map((id) => ({ id, label: t(`licences.${id}`) }))}
          />
          <Select
            label={t('publish.language')}
            value={fields.language}
            onChange={(language) => {
              set({ language });
            }}
            choices={[
              { id: 'en', label: t('publish.en') },
              { id: 'uk', label: t('publish.uk') },
            ]}
          />
          <Select
            label={t('publish.report')}
            value={reportId}
            onChange={(id) => {
              setReportId(id);
              setChecked(null);
            }}
            choices={[
              { id: '', label: t('publish.noReport') },
              ...draft.reports.map((report) => ({ id: report.id, label: report.title })),
            ]}
          />
        </div>
      </Section>
      {draft.namesNeeded ? (
        <NamesField projectId={projectId} hasKey={draft.namesInKey} value={names} onChange={setNames} />
      ) : null}
      {checked ? <CheckFindings checked={checked} /> : null}
      <div className={styles['row']}>
        <Button
          isDisabled={check.isPending}
          onPress={() => {
            void runCheck();
          }}
        >
          {t('publish.check')}
        </Button>
        <Button
          variant="primary"
          isDisabled={publish.isPending || check.isPending}
          onPress={() => {
            void runPublish();
          }}
        >
          {t('publish.run')}
        </Button>
      </div>
    </form>
  );
}
