import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { Button, Dialog, Note, TextArea, TextField } from '../../ui';
import styles from './exchange.module.css';

interface StartFromDialogProps {
  readonly id: string;
  readonly title: string;
  readonly modelId: string;
  readonly onClose: () => void;
}

/** Starts an inquiry that is based on a case: the reader says first what will be different here. */
export function StartFromDialog({ id, title, modelId, onClose }: StartFromDialogProps) {
  const { t } = useTranslation('exchange');
  const { t: common } = useTranslation('common');
  const go = useGo();
  const start = useContractMutation('exchange.startFrom');
  const [name, setName] = useState(title);
  const [changes, setChanges] = useState('');
  const run = async (): Promise<void> => {
    const result = await start.run({ id, title: name, modelId, changes });
    if (!result.ok) return;
    onClose();
    go(`/inquiry/${result.value.projectId}`);
  };
  return (
    <Dialog
      title={t('start.title')}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === '' || start.isPending}
            onPress={() => {
              void run();
            }}
          >
            {t('start.run')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <TextField label={t('start.name')} value={name} onChange={setName} />
        <TextArea
          label={t('start.changes')}
          hint={t('start.changesHint')}
          rows={4}
          value={changes}
          onChange={setChanges}
        />
        <Note>{t('start.note')}</Note>
      </div>
    </Dialog>
  );
}
