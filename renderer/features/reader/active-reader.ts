import type { AnnotationColor } from '@shared/domain/annotation';
import type { PdfViewer } from '../../pdf';

/** What commands can do with the paper in view. */
export interface ActiveReader {
  readonly viewer: PdfViewer;
  /** Recolours the chosen annotation, else highlights the selected text, else chooses the colour for what comes. */
  readonly useColor: (color: AnnotationColor) => void;
  readonly startKeyboardSelection: () => void;
  readonly deleteChosen: () => void;
  readonly commentChosen: () => void;
  readonly saveCopy: () => void;
  readonly focusPageBox: () => void;
}

let active: ActiveReader | undefined;

/** The paper in view, while the reader is open. */
export function activeReader(): ActiveReader | undefined {
  return active;
}

/**
 * @param reader the paper that came into view
 * @returns takes it away again
 */
export function setActiveReader(reader: ActiveReader): () => void {
  active = reader;
  return () => {
    if (active === reader) active = undefined;
  };
}
