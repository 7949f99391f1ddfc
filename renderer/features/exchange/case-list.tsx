import { PackageOpen, Share2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, Place, Section, Skeleton } from '../../ui';
import { InspectDialog } from './inspect-dialog';
import styles from './exchange.module.css';

type Card = CallOutput<'exchange.list'>['cases'][number];

interface CaseListProps {
  /** Opened by the command: asks for a package at once. */
  readonly opensPackage: boolean;
}

/** My published cases and those of colleagues. */
export function CaseList({ opensPackage }: CaseListProps) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  const list = useContract('exchange.list', {}, { tables: ['practice_case'] });
  const pick = useContractMutation('desktop.pickFiles');
  const [path, setPath] = useState<string | null>(null);
  const asked = useRef(false);
  const open = async (): Promise<void> => {
    const picked = await pick.run({ kind: 'case-package', multiple: false });
    if (picked.ok && picked.value.paths[0] !== undefined) setPath(picked.value.paths[0]);
  };
  useEffect(() => {
    if (!opensPackage || asked.current) return;
    asked.current = true;
    void open();
  });
  const actions = (
    <>
      <Button
        icon={PackageOpen}
        onPress={() => {
          void open();
        }}
      >
        {t('list.open')}
      </Button>
      <Button
        variant="primary"
        icon={Share2}
        onPress={() => {
          go('/exchange/publish');
        }}
      >
        {t('list.publish')}
      </Button>
    </>
  );
  const cases = list.data?.cases ?? [];
  return (
    <Place title={t('title')} end={actions} surface="sheet">
      <div className={styles['page']}>
        {list.error ? <ErrorNote failure={list.error.failure} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={6} label={t('loading')} /> : null}
        {list.data && cases.length === 0 ? (
          <EmptyState icon={Share2} title={t('empty.title')} actions={actions}>
            {t('empty.text')}
          </EmptyState>
        ) : null}
        <CaseGroup title={t('list.own')} cases={cases.filter((card) => card.origin === 'own')} />
        <CaseGroup title={t('list.imported')} cases={cases.filter((card) => card.origin === 'imported')} />
      </div>
      {path === null ? null : (
        <InspectDialog
          path={path}
          onClose={() => {
            setPath(null);
          }}
        />
      )}
    </Place>
  );
}

function CaseGroup({ title, cases }: { readonly title: string; readonly cases: readonly Card[] }) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  if (cases.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['cards']}>
        {cases.map((card) => (
          <li key={card.id} className={styles['card']}>
            <Button
              variant="link"
              onPress={() => {
                go(`/exchange/${card.id}`);
              }}
            >
              <span className={styles['cardTitle']}>{card.title}</span>
            </Button>
            {card.summary === '' ? null : <p className={styles['meta']}>{card.summary}</p>}
            <div className={styles['row']}>
              <Chip>{t(`verdicts.${card.verdict}`)}</Chip>
              <Chip>{t('list.version', { version: card.version })}</Chip>
              <Chip>{card.licence}</Chip>
              {card.integrity === 'unverified' ? <Chip tone="warn">{t('integrity.unverified')}</Chip> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
