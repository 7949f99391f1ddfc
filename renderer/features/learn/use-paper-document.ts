import { useCallback, useEffect, useState } from 'react';
import { fail, type Failure } from '@shared/lib/result';
import { openDocument, type OpenDocument } from '../../pdf';

export type PaperDocument =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'open'; readonly document: OpenDocument };

const OPENING: PaperDocument = { kind: 'opening' };

/**
 * Opens the PDF of an attachment and closes it when it is no longer shown.
 * @returns where it stands, and a function that tries again
 */
export function usePaperDocument(attachmentId: string): readonly [PaperDocument, () => void] {
  const [state, setState] = useState<PaperDocument>(OPENING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    let opened: OpenDocument | undefined;
    const open = async (): Promise<void> => {
      const outcome = await openDocument(`paper://${attachmentId}`, {
        signal: controller.signal,
        onLost: () => {
          setState({ kind: 'failed', failure: fail('pdf.missing').error });
        },
      });
      if (controller.signal.aborted) {
        if (outcome.ok) await outcome.value.close();
        return;
      }
      if (outcome.ok) opened = outcome.value;
      setState(
        outcome.ok ? { kind: 'open', document: outcome.value } : { kind: 'failed', failure: outcome.error },
      );
    };
    void open();
    return () => {
      controller.abort();
      setState(OPENING);
      void opened?.close();
    };
  }, [attachmentId, attempt]);
  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  return [state, retry];
}
