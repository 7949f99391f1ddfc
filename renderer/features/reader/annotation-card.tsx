import { Copy, Ellipsis, Highlighter, Link2, MessageSquarePlus, Trash2, Underline } from 'lucide-react';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { ANNOTATION_COLORS, type Annotation, type AnnotationColor } from '@shared/domain/annotation';
import { useContractMutation } from '../../lib/queries';
import {
  AutosaveTextArea,
  Button,
  copyText,
  cx,
  Icon,
  IconButton,
  Menu,
  toast,
  type MenuEntry,
} from '../../ui';
import styles from './annotations.module.css';
import { writeComment } from './store';
import { endTypeAhead, typeInto } from './type-ahead';
import { shortened } from './use-annotating';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly title: string;
  readonly meaning: (color: AnnotationColor) => string;
  readonly isChosen: boolean;
  readonly isCommenting: boolean;
  readonly isExpanded: boolean;
  readonly isLost: boolean;
  readonly onShow: () => void;
  readonly onDelete: () => void;
  readonly onRecolor: (color: AnnotationColor) => void;
}

/** One annotation in the list: what it means, where it is, its words, its comment. */
export function AnnotationCard(props: AnnotationCardProps) {
  const { t } = useTranslation('reader');
  const { annotation, meaning, isChosen, isCommenting, isExpanded, isLost, onShow } = props;
  const card = useRef<HTMLLIElement>(null);
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen, isCommenting]);
  const quote = annotation.quote === '' ? t('list.noteWithoutText') : annotation.quote;
  const label = annotation.pageLabel;
  // A custom property, typed by React only through an index signature.
  const style: CSSProperties & { '--mark': string } = { '--mark': annotation.color };
  const open = isChosen || isExpanded;
  return (
    <li ref={card} className={cx(styles.card, isChosen && styles.cardChosen)} style={style}>
      <div className={styles.cardHead}>
        <span className={styles.cardMeaning}>{meaning(annotation.color)}</span>
        <span>{t('list.page', { label })}</span>
        <CardMenu {...props} />
      </div>
      <AriaButton
        ref={place}
        className={cx(styles.cardQuote, !open && styles.clamped, annotation.quote === '' && styles.muted)}
        aria-label={t('list.goTo', { label, text: shortened(quote) })}
        onPress={onShow}
      >
        {quote}
      </AriaButton>
      {isLost ? <p className={styles.cardLost}>{t('list.lost')}</p> : null}
      {annotation.linkCount > 0 ? (
        <p className={styles.cardLinks}>
          <Icon icon={Link2} size={14} /> {t('list.links', { count: annotation.linkCount })}
        </p>
      ) : null}
      <Comment
        annotation={annotation}
        isEditing={isCommenting}
        isOpen={open}
        quote={quote}
        onLeave={() => place.current?.focus()}
      />
    </li>
  );
}

interface CommentProps {
  readonly annotation: Annotation;
  readonly isEditing: boolean;
  readonly isOpen: boolean;
  readonly quote: string;
  /** Escape was pressed: the focus needs a new home before the text area goes. */
  readonly onLeave: () => void;
}

function Comment({ annotation, isEditing, isOpen, quote, onLeave }: CommentProps) {
  const { t } = useTranslation('reader');
  const { run: update } = useContractMutation('annotation.update');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isEditing || !area.current) return;
    area.current.focus();
    typeInto(area.current, endTypeAhead());
  }, [isEditing]);
  if (isEditing) {
    return (
      <AutosaveTextArea
        hideLabel
        density="compact"
        rows={2}
        areaRef={area}
        label={t('list.commentOf', { text: shortened(quote) })}
        placeholder={t('list.comment')}
        value={annotation.comment}
        maxLength={20_000}
        onSave={async (comment) => {
          const saved = await update({ annotationId: annotation.id, patch: { comment } });
          return saved.ok;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onLeave();
          writeComment(undefined);
        }}
      />
    );
  }
  if (annotation.comment !== '') {
    return (
      <AriaButton
        className={cx(styles.cardComment, !isOpen && styles.clamped)}
        aria-label={`${t('list.commentOf', { text: shortened(quote) })}: ${annotation.comment}`}
        onPress={() => writeComment(annotation.id)}
      >
        {annotation.comment}
      </AriaButton>
    );
  }
  return isOpen ? (
    <Button
      size="small"
      variant="quiet"
      icon={MessageSquarePlus}
      className={styles.addComment}
      onPress={() => writeComment(annotation.id)}
    >
      {t('list.addComment')}
    </Button>
  ) : null;
}

function CardMenu({ annotation, title, meaning, onDelete, onRecolor }: AnnotationCardProps) {
  const { t } = useTranslation('reader');
  const { run: update } = useContractMutation('annotation.update');
  const { quote, pageLabel: label, type } = annotation;
  const other = type === 'highlight' ? 'underline' : 'highlight';
  const textActions: readonly MenuEntry[] =
    type === 'note'
      ? []
      : [
          {
            id: 'type',
            label: t(other === 'underline' ? 'list.asUnderline' : 'list.asHighlight'),
            icon: other === 'underline' ? Underline : Highlighter,
            onAction: () => void update({ annotationId: annotation.id, patch: { type: other } }),
          },
          {
            id: 'copy',
            label: t('list.copyQuote'),
            icon: Copy,
            onAction: () => {
              void copyText(t('list.quoteWithPage', { quote, title, label })).then(() => {
                toast({ text: t('list.copied') });
              });
            },
          },
          'separator',
        ];
  const entries: readonly MenuEntry[] = [
    ...textActions,
    ...ANNOTATION_COLORS.map((color, i) => ({
      id: color,
      label: meaning(color),
      shortcut: String(i + 1),
      isSelected: color === annotation.color,
      onAction: () => onRecolor(color),
    })),
    'separator',
    {
      id: 'delete',
      label: t('list.delete'),
      icon: Trash2,
      shortcut: 'Del',
      tone: 'danger',
      onAction: onDelete,
    },
  ];
  return (
    <Menu
      label={t('list.more')}
      entries={entries}
      trigger={<IconButton icon={Ellipsis} size="small" label={t('list.more')} />}
    />
  );
}
