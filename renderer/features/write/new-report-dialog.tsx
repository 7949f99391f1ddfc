import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STYLE_IDS, type StyleId } from '@shared/domain/report/citation';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Dialog, RadioGroup, Select, TextField } from '../../ui';
import styles from './write.module.css';

const WITHOUT = 'none';

export interface NewReportDialogProps {
  /** Inquiry to start from, when the dialog was asked for there. */
  readonly projectId: string | null;
  readonly onClose: () => void;
}

/** Starts a report: from an inquiry it comes pre-filled, with its claims already linked. */
export function NewReportDialog({ projectId, onClose }: NewReportDialogProps) {
  const { t, i18n } = useTranslation('write');
  const go = useGo();
  const windowLanguage = i18n.resolvedLanguage === 'uk' ? 'uk' : 'en';
  const [language, setLanguage] = useState<'en' | 'uk'>(windowLanguage);
  const [styleId, setStyleId] = useState<StyleId>('apa');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string | null>(projectId);
  const templates = useContract('report.templates', { language });
  const projects = useContract('report.projects', {}, { tables: ['project'] });
  const { run: create, isPending } = useContractMutation('report.create');
  const template = templates.data?.templates[0];
  const offered = projects.data?.projects ?? [];
  // With one inquiry under way the report is most likely about it.
  const project = chosen ?? offered[0]?.id ?? WITHOUT;

  const start = async (): Promise<void> => {
    if (template === undefined) return;
    const result = await create({
      templateId: template.id,
      projectId: project === WITHOUT ? null : project,
      title,
      language,
      styleId,
    });
    if (result.ok) go(`/write/${result.value.reportId}`);
  };

  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('new.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={template === undefined || projects.isPending || isPending}
            onPress={() => void start()}
          >
            {t('new.start')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {template === undefined ? null : (
          <div className={styles['template']}>
            <span className={styles['templateTitle']}>{template.title}</span>
            <span className={styles['muted']}>{template.description}</span>
          </div>
        )}
        <Select
          label={t('new.project')}
          hint={t('new.project-hint')}
          choices={[
            ...offered.map((one) => ({ id: one.id, label: one.title })),
            { id: WITHOUT, label: t('new.no-project') },
          ]}
          value={project}
          onChange={setChosen}
        />
        <TextField
          label={t('new.report-title')}
          hint={project === WITHOUT ? undefined : t('new.report-title-hint')}
          value={title}
          onChange={setTitle}
        />
        <RadioGroup
          label={t('new.language')}
          orientation="horizontal"
          choices={[
            { id: 'en', label: t('language.en') },
            { id: 'uk', label: t('language.uk') },
          ]}
          value={language}
          onChange={setLanguage}
        />
        <Select
          label={t('new.style')}
          choices={STYLE_IDS.map((id) => ({ id, label: t(`style.${id}`) }))}
          value={styleId}
          onChange={setStyleId}
        />
      </div>
    </Dialog>
  );
}
