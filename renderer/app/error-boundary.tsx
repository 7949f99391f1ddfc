import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, copyText, toast } from '../ui';
import styles from './shell.module.css';

interface Trouble {
  readonly error: unknown;
  readonly stack: string;
}

interface ErrorBoundaryProps {
  /** A new value clears the trouble (e.g. another place). */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly trouble: Trouble | null;
  readonly resetKey: string;
}

/** Keeps a bug in one view from taking the window down. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { trouble: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { trouble: { error, stack: '' } };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { resetKey: props.resetKey, trouble: null };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ trouble: { error, stack: info.componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { trouble } = this.state;
    if (trouble === null) return this.props.children;
    return (
      <TroubleView
        trouble={trouble}
        onRetry={() => {
          this.setState({ trouble: null });
        }}
      />
    );
  }
}

function TroubleView({ trouble, onRetry }: { readonly trouble: Trouble; readonly onRetry: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  const { error, stack } = trouble;
  const details = [error instanceof Error ? (error.stack ?? error.message) : String(error), stack].join('\n');
  return (
    <main className={styles['trouble']} aria-label={t('trouble.title')}>
      <h1>{t('trouble.title')}</h1>
      <p>{t('trouble.text')}</p>
      <div className={styles['actions']}>
        <Button variant="primary" onPress={onRetry}>
          {t('common:action.retry')}
        </Button>
        <Button
          onPress={() => {
            copyText(details).then(
              () => toast({ text: t('common:failure.copied') }),
              () => toast({ text: t('common:failure.copyFailed'), tone: 'warn' }),
            );
          }}
        >
          {t('common:failure.copy')}
        </Button>
      </div>
      <pre className={styles['technical']}>{details}</pre>
    </main>
  );
}
