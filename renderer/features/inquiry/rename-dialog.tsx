import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractMutation } from '../../lib/queries';
import { Button, Dialog, TextField } from '../../ui';
import { useProject } from './project-context';

interface RenameDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives the open project another title. */
export function RenameDialog({ isOpen, onClose }: RenameDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const { id, title } = useProject().detail.project;
  const update = useContractMutation('inquiry.update');
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? title;
  const close = (): void => {
    setDraft(null);
    onClose();
  };
  const save = async (): Promise<void> => {
    const result = await update.run({ projectId: id, title: text });
    if (result.ok) close();
  };
  return (
    <Dialog
      title={t('project.renameTitle')}
      isOpen={isOpen}
      onOpenChange={close}
      footer={
        <>
          <Button onPress={close}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            onPress={() => {
              void save();
            }}
          >
            {common('action.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('new.name')}
        hint={t('new.nameHint')}
        value={text}
        onChange={setDraft} // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
        autoFocus
      />
    </Dialog>
  );
}
