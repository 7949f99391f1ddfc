import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './button';
import { cx } from './cx';
import { Icon } from './icon';
import styles from './toast.module.css';

export interface ToastMessage {
  /** What happened, in the words of the user's language. */
  readonly text: string;
  readonly detail?: string | undefined;
  readonly tone?: 'neutral' | 'warn' | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/**
 * Shows a short status message at the foot of the window.
 * A message with an action stays longer; a warning stays until it is closed.
 * @returns closes it
 */
export function toast(message: ToastMessage): () => void {
  const timeout = message.tone === 'warn' ? undefined : message.action ? 9_000 : 5_000;
  const key = queue.add(message, timeout === undefined ? {} : { timeout });
  return () => {
    queue.close(key);
  };
}

/** Where the status messages appear; once per window. */
export function ToastRegion() {
  const { t } = useTranslation('common');
  return (
    <AriaToastRegion queue={queue} className={styles['region'] ?? ''} aria-label={t('toast.region')}>
      {({ toast: entry }) => {
        const { text, detail, tone, action } = entry.content;
        return (
          <AriaToast toast={entry} className={cx(styles['toast'], tone === 'warn' && styles['warn'])}>
            <AriaToastContent className={styles['content'] ?? ''}>
              {tone === 'warn' ? <Icon icon={CircleAlert} size={18} /> : null}
              <span className={styles['text']}>
                <Text slot="title">{text}</Text>
                {detail === undefined ? null : (
                  <Text slot="description" className={styles['detail'] ?? ''}>
                    {' '}
                    {detail}
                  </Text>
                )}
              </span>
            </AriaToastContent>
            {action ? (
              <Button
                variant="quiet"
                size="small"
                onPress={() => {
                  queue.close(entry.key);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            ) : null}
            <IconButton
              icon={X}
              size="small"
              label={t('action.dismiss')}
              placement="top"
              onPress={() => {
                queue.close(entry.key);
              }}
            />
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
