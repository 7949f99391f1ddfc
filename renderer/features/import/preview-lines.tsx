import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewLine } from '@shared/ipc/contract/import';
import { failureOf } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import {
  Button,
  Checkbox,
  Chip,
  cx,
  Disclosure,
  EmptyState,
  ErrorNote,
  failureWords,
  Select,
  Skeleton,
} from '../../ui';
import styles from './preview.module.css';
import { actionFor, usePreviewStore } from './preview-store';
import { useDuplicateChoices } from './words';

const PAGE = 50;

interface PreviewLinesProps {
  readonly previewId: string;
  readonly show: 'all' | 'fresh' | 'duplicate' | 'attention';
  readonly order: string | null;
}

/** Records to tick, page by page. */
export function PreviewLines({ previewId, show, order }: PreviewLinesProps) {
  const { t } = useTranslation(['import', 'common']);
  const formats = useFormats();
  const rule = usePreviewStore((state) => state.rule);
  const [page, setPage] = useState(0);
  const { data, error } = useContract(
    'import.previewLines',
    { previewId, show, order, offset: page * PAGE, limit: PAGE },
    { tables: [], keepPrevious: true },
  );
  if (error) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton lines={6} label={t('common:loading')} />;
  if (data.total === 0) return <EmptyState compact title={t(`preview.nothing.${show}`)} />;
  const first = page * PAGE + 1;
  const last = page * PAGE + data.lines.length;
  return (
    <>
      <div className={styles['bulk']}>
        <Button
          size="small"
          onPress={() => {
            rule({ fresh: 'import', duplicates: 'add' });
          }}
        >
          {t('preview.tickAll')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            rule({ fresh: 'leave', duplicates: 'leave' });
          }}
        >
          {t('preview.tickNone')}
        </Button>
        {data.total > PAGE ? (
          <span className={styles['pager']}>
            <span className={styles['muted']}>
              {t('preview.range', {
                first: formats.number(first),
                last: formats.number(last),
                total: formats.number(data.total),
              })}
            </span>
            <Button
              size="small"
              isDisabled={page === 0}
              onPress={() => {
                setPage(page - 1);
              }}
            >
              {t('preview.previous')}
            </Button>
            <Button
              size="small"
              isDisabled={last >= data.total}
              onPress={() => {
                setPage(page + 1);
              }}
            >
              {t('preview.next')}
            </Button>
          </span>
        ) : null}
      </div>
      <ul className={styles['lines']}>
        {data.lines.map((line) => (
          <Line key={`${line.order} ${String(line.index)}`} line={line} />
        ))}
      </ul>
    </>
  );
}

function Line({ line }: { readonly line: PreviewLine }) {
  const { t, i18n } = useTranslation('import');
  const action = usePreviewStore((state) => actionFor(state, line));
  const decide = usePreviewStore((state) => state.decide);
  const isTicked = action !== 'leave' && line.kind !== 'failed';
  const title = line.title === '' ? t('report.untitled') : line.title;
  const byline = [line.authors, line.year ?? ''].filter((part) => part !== '').join(', ');
  return (
    <li className={styles['line']}>
      <div className={styles['tick']}>
        <Checkbox
          aria-label={t('preview.tick', { title })}
          isSelected={isTicked}
          isDisabled={line.kind === 'failed'}
          onChange={(selected) => {
            decide(line, selected ? (line.kind === 'duplicate' ? 'add' : 'import') : 'leave');
          }}
        >
          {''}
        </Checkbox>
      </div>
      <div className={styles['text']}>
        <p className={cx(styles['lineTitle'], !isTicked && styles['out'])}>{title}</p>
        <p className={styles['muted']}>
          {[
            byline,
            line.line === null || line.line === 0
              ? line.source
              : t('report.line', { source: line.source, line: line.line }),
            line.files > 0 ? t('preview.named', { count: line.files }) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {line.kind === 'failed' ? <Chip tone="warn">{t('preview.unreadable')}</Chip> : null}
        {line.remarks.map(({ code, details }, index) => (
          <p key={`${code} ${String(index)}`} className={styles['why']}>
            {failureWords(i18n, { code, details })}
          </p>
        ))}
        {line.duplicate === null ? null : <Known line={line} duplicate={line.duplicate} />}
        {line.raw === null ? null : (
          <Disclosure title={t('report.raw')} level={4}>
            {/* Long records scroll, so they must be reachable by keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- axe: scrollable-region-focusable */}
            <pre className={styles['raw']} tabIndex={0}>
              {line.raw}
            </pre>
          </Disclosure>
        )}
      </div>
    </li>
  );
}

interface KnownProps {
  readonly line: PreviewLine;
  readonly duplicate: NonNullable<PreviewLine['duplicate']>;
}

/** Which record the work has already and why, and what to do about it. */
function Known({ line, duplicate }: KnownProps) {
  const { t, i18n } = useTranslation('import');
  const go = useGo();
  const action = usePreviewStore((state) => actionFor(state, line));
  const decide = usePreviewStore((state) => state.decide);
  const choices = useDuplicateChoices();
  const { itemId, earlier, reason, title } = duplicate;
  return (
    <div className={styles['known']}>
      <p>
        {earlier === null
          ? failureWords(i18n, { code: `import.duplicate-${reason}`, details: { title } })
          : t('preview.earlier', {
              reason: t(`preview.reason.${reason}`),
              place: t('report.line', earlier),
            })}{' '}
        {itemId === null ? null : (
          <Button
            variant="link"
            size="small"
            onPress={() => {
              go(`/library/${itemId}`);
            }}
          >
            {t('report.openRecord')}
          </Button>
        )}
      </p>
      <div className={styles['choice']}>
        <Select
          label={t('preview.what', { title: line.title })}
          hideLabel
          density="compact"
          choices={choices}
          value={action}
          onChange={(next) => {
            decide(line, next);
          }}
        />
      </div>
    </div>
  );
}
