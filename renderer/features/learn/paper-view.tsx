import { Keyboard, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '@shared/domain/learning/teaching-paper';
import type { SelectionPiece } from '@shared/domain/learning/find-in-paper';
import { useFormats } from '../../lib/format';
import { PdfViewer, type KeyboardSelection, type OpenDocument } from '../../pdf';
import { ErrorNote, IconButton, Kbd, Skeleton, Unseen } from '../../ui';
import styles from './paper.module.css';
import { usePaperDocument } from './use-paper-document';

/** Selected words, piece by piece, and as one text to show. */
export interface PaperSelection {
  readonly pieces: readonly SelectionPiece[];
  readonly text: string;
}

interface PaperViewProps {
  readonly attachmentId: string;
  readonly title: string;
  /** Passages to mark; the first one is scrolled to when they change. */
  readonly anchors: readonly Anchor[];
  /** Called with each finished selection of words; never with nothing. Keep it stable. */
  readonly onSelect?: ((selection: PaperSelection) => void) | undefined;
  /** Enter while words are selected with the keyboard. Keep it stable. */
  readonly onConfirm?: (() => void) | undefined;
}

/** A paper beside a task: pages, zoom, selection by mouse or keyboard, marked passages. Stores nothing. */
export function PaperView({ attachmentId, ...rest }: PaperViewProps) {
  const { t } = useTranslation(['learn', 'common']);
  const [state, retry] = usePaperDocument(attachmentId);
  if (state.kind === 'failed') {
    return (
      <div className={styles.notice}>
        <ErrorNote failure={state.failure} onRetry={retry} />
      </div>
    );
  }
  if (state.kind === 'opening') {
    return (
      <div className={styles.notice}>
        <Skeleton label={t('common:loading')} lines={6} />
      </div>
    );
  }
  return <OpenPaper document={state.document} {...rest} />;
}

type OpenPaperProps = Omit<PaperViewProps, 'attachmentId'> & { readonly document: OpenDocument };

function OpenPaper({ document, title, anchors, onSelect, onConfirm }: OpenPaperProps) {
  const { t } = useTranslation('learn');
  const stage = useRef<HTMLDivElement>(null);
  const { viewer, keyboard } = usePaperViewer(stage, document, onSelect);
  useMarkedAnchors(viewer, anchors);
  useSelectionKeys(viewer, keyboard, onConfirm);
  return (
    <section className={styles.paper} aria-label={t('paper.label', { title })}>
      <div className={styles.tools}>
        <span className={styles.paperTitle}>{title}</span>
        {onSelect ? (
          <IconButton
            icon={Keyboard}
            label={t('paper.keyboard')}
            size="small"
            onPress={() => {
              viewer?.scroller.focus();
              void viewer?.beginKeyboardSelection();
            }}
          />
        ) : null}
        <IconButton
          icon={ZoomOut}
          label={t('paper.smaller')}
          size="small"
          onPress={() => viewer?.stepZoom(-1)}
        />
        <IconButton
          icon={ZoomIn}
          label={t('paper.larger')}
          size="small"
          onPress={() => viewer?.stepZoom(1)}
        />
      </div>
      <div ref={stage} className={styles.stage} data-paper-ready={viewer ? 'true' : 'false'} />
      {keyboard ? (
        <div className={styles.keys}>
          <span>{t('paper.keys.move')}</span>
          <span>
            <Kbd>{KEY_NAMES.extend}</Kbd> {t('paper.keys.extend')}
          </span>
          <span>
            <Kbd>{KEY_NAMES.confirm}</Kbd> {t('paper.keys.confirm')}
          </span>
          <span>
            <Kbd>{KEY_NAMES.end}</Kbd> {t('paper.keys.end')}
          </span>
        </div>
      ) : null}
      <Unseen aria-live="assertive">{keyboard ? t('paper.selected', { text: keyboard.spoken }) : ''}</Unseen>
    </section>
  );
}

interface ShownPaper {
  readonly viewer: PdfViewer | undefined;
  readonly keyboard: KeyboardSelection | undefined;
}
/** As they stand on the keys in every language. */
const KEY_NAMES = { extend: 'Shift', confirm: 'Enter', end: 'Esc' } as const;

const NOTHING: ShownPaper = { viewer: undefined, keyboard: undefined };

function usePaperViewer(
  stage: React.RefObject<HTMLElement | null>,
  document: OpenDocument,
  onSelect: PaperViewProps['onSelect'],
): ShownPaper {
  const { t } = useTranslation('learn');
  const { locale } = useFormats();
  const [shown, setShown] = useState(NOTHING);
  const listener = useRef(onSelect);
  useEffect(() => {
    listener.current = onSelect;
  }, [onSelect]);

  useEffect(() => {
    const container = stage.current;
    if (!container) return;
    let viewer: PdfViewer | undefined;
    let over = false;
    const tell = async (
      parts: readonly { pageIndex: number; start: number; end: number }[],
    ): Promise<void> => {
      const made = viewer;
      if (!made || over) return;
      const pieces = await Promise.all(
        parts.map(async ({ pageIndex, start, end }) => ({
          pageIndex,
          text: (await made.pageText(pageIndex)).slice(start, end),
        })),
      );
      const text = pieces.map((piece) => piece.text.replace(/\s+/g, ' ').trim()).join(' … ');
      if (text !== '') listener.current?.({ pieces, text });
    };
    const start = async (): Promise<void> => {
      const made = await PdfViewer.create(container, document, {
        locale,
        pageName: (label) => t('paper.page', { label }),
        internalLinkLabel: t('paper.link'),
        onView: () => undefined,
        onSelection: (selection) => {
          if (selection) void tell(selection.parts);
        },
        onKeyboardSelection: (keyboard) => {
          if (over) return;
          setShown((old) => ({ ...old, keyboard }));
          if (keyboard) void tell([keyboard]);
        },
        onFind: () => undefined,
        onMarkPressed: () => undefined,
        onPagePressed: () => undefined,
        onExternalLink: () => undefined,
        onDrawFailed: () => undefined,
      });
      if (over) {
        made.destroy();
        return;
      }
      viewer = made;
      made.scroller.tabIndex = 0;
      made.scroller.setAttribute('role', 'group');
      made.scroller.setAttribute('aria-label', t('paper.pages'));
      setShown({ viewer: made, keyboard: undefined });
    };
    void start();
    return () => {
      over = true;
      viewer?.destroy();
      setShown(NOTHING);
    };
  }, [stage, document, locale, t]);
  return shown;
}

/** Marks passages and scrolls to the first of them. */
function useMarkedAnchors(viewer: PdfViewer | undefined, anchors: readonly Anchor[]): void {
  useEffect(() => {
    if (!viewer) return;
    let over = false;
    const mark = async (): Promise<void> => {
      const found = await Promise.all(
        anchors.map(async (anchor) => {
          const place = await viewer.anchor(
            { exact: anchor.quote, prefix: '', suffix: '' },
            anchor.pageIndex,
          );
          if (!place) return [];
          const { rects } = await viewer.describe(place);
          return [
            {
              id: anchor.id,
              pageIndex: place.pageIndex,
              kind: 'highlight' as const,
              rects,
              color: '#ffd400',
            },
          ];
        }),
      );
      if (over) return;
      const marks = found.flat();
      viewer.setMarks(marks);
      const [first] = marks;
      if (first) await viewer.show(first.pageIndex, first.rects);
    };
    void mark();
    return () => {
      over = true;
    };
  }, [viewer, anchors]);
}

const MOVES: Readonly<Record<string, { readonly unit: 'word' | 'sentence'; readonly step: 1 | -1 }>> = {
  ArrowRight: { unit: 'word', step: 1 },
  ArrowLeft: { unit: 'word', step: -1 },
  ArrowDown: { unit: 'sentence', step: 1 },
  ArrowUp: { unit: 'sentence', step: -1 },
};

/** Arrows select by word and by sentence, Shift extends, Enter confirms, Escape ends. */
function useSelectionKeys(
  viewer: PdfViewer | undefined,
  keyboard: KeyboardSelection | undefined,
  onConfirm: (() => void) | undefined,
): void {
  useEffect(() => {
    if (!viewer || !keyboard) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = MOVES[event.key];
      if (move) void viewer.keyboard.move(move.unit, move.step, event.shiftKey);
      else if (event.key === 'Enter') onConfirm?.();
      else if (event.key === 'Escape') viewer.clearSelection();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const { scroller } = viewer;
    scroller.addEventListener('keydown', onKeyDown);
    return () => {
      scroller.removeEventListener('keydown', onKeyDown);
    };
  }, [viewer, keyboard, onConfirm]);
}
