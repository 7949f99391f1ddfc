import { Copy, MessageSquarePlus, Underline } from 'lucide-react';
import { useLayoutEffect, useRef, type CSSProperties, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { ANNOTATION_COLORS, readableQuote, type AnnotationColor } from '@shared/domain/annotation';
import type { ViewSelection, ViewState } from '../../pdf';
import { copyText, IconButton, Tooltip } from '../../ui';
import styles from './reader.module.css';
import { useReader } from './store';
import type { MarkOptions } from './use-annotating';

interface SelectionBarProps {
  readonly stage: RefObject<HTMLElement | null>;
  /** Changes when the pages move. */
  readonly view: ViewState | undefined;
  readonly selection: ViewSelection;
  readonly meaning: (color: AnnotationColor) => string;
  readonly onMark: (options: MarkOptions) => void;
  readonly onClose: () => void;
}

/** Width of the bar and distance to the selection, CSS pixels. */
const WIDTH = 356;
const HEIGHT = 44;
const GAP = 8;

/** What can be done with selected text, right under it. */
export function SelectionBar({ stage, view, selection, meaning, onMark, onClose }: SelectionBarProps) {
  const { t } = useTranslation('reader');
  const color = useReader((state) => state.color);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const frame = stage.current?.getBoundingClientRect();
    const range = document.getSelection();
    if (!frame || !range || range.rangeCount === 0) return;
    const rects = [...range.getRangeAt(0).getClientRects()];
    const last = rects.at(-1) ?? selection.frame;
    const left = Math.min(Math.max(GAP, last.right - frame.left - WIDTH / 2), frame.width - WIDTH - GAP);
    const below = last.bottom - frame.top + GAP;
    const top =
      below + HEIGHT > frame.height ? (rects[0]?.top ?? last.top) - frame.top - HEIGHT - GAP : below;
    // Written straight to the element: a render in between would show it in its old place.
    if (!bar.current) return;
    bar.current.style.left = `${String(left)}px`;
    bar.current.style.top = `${String(Math.max(GAP, top))}px`;
  }, [stage, view, selection]);
  return (
    <div ref={bar} role="toolbar" aria-label={t('selection.label')} className={styles.selectionBar}>
      {ANNOTATION_COLORS.map((value, i) => {
        const label = t('selection.highlightIn', { meaning: meaning(value) });
        // A custom property, typed by React only through an index signature.
        const style: CSSProperties & { '--swatch': string } = { '--swatch': value };
        return (
          <Tooltip key={value} text={label} shortcut={String(i + 1)}>
            <AriaButton
              aria-label={label}
              className={styles.swatch ?? ''}
              style={style}
              // The press must not take the focus: the selection would be gone before it is marked.
              preventFocusOnPress
              onPress={() => onMark({ type: 'highlight', color: value })}
            />
          </Tooltip>
        );
      })}
      <span className={styles.divider} />
      <IconButton
        icon={Underline}
        size="small"
        label={t('selection.underline')}
        preventFocusOnPress
        onPress={() => onMark({ type: 'underline', color })}
      />
      <IconButton
        icon={MessageSquarePlus}
        size="small"
        label={t('selection.comment')}
        shortcut="C"
        preventFocusOnPress
        onPress={() => onMark({ type: 'highlight', color, comment: true })}
      />
      <IconButton
        icon={Copy}
        size="small"
        label={t('selection.copy')}
        preventFocusOnPress
        onPress={() => {
          void copyText(readableQuote(selection.text));
          onClose();
        }}
      />
    </div>
  );
}
