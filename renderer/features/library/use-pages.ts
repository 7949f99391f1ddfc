import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ItemSort, ItemView } from '@shared/domain/library/item-view';
import type { ItemRow } from '@shared/ipc/contract/library';
import { contractKey, fetchContract } from '../../lib/queries';
import type { FailureError } from '../../lib/client';

const PAGE = 100;
const tables = ['item', 'attachment', 'collection', 'collection_item', 'tag', 'item_tag'];

export interface PagedList {
  /** Papers in the list; undefined before the first answer. */
  readonly total: number | undefined;
  /** The row at a place, undefined while its page is on its way. */
  readonly rowAt: (index: number) => ItemRow | undefined;
  readonly failure: FailureError | null;
  readonly retry: () => void;
}

function pageQuery(view: ItemView, sort: ItemSort, page: number) {
  const input = { view, sort, offset: page * PAGE, limit: PAGE };
  return {
    queryKey: contractKey('library.list', input),
    queryFn: () => fetchContract('library.list', input),
    meta: { tables },
  };
}

/**
 * The pages of a list that are in sight, read from the library a hundred rows at a time and kept in the cache.
 * @param from first row in sight
 * @param to last row in sight
 */
export function usePages(view: ItemView, sort: ItemSort, from: number, to: number): PagedList {
  const first = useQuery<Awaited<ReturnType<ReturnType<typeof pageQuery>['queryFn']>>, FailureError>({
    ...pageQuery(view, sort, 0),
    placeholderData: keepPreviousData,
  });
  const pages = useMemo(() => {
    const last = Math.floor(Math.max(from, to) / PAGE);
    return Array.from(
      { length: last - Math.floor(from / PAGE) + 1 },
      (_, index) => Math.floor(from / PAGE) + index,
    );
  }, [from, to]);
  const inSight = useQueries({ queries: pages.map((page) => pageQuery(view, sort, page)) });
  const total = first.data?.total;
  const { refetch } = first;
  return {
    total,
    rowAt: (index) => {
      const page = Math.floor(index / PAGE);
      const data = page === 0 ? first.data : inSight[pages.indexOf(page)]?.data;
      return data?.rows[index % PAGE];
    },
    failure: first.error,
    retry: () => {
      void refetch();
    },
  };
}
