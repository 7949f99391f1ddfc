import { BookPlus, Globe, SearchX, WifiOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, CallParsed } from '@shared/ipc/contract';
import type { OnlineHit } from '@shared/ipc/contract/online';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Button, EmptyState, ErrorNote, Note, Place, Room, Select, Skeleton, toast } from '../../ui';
import { useFirstUse } from './first-use';
import { HitRow } from './hit-row';
import { SearchForm } from './search-form';
import { useOnlineRequest } from './use-request';
import styles from './online.module.css';

type Asked = Pick<CallParsed<'online.search'>, 'service' | 'query'>;
interface Found extends Asked {
  readonly page: CallOutput<'online.search'>;
}

/** Searching ERIC and OpenAlex, and picking what goes into the library. */
export default function OnlinePlace() {
  const { t } = useTranslation('online');
  const go = useGo();
  const { networkEnabled } = useSettings();
  return (
    <Place
      title={t('title')}
      back={{
        label: t('toLibrary'),
        onPress: () => {
          go('/library');
        },
      }}
    >
      <Room>
        {networkEnabled ? (
          <SearchRoom />
        ) : (
          <EmptyState
            icon={WifiOff}
            title={t('search.offTitle')}
            actions={
              <Button
                variant="primary"
                onPress={() => {
                  go('/settings');
                }}
              >
                {t('item.toSettings')}
              </Button>
            }
          >
            {t('search.offText')}
          </EmptyState>
        )}
      </Room>
    </Place>
  );
}

function SearchRoom() {
  const { t } = useTranslation('online');
  const { guard, dialog } = useFirstUse();
  const { isRunning, failure, ask, stop } = useOnlineRequest('online.search');
  const [found, setFound] = useState<Found | null>(null);
  const last = useRef<Asked | null>(null);
  const search = (asked: Asked): void => {
    guard(() => {
      last.current = asked;
      setFound(null);
      void ask({ ...asked, next: null }).then((page) => {
        if (page) setFound({ ...asked, page });
      });
    });
  };
  const more = async (): Promise<void> => {
    if (found === null) return;
    const page = await ask({ service: found.service, query: found.query, next: found.page.next });
    if (!page) return;
    const known = new Set(found.page.hits.map(({ id }) => id));
    const hits = [...found.page.hits, ...page.hits.filter(({ id }) => !known.has(id))];
    setFound({
      ...found,
      page: { ...page, hits, unreadable: found.page.unreadable + page.unreadable },
    });
  };
  const refresh = (itemIds: ReadonlyMap<string, string>): void => {
    if (found === null) return;
    const hits = found.page.hits.map((hit) => ({ ...hit, itemId: itemIds.get(hit.id) ?? hit.itemId }));
    setFound({ ...found, page: { ...found.page, hits } });
  };
  return (
    <>
      {dialog}
      <SearchForm isSearching={isRunning} onSearch={search} />
      {isRunning ? (
        <div className={styles['line']} role="status">
          <span>{t('search.searching')}</span>
          <Button size="small" variant="quiet" onPress={stop}>
            {t('search.stop')}
          </Button>
        </div>
      ) : null}
      {failure === null ? null : (
        <ErrorNote
          failure={failure}
          onRetry={() => {
            if (last.current) search(last.current);
          }}
        />
      )}
      {isRunning && found === null ? <Skeleton label={t('search.searching')} lines={6} /> : null}
      {found !== null ? (
        <Results
          key={`${found.service} ${JSON.stringify(found.query)}`}
          found={found}
          isLoading={isRunning}
          onMore={() => void more()}
          onImported={refresh}
        />
      ) : isRunning || failure !== null ? null : (
        <EmptyState icon={Globe} title={t('search.startTitle')}>
          {t('search.start')}
        </EmptyState>
      )}
    </>
  );
}

/** Stands for "no collection" in the list of choices. */
const NONE = 'none';

interface ResultsProps {
  readonly found: Found;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  /** @param itemIds id of the result -> record it became */
  readonly onImported: (itemIds: ReadonlyMap<string, string>) => void;
}

function Results({ found, isLoading, onMore, onImported }: ResultsProps) {
  const { t } = useTranslation('online');
  const { number } = useFormats();
  const { run, isPending } = useContractMutation('online.import');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [collectionId, setCollection] = useState<string>(NONE);
  const collections = useContract('collections.list', {}, { tables: ['collection'] }).data ?? [];
  const { page, service, query } = found;
  const fresh = page.hits.filter(({ itemId }) => itemId === null);
  const picked = fresh.filter(({ id }) => chosen.has(id));
  const add = async (): Promise<void> => {
    const result = await run({
      service,
      query,
      collectionId: collectionId === NONE ? null : collectionId,
      records: picked.map(({ itemId: _itemId, ...record }) => record),
    });
    if (!result.ok) return;
    toast({ text: t('search.added', { count: result.value.imported }) });
    setChosen(new Set());
    onImported(new Map(picked.map(({ id }, place) => [id, result.value.itemIds[place] ?? ''])));
  };
  const toggle = ({ id }: OnlineHit, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  if (page.hits.length === 0)
    return (
      <EmptyState icon={SearchX} title={t('search.noneTitle')}>
        {t('search.none')}
      </EmptyState>
    );
  return (
    <section aria-label={t('search.results')} className={styles['results']}>
      <div className={styles['resultsHead']}>
        <p role="status" className={styles['text']}>
          {t('search.total', { count: page.total })} ·{' '}
          {t('search.shown', { shown: number(page.hits.length) })}
        </p>
        <div className={styles['buttons']}>
          {collections.length === 0 ? null : (
            <Select
              density="compact"
              label={t('search.into')}
              choices={[
                { id: NONE, label: t('search.noCollection') },
                ...collections.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={collectionId}
              onChange={setCollection}
            />
          )}
          <Button
            size="small"
            isDisabled={fresh.length === 0}
            onPress={() => {
              setChosen(new Set(fresh.map(({ id }) => id)));
            }}
          >
            {t('search.selectAll')}
          </Button>
          <Button
            size="small"
            variant="primary"
            icon={BookPlus}
            isDisabled={picked.length === 0 || isPending}
            onPress={() => void add()}
          >
            {t('search.add', { count: picked.length })}
          </Button>
        </div>
      </div>
      {page.unreadable === 0 ? null : <Note>{t('search.unreadable', { count: page.unreadable })}</Note>}
      <ul className={styles['hits']}>
        {page.hits.map((hit) => (
          <HitRow
            key={hit.id}
            hit={hit}
            isChosen={chosen.has(hit.id)}
            onChoose={(isChosen) => {
              toggle(hit, isChosen);
            }}
          />
        ))}
      </ul>
      {page.next === null ? null : (
        <div>
          <Button isDisabled={isLoading} onPress={onMore}>
            {t('search.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
