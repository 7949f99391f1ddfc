import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/lib/result';
import { useContract, useContractMutation } from '../../../lib/queries';
import { Button, Dialog, ErrorNote, Skeleton, toast } from '../../../ui';
import type { TablePreview } from '../types';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { MeasureStep } from './measure-step';
import { SourceStep } from './source-step';
import {
  EMPTY_MEASURE,
  isKeyReady,
  mappingFrom,
  type Choices,
  type MeasureDraft,
  type PickedColumns,
  type TableSource,
} from './wizard-state';
import styles from '../data.module.css';

export interface ImportWizardProps {
  readonly projectId: string;
  readonly cycleId: string | null;
  /** Called with the new dataset, or null when nothing was imported. */
  readonly onClose: (datasetId: string | null) => void;
}

const STEPS = ['source', 'columns', 'check', 'measure'] as const;
type Step = (typeof STEPS)[number];

/** Four steps from a table to a dataset; nothing is stored before the last button. */
export function ImportWizard({ projectId, cycleId, onClose }: ImportWizardProps) {
  const { t } = useTranslation(['data', 'common']);
  const [step, setStep] = useState<Step>('source');
  const [source, setSource] = useState<TableSource | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [picked, setPicked] = useState<PickedColumns | null>(null);
  const [draft, setDraft] = useState<MeasureDraft>(EMPTY_MEASURE);
  const [failure, setFailure] = useState<Failure | null>(null);
  const importing = useContractMutation('data.importTable', { quiet: true });
  const preview = useContract(
    'data.previewTable',
    { projectId, source: source ?? { kind: 'text', text: ' ' }, choices },
    { enabled: source !== null, keepPrevious: true, tables: ['consent', 'dataset_row'] },
  );
  const table = source === null ? undefined : preview.data;
  const codesOnly = table?.check !== null && table?.check?.knownPseudonyms === table?.check?.people;
  const start = (next: TableSource): void => {
    setSource(next);
    setChoices({});
    setPicked(null);
    setStep('columns');
  };
  const run = async (): Promise<void> => {
    if (source === null || !table?.recipe) return;
    const { name, unit, type, better, ordinal, selectedLow, wholeMean, perspective } = draft;
    const keep = !codesOnly && (table.keyState === 'kept' || draft.keyMode === 'keep');
    const result = await importing.run({
      projectId,
      cycleId,
      source,
      sha256: table.sha256,
      recipe: table.recipe,
      measure: { name, unit, type, better, ordinal, selectedLow, wholeMean: selectedLow ? wholeMean : null },
      perspective,
      key: keep ? { mode: 'keep', passphrase: draft.passphrase } : { mode: 'none' },
    });
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toast({ text: t('wizard.imported', { pupils: t('pupils', { count: result.value.people }) }) });
    onClose(result.value.datasetId);
  };
  const ready: Readonly<Record<Step, boolean>> = {
    source: source !== null,
    columns: Boolean(table?.recipe) && !preview.error,
    check: (table?.check?.people ?? 0) > 0,
    measure: draft.name.trim() !== '' && isKeyReady(draft, table?.keyState ?? 'none', codesOnly),
  };
  const index = STEPS.indexOf(step);
  const move = (by: 1 | -1): void => {
    setFailure(null);
    setStep(STEPS[index + by] ?? step);
  };
  const stepName = t(`wizard.${step}.name`);
  return (
    <Dialog
      title={t('wizard.title')}
      isOpen
      size="wide"
      isDismissable={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose(null);
      }}
      footer={
        step === 'source' ? null : (
          <>
            <Button
              variant="quiet"
              onPress={() => {
                move(-1);
              }}
            >
              {t('wizard.back')}
            </Button>
            <Button
              variant="primary"
              isDisabled={!ready[step] || importing.isPending}
              onPress={() => {
                if (step === 'measure') void run();
                else move(1);
              }}
            >
              {t(step === 'measure' ? 'wizard.import' : 'wizard.next')}
            </Button>
          </>
        )
      }
    >
      <StepHeading text={t('wizard.step', { step: index + 1, steps: STEPS.length, name: stepName })} />
      {preview.error && step !== 'source' ? <ErrorNote failure={preview.error.failure} /> : null}
      {step === 'source' ? <SourceStep onChosen={start} /> : null}
      {step !== 'source' && !table && !preview.error ? (
        <Skeleton label={t('common:loading')} lines={5} />
      ) : null}
      {table ? (
        <TableSteps
          step={step}
          table={table}
          choices={choices}
          onChoices={setChoices}
          picked={picked ?? table.guess}
          onPicked={(next) => {
            setPicked(next);
            const columns = mappingFrom(next);
            if (columns) setChoices({ ...choices, columns });
          }}
          draft={draft}
          onDraft={setDraft}
          codesOnly={codesOnly}
        />
      ) : null}
      {failure ? <ErrorNote failure={failure} /> : null}
    </Dialog>
  );
}

interface TableStepsProps {
  readonly step: Step;
  readonly table: TablePreview;
  readonly choices: Choices;
  readonly onChoices: (next: Choices) => void;
  readonly picked: PickedColumns;
  readonly onPicked: (next: PickedColumns) => void;
  readonly draft: MeasureDraft;
  readonly onDraft: (next: MeasureDraft) => void;
  readonly codesOnly: boolean;
}

function TableSteps({ step, ...props }: TableStepsProps) {
  switch (step) {
    case 'source':
      return null;
    case 'columns':
      return <ColumnsStep {...props} />;
    case 'check':
      return <CheckStep {...props} />;
    case 'measure':
      return <MeasureStep {...props} keyState={props.table.keyState} />;
  }
}

/** Takes the focus when the step changes, so that a screen reader says where one is. */
function StepHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [text]);
  return (
    <p ref={heading} className={styles['step']} tabIndex={-1}>
      {text}
    </p>
  );
}
