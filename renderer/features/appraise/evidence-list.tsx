import { Highlighter, ListPlus, X } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, ColorDot, IconButton, Note, Popover, PopoverTrigger, Quote, ToggleButton } from '../../ui';
import styles from './appraise.module.css';
import { useNextHighlight, type Answer, type AnswerWriter } from './use-appraisal';

interface EvidenceListProps {
  readonly itemId: string;
  readonly answer: Answer;
  readonly writer: AnswerWriter;
}

const SHOWN = 180;
const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Passages that an answer rests on: jump to them, take them away, add highlights. */
export function EvidenceList({ itemId, answer, writer }: EvidenceListProps) {
  const { t } = useTranslation('appraisal');
  const go = useGo();
  const { anchor } = writer;
  const addAll = useCallback(
    (ids: readonly string[]) => {
      for (const id of ids) void anchor(id);
    },
    [anchor],
  );
  const { isWaiting, setWaiting } = useNextHighlight(itemId, addAll);
  return (
    <div className={styles.evidence}>
      {answer.evidence.map((passage) => {
        const page = passage.pageLabel ?? String(passage.pageIndex + 1);
        return (
          <div key={passage.linkId} className={styles.passage}>
            <Quote
              color={passage.color}
              meta={
                <Button
                  variant="link"
                  aria-label={t('evidence.show', { page, quote: shorten(passage.quote) })}
                  onPress={() => {
                    go(`/reader/${passage.attachmentId}?annotation=${passage.annotationId}&panel=appraisal`);
                  }}
                >
                  {t('evidence.page', { page })}
                </Button>
              }
            >
              {shorten(passage.quote)}
            </Quote>
            <IconButton
              icon={X}
              size="small"
              label={t('evidence.remove', { page })}
              onPress={() => void writer.unanchor(passage.linkId)}
            />
          </div>
        );
      })}
      <div className={styles.actions}>
        <ToggleButton
          icon={Highlighter}
          size="small"
          label={t('evidence.next')}
          isSelected={isWaiting}
          onChange={setWaiting}
        />
        <PopoverTrigger>
          <Button icon={ListPlus} size="small">
            {t('evidence.choose')}
          </Button>
          <Popover label={t('evidence.choose')} className={styles.chooser}>
            {(close) => <Chooser itemId={itemId} answer={answer} writer={writer} onDone={close} />}
          </Popover>
        </PopoverTrigger>
      </div>
      <div role="status">{isWaiting ? <Note icon={Highlighter}>{t('evidence.waiting')}</Note> : null}</div>
    </div>
  );
}

interface ChooserProps extends EvidenceListProps {
  readonly onDone: () => void;
}

/** Highlights of the paper that the answer does not rest on yet. */
function Chooser({ itemId, answer, writer, onDone }: ChooserProps) {
  const { t } = useTranslation('appraisal');
  const highlights = useContract('annotation.listForItem', { itemId }, { tables: ['annotation'] });
  const used = new Set(answer.evidence.map(({ annotationId }) => annotationId));
  const free = (highlights.data?.annotations ?? []).filter(({ id, quote }) => quote !== '' && !used.has(id));
  if (free.length === 0) return <p className={styles.none}>{t('evidence.none')}</p>;
  return (
    <ul className={styles.choices}>
      {free.map(({ id, quote, pageLabel, color }) => (
        <li key={id}>
          <Button
            variant="quiet"
            className={styles.choice}
            onPress={() => {
              void writer.anchor(id);
              onDone();
            }}
          >
            <ColorDot color={color} />
            <span className={styles.choiceText}>{shorten(quote)}</span>
            <span className={styles.quiet}>{t('evidence.page', { page: pageLabel })}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
