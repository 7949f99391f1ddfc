import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetIssue } from '@shared/domain/dataset/recipe';
import { useFormats } from '../../../lib/format';
import { wordsIfAny } from '../../../lib/words';
import { Note, RadioGroup } from '../../../ui';
import type { TablePreview } from '../types';
import type { Choices } from './wizard-state';
import styles from '../data.module.css';

export interface CheckStepProps {
  readonly table: TablePreview;
  readonly choices: Choices;
  readonly onChoices: (next: Choices) => void;
}

const WEIGHTS = ['decide', 'left-out', 'note'] as const;
const MOST_ROWS_NAMED = 12;

/** Every issue with its rows, and the decisions that are the teacher's. */
export function CheckStep({ table, choices, onChoices }: CheckStepProps) {
  const { t } = useTranslation('data');
  const { check, recipe } = table;
  if (check === null || recipe === null) return null;
  const has = (kind: DatasetIssue['kind']): boolean => check.issues.some((one) => one.kind === kind);
  return (
    <div className={styles['fields']}>
      <p className={styles['words']}>
        {t('wizard.check.found', { pupils: t('pupils', { count: check.people }), complete: check.complete })}
      </p>
      {check.people === 0 ? <Note tone="warn">{t('wizard.check.nobody')}</Note> : null}
      {check.issues.length === 0 ? (
        <Note tone="ok" icon={CircleCheck}>
          {t('wizard.check.clean')}
        </Note>
      ) : null}
      {has('duplicate-id') ? (
        <RadioGroup
          label={t('wizard.check.duplicates')}
          choices={(['leave-out', 'first', 'last'] as const).map((id) => ({
            id,
            label: t(`wizard.check.${id}`),
          }))}
          value={recipe.duplicates}
          onChange={(duplicates) => {
            onChoices({ ...choices, duplicates });
          }}
        />
      ) : null}
      {has('out-of-range') ? (
        <RadioGroup
          label={t('wizard.check.outOfRange')}
          choices={[
            { id: 'leave-out', label: t('wizard.check.rangeLeaveOut') },
            { id: 'keep', label: t('wizard.check.rangeKeep') },
          ]}
          value={recipe.outOfRange}
          onChange={(outOfRange) => {
            onChoices({ ...choices, outOfRange });
          }}
        />
      ) : null}
      {WEIGHTS.map((weight) => (
        <Issues key={weight} weight={weight} issues={check.issues.filter((one) => one.weight === weight)} />
      ))}
    </div>
  );
}

function Issues({
  weight,
  issues,
}: {
  readonly weight: DatasetIssue['weight'];
  readonly issues: readonly DatasetIssue[];
}) {
  const { t } = useTranslation('data');
  if (issues.length === 0) return null;
  return (
    <section aria-label={t(`wizard.check.${weight}`)}>
      <h3 className={styles['groupTitle']}>{t(`wizard.check.${weight}`)}</h3>
      <ul className={styles['issues']}>
        {issues.map((issue, index) => (
          <li key={`${issue.kind}-${String(index)}`} className={styles['issue']}>
            {t(`issue.${issue.kind}`)}
            <Where issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Row numbers, the occasion, the reason and what stands in the cell. */
function Where({ issue }: { readonly issue: DatasetIssue }) {
  const { t, i18n } = useTranslation('data');
  const { list } = useFormats();
  const { rows, occasion, reason, written } = issue;
  const named = rows.slice(0, MOST_ROWS_NAMED).map(String);
  const all = rows.length > named.length ? [...named, '…'] : named;
  const parts = [
    rows.length > 0 ? t('wizard.check.rows', { count: rows.length, rows: list(all) }) : '',
    occasion === null ? '' : t(`occasion.${occasion}`).toLocaleLowerCase(i18n.language),
    reason === null ? '' : (wordsIfAny(i18n, `data:reason.${reason}`) ?? ''),
    written === null ? '' : t('wizard.check.written', { text: written }),
  ].filter((part) => part !== '');
  return parts.length > 0 ? <span className={styles['issueWhere']}>{parts.join(' · ')}</span> : null;
}
