import { Check, CircleAlert, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  findField,
  latestRun,
  runExitChecks,
  spiralOf,
  spiralPath,
  visibleChecks,
} from '@shared/domain/inquiry';
import type { CheckResult, ModelStage, SpiralRow } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { DataTable, Disclosure, Icon, Note, Section } from '../../ui';
import { useLocal } from './content';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import stageStyles from './stage.module.css';

const hintWords = ['after-data', 'tier-open', 'no-participants', 'pending'] as const;

/** The right column: exit checks, one tip, the spiral. */
export function StagePanel({ stage }: { readonly stage: ModelStage }) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { detail, state, checks } = useProject();
  const { guidance } = detail.project;
  const results = visibleChecks(runExitChecks(stage, checks), guidance);
  const isDone = latestRun(state, detail.cycleId, stage.id)?.status === 'done';
  const tip =
    guidance === 'guided' && !isDone
      ? results.find((result) => !result.isMet && result.tip !== null)?.tip
      : undefined;
  return (
    <div className={stageStyles['panel']}>
      <Section title={t('project.beforeYouMoveOn')}>
        {results.length === 0 ? (
          <p className={styles['meta']}>{t('checks.none')}</p>
        ) : (
          <ul className={stageStyles['checks']}>
            {results.map((result) => (
              <CheckEntry key={result.id} result={result} />
            ))}
          </ul>
        )}
        {tip ? (
          <div className={stageStyles['tip']}>
            <Note title={local(tip.title)}>{local(tip.body)}</Note>
          </div>
        ) : null}
      </Section>
      {guidance === 'guided' && stage.artifacts.length > 0 ? (
        <section>
          <h3 className={styles['small']}>{t('stage.artifacts')}</h3>
          <ul className={stageStyles['artifacts']}>
            {stage.artifacts.map((artifact) => (
              <li key={artifact.en}>{local(artifact)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <SpiralSection />
    </div>
  );
}

function CheckEntry({ result }: { readonly result: CheckResult }) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { content } = useProject();
  const isRequiredFields = result.label === null;
  const label = result.label
    ? local(result.label)
    : result.isMet
      ? t('checks.required')
      : t('checks.requiredOpen', { count: result.missing.length });
  const names = isRequiredFields
    ? result.missing.flatMap((key) => {
        const field = findField(content.fields, key);
        return field ? [local(field.label)] : [];
      })
    : [];
  const known = hintWords.filter((word) => result.hints.includes(word));
  const state = result.isMet ? 'met' : result.level === 'must' ? 'must' : 'open';
  return (
    <li data-state={state}>
      <Icon
        icon={result.isMet ? Check : result.level === 'must' ? CircleAlert : Circle}
        size={17}
        label={t(`checks.${state}`)}
      />
      <span>
        {label}
        {names.map((name) => (
          <span key={name} className={stageStyles['checkMore']}>
            {name}
          </span>
        ))}
        {known.map((word) => (
          <span key={word} className={stageStyles['checkMore']}>
            {t(`checks.${word}`)}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The cycles as a drawn spiral, as a sentence, and as a table. */
export function SpiralSection() {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { state, model } = useProject();
  const spiral = spiralOf(state, model);
  const size = 132;
  const rings = Math.max(2, Math.ceil(spiral.turns));
  const track = spiralPath(rings, rings, size);
  const { path, end } = spiralPath(spiral.turns, rings, size);
  const last = spiral.rows.at(-1);
  const all = model.stages.length;
  const done = Math.round((last?.progress ?? 0) * all);
  const cellOf = (row: SpiralRow, index: number): string => {
    const status = row.cells[index]?.status;
    return status ? t(`stage.status.${status}`) : t('spiral.none');
  };
  return (
    <Section title={t('spiral.title')}>
      <svg
        className={stageStyles['spiral']}
        viewBox={`0 0 ${String(size)} ${String(size)}`}
        role="img"
        aria-label={t('spiral.picture', { turns: formats.number(spiral.turns, 1) })}
      >
        <path d={track.path} data-part="track" />
        <path d={path} />
        <circle cx={end[0]} cy={end[1]} r={4.5} />
      </svg>
      <p className={styles['meta']}>{t('spiral.text', { number: last?.number ?? 1, done, all })}</p>
      <Disclosure title={t('spiral.table')}>
        <DataTable
          caption={t('spiral.caption')}
          hideCaption
          rows={spiral.rows}
          rowKey={(row) => row.cycleId}
          columns={[
            {
              id: 'cycle',
              header: t('spiral.cycle'),
              isRowHeader: true,
              cell: (row) => formats.number(row.number),
            },
            ...spiral.columns.map((canonical, index) => ({
              id: canonical,
              header: t(`canonical.${canonical}`),
              cell: (row: SpiralRow) => cellOf(row, index),
            })),
            {
              id: 'decision',
              header: t('spiral.decision'),
              cell: (row) => (row.decision ? t(`decision.kinds.${row.decision}`) : t('spiral.none')),
            },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
