import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '@shared/domain/annotation';
import type { OpenDocument, PageMark } from '../../pdf';
import { Place, toast } from '../../ui';
import { setActiveReader } from './active-reader';
import { Announcer } from './announcer';
import { DeleteQuestion, useDeleting } from './deleting';
import { FindBar } from './find-bar';
import { KeyboardBar } from './keyboard-bar';
import { PaperTabs } from './paper-tabs';
import type { PaperInfo } from './reader-types';
import styles from './reader.module.css';
import { saveCopy } from './save-copy';
import { ScanNote } from './scan-note';
import { SelectionBar } from './selection-bar';
import { SidePanels } from './side-panels';
import { announce, chooseAnnotation, chooseColor, useReader, writeComment } from './store';
import { ToolRail } from './tool-rail';
import { beginTypeAhead } from './type-ahead';
import { useAnnotating } from './use-annotating';
import { useAnnotations, useMeanings } from './use-annotations';
import { useOpenAt } from './use-open-at';
import { useReaderKeys } from './use-reader-keys';
import { useReanchor } from './use-reanchor';
import { useViewer, type ViewerState } from './use-viewer';
import { ViewControls } from './view-controls';

interface DocumentViewProps {
  readonly attachmentId: string;
  readonly paper: PaperInfo;
  readonly title: string;
  readonly document: OpenDocument;
  readonly search: Readonly<Record<string, string>>;
}

/** An open paper: tools, pages, and what belongs to it beside them. */
export function DocumentView({ attachmentId, paper, title, document, search }: DocumentViewProps) {
  const { t } = useTranslation('reader');
  const stage = useRef<HTMLDivElement>(null);
  const [scanned, setScanned] = useState(false);
  const { annotations, ready } = useAnnotations(attachmentId);
  const meaning = useMeanings();
  const annotating = useAnnotating(attachmentId);
  const deleting = useDeleting();
  const { tool, color, chosenId, panelShown, findShown } = useReader();

  const startPage = Math.min(paper.lastPageIndex, document.pageCount - 1);
  const state = useViewer(stage, document, attachmentId, startPage, {
    onMark: chooseAnnotation,
    onPage: (point) => {
      chooseAnnotation(undefined);
      if (tool === 'note' && viewer) void annotating.placeNote(viewer, point, color);
    },
  });
  const { viewer, selection, keyboard, view } = state;
  const lost = useReanchor(viewer, document, annotations, ready);
  useOpenAt(viewer, document.pageCount, annotations, ready, search);
  useMarks(viewer, annotations, chosenId);
  useReaderKeys({ viewer, keyboard, annotating, color });

  const parts = useMemo(() => (keyboard ? [keyboard] : (selection?.parts ?? [])), [keyboard, selection]);

  // With a marking tool in hand, letting go of the mouse marks what was selected.
  const marking = tool === 'highlight' || tool === 'underline' ? tool : undefined;
  useEffect(() => {
    if (viewer && selection && marking)
      void annotating.mark(viewer, selection.parts, { type: marking, color });
    // Only a new selection marks; another colour or tool must not mark the old one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selection]);

  const chosen = annotations.find(({ id }) => id === chosenId);
  const startKeyboard = useCallback(async (): Promise<void> => {
    if (!viewer) return;
    viewer.scroller.focus();
    const begun = await viewer.beginKeyboardSelection();
    announce(begun ? t('keyboard.started') : t('keyboard.noText'));
    if (!begun) toast({ text: t('keyboard.noText') });
  }, [t, viewer]);

  useEffect(() => {
    if (!viewer) return;
    return setActiveReader({
      viewer,
      useColor: (wanted) => {
        if (parts.length > 0) {
          void annotating.mark(viewer, parts, { type: marking ?? 'highlight', color: wanted });
        } else if (chosen) void annotating.recolor(chosen, wanted, meaning(wanted));
        chooseColor(wanted);
      },
      startKeyboardSelection: () => void startKeyboard(),
      deleteChosen: () => {
        if (chosen) deleting.ask([chosen]);
      },
      commentChosen: () => {
        if (parts.length > 0) {
          void annotating.mark(viewer, parts, { type: marking ?? 'highlight', color, comment: true });
        } else if (chosen) {
          beginTypeAhead();
          writeComment(chosen.id);
        }
      },
      saveCopy: () => void saveCopy(attachmentId, title, t),
      focusPageBox: () => {
        const box = window.document.querySelector('[data-page-box] input');
        if (box instanceof HTMLInputElement) box.select();
      },
    });
  }, [
    annotating,
    attachmentId,
    chosen,
    color,
    deleting,
    marking,
    meaning,
    parts,
    startKeyboard,
    t,
    title,
    viewer,
  ]);

  return (
    <Place
      title={title}
      start={<PaperTabs current={attachmentId} />}
      end={
        <ViewControls
          state={state}
          document={document}
          onSaveCopy={() => void saveCopy(attachmentId, title, t)}
        />
      }
      surface="bare"
    >
      <div className={styles.reader}>
        <ToolRail meaning={meaning} onKeyboard={() => void startKeyboard()} />
        <section className={styles.stageColumn} aria-label={t('document', { title })}>
          {findShown && viewer ? (
            <FindBar viewer={viewer} found={state.found} pageCount={document.pageCount} />
          ) : null}
          {viewer && view ? (
            <ScanNote
              viewer={viewer}
              pageIndex={view.pageIndex}
              dismissed={scanned}
              onDismiss={() => setScanned(true)}
            />
          ) : null}
          <div ref={stage} className={styles.stage} data-tool={tool} data-ready={viewer ? 'true' : 'false'}>
            {viewer && selection && !keyboard && !marking ? (
              <SelectionBar
                stage={stage}
                view={view}
                selection={selection}
                meaning={meaning}
                onMark={(options) => void annotating.mark(viewer, selection.parts, options)}
                onClose={() => viewer.clearSelection()}
              />
            ) : null}
          </div>
          {keyboard ? <KeyboardBar /> : null}
        </section>
        {panelShown ? (
          <SidePanels
            itemId={paper.itemId}
            attachmentId={attachmentId}
            title={title}
            document={document}
            viewer={viewer}
            annotations={annotations}
            lost={lost}
            meaning={meaning}
            onDelete={deleting.ask}
            onRecolor={(annotation, wanted) => void annotating.recolor(annotation, wanted, meaning(wanted))}
          />
        ) : null}
      </div>
      <DeleteQuestion deleting={deleting} />
      <Announcer keyboard={keyboard} />
    </Place>
  );
}

/** Keeps the drawn marks equal to the annotations. */
function useMarks(
  viewer: ViewerState['viewer'],
  annotations: readonly Annotation[],
  chosenId: string | undefined,
): void {
  useEffect(() => {
    viewer?.setMarks(annotations.map((annotation) => toMark(annotation, chosenId)));
  }, [annotations, chosenId, viewer]);
}

function toMark(annotation: Annotation, chosenId: string | undefined): PageMark {
  const { id, pageIndex, type, rects, color, comment } = annotation;
  return { id, pageIndex, kind: type, rects, color, selected: id === chosenId, commented: comment !== '' };
}
