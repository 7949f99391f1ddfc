import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/lib/result';
import { Button } from './button';
import { copyText } from './clipboard';
import { failureWords } from './failure-words';
import { Note } from './text';
import { toast } from './toast';

export interface ErrorNoteProps {
  readonly failure: Failure;
  /** Offers to try again. */
  readonly onRetry?: (() => void) | undefined;
}

/** An expected failure in plain words, with a way on and details that can be sent to someone who helps. */
export function ErrorNote({ failure, onRetry }: ErrorNoteProps) {
  const { t, i18n } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(JSON.stringify(failure, null, 2));
    setCopied(true);
  };
  return (
    <div role="alert">
      <Note
        tone="warn"
        icon={CircleAlert}
        actions={
          <>
            {onRetry ? (
              <Button size="small" onPress={onRetry}>
                {t('action.retry')}
              </Button>
            ) : null}
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                copy().catch(() => {
                  toast({ text: t('failure.copyFailed'), tone: 'warn' });
                });
              }}
            >
              {copied ? t('failure.copied') : t('failure.copy')}
            </Button>
          </>
        }
      >
        {failureWords(i18n, failure)}
      </Note>
    </div>
  );
}
