import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, AnnotationTarget } from '@shared/domain/annotation';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import type { OpenDocument, PdfViewer } from '../../pdf';
import { toast } from '../../ui';

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds annotations again that were made in another copy of the file, by their quotation, and stores their new places
 * as one step that can be undone.
 * @param annotations all annotations of the file
 * @param ready whether they were read
 * @returns ids of annotations whose words are not in this copy
 */
export function useReanchor(
  viewer: PdfViewer | undefined,
  document: OpenDocument,
  annotations: readonly Annotation[],
  ready: boolean,
): ReadonlySet<string> {
  const { t } = useTranslation('reader');
  const [lost, setLost] = useState(NONE);
  const checked = useRef(new Set<string>());
  useEffect(() => {
    checked.current = new Set();
  }, [viewer]);
  useEffect(() => {
    if (!viewer || !ready) return;
    const foreign = annotations.filter(
      ({ id, fingerprint, quote }) =>
        !checked.current.has(id) &&
        quote !== '' &&
        fingerprint !== '' &&
        fingerprint !== document.fingerprint,
    );
    if (foreign.length === 0) return;
    for (const { id } of foreign) checked.current.add(id);
    const run = async (): Promise<void> => {
      const { found, missing } = await anchorAll(viewer, foreign);
      setLost((old) => new Set([...old, ...missing]));
      if (found.length > 0) {
        const moved = await call('annotation.reanchor', { found: [...found] });
        if (!moved.ok) {
          reportFailure(moved.error);
          return;
        }
      }
      toast({
        text: t('anchor.moved', { count: found.length }),
        ...(missing.length > 0 ? { detail: t('anchor.lost', { count: missing.length }) } : {}),
      });
    };
    void run();
  }, [annotations, document, ready, t, viewer]);
  return lost;
}

async function anchorAll(
  viewer: PdfViewer,
  foreign: readonly Annotation[],
): Promise<{
  readonly found: readonly { annotationId: string; target: AnnotationTarget }[];
  readonly missing: readonly string[];
}> {
  const found: { annotationId: string; target: AnnotationTarget }[] = [];
  const missing: string[] = [];
  for (const annotation of foreign) {
    const { id, quote, prefix, suffix, start, pageIndex } = annotation;
    const anchor = await viewer.anchor({ exact: quote, prefix, suffix, hint: start }, pageIndex);
    const target = anchor && (await viewer.describe(anchor));
    if (target && target.rects.length > 0) found.push({ annotationId: id, target });
    else missing.push(id);
  }
  return { found, missing };
}
