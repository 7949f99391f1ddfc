import { Download, FileCode, FileText, FileType, Printer, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { useContractMutation } from '../../lib/queries';
import { AlertDialog, Button, Menu, toast } from '../../ui';
import styles from './write.module.css';

type Format = CallInput<'report.export'>['format'];
type Found = CallOutput<'report.shareCheck'>['findings'];

const FORMATS: readonly { readonly id: Format; readonly icon: LucideIcon }[] = [
  { id: 'docx', icon: FileText },
  { id: 'pdf', icon: Printer },
  { id: 'html', icon: FileCode },
  { id: 'markdown', icon: FileType },
];

export interface ExportMenuProps {
  readonly report: Pick<CallOutput<'report.get'>, 'id' | 'title'>;
}

/** Writes the report to a file the person chooses. What is being typed is saved when the focus leaves the text for this menu. */
export function ExportMenu({ report }: ExportMenuProps) {
  const { t } = useTranslation('write');
  const [isExporting, setExporting] = useState(false);
  const [deciding, setDeciding] = useState<{ readonly format: Format; readonly found: Found } | null>(null);
  const { run: check } = useContractMutation('report.shareCheck');
  const { run: pickPath } = useContractMutation('desktop.pickSavePath');
  const { run: write } = useContractMutation('report.export');
  const { run: show } = useContractMutation('desktop.showInFolder');

  const start = async (format: Format): Promise<void> => {
    const checked = await check({ reportId: report.id });
    if (!checked.ok) return;
    const { findings } = checked.value;
    if (findings.length > 0) setDeciding({ format, found: findings });
    else await exportAs(format, false);
  };
  const exportAs = async (format: Format, decided: boolean): Promise<void> => {
    const suggestedName = report.title === '' ? t('untitled') : report.title;
    const picked = await pickPath({ kind: format, suggestedName });
    if (!picked.ok || picked.value.path === null) return;
    setExporting(true);
    const written = await write({ reportId: report.id, format, path: picked.value.path, decided });
    setExporting(false);
    if (!written.ok) return;
    const { files, path } = written.value;
    toast({
      text: t('export-menu.done', { files: files.join(', ') }),
      action: { label: t('export-menu.show'), run: () => void show({ path }) },
    });
  };

  return (
    <>
      <Menu
        label={t('export-menu.label')}
        trigger={
          <Button variant="primary" icon={Download} isDisabled={isExporting}>
            {isExporting ? t('export-menu.busy') : t('export-menu.label')}
          </Button>
        }
        entries={FORMATS.map(({ id, icon }) => ({
          id,
          icon,
          label: t(`export-menu.${id}`),
          hint: t(`export-menu.${id}-hint`),
          onAction: () => void start(id),
        }))}
      />
      <AlertDialog
        title={t('share.title')}
        isOpen={deciding !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setDeciding(null);
        }}
        confirmLabel={t('share.anyway')}
        onConfirm={() => {
          if (deciding !== null) void exportAs(deciding.format, true);
          setDeciding(null);
        }}
      >
        <p>{t('share.intro')}</p>
        <ul className={styles['found']}>
          {deciding?.found.map((one) => (
            <li key={`${one.code} ${one.excerpt}`}>
              {t(`share.${one.code}`)} <q>{one.excerpt}</q>
            </li>
          ))}
        </ul>
      </AlertDialog>
    </>
  );
}
