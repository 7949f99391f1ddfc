import { FileWarning, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/lib/result';
import type { OpenFailureCode } from '../../pdf';
import { Button, EmptyState, failureWords, TextField } from '../../ui';
import styles from './reader.module.css';

interface OpenFailureProps {
  readonly failure: Failure<OpenFailureCode>;
  readonly onRetry: (password?: string) => void;
}

/** Why a PDF cannot be shown, and what to do; asks for the password of a locked one. */
export function OpenFailure({ failure, onRetry }: OpenFailureProps) {
  const { t, i18n } = useTranslation(['reader', 'common']);
  if (failure.code === 'pdf.password' || failure.code === 'pdf.wrongPassword') {
    return <PasswordForm wrong={failure.code === 'pdf.wrongPassword'} onOpen={onRetry} />;
  }
  return (
    <EmptyState
      icon={FileWarning}
      title={t('failure.title')}
      actions={<Button onPress={() => onRetry()}>{t('common:action.retry')}</Button>}
    >
      <p role="alert">{failureWords(i18n, failure)}</p>
    </EmptyState>
  );
}

function PasswordForm({
  wrong,
  onOpen,
}: {
  readonly wrong: boolean;
  readonly onOpen: (password: string) => void;
}) {
  const { t } = useTranslation('reader');
  const [password, setPassword] = useState('');
  return (
    <EmptyState icon={LockKeyhole} title={t('failure.password.title')}>
      <p>{t('failure.password.text')}</p>
      <form
        className={styles.password}
        onSubmit={(event) => {
          event.preventDefault();
          onOpen(password);
        }}
      >
        <TextField
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the form is all there is to do here
          autoFocus
          type="password"
          // With the browser's own validation a refused password would block the next try.
          validationBehavior="aria"
          label={t('failure.password.label')}
          value={password}
          onChange={setPassword}
          error={wrong ? t('errors.pdf.wrongPassword') : undefined}
        />
        <Button variant="primary" type="submit" isDisabled={password === ''}>
          {t('failure.password.open')}
        </Button>
      </form>
    </EmptyState>
  );
}
