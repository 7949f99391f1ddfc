import { CircleAlert, CircleCheck, Info, LayoutList, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import {
  Button,
  EmptyState,
  ErrorNote,
  Facts,
  Icon,
  Lead,
  Place,
  Room,
  SideEntry,
  SideGroup,
  SideList,
  Skeleton,
} from '../../ui';
import { KindView } from './kind-view';
import { checkTables, useKindWords } from './model';
import styles from './checks.module.css';

type Summary = CallOutput<'checks.summary'>;
const icons = { error: CircleAlert, warning: TriangleAlert, hint: Info } as const;
const severities = ['error', 'warning', 'hint'] as const;

/** The room of record checks: kinds of oddities with counts, and the records of one kind. */
export default function ChecksPlace({ segments }: PlaceLocation) {
  const { t } = useTranslation('checks');
  const { number } = useFormats();
  const go = useGo();
  const words = useKindWords();
  const summary = useContract('checks.summary', {}, { tables: checkTables, keepPrevious: true });
  const check = segments[0];
  const kinds = summary.data?.kinds ?? [];
  return (
    <Place
      title={t('title')}
      heading={check === undefined ? undefined : words(check).title}
      back={{
        label: check === undefined ? t('back') : t('action.toAll'),
        onPress: () => {
          go(check === undefined ? '/library' : '/checks');
        },
      }}
      sideLabel={t('side')}
      sideSize="wide"
      side={
        <>
          <SideGroup>
            <SideList>
              <SideEntry
                icon={LayoutList}
                label={t('overview')}
                isCurrent={check === undefined}
                onPress={() => {
                  go('/checks');
                }}
              />
            </SideList>
          </SideGroup>
          {severities.map((severity) => {
            const ofThis = kinds.filter((kind) => kind.severity === severity);
            return ofThis.length === 0 ? null : (
              <SideGroup key={severity} title={t(`severity.${severity}`)}>
                <SideList>
                  {ofThis.map((kind) => (
                    <SideEntry
                      key={kind.check}
                      label={words(kind.check).title}
                      count={number(kind.count)}
                      isCurrent={check === kind.check}
                      onPress={() => {
                        go(`/checks/${kind.check}`);
                      }}
                    />
                  ))}
                </SideList>
              </SideGroup>
            );
          })}
        </>
      }
    >
      <Room>
        {summary.isError ? (
          <ErrorNote failure={summary.error.failure} onRetry={() => void summary.refetch()} />
        ) : summary.data === undefined ? (
          <Skeleton label={t('looking')} lines={6} />
        ) : check === undefined ? (
          <Overview summary={summary.data} />
        ) : (
          <KindView key={check} check={check} kind={kinds.find((kind) => kind.check === check)} />
        )}
      </Room>
    </Place>
  );
}

function Overview({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('checks');
  const { number } = useFormats();
  const go = useGo();
  const words = useKindWords();
  const { odd, kinds } = summary;
  const looked = t('looked', {
    count: summary.records,
    formatted: number(summary.records),
    seconds: number(Math.max(0.1, summary.took / 1000), 1),
  });
  if (kinds.length === 0)
    return (
      <EmptyState icon={CircleCheck} title={t('empty.all.title')} hint={looked}>
        {t('empty.all.text')}
      </EmptyState>
    );
  return (
    <>
      <Lead>{t('intro')}</Lead>
      <Facts>
        {t('odd', { count: odd, formatted: number(odd) })} · {looked}
      </Facts>
      {severities.map((severity) => {
        const ofThis = kinds.filter((kind) => kind.severity === severity);
        return ofThis.length === 0 ? null : (
          <section key={severity} className={styles['severity']}>
            <h2 className={styles['severityTitle']}>
              <Icon icon={icons[severity]} size={18} />
              {t(`severity.${severity}`)}
            </h2>
            <ul className={styles['kinds']}>
              {ofThis.map((kind) => (
                <li key={kind.check} className={styles['kind']}>
                  <div>
                    <p className={styles['kindTitle']}>
                      {words(kind.check).title}
                      <span className={styles['count']}>
                        {t('records', { count: kind.count, formatted: number(kind.count) })}
                      </span>
                    </p>
                    <Facts>{words(kind.check).what}</Facts>
                  </div>
                  <Button
                    size="small"
                    aria-label={`${t('action.look')}: ${words(kind.check).title}`}
                    onPress={() => {
                      go(`/checks/${kind.check}`);
                    }}
                  >
                    {t('action.look')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
