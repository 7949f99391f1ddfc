import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  readableQuote,
  type Annotation,
  type AnnotationColor,
  type AnnotationDraft,
} from '@shared/domain/annotation';
import { useContractMutation } from '../../lib/queries';
import type { PdfViewer, SelectedPart } from '../../pdf';
import { announce, chooseAnnotation, writeComment } from './store';
import { beginTypeAhead, endTypeAhead } from './type-ahead';

/** How to mark a selection. */
export interface MarkOptions {
  readonly type: 'highlight' | 'underline';
  readonly color: AnnotationColor;
  /** Opens the comment of the new annotation. */
  readonly comment?: boolean;
}

/** Everything that makes or changes annotations of the paper in view. */
export interface Annotating {
  readonly mark: (viewer: PdfViewer, parts: readonly SelectedPart[], options: MarkOptions) => Promise<void>;
  readonly placeNote: (
    viewer: PdfViewer,
    point: { readonly pageIndex: number; readonly x: number; readonly y: number },
    color: AnnotationColor,
  ) => Promise<void>;
  readonly recolor: (annotation: Annotation, color: AnnotationColor, meaning: string) => Promise<void>;
}

/** @param attachmentId the file that is annotated */
export function useAnnotating(attachmentId: string): Annotating {
  const { t } = useTranslation('reader');
  const { run: create } = useContractMutation('annotation.create');
  const { run: update } = useContractMutation('annotation.update');
  return useMemo(
    () => ({
      mark: async (viewer, parts, { type, color, comment = false }) => {
        if (comment) beginTypeAhead();
        const drafts = await Promise.all(
          parts.map(async (part): Promise<AnnotationDraft> => ({
            ...(await viewer.describe(part)),
            type,
            color,
            comment: '',
          })),
        );
        const drawn = drafts.filter((draft) => draft.rects.length > 0);
        if (drawn.length === 0) {
          endTypeAhead();
          return;
        }
        const made = await create({ attachmentId, drafts: drawn });
        viewer.clearSelection();
        const first = made.ok ? made.value.annotations[0] : undefined;
        if (!first) {
          endTypeAhead();
          return;
        }
        announce(t(`made.${type}`, { text: shortened(first.quote) }));
        if (comment) writeComment(first.id);
        else chooseAnnotation(undefined);
      },
      placeNote: async (viewer, { pageIndex, x, y }, color) => {
        beginTypeAhead();
        const target = await viewer.describePoint(pageIndex, x, y);
        const made = await create({
          attachmentId,
          drafts: [{ ...target, type: 'note', color, comment: '' }],
        });
        const first = made.ok ? made.value.annotations[0] : undefined;
        if (!first) {
          endTypeAhead();
          return;
        }
        announce(t('made.note', { label: first.pageLabel }));
        writeComment(first.id);
      },
      recolor: async (annotation, color, meaning) => {
        const changed = await update({ annotationId: annotation.id, patch: { color } });
        if (changed.ok) announce(t('made.recoloured', { meaning }));
      },
    }),
    [attachmentId, create, t, update],
  );
}

/** A text short enough to be read aloud. */
export function shortened(text: string): string {
  const flat = readableQuote(text);
  return flat.length > 160 ? `${flat.slice(0, 157)}…` : flat;
}
