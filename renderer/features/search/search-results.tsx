import { SearchX } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchGroup } from '@shared/ipc/contract/search';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import type { SlotProps } from '../../lib/slots';
import { Button, EmptyState, ErrorNote, Eyebrow, Skeleton, Unseen } from '../../ui';
import { HitRow } from './hit-row';
import { IndexStatus, useIndexStatus } from './index-status';
import { addressOf } from './model';
import styles from './search.module.css';
import { useDebounced } from './use-debounced';

/** A pause in typing, in milliseconds, after which the search runs. */
const TYPING_REST = 120;
const FIRST_HITS = 20;
const MORE_HITS = 200;
const TABLES = [
  'item',
  'item_tag',
  'tag',
  'note',
  'annotation',
  'attachment',
  'journal_entry',
  'report',
  'report_section',
];

/** What the search box found, by kind. Arrow keys move between hits, Escape goes back to the library. */
export default function SearchResults({ query, onLeave }: SlotProps['library.search-results']) {
  const { t } = useTranslation('search');
  const go = useGo();
  const text = useDebounced(query.trim(), TYPING_REST);
  const [expanded, setExpanded] = useState<string>();
  const limit = expanded === text ? MORE_HITS : FIRST_HITS;
  const { data, error, isPending, isPlaceholderData, refetch } = useContract(
    'search.query',
    { text, limit, session: 'library' },
    { keepPrevious: true, tables: TABLES, enabled: text !== '' },
  );
  const status = useIndexStatus();

  const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
    const at = hits.findIndex((hit) => hit === document.activeElement);
    const next = hits[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  const groups = data?.groups ?? [];
  const places = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const said =
    places > 0 ? t('announce.found', { places: t('count', { count: places }) }) : t('announce.nothing');
  // Superseded: the answer to the newer search is on its way.
  const failure = error !== null && error.failure.code !== 'search.superseded' ? error.failure : undefined;
  return (
    // The keys move between the buttons inside; each of them works without them too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div className={styles['results']} onKeyDown={moveFocus}>
      <Unseen role="status">{data === undefined || isPlaceholderData ? '' : said}</Unseen>
      {failure === undefined ? null : <ErrorNote failure={failure} onRetry={() => void refetch()} />}
      {data?.understood === false ? <p className={styles['plain']}>{t('plain')}</p> : null}
      {isPending && failure === undefined && text !== '' ? <Skeleton label={t('results')} lines={6} /> : null}
      {groups.map((group) => (
        <HitGroup
          key={group.kind}
          group={group}
          onMore={
            limit === FIRST_HITS
              ? () => {
                  setExpanded(text);
                }
              : undefined
          }
          onOpen={(address) => {
            go(address);
          }}
        />
      ))}
      {data !== undefined && places === 0 && !isPlaceholderData ? (
        <NothingFound query={text} unread={status === undefined ? 0 : status.total - status.indexed} />
      ) : null}
      {status === undefined ? null : <IndexStatus status={status} />}
    </div>
  );
}

interface HitGroupProps {
  readonly group: SearchGroup;
  readonly onMore: (() => void) | undefined;
  readonly onOpen: (address: string) => void;
}

function HitGroup({ group, onMore, onOpen }: HitGroupProps) {
  const { t } = useTranslation('search');
  const count = group.hits.length;
  const headingId = `search-${group.kind}`;
  return (
    <section className={styles['group']} aria-labelledby={headingId}>
      <div className={styles['head']}>
        <Eyebrow id={headingId}>{t(`group.${group.kind}`)}</Eyebrow>
        <span className={styles['count']}>{group.hasMore ? t('more', { count }) : count}</span>
      </div>
      <ul className={styles['list']}>
        {group.hits.map((hit) => (
          <HitRow
            key={`${hit.refId}/${String(hit.pageIndex)}`}
            hit={hit}
            onOpen={(chosen) => {
              onOpen(addressOf(chosen));
            }}
          />
        ))}
      </ul>
      {group.hasMore && onMore ? (
        <div>
          <Button size="small" variant="quiet" onPress={onMore}>
            {t('show-more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function NothingFound({ query, unread }: { readonly query: string; readonly unread: number }) {
  const { t } = useTranslation('search');
  return (
    <EmptyState
      icon={SearchX}
      title={t('nothing.title', { query })}
      hint={
        <>
          <p>{t('syntax.title')}</p>
          <dl className={styles['syntax']}>
            {(['phrase', 'field', 'date', 'or', 'not'] as const).map((part) => (
              <SyntaxLine key={part} example={t(`example.${part}`)} meaning={t(`syntax.${part}`)} />
            ))}
          </dl>
        </>
      }
    >
      <p>{t('nothing.text')}</p>
      {unread > 0 ? <p>{t('nothing.reading', { count: unread })}</p> : null}
    </EmptyState>
  );
}

function SyntaxLine({ example, meaning }: { readonly example: string; readonly meaning: string }) {
  return (
    <>
      <dt>{example}</dt>
      <dd>{meaning}</dd>
    </>
  );
}
