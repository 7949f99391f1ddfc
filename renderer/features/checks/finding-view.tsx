import { Check, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckFinding } from '@shared/ipc/contract/checks';
import { Button, ButtonRow, cx, Unseen } from '../../ui';
import { fieldName, fix, ignore, shownValue } from './model';
import styles from './checks.module.css';

interface FindingViewProps {
  readonly itemId: string;
  /** Findings of one kind in one record. */
  readonly findings: readonly CheckFinding[];
  /** Names of fields beside the words instead of above them. */
  readonly isWide?: boolean | undefined;
}

/** What is odd, what the fix would write, and the buttons. */
export function FindingView({ itemId, findings, isWide = false }: FindingViewProps) {
  const { t, i18n } = useTranslation('checks');
  const [first] = findings;
  if (first === undefined) return null;
  const canFix = findings.some(({ changes }) => changes.length > 0);
  return (
    <div className={styles['finding']}>
      {findings.map((finding) => (
        <dl
          key={`${finding.field} ${finding.value}`}
          className={cx(styles['words'], isWide && styles['wide'])}
        >
          {finding.changes.length === 0 ? (
            <div>
              <dt>{fieldName(i18n, finding.field)}</dt>
              <dd>{finding.value === '' ? <em>{t('missing')}</em> : <span>{finding.value}</span>}</dd>
            </div>
          ) : (
            finding.changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{fieldName(i18n, field)}</dt>
                <dd>
                  <span className={styles['before']}>
                    <Unseen>{t('before')}: </Unseen>
                    {before === '' ? <em>{t('missing')}</em> : shownValue(i18n, field, before)}
                  </span>
                  <span className={styles['after']}>
                    <Unseen>{t('after')}: </Unseen>
                    {after === '' ? <em>{t('nothing')}</em> : shownValue(i18n, field, after)}
                  </span>
                </dd>
              </div>
            ))
          )}
        </dl>
      ))}
      <ButtonRow>
        {canFix && !first.isIgnored ? (
          <Button size="small" icon={Check} onPress={() => void fix(itemId, first.check)}>
            {t('action.fix')}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          {...(first.isIgnored ? { icon: Undo2 } : {})}
          onPress={() => void ignore(itemId, first.check, !first.isIgnored)}
        >
          {first.isIgnored ? t('action.unignore') : t('action.ignore')}
        </Button>
      </ButtonRow>
    </div>
  );
}
