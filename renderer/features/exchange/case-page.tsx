import { GitBranchPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, DataTable, ErrorNote, IconButton, Place, Section, Skeleton } from '../../ui';
import type { CallOutput } from '@shared/ipc/contract';
import { StartFromDialog } from './start-from-dialog';
import { TrustPanel } from './trust-panel';
import styles from './exchange.module.css';

type CaseView = CallOutput<'exchange.get'>;

/** One case: what was done, what came out, what to weigh, where it comes from. */
export function CasePage({ id }: { readonly id: string }) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  const found = useContract('exchange.get', { id }, { tables: ['practice_case'] });
  const trash = useContractMutation('exchange.setTrashed');
  const [starts, setStarts] = useState(false);
  const back = (): void => {
    go('/exchange');
  };
  const remove = async (): Promise<void> => {
    const result = await trash.run({ id, isTrashed: true });
    if (result.ok) back();
  };
  return (
    <Place
      title={found.data?.record.title ?? t('title')}
      heading={t('title')}
      back={{ label: t('case.back'), onPress: back }}
      end={
        <>
          <IconButton
            icon={Trash2}
            label={t('case.trash')}
            onPress={() => {
              void remove();
            }}
          />
          <Button
            variant="primary"
            icon={GitBranchPlus}
            isDisabled={!found.data}
            onPress={() => {
              setStarts(true);
            }}
          >
            {t('case.start')}
          </Button>
        </>
      }
      panel={found.data ? <CasePanel view={found.data} /> : undefined}
      panelLabel={t('trust.title')}
      surface="sheet"
    >
      <div className={styles['page']}>
        {found.isPending ? <Skeleton lines={8} label={t('loading')} /> : null}
        {found.error ? <ErrorNote failure={found.error.failure} /> : null}
        {found.data ? <CaseBody view={found.data} /> : null}
      </div>
      {found.data && starts ? (
        <StartFromDialog
          id={id}
          title={found.data.record.title}
          modelId={found.data.record.evidence.modelId}
          onClose={() => {
            setStarts(false);
          }}
        />
      ) : null}
    </Place>
  );
}

function CaseBody({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('exchange');
  const { number } = useFormats();
  const { record } = view;
  const { intervention, context, confidence } = record;
  const range = (interval: { low: number; high: number } | null): string =>
    interval ? t('case.interval', { low: number(interval.low), high: number(interval.high) }) : '';
  const parts: readonly (readonly [string, string])[] = [
    [
      t('preview.setting'),
      [context.setting, context.phase, context.subject, context.country]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [t('preview.problem'), record.problem],
    [t('preview.question'), record.question],
    [t('preview.why'), record.theoryOfChange],
    [
      t('preview.whatWeDid'),
      [intervention.name, intervention.procedures, intervention.materials]
        .filter((part) => part !== '')
        .join('\n'),
    ],
    [t('preview.howMuch'), intervention.dosage],
    [t('preview.changes'), intervention.modifications],
    [t('preview.limits'), confidence.limitations],
    [t('preview.differently'), confidence.differently],
    [t('preview.advice'), record.advice],
    [t('preview.openQuestions'), confidence.openQuestions.join('\n')],
  ];
  return (
    <article className={styles['stack']} lang={record.language}>
      <h2 className={styles['title']}>{record.title}</h2>
      <p className={styles['meta']}>{record.creators.join(', ')}</p>
      {record.summary === '' ? null : <p className={styles['reading']}>{record.summary}</p>}
      {record.impact.outcomes.length === 0 ? null : (
        <Section title={t('preview.impact')}>
          <p>
            <strong>{t(`verdicts.${record.impact.verdict}`)}</strong>
          </p>
          <DataTable
            caption={t('preview.impact')}
            hideCaption
            columns={[
              { id: 'construct', header: t('case.measure'), isRowHeader: true, cell: (row) => row.construct },
              {
                id: 'n',
                header: t('preview.pupils'),
                kind: 'number',
                cell: (row) => (row.n === null ? t('preview.withheld') : number(row.n)),
              },
              {
                id: 'change',
                header: t('preview.change'),
                cell: (row) => (row.change === null ? '' : `${number(row.change)} ${range(row.interval)}`),
              },
              {
                id: 'effect',
                header: t('preview.effect'),
                cell: (row) =>
                  row.effect === null
                    ? ''
                    : `${row.effect.type} ${number(row.effect.value)} ${range(row.effect.interval)}`,
              },
            ]}
            rows={record.impact.outcomes}
            rowKey={(_row, index) => String(index)}
          />
        </Section>
      )}
      {parts.map(([heading, text]) =>
        text.trim() === '' ? null : (
          <Section key={heading} title={heading}>
            <p className={styles['reading']}>{text}</p>
          </Section>
        ),
      )}
    </article>
  );
}

function CasePanel({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  return (
    <div className={styles['stack']}>
      <Section title={t('trust.title')}>
        <TrustPanel trust={view.trust} integrity={view.card.integrity} licence={view.record.licence} />
      </Section>
      {view.lineage.length === 0 ? null : (
        <Section title={t('lineage.parents')}>
          <ul className={styles['cards']}>
            {view.lineage.map((parent) => (
              <li key={`${parent.caseId}-${String(parent.version)}`} className={styles['card']}>
                <span>{t('lineage.version', { title: parent.title, version: parent.version })}</span>
                {parent.changes === '' ? null : <p className={styles['meta']}>{parent.changes}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.adaptations.length === 0 ? null : (
        <Section title={t('lineage.children')}>
          <ul className={styles['cards']}>
            {view.adaptations.map((child) => (
              <li key={child.id} className={styles['card']}>
                <Button
                  variant="link"
                  onPress={() => {
                    go(`/exchange/${child.id}`);
                  }}
                >
                  {t('lineage.version', { title: child.title, version: child.version })}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
