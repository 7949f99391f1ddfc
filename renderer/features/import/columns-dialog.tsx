import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasKeyField, withColumn, type TablePlan, type TableTarget } from '@shared/domain/import';
import { failureOf } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, Checkbox, cx, Dialog, ErrorNote, ProgressBar, Select, Skeleton } from '../../ui';
import styles from './columns.module.css';
import { ColumnsTable } from './columns-table';
import { useColumnWords } from './columns-words';
import type { PreviewFile } from './preview-store';
import { readAgain } from './read-again';

interface ColumnsDialogProps {
  readonly previewId: string;
  /** The table; null while the dialog is closed. */
  readonly file: Pick<PreviewFile, 'order' | 'name'> | null;
  readonly onClose: () => void;
}

/** What the columns of one table hold: the person says it, then the preview is read again. */
export function ColumnsDialog({ previewId, file, onClose }: ColumnsDialogProps) {
  const { t } = useTranslation(['import', 'common']);
  const { number } = useFormats();
  const nameOf = useColumnWords();
  const order = file?.order ?? '';
  const [plan, setPlan] = useState<TablePlan | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const reading = useRef<AbortController | null>(null);
  const { data, error, isPlaceholderData } = useContract(
    'import.previewTable',
    { previewId, order, plan },
    { tables: [], keepPrevious: true, enabled: file !== null },
  );
  const targets = plan?.columns ?? data?.targets ?? [];
  const latest = useRef({ data, targets });
  useEffect(() => {
    latest.current = { data, targets };
  });
  // Leaving the place ends the reading too.
  useEffect(() => () => reading.current?.abort(), []);

  const choose = useCallback(
    (at: number, target: TableTarget): void => {
      const { data: table, targets: before } = latest.current;
      if (table === undefined) return;
      const columns = withColumn(before, at, target);
      const lost = columns.findIndex((column, place) => place !== at && column !== before[place]);
      setMoved(lost < 0 ? null : nameOf(table.columns[lost]?.heading ?? '', lost));
      setPlan({ sheet: table.sheet, hasHeadings: table.hasHeadings, columns: [...columns] });
    },
    [nameOf],
  );
  const change = (next: Partial<TablePlan>): void => {
    if (data === undefined) return;
    setMoved(null);
    setPlan({ sheet: data.sheet, hasHeadings: data.hasHeadings, columns: [...targets], ...next });
  };
  const close = (): void => {
    reading.current?.abort();
    reading.current = null;
    setIsReading(false);
    setPlan(null);
    setMoved(null);
    onClose();
  };
  const apply = async (): Promise<void> => {
    if (data === undefined) return;
    const controller = new AbortController();
    reading.current = controller;
    setIsReading(true);
    const { sheet, hasHeadings } = data;
    const again = await readAgain(order, { sheet, hasHeadings, columns: [...targets] }, controller.signal);
    if (controller.signal.aborted) return;
    if (again.ok) {
      close();
      return;
    }
    setIsReading(false);
    reportFailure(again.error);
  };

  const canApply = hasKeyField(targets) && !isPlaceholderData && !isReading;
  return (
    <Dialog
      title={t('columns.title', { file: file?.name ?? '' })}
      size="wide"
      isOpen={file !== null}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      footer={
        <>
          <p
            className={cx(styles['foot'], data !== undefined && !hasKeyField(targets) && styles['needs'])}
            role="status"
          >
            {data === undefined
              ? ''
              : hasKeyField(targets)
                ? t('columns.count', { records: number(data.records), rows: number(data.rows) })
                : t('columns.needsKey')}
            {moved === null ? '' : ` ${t('columns.moved', { column: moved })}`}
          </p>
          <Button onPress={close}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!canApply}
            onPress={() => {
              void apply();
            }}
          >
            {t('columns.apply')}
          </Button>
        </>
      }
    >
      {error ? <ErrorNote failure={failureOf(error)} /> : null}
      {data === undefined ? (
        error ? null : (
          <Skeleton lines={6} label={t('common:loading')} />
        )
      ) : (
        <>
          <p>{t('columns.lead')}</p>
          <div className={styles['how']}>
            {data.sheets.length > 1 ? (
              <Select
                label={t('columns.sheet')}
                choices={data.sheets.map((name) => ({ id: name, label: name }))}
                value={plan?.sheet ?? data.sheet}
                onChange={(sheet) => {
                  // Another sheet has other columns.
                  change({ sheet, columns: null });
                }}
              />
            ) : null}
            <Checkbox
              isSelected={plan?.hasHeadings ?? data.hasHeadings}
              onChange={(hasHeadings) => {
                change({ hasHeadings });
              }}
            >
              {t('columns.headings')}
            </Checkbox>
            {data.hasHeadings ? (
              <Button
                size="small"
                isDisabled={targets.every((target, at) => target === data.proposed[at])}
                onPress={() => {
                  change({ columns: [...data.proposed] });
                }}
              >
                {t('columns.reset')}
              </Button>
            ) : null}
          </div>
          {isReading ? <ProgressBar label={t('columns.reading')} value={null} /> : null}
          <ColumnsTable key={data.sheet} columns={data.columns} targets={targets} onChoose={choose} />
        </>
      )}
    </Dialog>
  );
}
