import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CSL_ITEM_TYPES } from '@shared/domain/bibliography/csl-item';
import { ITEM_ORDERS, READ_STATUSES } from '@shared/domain/library/item-view';
import { Button, CheckboxGroup, Popover, PopoverTrigger, RadioGroup, Select } from '../../ui';
import { useFormats } from '../../lib/format';
import { useValueWords } from './searching/value-words';
import { useLibrary } from './state';
import styles from './view.module.css';

const ANY = 'any';
const RELEVANCES = ['1', '2', '3', '4', '5'];

/** Which papers of the list, and in which order: also the keyboard's way to sort. */
export function FilterPopover() {
  const { t } = useTranslation('library');
  const view = useLibrary((state) => state.view);
  const sort = useLibrary((state) => state.sort);
  const setSort = useLibrary((state) => state.setSort);
  const setStatuses = useLibrary((state) => state.setStatuses);
  const clearFilter = useLibrary((state) => state.clearFilter);
  const setTypes = useLibrary((state) => state.setTypes);
  const setMinRelevance = useLibrary((state) => state.setMinRelevance);
  const { compare } = useFormats();
  const words = useValueWords();
  const types = CSL_ITEM_TYPES.map((id: string) => ({ id, label: words('type', id) })).sort((a, b) =>
    compare(a.label, b.label),
  );
  const active =
    view.statuses.length + view.tagIds.length + view.types.length + (view.minRelevance === null ? 0 : 1);
  return (
    <PopoverTrigger>
      <Button icon={ListFilter}>
        {active === 0 ? t('bar.filter') : t('bar.filtered', { count: active })}
      </Button>
      <Popover label={t('filter.title')} placement="bottom end">
        <div className={styles['filter']}>
          <CheckboxGroup
            label={t('filter.status')}
            choices={READ_STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))}
            value={view.statuses}
            onChange={setStatuses}
          />
          <Select
            label={t('filter.type')}
            choices={[{ id: ANY, label: t('filter.anyType') }, ...types]}
            value={view.types[0] ?? ANY}
            onChange={(type) => {
              setTypes(type === ANY ? [] : [type]);
            }}
          />
          <Select
            label={t('filter.relevance')}
            choices={[
              { id: ANY, label: t('filter.anyRelevance') },
              ...RELEVANCES.map((id) => ({ id, label: id })),
            ]}
            value={view.minRelevance === null ? ANY : String(view.minRelevance)}
            onChange={(least) => {
              setMinRelevance(least === ANY ? null : Number(least));
            }}
          />
          <Select
            label={t('filter.order')}
            choices={ITEM_ORDERS.map((id) => ({ id, label: t(`column.${id}`) }))}
            value={sort.by}
            onChange={(by) => {
              setSort({ ...sort, by });
            }}
          />
          <RadioGroup
            label={t('filter.direction')}
            orientation="horizontal"
            choices={[
              { id: 'ascending', label: t('filter.ascending') },
              { id: 'descending', label: t('filter.descending') },
            ]}
            value={sort.direction}
            onChange={(direction) => {
              setSort({ ...sort, direction });
            }}
          />
          <Button size="small" isDisabled={active === 0} onPress={clearFilter}>
            {t('filter.clear')}
          </Button>
        </div>
      </Popover>
    </PopoverTrigger>
  );
}
