import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/client';
import { reportFailure } from '../../../lib/queries';
import { Button, TextArea } from '../../../ui';
import type { TableSource } from './wizard-state';
import styles from '../data.module.css';

export interface SourceStepProps {
  readonly onChosen: (source: TableSource) => void;
}

/** A file, or cells pasted from a spreadsheet. */
export function SourceStep({ onChosen }: SourceStepProps) {
  const { t } = useTranslation('data');
  const [text, setText] = useState('');
  const pick = async (): Promise<void> => {
    const picked = await call('desktop.pickFiles', { kind: 'table', multiple: false });
    if (!picked.ok) {
      reportFailure(picked.error);
      return;
    }
    const [path] = picked.value.paths;
    if (path !== undefined) onChosen({ kind: 'file', path });
  };
  return (
    <div className={styles['fields']}>
      <div>
        <Button variant="primary" icon={FileSpreadsheet} onPress={() => void pick()}>
          {t('wizard.source.file')}
        </Button>
        <p className={styles['design']}>{t('wizard.source.fileHint')}</p>
      </div>
      <TextArea
        label={t('wizard.source.paste')}
        hint={t('wizard.source.pasteHint')}
        rows={6}
        value={text}
        onChange={setText}
      />
      <div>
        <Button
          isDisabled={text.trim() === ''}
          onPress={() => {
            onChosen({ kind: 'text', text });
          }}
        >
          {t('wizard.next')}
        </Button>
      </div>
    </div>
  );
}
