import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { appraisalAnswers } from '@shared/domain/appraisal/appraisal-set';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { AutosaveTextArea, Button, Checkbox, Disclosure, Icon, RadioGroup } from '../../ui';
import styles from './appraise.module.css';
import { EvidenceList } from './evidence-list';
import { useAnswerWriter, type Answer, type Question } from './use-appraisal';

interface QuestionBlockProps {
  readonly itemId: string;
  readonly question: Question;
  readonly answer: Answer;
  readonly isOpen: boolean;
  readonly isGrounded: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One question: what to think of, where to look, the answer and the passages it rests on. */
export function QuestionBlock({ itemId, question, answer, isOpen, isGrounded, onOpen }: QuestionBlockProps) {
  const { t } = useTranslation('appraisal');
  const icon = isGrounded ? CircleCheck : answer.answer === null ? Circle : CircleDot;
  const state = isGrounded ? 'grounded' : answer.answer === null ? 'open' : 'ungrounded';
  const short = answer.notReported
    ? t('notReported')
    : answer.answer === null
      ? ''
      : t(`answer.${answer.answer}`);
  return (
    <li className={styles.block} data-state={state}>
      <span className={styles.mark}>
        <Icon icon={icon} size={18} label={t(`state.${state}`)} />
      </span>
      <Disclosure
        title={question.question}
        aside={short}
        isExpanded={isOpen}
        onExpandedChange={onOpen}
        level={3}
      >
        {isOpen ? <OpenQuestion itemId={itemId} question={question} answer={answer} /> : null}
      </Disclosure>
    </li>
  );
}

/** What the question holds while it is open; leaving it saves what was typed. */
function OpenQuestion({
  itemId,
  question,
  answer,
}: Pick<QuestionBlockProps, 'itemId' | 'question' | 'answer'>) {
  const { t } = useTranslation('appraisal');
  const writer = useAnswerWriter(itemId, question.id);
  return (
    <div className={styles.body}>
      <div className={styles.help}>
        <p>{question.help}</p>
        <p>
          <strong>{t('whereToLook')}</strong> {question.whereToLook}
        </p>
      </div>
      <RadioGroup
        label={t('yourAnswer')}
        hideLabel
        orientation="horizontal"
        choices={appraisalAnswers.map((id) => ({ id, label: t(`answer.${id}`) }))}
        value={answer.answer}
        onChange={(value) => void writer.write({ answer: value })}
      />
      <EvidenceList itemId={itemId} answer={answer} writer={writer} />
      <Checkbox
        isSelected={answer.notReported}
        isDisabled={answer.evidence.length > 0}
        onChange={(value) => void writer.write({ notReported: value })}
      >
        {t('notReportedLong')}
      </Checkbox>
      <AutosaveTextArea
        label={t('note')}
        density="compact"
        rows={2}
        value={answer.note}
        onSave={(note) => writer.write({ note })}
      />
      {question.mapsTo.length > 0 ? (
        <p className={styles.instruments}>
          <span>{t('mapsTo')}</span>
          {question.mapsTo.map((instrument) => (
            <Button key={instrument.id} variant="link" onPress={() => void openLink(instrument.url)}>
              {instrument.name}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

async function openLink(url: string): Promise<void> {
  const result = await call('desktop.openExternal', { url });
  if (!result.ok) reportFailure(result.error);
}
