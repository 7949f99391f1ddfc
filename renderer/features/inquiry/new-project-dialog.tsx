import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GUIDANCE_LEVELS } from '@shared/domain/inquiry';
import type { GuidanceLevel } from '@shared/domain/inquiry';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Button, Dialog, Note, RadioGroup, TextField } from '../../ui';
import { useLocal, type Content } from './content';
import styles from './inquiry.module.css';

interface NewProjectDialogProps {
  readonly content: Content;
  /** Titles of the inquiries that run already. */
  readonly running: readonly string[];
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks for a title, a model (each explained) and how much help to show. */
export function NewProjectDialog({ content, running, isOpen, onOpenChange }: NewProjectDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const local = useLocal();
  const go = useGo();
  const create = useContractMutation('inquiry.create');
  const [title, setTitle] = useState('');
  const [modelId, setModelId] = useState(content.models[0]?.id ?? '');
  const [guidance, setGuidance] = useState<GuidanceLevel>(useSettings().guidance);
  const start = async (): Promise<void> => {
    const result = await create.run({ title, modelId, guidance });
    if (!result.ok) return;
    setTitle('');
    onOpenChange(false);
    go(`/inquiry/${result.value.projectId}`);
  };
  return (
    <Dialog
      title={t('new.title')}
      size="wide"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            {common('action.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={title.trim() === '' || create.isPending}
            onPress={() => {
              void start();
            }}
          >
            {t('new.create')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <TextField
          label={t('new.name')}
          hint={t('new.nameHint')}
          placeholder={t('new.namePlaceholder')}
          value={title}
          onChange={setTitle}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
          autoFocus
        />
        {running[0] === undefined ? null : <Note>{t('new.second', { title: running[0] })}</Note>}
        <RadioGroup
          label={t('new.model')}
          hint={t('new.modelHint')}
          value={modelId}
          onChange={setModelId}
          choices={content.models.map((model) => ({
            id: model.id,
            label: `${local(model.title)} (${local(model.phaseLine)})`,
            description: `${local(model.summary)} ${local(model.suits)}`,
          }))}
        />
        <RadioGroup
          label={t('new.guidance')}
          value={guidance}
          onChange={setGuidance}
          orientation="horizontal"
          choices={GUIDANCE_LEVELS.map((level) => ({
            id: level,
            label: t(`guidance.${level}`),
            description: t(`guidance.${level}Hint`),
          }))}
        />
      </div>
    </Dialog>
  );
}
