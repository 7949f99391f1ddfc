import { ClipboardCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import type { SlotProps } from '../../lib/slots';
import { Button, ErrorNote, Quote, Skeleton } from '../../ui';
import styles from './appraise.module.css';
import { GENERAL_SET, useAppraisal } from './use-appraisal';

/** In the item panel: what was judged, and the way to go on beside the pages. */
export default function ItemAppraisal({ itemId }: SlotProps['item.appraisal']) {
  const { t } = useTranslation(['appraisal', 'common']);
  const { date } = useFormats();
  const go = useGo();
  const { set, appraisal } = useAppraisal(itemId);
  const summary = useContract(
    'appraisal.ofItem',
    { itemId },
    { tables: ['appraisal', 'appraisal_answer', 'link', 'annotation'] },
  );
  const papers = useContract('appraisal.paperOf', { itemId }, { tables: ['attachment'] });
  const failure = set.error ?? appraisal.error ?? summary.error;
  if (failure) return <ErrorNote failure={failure.failure} />;
  if (!set.data || !appraisal.data || !summary.data)
    return <Skeleton label={t('common:loading')} lines={4} />;
  const attachmentId = papers.data?.attachmentId ?? null;
  const begun = summary.data.appraisals.find(({ setId }) => setId === GENERAL_SET);
  const { answers, overallJudgement, progress } = appraisal.data;
  const open = (
    <Button
      icon={ClipboardCheck}
      isDisabled={attachmentId === null}
      onPress={() => {
        if (attachmentId !== null) go(`/reader/${attachmentId}?panel=appraisal`);
      }}
    >
      {begun ? t('item.goOn') : t('item.begin')}
    </Button>
  );
  if (!begun) {
    return (
      <div className={styles.panel}>
        <p className={styles.quiet}>{attachmentId === null ? t('item.noPdf') : t('item.empty')}</p>
        <div>{open}</div>
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>
        {t('progress.text', { done: progress.grounded, count: progress.total })} ·{' '}
        {t('item.changed', { date: date(begun.updatedAt) })}
      </p>
      {overallJudgement === '' ? null : <Quote>{overallJudgement}</Quote>}
      <dl className={styles.summary}>
        {set.data.questions.map((question) => {
          const answer = answers.find(({ questionId }) => questionId === question.id);
          if (!answer || (answer.answer === null && !answer.notReported)) return null;
          return (
            <div key={question.id}>
              <dt>{question.question}</dt>
              <dd>
                {answer.notReported
                  ? t('notReported')
                  : answer.answer === null
                    ? ''
                    : t(`answer.${answer.answer}`)}
                {answer.evidence.map((passage) => (
                  <Button
                    key={passage.linkId}
                    variant="link"
                    onPress={() => {
                      go(
                        `/reader/${passage.attachmentId}?annotation=${passage.annotationId}&panel=appraisal`,
                      );
                    }}
                  >
                    {t('evidence.page', { page: passage.pageLabel ?? String(passage.pageIndex + 1) })}
                  </Button>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      <div>{open}</div>
    </div>
  );
}
