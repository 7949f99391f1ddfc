import { Import, RotateCcw } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventPayload } from '@shared/ipc/events';
import { call, failureOf } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContract, useEvent } from '../../lib/queries';
import { Button, ErrorNote, Place, ProgressBar, Tabs } from '../../ui';
import styles from './preview.module.css';
import { useImportStore } from './import-store';
import { PreviewFiles } from './preview-files';
import { PreviewLines } from './preview-lines';
import { PreviewOptions } from './preview-options';
import { countChosen, startInput, usePreviewStore } from './preview-store';
import { openPreview } from './start-import';

const filters = ['all', 'fresh', 'duplicate', 'attention'] as const;

/** What would come in, file by file and record by record; nothing is written before "Import". */
export function PreviewPlace({ previewId }: { readonly previewId: string }) {
  const { t } = useTranslation(['import', 'common']);
  const formats = useFormats();
  const go = useGo();
  const client = useQueryClient();
  const decisions = usePreviewStore();
  const [file, setFile] = useState<string | null>(null);
  const [isStarting, setIsStarting] = useState(false);
  const { data, error, isPlaceholderData } = useContract(
    'import.previewState',
    { previewId },
    { tables: ['item'], keepPrevious: true },
  );
  useEvent(
    'job.progress',
    useCallback(
      (progress: EventPayload<'job.progress'>) => {
        if (progress.jobId !== previewId) return;
        void client.invalidateQueries({ queryKey: ['import.previewState', { previewId }] });
      },
      [client, previewId],
    ),
  );

  const leave = (): void => {
    void call('import.closePreview', { previewId });
    usePreviewStore.getState().end();
    go('/library');
  };
  const start = async (): Promise<void> => {
    setIsStarting(true);
    const started = await call('import.start', startInput(usePreviewStore.getState()));
    setIsStarting(false);
    if (!started.ok) {
      reportFailure(started.error);
      return;
    }
    usePreviewStore.getState().end();
    useImportStore.getState().startedQuietly(started.value.jobId);
    go('/library');
  };

  // What was read before other columns were chosen is shown for a moment, but not to be imported.
  const isDone = data?.state === 'done' && !isPlaceholderData;
  const files = data?.files ?? [];
  const shownFiles = file === null ? files : files.filter(({ order }) => order === file);
  const countOf = (filter: (typeof filters)[number]): number =>
    shownFiles.reduce((sum, one) => sum + (filter === 'all' ? one.records : one[filter]), 0);
  const chosen = countChosen(decisions, files);

  return (
    <Place
      title={t('preview.title')}
      back={{ label: t('preview.leave'), onPress: leave }}
      end={
        <>
          <Button onPress={leave}>{t('preview.cancel')}</Button>
          <Button
            variant="primary"
            icon={Import}
            isDisabled={!isDone || chosen === 0 || isStarting}
            onPress={() => {
              void start();
            }}
          >
            {isDone
              ? t('preview.import', { count: chosen, formatted: formats.number(chosen) })
              : t('preview.importWait')}
          </Button>
        </>
      }
      panel={<PreviewOptions hasFolders={files.some(({ name }) => name.includes('/'))} />}
      panelLabel={t('preview.options')}
    >
      <div className={styles['page']}>
        {error ? (
          <>
            <ErrorNote failure={failureOf(error)} />
            <div>
              <Button
                icon={RotateCcw}
                onPress={() => {
                  void openPreview(decisions.source, go, decisions.collectionId, decisions.tables);
                }}
              >
                {t('preview.again')}
              </Button>
            </div>
          </>
        ) : null}
        <p className={styles['lead']}>{t('preview.lead')}</p>
        {data?.state === 'running' ? (
          <ProgressBar
            label={t('preview.reading')}
            value={data.total === 0 ? null : data.done}
            max={Math.max(data.total, 1)}
            valueText={t('progress.value', {
              done: formats.number(data.done),
              total: formats.number(data.total),
            })}
          />
        ) : null}
        {files.length > 0 ? (
          <PreviewFiles
            previewId={previewId}
            files={files}
            // Not `isDone`: a button that is off for a moment loses the focus that a dialog gives back to it.
            isDone={data?.state === 'done'}
            chosen={file}
            onChoose={setFile}
          />
        ) : null}
        {isDone ? (
          <Tabs
            label={t('preview.filters')}
            items={filters.map((id) => ({
              id,
              label: t(`preview.filter.${id}`),
              count: formats.number(countOf(id)),
              content: (
                <PreviewLines
                  key={`${previewId} ${id} ${file ?? ''}`}
                  previewId={previewId}
                  show={id}
                  order={file}
                />
              ),
            }))}
          />
        ) : null}
      </div>
    </Place>
  );
}
