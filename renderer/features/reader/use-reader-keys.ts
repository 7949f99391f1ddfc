import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationColor } from '@shared/domain/annotation';
import type { KeyboardSelection, PdfViewer } from '../../pdf';
import { announce, chooseAnnotation, chooseTool, showFind, useReader } from './store';
import type { Annotating } from './use-annotating';

interface Settings {
  readonly viewer: PdfViewer | undefined;
  readonly keyboard: KeyboardSelection | undefined;
  readonly annotating: Annotating;
  readonly color: AnnotationColor;
}

/**
 * Keys of the page itself: arrows and Enter while text is selected with the keyboard, and Escape, which goes back one
 * step at a time: keyboard selection, selection, chosen annotation, tool, search.
 */
export function useReaderKeys({ viewer, keyboard, annotating, color }: Settings): void {
  const { t } = useTranslation('reader');
  useEffect(() => {
    if (!viewer) return;
    const { scroller } = viewer;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const handled = keyboard
        ? selectKey(event, viewer, keyboard)
        : event.key === 'Escape' && escape(viewer);
      if (!handled) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const selectKey = (event: KeyboardEvent, shown: PdfViewer, selected: KeyboardSelection): boolean => {
      const move = MOVES[event.key];
      if (move) {
        void shown.keyboard.move(move.unit, move.step, event.shiftKey);
        return true;
      }
      if (event.key === 'Enter') {
        void annotating.mark(shown, [selected], { type: 'highlight', color, comment: event.shiftKey });
        return true;
      }
      if (event.key !== 'Escape') return false;
      shown.clearSelection();
      announce(t('keyboard.ended'));
      return true;
    };
    scroller.addEventListener('keydown', onKeyDown);
    return () => {
      scroller.removeEventListener('keydown', onKeyDown);
    };
  }, [annotating, color, keyboard, t, viewer]);
}

const MOVES: Readonly<Record<string, { readonly unit: 'word' | 'sentence'; readonly step: 1 | -1 }>> = {
  ArrowRight: { unit: 'word', step: 1 },
  ArrowLeft: { unit: 'word', step: -1 },
  ArrowDown: { unit: 'sentence', step: 1 },
  ArrowUp: { unit: 'sentence', step: -1 },
};

function escape(viewer: PdfViewer): boolean {
  const { chosenId, tool, findShown } = useReader.getState();
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed) viewer.clearSelection();
  else if (chosenId !== undefined) chooseAnnotation(undefined);
  else if (tool !== 'select') chooseTool('select');
  else if (findShown) showFind(false);
  else return false;
  return true;
}
