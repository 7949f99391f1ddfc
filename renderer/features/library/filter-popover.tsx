import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ITEM_ORDERS, READ_STATUSES } from '@shared/domain/library/item-view';
import { Button, CheckboxGroup, Popover, PopoverTrigger, RadioGroup, Select } from '../../ui';
import { useLibrary } from './state';
import styles from './view.module.css';

/** Which papers of the list, and in which order: also the keyboard's way to sort. */
export function FilterPopover() {
  const { t } = useTranslation('library');
  const view = useLibrary((state) => state.view);
  const sort = useLibrary((state) => state.sort);
  const setSort = useLibrary((state) => state.setSort);
  const setStatuses = useLibrary((state) => state.setStatuses);
  const clearFilter = useLibrary((state) => state.clearFilter);
  const active = view.statuses.length + view.tagIds.length;
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
