import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractMutation } from '../../lib/queries';
import { Button, Section, TextArea, TextField } from '../../ui';
import styles from './exchange.module.css';

interface NamesFieldProps {
  readonly projectId: string;
  readonly hasKey: boolean;
  readonly value: string;
  readonly onChange: (names: string) => void;
}

/** Names that must not go out. The library holds pseudonyms only, so the person gives the names, or opens the key file. */
export function NamesField({ projectId, hasKey, value, onChange }: NamesFieldProps) {
  const { t } = useTranslation('exchange');
  const openKey = useContractMutation('data.openKey');
  const [passphrase, setPassphrase] = useState('');
  const read = async (): Promise<void> => {
    const result = await openKey.run({ projectId, passphrase });
    setPassphrase('');
    if (result.ok) onChange(result.value.map((pair) => pair.identifier).join('\n'));
  };
  return (
    <Section title={t('names.title')}>
      <div className={styles['stack']}>
        <TextArea
          label={t('names.label')}
          hint={t('names.hint')}
          rows={3}
          value={value}
          onChange={onChange}
        />
        {hasKey ? (
          <div className={styles['row']}>
            <TextField
              type="password"
              label={t('names.passphrase')}
              value={passphrase}
              onChange={setPassphrase}
            />
            <Button
              isDisabled={passphrase === '' || openKey.isPending}
              onPress={() => {
                void read();
              }}
            >
              {t('names.read')}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
