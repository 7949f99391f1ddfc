import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  blockingChecks,
  currentCycle,
  findStage,
  isFieldFilled,
  latestRun,
  runExitChecks,
  stageFields,
  textOf,
} from '@shared/domain/inquiry';
import type { FieldDefinition, ModelStage } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { reportFailure, useContractMutation } from '../../lib/queries';
import { Slot } from '../../lib/slots';
import { Button, Disclosure, Note, Quote } from '../../ui';
import { ConsentRegister } from './consent-register';
import { useLocal } from './content';
import { DecisionPanel } from './decision-panel';
import { EthicsOutcome } from './ethics-outcome';
import { FieldEditor } from './field-editor';
import { JournalView } from './journal-view';
import { ProblemHints, QuestionHints } from './quality-hints';
import { isAfterQuestion, useProject } from './project-context';
import { GoBackDialog, SkipDialog } from './stage-dialogs';
import { WorkloadNote } from './workload-note';
import styles from './inquiry.module.css';
import stageStyles from './stage.module.css';

interface FieldGroup {
  readonly id: string;
  readonly title: string;
  readonly required: readonly FieldDefinition[];
  readonly optional: readonly FieldDefinition[];
}

/** The fields of a stage by group, in the order of the catalogue's groups as the stage first names them. */
function useGroups(stage: ModelStage): readonly FieldGroup[] {
  const { content } = useProject();
  const local = useLocal();
  const asked = stageFields(stage).flatMap((key) => {
    const field = content.fields.fields.find((candidate) => candidate.key === key);
    return field ? [field] : [];
  });
  return content.fields.groups.flatMap((group) => {
    const own = asked.filter((field) => field.group === group.id);
    if (own.length === 0) return [];
    const isRequired = (field: FieldDefinition): boolean => stage.requiredFields.includes(field.key);
    return [
      {
        id: group.id,
        title: local(group.title),
        required: own.filter(isRequired),
        optional: own.filter((field) => !isRequired(field)),
      },
    ];
  });
}

/** The form of one stage, generated from its model. */
export function StageView({ stage }: { readonly stage: ModelStage }) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const formats = useFormats();
  const { content, detail, model, checks } = useProject();
  const [isAsked, setIsAsked] = useState(false);
  const groups = useGroups(stage);
  const { guidance } = detail.project;
  const checked = new Set(
    stage.exitChecks
      .filter((check) => check.level === 'must')
      .flatMap((check) => ('fields' in check ? check.fields : 'field' in check ? [check.field] : [])),
  );
  const question = textOf(detail.values['question.main']);
  const missing = isAsked
    ? blockingChecks(runExitChecks(stage, checks)).flatMap((check) => check.missing)
    : [];
  const has = (panel: ModelStage['panels'][number]): boolean => stage.panels.includes(panel);
  const phases = model.phases
    .filter((phase) => stage.phases.includes(phase.id))
    .map((phase) => local(phase.title));
  return (
    <div className={stageStyles['stage']}>
      <header className={stageStyles['stageHead']}>
        <h2 className={stageStyles['stageTitle']}>{local(stage.title)}</h2>
        <p className={stageStyles['purpose']}>{local(stage.purpose)}</p>
        {model.phases.length > 1 ? (
          <p className={styles['meta']}>{t('stage.phase', { phases: formats.list(phases) })}</p>
        ) : null}
      </header>
      <StageState stage={stage} />
      {guidance === 'guided' && stage.prompts.length > 0 ? (
        <Disclosure title={t('stage.prompts')} defaultExpanded={stage.requiredFields.length < 5}>
          <ul className={stageStyles['prompts']}>
            {stage.prompts.map((prompt) => (
              <li key={prompt.en}>{local(prompt)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {question !== '' && isAfterQuestion(model, content, stage) ? (
        <section className={styles['group']}>
          <h3 className={styles['groupTitle']}>{t('stage.question')}</h3>
          <Quote>{question}</Quote>
        </section>
      ) : null}
      {/* First look, then write what you saw. */}
      {has('data') ? (
        <Slot
          name="inquiry.data"
          props={{ projectId: detail.project.id, cycleId: detail.cycleId }}
          fallback={<p className={styles['meta']}>{t('data.none')}</p>}
        />
      ) : null}
      {groups.map((group) => (
        <GroupSection
          key={group.id}
          group={group}
          missing={missing}
          isNamed={groups.length === 1 || group.title === local(stage.title)}
          checked={checked}
          after={
            <>
              {group.id === 'problem' && has('problem') ? <ProblemHints /> : null}
              {group.id === 'question' && has('question') ? <QuestionHints /> : null}
              {group.id === 'ethics' && has('ethics') ? <EthicsOutcome /> : null}
              {group.id === 'time' && has('workload') ? <WorkloadNote /> : null}
            </>
          }
        />
      ))}
      {has('consent') ? <ConsentRegister /> : null}
      {has('journal') ? <JournalView isEmbedded /> : null}
      {has('decision') ? <DecisionPanel stage={stage} /> : null}
      <StageFooter
        stage={stage}
        onAsk={() => {
          setIsAsked(true);
        }}
        isAsked={isAsked}
      />
    </div>
  );
}

interface GroupSectionProps {
  readonly group: FieldGroup;
  readonly missing: readonly string[];
  /** The stage's own title says it already. */
  readonly isNamed: boolean;
  /** Fields that hold the stage back though none of them alone is required. */
  readonly checked: ReadonlySet<string>;
  readonly after: React.ReactNode;
}

function GroupSection({ group, missing, isNamed, checked, after }: GroupSectionProps) {
  const { t } = useTranslation('inquiry');
  const { checks } = useProject();
  const isFilled = (field: FieldDefinition): boolean => isFieldFilled(field, checks.values, checks.links);
  const editors = (fields: readonly FieldDefinition[]) => (
    <div className={stageStyles['fields']}>
      {fields.map((field) => (
        <FieldEditor key={field.key} field={field} isMissing={missing.includes(field.key)} />
      ))}
    </div>
  );
  // Links are the thread of the project, and what a check asks for must be seen: neither is folded away.
  const isShown = (field: FieldDefinition): boolean => field.type === 'links' || checked.has(field.key);
  const folded = group.optional.filter((field) => !isShown(field));
  const shown = [...group.required, ...group.optional.filter(isShown)];
  const filled = folded.filter(isFilled).length;
  const aside = folded.length > 0 ? t('stage.filled', { filled, all: folded.length }) : undefined;
  if (shown.length === 0) {
    return (
      <Disclosure title={group.title} aside={aside} defaultExpanded={isNamed}>
        {editors(folded)}
        {after}
      </Disclosure>
    );
  }
  return (
    <section className={styles['group']} aria-label={group.title}>
      {isNamed ? null : <h3 className={styles['groupTitle']}>{group.title}</h3>}
      {editors(shown)}
      {after}
      {folded.length > 0 ? (
        <Disclosure title={t('stage.more')} aside={aside} level={4} defaultExpanded={filled > 0}>
          {editors(folded)}
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Signed, left out, sent back, not started or closed: what a reader of the stage must know first. */
function StageState({ stage }: { readonly stage: ModelStage }) {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { detail, state, isClosed } = useProject();
  const enter = useContractMutation('inquiry.enterStage');
  const run = latestRun(state, detail.cycleId, stage.id);
  const start = (label: string) => (
    <Button
      size="small"
      onPress={() => {
        void enter.run({ projectId: detail.project.id, stageId: stage.id });
      }}
    >
      {label}
    </Button>
  );
  const keys = stageFields(stage);
  const amended = detail.amendments.filter((amendment) => keys.includes(amendment.key)).length;
  if (isClosed) return <Note>{t('stage.closed')}</Note>;
  switch (run?.status) {
    case 'done':
      return (
        <Note tone="ok" title={t('stage.signed', { date: formats.date(run.doneAt ?? '') })}>
          {amended > 0 ? t('stage.amended', { count: amended }) : t('stage.signedHint')}
        </Note>
      );
    case 'skipped':
      return (
        <Note actions={start(t('stage.takeUp'))}>{t('stage.skipped', { reason: run.reason ?? '' })}</Note>
      );
    case 'not-started': {
      const sentBack = state.runs.findLast(
        (past) => past.cycleId === detail.cycleId && past.stageId === stage.id && past.status === 'returned',
      );
      return (
        <Note actions={start(t('stage.start'))}>
          {sentBack ? t('stage.cameBack', { reason: sentBack.reason ?? '' }) : t('stage.notStarted')}
        </Note>
      );
    }
    case 'active':
    case 'returned':
    case undefined:
      return null;
  }
}

interface StageFooterProps {
  readonly stage: ModelStage;
  readonly isAsked: boolean;
  readonly onAsk: () => void;
}

/** Sign the stage, leave it out, go back. */
function StageFooter({ stage, isAsked, onAsk }: StageFooterProps) {
  const { t } = useTranslation('inquiry');
  const { detail, model, state, checks, isClosed, show } = useProject();
  const complete = useContractMutation('inquiry.completeStage', { quiet: true });
  const [dialog, setDialog] = useState<'skip' | 'back' | null>(null);
  const run = latestRun(state, detail.cycleId, stage.id);
  if (isClosed || currentCycle(state)?.id !== detail.cycleId) return null;
  const blocking = blockingChecks(runExitChecks(stage, checks));
  const open = blocking.reduce((sum, check) => sum + Math.max(1, check.missing.length), 0);
  const isDecision = stage.panels.includes('decision');
  const sign = async (): Promise<void> => {
    // The library decides: the last words typed may still be on their way, and it takes them first.
    const result = await complete.run({ projectId: detail.project.id, stageId: stage.id });
    if (!result.ok) {
      if (result.error.code === 'inquiry.checks-open') onAsk();
      else reportFailure(result.error);
      return;
    }
    const next = stage.next.map((id) => findStage(model, id)).find((found) => found !== undefined);
    if (next) show(next.id);
  };
  const close = (): void => {
    setDialog(null);
  };
  return (
    <footer className={stageStyles['footer']}>
      <div aria-live="polite" className={stageStyles['footerNote']}>
        {isAsked && blocking.length > 0 ? t('stage.open', { count: open }) : ''}
      </div>
      {stage.returnTo.length > 0 ? (
        <Button
          onPress={() => {
            setDialog('back');
          }}
        >
          {t('stage.goBack')}
        </Button>
      ) : null}
      {!isDecision && (run?.status === 'active' || run?.status === 'not-started') ? (
        <Button
          onPress={() => {
            setDialog('skip');
          }}
        >
          {t('stage.skip')}
        </Button>
      ) : null}
      {!isDecision && run?.status === 'active' ? (
        <Button
          variant="primary"
          onPress={() => {
            void sign();
          }}
        >
          {t('stage.sign')}
        </Button>
      ) : null}
      <SkipDialog stage={stage} isOpen={dialog === 'skip'} onClose={close} />
      <GoBackDialog stage={stage} isOpen={dialog === 'back'} onClose={close} />
    </footer>
  );
}
