import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isGrounded } from '@shared/domain/appraisal/appraisal-set';
import { AutosaveTextArea, ErrorNote, ProgressBar, Skeleton } from '../../ui';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import type { SlotProps } from '../../lib/slots';
import styles from './appraise.module.css';
import { QuestionBlock } from './question-block';
import { GENERAL_SET, useAppraisal, type Appraisal, type AppraisalSet } from './use-appraisal';

/** The ten questions beside the pages; one is open at a time, everything saves by itself. */
export default function AppraisalPanel({ itemId }: SlotProps['reader.appraisal']) {
  const { t } = useTranslation('common');
  const { set, appraisal } = useAppraisal(itemId);
  const failure = set.error ?? appraisal.error;
  if (failure) return <ErrorNote failure={failure.failure} onRetry={() => void appraisal.refetch()} />;
  if (!set.data || !appraisal.data) return <Skeleton label={t('loading')} lines={8} />;
  return <OpenAppraisal key={itemId} itemId={itemId} set={set.data} appraisal={appraisal.data} />;
}

interface OpenAppraisalProps {
  readonly itemId: string;
  readonly set: AppraisalSet;
  readonly appraisal: Appraisal;
}

function OpenAppraisal({ itemId, set, appraisal }: OpenAppraisalProps) {
  const { t } = useTranslation('appraisal');
  const { answers, progress, overallJudgement } = appraisal;
  const { questions, overall } = set;
  const grounded = new Set(
    answers
      .filter((answer) => isGrounded({ ...answer, anchorCount: answer.evidence.length }))
      .map(({ questionId }) => questionId),
  );
  // Chosen once: a question that is answered stays open until the reader goes on.
  const [shown, setShown] = useState(() => questions.find(({ id }) => !grounded.has(id))?.id);
  const judge = async (text: string): Promise<boolean> => {
    const result = await call('appraisal.judge', { itemId, setId: GENERAL_SET, overallJudgement: text });
    if (!result.ok) reportFailure(result.error);
    return result.ok;
  };
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{set.title}</h2>
      <ProgressBar
        hideLabel
        label={t('progress.label')}
        value={progress.grounded}
        max={progress.total}
        valueText={t('progress.text', { done: progress.grounded, count: progress.total })}
      />
      <p className={styles.quiet}>{t('progress.text', { done: progress.grounded, count: progress.total })}</p>
      <p className={styles.quiet}>{set.intro}</p>
      <ol className={styles.questions}>
        {questions.map((question) => {
          const answer = answers.find(({ questionId }) => questionId === question.id);
          if (!answer) return null;
          return (
            <QuestionBlock
              key={question.id}
              itemId={itemId}
              question={question}
              answer={answer}
              isOpen={question.id === shown}
              isGrounded={grounded.has(question.id)}
              onOpen={(open) => {
                setShown(open ? question.id : undefined);
              }}
            />
          );
        })}
      </ol>
      <AutosaveTextArea
        label={overall.question}
        hint={overall.help}
        value={overallJudgement}
        onSave={judge}
        rows={4}
        reading
      />
    </div>
  );
}
