import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSED_OVER } from '@shared/domain/import';
import { useFormats } from '../../lib/format';
import { Button, DataTable, failureWords } from '../../ui';
import { ColumnsDialog } from './columns-dialog';
import styles from './preview.module.css';
import type { PreviewFile } from './preview-store';
import { useFormatWords } from './words';

interface PreviewFilesProps {
  readonly previewId: string;
  /** Everything has been read. */
  readonly isDone: boolean;
  readonly files: readonly PreviewFile[];
  /** The file whose records are shown; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (order: string | null) => void;
}

const isFault = (code: string | null): boolean => code !== null && !PASSED_OVER.includes(code);
const urgency = ({ code }: PreviewFile): number => (code === null ? 1 : isFault(code) ? 2 : 0);

/** More would be a list of its own; the rest is named by its number. */
const SHOWN = 100;

/** One line per file: what it is, how many records, what is to be looked at. */
export function PreviewFiles({ previewId, files, isDone, chosen, onChoose }: PreviewFilesProps) {
  const { t, i18n } = useTranslation('import');
  const { number } = useFormats();
  const formatWords = useFormatWords();
  const [columnsOf, setColumnsOf] = useState<PreviewFile | null>(null);
  // What cannot be imported is shown first, for it needs the person; what holds something else comes last.
  const sorted = [...files].sort((a, b) => urgency(b) - urgency(a));
  return (
    <>
      <DataTable
        caption={t('preview.files')}
        hideCaption
        className={styles['files']}
        rows={sorted.slice(0, SHOWN)}
        rowKey={(file) => file.order}
        columns={[
          {
            id: 'name',
            header: t('preview.file'),
            isRowHeader: true,
            cell: (file) => (
              <>
                {files.length > 1 && file.records > 0 ? (
                  <Button
                    variant="link"
                    size="small"
                    onPress={() => {
                      onChoose(chosen === file.order ? null : file.order);
                    }}
                    {...(chosen === file.order ? { 'aria-current': 'true' as const } : {})}
                  >
                    {file.name}
                  </Button>
                ) : (
                  <span>{file.name}</span>
                )}
                {file.table === 'read' || file.table === 'waiting' ? (
                  <span className={styles['columns']}>
                    <Button
                      size="small"
                      icon={Columns3}
                      variant={file.table === 'waiting' ? 'primary' : 'secondary'}
                      isDisabled={!isDone}
                      aria-label={t('columns.openFor', { file: file.name })}
                      onPress={() => {
                        setColumnsOf(file);
                      }}
                    >
                      {t('columns.open')}
                    </Button>
                  </span>
                ) : null}
                {file.code === null ? null : (
                  <span className={isFault(file.code) ? styles['why'] : styles['muted']}>
                    {failureWords(i18n, { code: file.code, details: file.details })}
                  </span>
                )}
              </>
            ),
          },
          { id: 'format', header: t('preview.format'), cell: (file) => formatWords(file.format) },
          {
            id: 'encoding',
            header: t('preview.encoding'),
            cell: (file) => (file.encoding ?? '').toUpperCase(),
          },
          {
            id: 'records',
            header: t('preview.records'),
            kind: 'number',
            cell: ({ records }) => number(records),
          },
          {
            id: 'duplicate',
            header: t('preview.filter.duplicate'),
            kind: 'number',
            cell: ({ duplicate }) => number(duplicate),
          },
          {
            id: 'attention',
            header: t('preview.filter.attention'),
            kind: 'number',
            cell: ({ attention, code }) => number(attention + (isFault(code) ? 1 : 0)),
          },
        ]}
      />
      {files.length > SHOWN ? (
        <p className={styles['muted']}>{t('preview.moreFiles', { count: files.length - SHOWN })}</p>
      ) : null}
      <ColumnsDialog
        // Each table begins anew: nothing of the one before shines through.
        key={columnsOf?.order ?? ''}
        previewId={previewId}
        file={columnsOf}
        onClose={() => {
          setColumnsOf(null);
        }}
      />
      {chosen === null ? null : (
        <p className={styles['only']}>
          <span>{t('preview.only', { file: files.find(({ order }) => order === chosen)?.name ?? '' })}</span>
          <Button
            size="small"
            onPress={() => {
              onChoose(null);
            }}
          >
            {t('preview.allFiles')}
          </Button>
        </p>
      )}
    </>
  );
}
