import { CopyCheck, GitCompareArrows, Layers, Link2Off, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Place, Room, SideEntry, SideGroup, SideList } from '../../ui';
import { ApartView } from './apart-view';
import { CompareView } from './compare-view';
import { GroupList } from './group-list';
import { MergeSure } from './merge-sure';
import { groupTables } from './model';
import { RulesView } from './rules-view';
import styles from './duplicates.module.css';

const views = [
  { id: 'same', icon: CopyCheck },
  { id: 'version', icon: Layers },
  { id: 'apart', icon: Link2Off },
  { id: 'rules', icon: SlidersHorizontal },
] as const;

/** The room of duplicates: groups, comparison, what was told apart, and the rules. */
export default function DuplicatesPlace({ segments, search }: PlaceLocation) {
  const { t } = useTranslation('duplicates');
  const { number } = useFormats();
  const go = useGo();
  const summary = useContract('duplicates.summary', {}, { tables: groupTables, keepPrevious: true }).data;
  const apart = useContract('duplicates.dismissed', {}, { tables: ['not_duplicate', 'item'] }).data;
  const isComparing = segments[0] === 'compare';
  const shown = views.find(({ id }) => id === segments[0])?.id ?? 'same';
  const counts = {
    same: summary?.groups,
    version: summary?.versions,
    apart: apart?.length,
    rules: undefined,
  };
  // A comparison of chosen papers was asked for in the library and leads back there.
  const fromLibrary = !isComparing || search['from'] === 'library';
  const ids = (search['ids'] ?? '').split(',').filter(Boolean);
  return (
    <Place
      title={t('title')}
      heading={isComparing ? t('compare.title') : undefined}
      back={{
        label: fromLibrary ? t('back') : t('action.toList'),
        onPress: () => {
          go(fromLibrary ? '/library' : '/duplicates');
        },
      }}
      end={
        shown === 'same' && !isComparing && summary !== undefined && summary.sure > 0 ? (
          <MergeSure count={summary.sure} />
        ) : null
      }
      sideLabel={t('side')}
      side={
        <SideGroup>
          <SideList>
            {views.map(({ id, icon }) => (
              <SideEntry
                key={id}
                icon={icon}
                label={t(`view.${id}`)}
                count={counts[id] === undefined ? undefined : number(counts[id])}
                isCurrent={!isComparing && shown === id}
                onPress={() => {
                  go(`/duplicates/${id}`);
                }}
              />
            ))}
            {isComparing ? (
              <SideEntry
                icon={GitCompareArrows}
                label={t('compare.title')}
                isCurrent
                onPress={() => undefined}
              />
            ) : null}
          </SideList>
          {summary === undefined ? null : (
            <p className={styles['hint']}>
              {t('looked', {
                count: summary.records,
                formatted: number(summary.records),
                seconds: number(Math.max(0.1, summary.took / 1000), 1),
              })}
            </p>
          )}
        </SideGroup>
      }
    >
      <Room>
        {isComparing ? (
          <CompareView
            key={ids.join()}
            itemIds={ids}
            doneAddress={fromLibrary ? '/library' : '/duplicates'}
          />
        ) : shown === 'rules' ? (
          <RulesView />
        ) : shown === 'apart' ? (
          <ApartView />
        ) : (
          <GroupList key={shown} kind={shown} />
        )}
      </Room>
    </Place>
  );
}
