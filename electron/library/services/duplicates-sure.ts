import { readCompareRows } from '@db/repositories/duplicates';
import type { DuplicateGroup } from '@shared/domain/bibliography/duplicate-groups';
import { differingFields, mergeKind } from '@shared/domain/bibliography/merge-policy';
import type { CallOutput } from '@shared/ipc/contract';
import type { Core } from '../core';
import { parseCsl } from './import-duplicates';
import { Slices } from './slices';

type Preview = CallOutput<'duplicates.previewMany'>;

/**
 * What a bulk merge would decide: a page of its groups, and how many fields differ over all of them, by sort.
 * @param groups all that would be merged @param offset place of the first group of the page
 */
export async function previewMerges(
  { db }: Pick<Core, 'db'>,
  groups: readonly DuplicateGroup[],
  offset: number,
  limit: number,
): Promise<Preview> {
  const slices = new Slices();
  const differing = { title: 0, people: 0, abstract: 0, dates: 0, identifiers: 0, others: 0 };
  const page: Preview['groups'] = [];
  for (const [place, { itemIds }] of groups.entries()) {
    const rows = readCompareRows(db, itemIds);
    const fields = differingFields(rows.flatMap((row) => parseCsl(row.csl) ?? []));
    for (const field of fields) differing[mergeKind(field)] += 1;
    if (place >= offset && place < offset + limit)
      page.push({
        itemIds: [...itemIds],
        title: rows[0]?.title ?? '',
        authors: rows[0]?.authors ?? '',
        year: rows[0]?.year ?? null,
        differing: [...fields],
      });
    await slices.turn();
  }
  return { total: groups.length, differing, groups: page };
}
