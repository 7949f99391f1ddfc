import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CONTINUING_DECISIONS,
  DECISION_KINDS,
  blockingChecks,
  currentCycle,
  rowsOf,
  runExitChecks,
  textOf,
} from '@shared/domain/inquiry';
import type { DecisionKind, ModelStage } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { Button, Dialog, Note, RadioGroup, TextArea } from '../../ui';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import stageStyles from './stage.module.css';

/** The decision of the cycle on screen, or the way to take it. */
export function DecisionPanel({ stage }: { readonly stage: ModelStage }) {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { detail, state, checks } = useProject();
  const [isOpen, setIsOpen] = useState(false);
  const cycle = state.cycles.find((found) => found.id === detail.cycleId);
  const isCurrent = currentCycle(state)?.id === detail.cycleId;
  const mayDecide =
    isCurrent && (!cycle?.decision || cycle.decision === 'pause' || cycle.decision === 'too-early');
  const open = blockingChecks(runExitChecks(stage, checks)).length;
  return (
    <section className={styles['group']} aria-label={t('decision.title')}>
      <h3 className={styles['groupTitle']}>{t('decision.title')}</h3>
      {cycle?.decision ? (
        <Note
          tone="ok"
          title={t('decision.decided', {
            date: formats.date(cycle.closedAt ?? cycle.startedAt),
            decision: t(`decision.kinds.${cycle.decision}`),
          })}
        >
          {cycle.decisionReason}
        </Note>
      ) : null}
      {mayDecide ? (
        <div>
          <Button
            variant="primary"
            onPress={() => {
              setIsOpen(true);
            }}
          >
            {cycle?.decision ? t('decision.again') : t('stage.decide')}
          </Button>
        </div>
      ) : null}
      <DecisionDialog isOpen={isOpen} onOpenChange={setIsOpen} openChecks={open} />
    </section>
  );
}

interface DecisionDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly openChecks: number;
}

function DecisionDialog({ isOpen, onOpenChange, openChecks }: DecisionDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const go = useGo();
  const { detail, state } = useProject();
  const decide = useContractMutation('inquiry.decide');
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState('');
  const questions = rowsOf(detail.values['reflect.openQuestions'])
    .map((row) => textOf(row['question']))
    .filter((text) => text !== '');
  const next = (currentCycle(state)?.number ?? 1) + 1;
  const opensNext = kind !== null && CONTINUING_DECISIONS.includes(kind);
  const projectId = detail.project.id;
  const run = async (): Promise<void> => {
    if (kind === null) return;
    const result = await decide.run({ projectId, decision: kind, reason });
    if (!result.ok) return;
    onOpenChange(false);
    if (opensNext) go(`/inquiry/${projectId}`);
  };
  return (
    <Dialog
      title={t('decision.title')}
      size="wide"
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
          <Button
            variant="primary"
            isDisabled={kind === null || reason.trim() === '' || decide.isPending}
            onPress={() => void run()}
          >
            {t('decision.decide')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {openChecks > 0 ? <Note>{t('stage.open', { count: openChecks })}</Note> : null}
        <RadioGroup
          label={t('decision.kind')}
          value={kind}
          onChange={setKind}
          choices={DECISION_KINDS.map((id) => ({
            id,
            label: t(`decision.kinds.${id}`),
            description: t(`decision.hints.${id}`),
          }))}
        />
        <TextArea
          label={t('decision.reason')}
          hint={t('decision.reasonHint')}
          value={reason}
          onChange={setReason}
        />
        {opensNext ? (
          <Note>
            {t(questions.length > 0 ? 'decision.opens' : 'decision.opensNoQuestions', { number: next })}
            {questions.length > 0 ? (
              <ul className={stageStyles['artifacts']}>
                {questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            ) : null}
          </Note>
        ) : null}
      </div>
    </Dialog>
  );
}
