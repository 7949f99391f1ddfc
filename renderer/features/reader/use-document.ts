import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDocument, type OpenDocument, type OpenFailureCode } from '../../pdf';
import type { Failure } from '@shared/lib/result';
import { toast } from '../../ui';

/** Where opening a PDF stands. */
export type DocumentState =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure<OpenFailureCode> }
  | { readonly state: 'open'; readonly document: OpenDocument };

/**
 * Opens the PDF of an attachment and closes it when it is no longer shown.
 * @param attachmentId the attachment
 * @returns the state, and a function that tries again (with a password)
 */
export function useDocument(attachmentId: string): readonly [DocumentState, (password?: string) => void] {
  const { t } = useTranslation('reader');
  const [result, setResult] = useState<DocumentState>({ state: 'opening' });
  const [attempt, setAttempt] = useState<{ readonly password?: string }>({});
  useEffect(() => {
    const controller = new AbortController();
    let opened: OpenDocument | undefined;
    const open = async (): Promise<void> => {
      const outcome = await openDocument(`paper://${attachmentId}`, {
        ...attempt,
        signal: controller.signal,
        onLost: () => {
          toast({ text: t('lost'), tone: 'warn' });
        },
      });
      if (controller.signal.aborted) {
        if (outcome.ok) await outcome.value.close();
        return;
      }
      if (outcome.ok) opened = outcome.value;
      setResult(
        outcome.ok ? { state: 'open', document: outcome.value } : { state: 'failed', failure: outcome.error },
      );
    };
    void open();
    return () => {
      controller.abort();
      setResult({ state: 'opening' });
      void opened?.close();
    };
  }, [attachmentId, attempt, t]);
  const retry = useCallback((password?: string) => {
    setAttempt(password === undefined ? {} : { password });
  }, []);
  return [result, retry];
}
