import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStage } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, DataTable, Dialog, Note, Select } from '../../ui';
import { useLocal } from './content';
import { useProject } from './project-context';
import styles from './inquiry.module.css';

interface ModelSwitchDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Shows where each stage would go before the project follows another model. */
export function ModelSwitchDialog({ isOpen, onClose }: ModelSwitchDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const local = useLocal();
  const formats = useFormats();
  const { content, detail, model, show } = useProject();
  const others = content.models.filter((candidate) => candidate.id !== model.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const target = others.find((candidate) => candidate.id === chosen);
  const projectId = detail.project.id;
  const preview = useContract(
    'inquiry.previewModel',
    { projectId, modelId: chosen ?? model.id },
    { enabled: isOpen && target !== undefined },
  );
  const apply = useContractMutation('inquiry.switchModel');
  const close = (): void => {
    setChosen(null);
    onClose();
  };
  const run = async (): Promise<void> => {
    if (!target) return;
    const result = await apply.run({ projectId, modelId: target.id });
    if (!result.ok) return;
    close();
    show('');
  };
  const titleOf = (id: string): string => {
    const stage = target ? findStage(target, id) : undefined;
    return stage ? local(stage.title) : id;
  };
  return (
    <Dialog
      title={t('switch.title')}
      size="wide"
      isOpen={isOpen}
      onOpenChange={close}
      footer={
        <>
          <Button onPress={close}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!target || !preview.data}
            onPress={() => {
              void run();
            }}
          >
            {t('switch.apply')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <p>{t('switch.intro')}</p>
        <Select
          label={t('switch.model')}
          placeholder={t('field.choose')}
          value={chosen}
          onChange={setChosen}
          choices={others.map((candidate) => ({
            id: candidate.id,
            label: local(candidate.title),
            description: local(candidate.phaseLine),
          }))}
        />
        {target && preview.data ? (
          <>
            <DataTable
              caption={t('switch.title')}
              hideCaption
              rows={preview.data.stages}
              rowKey={(row) => row.from}
              columns={[
                {
                  id: 'from',
                  header: t('switch.from'),
                  isRowHeader: true,
                  cell: (row) => {
                    const stage = findStage(model, row.from);
                    return stage ? local(stage.title) : row.from;
                  },
                },
                { id: 'state', header: t('switch.state'), cell: (row) => t(`stage.status.${row.status}`) },
                {
                  id: 'to',
                  header: t('switch.to'),
                  cell: (row) => {
                    if (row.to.length === 0) return t('switch.none');
                    const stages = formats.list(row.to.map(titleOf));
                    return row.isExact ? stages : t('switch.near', { stages });
                  },
                },
              ]}
            />
            {preview.data.added.length > 0 ? (
              <p className={styles['meta']}>
                {t('switch.added', { stages: formats.list(preview.data.added.map(titleOf)) })}
              </p>
            ) : null}
            {preview.data.hiddenFields.length > 0 ? (
              <Note>{t('switch.hidden', { count: preview.data.hiddenFields.length })}</Note>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
