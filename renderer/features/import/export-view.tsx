import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { carriesFiles, EXPORT_FORMATS, isFolderFormat, type ExportFormat } from '@shared/domain/import';
import { STYLE_IDS, type StyleId } from '@shared/domain/report/citation';
import { chosenPapers } from '../../lib/chosen-papers';
import { copyStyle, setCopyStyle } from '../../lib/cite-papers';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, Checkbox, RadioGroup, Select } from '../../ui';
import { exportPapers, type ExportScope } from './export-library';
import { ExportProgress } from './export-progress';
import styles from './import.module.css';
import { useImportStore } from './import-store';

const FORMAT_KEY = 'export.format';

function lastFormat(): ExportFormat {
  const stored = localStorage.getItem(FORMAT_KEY);
  return EXPORT_FORMATS.find((format) => format === stored) ?? 'bib';
}

/** Which records go out, in which format, with or without their papers. */
export function ExportView() {
  const { t } = useTranslation('import');
  const { number } = useFormats();
  const [chosen] = useState(chosenPapers);
  const hasSelection = chosen.ids.length > 0;
  const hasList = chosen.list !== null;
  const [scope, setScope] = useState<ExportScope>(hasSelection ? 'selection' : hasList ? 'list' : 'all');
  const [format, setFormat] = useState(lastFormat);
  const [withFiles, setWithFiles] = useState(false);
  const [style, setStyle] = useState<StyleId>(copyStyle);
  const [isWriting, setIsWriting] = useState(false);
  const exporting = useImportStore((state) => state.exporting);
  const isFolder = isFolderFormat(format);
  const { data: counts } = useContract('library.counts', {}, { tables: ['item'] });
  const write = async (): Promise<void> => {
    setIsWriting(true);
    localStorage.setItem(FORMAT_KEY, format);
    const isDone = await exportPapers(format, scope, chosen, withFiles && carriesFiles(format));
    setIsWriting(false);
    if (isDone) useImportStore.getState().show({ kind: 'closed' });
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <RadioGroup
        label={t('export.scope')}
        choices={[
          {
            id: 'selection',
            label: t('export.selection', { count: chosen.ids.length, formatted: number(chosen.ids.length) }),
            isDisabled: !hasSelection,
          },
          {
            id: 'list',
            label: t('export.list', { count: chosen.shown, formatted: number(chosen.shown) }),
            description: t('export.listHint'),
            isDisabled: !hasList,
          },
          {
            id: 'all',
            label: t('export.all', { count: counts?.all ?? 0, formatted: number(counts?.all ?? 0) }),
          },
        ]}
        value={scope}
        onChange={setScope}
      />
      <Select
        label={t('export.format')}
        choices={EXPORT_FORMATS.map((id) => ({
          id,
          label: t(`export.formats.${id}`),
          description: t(`export.formatHints.${id}`),
        }))}
        value={format}
        onChange={setFormat}
      />
      <Checkbox
        isSelected={isFolder || (withFiles && carriesFiles(format))}
        isDisabled={isFolder || !carriesFiles(format)}
        onChange={setWithFiles}
        description={t(isFolder ? 'export.filesAlways' : 'export.filesHint')}
      >
        {t('export.files')}
      </Checkbox>
      <Select
        label={t('export.style')}
        hint={t('export.styleHint')}
        choices={STYLE_IDS.map((id) => ({ id, label: t(`export.styles.${id}`) }))}
        value={style}
        onChange={(id) => {
          setStyle(id);
          setCopyStyle(id);
        }}
      />
      {exporting === null ? null : <ExportProgress exporting={exporting} />}
      <div className={styles['footer']}>
        <Button
          type="submit"
          variant="primary"
          icon={FileOutput}
          isDisabled={isWriting || exporting !== null}
        >
          {t('export.write')}
        </Button>
      </div>
    </form>
  );
}
