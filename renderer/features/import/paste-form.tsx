import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { Button, TextArea } from '../../ui';
import styles from './import.module.css';
import { openPreview } from './start-import';

/** A list of DOIs, ISBNs and other numbers, one record each. */
export function PasteForm({ collectionId }: { readonly collectionId: string | null }) {
  const { t } = useTranslation('import');
  const go = useGo();
  const [text, setText] = useState('');
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') {
          void openPreview({ paths: [], pasted: { text, name: t('paste.name') } }, go, collectionId);
        }
      }}
    >
      <TextArea label={t('paste.label')} hint={t('paste.hint')} rows={5} value={text} onChange={setText} />
      <div className={styles['footer']}>
        <Button type="submit" icon={ClipboardPaste} isDisabled={text.trim() === ''}>
          {t('paste.look')}
        </Button>
      </div>
    </form>
  );
}
