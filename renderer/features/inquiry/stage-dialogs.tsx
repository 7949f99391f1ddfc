import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStage } from '@shared/domain/inquiry';
import type { ModelStage } from '@shared/domain/inquiry';
import { useContractMutation } from '../../lib/queries';
import { Button, Dialog, Select, TextArea } from '../../ui';
import { useLocal } from './content';
import { useProject } from './project-context';
import styles from './inquiry.module.css';

interface StageDialogProps {
  readonly stage: ModelStage;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Leaves a stage out; the reason is kept. */
export function SkipDialog({ stage, isOpen, onClose }: StageDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const local = useLocal();
  const { detail } = useProject();
  const skip = useContractMutation('inquiry.skipStage');
  const [reason, setReason] = useState('');
  const run = async (): Promise<void> => {
    const result = await skip.run({ projectId: detail.project.id, stageId: stage.id, reason });
    if (!result.ok) return;
    setReason('');
    onClose();
  };
  return (
    <Dialog
      title={t('stage.skipTitle', { stage: local(stage.title) })}
      isOpen={isOpen}
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ''}
            onPress={() => {
              void run();
            }}
          >
            {t('stage.skip')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('stage.skipReason')}
        hint={t('stage.skipHint')}
        value={reason}
        onChange={setReason}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
        autoFocus
      />
    </Dialog>
  );
}

/** Goes back to one of the stages the model allows; the reason is kept. */
export function GoBackDialog({ stage, isOpen, onClose }: StageDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const local = useLocal();
  const { detail, model, show } = useProject();
  const goBack = useContractMutation('inquiry.returnToStage');
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const target = to ?? stage.returnTo[0] ?? '';
  const run = async (): Promise<void> => {
    const result = await goBack.run({ projectId: detail.project.id, from: stage.id, to: target, reason });
    if (!result.ok) return;
    setReason('');
    onClose();
    show(target);
  };
  return (
    <Dialog
      title={t('stage.backTitle')}
      isOpen={isOpen}
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ''}
            onPress={() => {
              void run();
            }}
          >
            {t('stage.back')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <p>{t('stage.backHint')}</p>
        <Select
          label={t('stage.backTo')}
          value={target}
          onChange={setTo}
          choices={stage.returnTo.flatMap((id) => {
            const found = findStage(model, id);
            return found ? [{ id, label: local(found.title) }] : [];
          })}
        />
        <TextArea label={t('stage.backReason')} value={reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}
