import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AutosaveTextArea, ErrorNote, ProgressBar, Skeleton } from '../../ui';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import type { SlotProps } from '../../lib/slots';
import styles from './appraise.module.css';
import { QuestionBlock } from './question-block';
import { GENERAL_SET, useAppraisal } from './use-appraisal';

/** The ten questions beside the pages; one is open at a time, everything saves by itself. */
export default function AppraisalPanel({ itemId }: SlotProps['reader.appraisal']) {
  const { t } = useTranslation(['appraisal', 'common']);
  const { set, appraisal } = useAppraisal(itemId);
  const [openId, setOpenId] = useState<string>();
  const failure = set.error ?? appraisal.error;
  if (failure) return <ErrorNote failure={failure.failure} onRetry={() => void appraisal.refetch()} />;
  if (!set.data || !appraisal.data) return <Skeleton label={t('common:loading')} lines={8} />;
  const { answers, progress, overallJudgement } = appraisal.data;
  const { questions, overall } = set.data;
  const grounded = new Set(answers.filter(isGrounded).map(({ questionId }) => questionId));
  const shown = openId ?? questions.find(({ id }) => !grounded.has(id))?.id;
  const judge = async (text: string): Promise<boolean> => {
    const result = await call('appraisal.judge', { itemId, setId: GENERAL_SET, overallJudgement: text });
    if (!result.ok) reportFailure(result.error);
    return result.ok;
  };
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{set.data.title}</h2>
      <ProgressBar
        hideLabel
        label={t('progress.label')}
        value={progress.grounded}
        max={progress.total}
        valueText={t('progress.text', { done: progress.grounded, count: progress.total })}
      />
      <p className={styles.quiet}>{t('progress.text', { done: progress.grounded, count: progress.total })}</p>
      <p className={styles.quiet}>{set.data.intro}</p>
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
                setOpenId(open ? question.id : '');
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

function isGrounded(answer: {
  readonly answer: string | null;
  readonly notReported: boolean;
  readonly evidence: readonly unknown[];
}): boolean {
  if (answer.notReported) return true;
  return answer.answer !== null && (answer.evidence.length > 0 || answer.answer === 'not-applicable');
}
