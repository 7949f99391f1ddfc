import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { Button, DataTable, failureWords } from '../../ui';
import styles from './preview.module.css';
import type { PreviewFile } from './preview-store';
import { useFormatWords } from './words';

interface PreviewFilesProps {
  readonly files: readonly PreviewFile[];
  /** The file whose records are shown; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (order: string | null) => void;
}

/** More would be a list of its own; the rest is named by its number. */
const SHOWN = 100;

/** One line per file: what it is, how many records, what is to be looked at. */
export function PreviewFiles({ files, chosen, onChoose }: PreviewFilesProps) {
  const { t, i18n } = useTranslation('import');
  const { number } = useFormats();
  const formatWords = useFormatWords();
  // What cannot be imported is shown first: it needs the person.
  const sorted = [...files].sort((a, b) => Number(b.code !== null) - Number(a.code !== null));
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
                {file.code === null ? null : (
                  <span className={styles['why']}>
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
            cell: ({ attention, code }) => number(attention + (code === null ? 0 : 1)),
          },
        ]}
      />
      {files.length > SHOWN ? (
        <p className={styles['muted']}>{t('preview.moreFiles', { count: files.length - SHOWN })}</p>
      ) : null}
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
