import { Library } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FormattedDocument, RichRun } from '@shared/domain/report/citation';
import type { Failure } from '@shared/lib/result';
import { useGo } from '../../../lib/navigation';
import { EmptyState, ErrorNote, Note } from '../../../ui';
import styles from './panels.module.css';

export interface ReferencesPanelProps {
  readonly formatted: FormattedDocument | undefined;
  readonly failure: Failure | null;
  readonly locale: string;
}

/** The list of references as the chosen style writes it, always up to date. */
export function ReferencesPanel({ formatted, failure, locale }: ReferencesPanelProps) {
  const { t } = useTranslation('write');
  const go = useGo();
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (formatted === undefined) return null;
  return (
    <div className={styles['stack']}>
      {formatted.missingItemIds.length > 0 ? (
        <Note tone="warn">{t('references-panel.missing', { count: formatted.missingItemIds.length })}</Note>
      ) : null}
      {formatted.bibliography.length === 0 ? (
        <EmptyState icon={Library} title={t('references-panel.empty-title')} compact>
          {t('references-panel.empty')}
        </EmptyState>
      ) : (
        <ul
          className={styles['references']}
          data-hanging={formatted.hangingIndent ? '' : undefined}
          lang={locale}
        >
          {formatted.bibliography.map((entry) => (
            <li key={entry.itemId}>
              <button
                type="button"
                className={styles['reference']}
                onClick={() => {
                  go(`/library/${entry.itemId}`);
                }}
              >
                <Runs runs={entry.runs} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Formatted text of a style: built from runs, so nothing in a record can become markup. */
export function Runs({ runs }: { readonly runs: readonly RichRun[] }) {
  return runs.map((run, index) => {
    const key = `${String(index)}-${run.text}`;
    if (run.italic) return <em key={key}>{run.text}</em>;
    if (run.bold) return <strong key={key}>{run.text}</strong>;
    if (run.superscript) return <sup key={key}>{run.text}</sup>;
    if (run.subscript) return <sub key={key}>{run.text}</sub>;
    return <span key={key}>{run.text}</span>;
  });
}
