import { Pencil } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '@shared/domain/library/item-view';
import type { Tag } from '@shared/ipc/contract/tags';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { Button, ChipToggle, IconButton, SearchField, SideGroup, Unseen } from '../../../ui';
import { useLibrary } from '../state';
import styles from '../sidebar.module.css';
import { FILTER_FROM, tagsToDraw } from './model';

const tables = ['tag', 'item_tag', 'item'];
const NONE: readonly Tag[] = [];

/**
 * Uses within the shown list where they are few to count: in a collection and among the papers read. Of searches and of most of a library
 * they would take 60 to 200 ms at 20,000 papers (measured on a busy machine); those of the whole library are in the list of tags already.
 */
function useCounts(view: ItemView, isMany: boolean): ReadonlyMap<string, number> | null {
  const { kind } = view.scope;
  const enabled = isMany && (kind === 'collection' || kind === 'recent');
  const { data } = useContract(
    'tags.counts',
    { view },
    { enabled, keepPrevious: true, tables: [...tables, 'collection_item', 'collection'] },
  );
  return useMemo(
    () => (enabled && data ? new Map(data.map(({ tagId, count }) => [tagId, count])) : null),
    [enabled, data],
  );
}

/** Tags that narrow the list: with many of them the likely ones, and a box to find any other. */
export const TagFilter = memo(function TagFilter() {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const openDialog = useLibrary((state) => state.openDialog);
  const view = useLibrary((state) => state.view);
  const tags = useContract('tags.list', {}, { tables }).data ?? NONE;
  const [query, setQuery] = useState('');
  const isMany = tags.length > FILTER_FROM;
  const counts = useCounts(view, isMany);
  const typed = useDeferredValue(isMany ? query : '');
  const { drawn, fitting } = useMemo(
    () => tagsToDraw(tags, counts, view.tagIds, typed),
    [tags, counts, view.tagIds, typed],
  );
  const editTags = (): void => {
    openDialog('edit-tags');
  };
  return (
    <SideGroup
      title={t('tags.title')}
      actions={<IconButton icon={Pencil} size="small" label={t('tags.edit')} onPress={editTags} />}
    >
      {tags.length === 0 ? <p className={styles['hint']}>{t('tags.none')}</p> : null}
      {isMany ? (
        <div className={styles['tagSearch']}>
          <SearchField
            label={t('tags.find')}
            placeholder={t('tags.find')}
            clearLabel={t('tags.findClear')}
            value={query}
            onChange={setQuery}
          />
          <p role="status" className={styles['hint']}>
            {typed.trim() === '' ? null : fitting === 0 ? (
              t('tags.noneFit', { words: typed.trim() })
            ) : (
              <Unseen>{t('tags.found', { count: fitting, formatted: number(fitting) })}</Unseen>
            )}
          </p>
        </div>
      ) : null}
      {drawn.length === 0 ? null : (
        // One stop of the Tab key; the arrow keys go from tag to tag.
        <Toolbar aria-label={t('tags.title')} className={styles['tags'] ?? ''}>
          {drawn.map(({ id, name, color }) => (
            <TagToggle key={id} id={id} name={name} color={color} />
          ))}
        </Toolbar>
      )}
      {fitting > drawn.length ? (
        <div className={styles['tagSearch']}>
          <Button variant="link" size="small" onPress={editTags}>
            {t('tags.showAll', { count: tags.length, formatted: number(tags.length) })}
          </Button>
        </div>
      ) : null}
    </SideGroup>
  );
});

interface TagToggleProps {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
}

/** One tag; drawn anew only when it is chosen or changed. */
const TagToggle = memo(function TagToggle({ id, name, color }: TagToggleProps) {
  const { t } = useTranslation('library');
  const isSelected = useLibrary((state) => state.view.tagIds.includes(id));
  const toggleTag = useLibrary((state) => state.toggleTag);
  return (
    <ChipToggle
      isSelected={isSelected}
      onChange={() => {
        toggleTag(id);
      }}
      color={color ?? undefined}
      label={t('tags.filterBy', { name })}
    >
      {name}
    </ChipToggle>
  );
});
