import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useGo } from '../lib/navigation';
import { isMac, showShortcut } from '../lib/shortcut';
import { cx, Icon, Tooltip } from '../ui';
import { placeOf, places, settingsPlace, type PlaceEntry } from './places';
import styles from './shell.module.css';

interface RailEntryProps {
  readonly place: PlaceEntry;
  readonly isCurrent: boolean;
}

function RailEntry({ place, isCurrent }: RailEntryProps) {
  const { t } = useTranslation('shell');
  const go = useGo();
  if (place.id === 'reader') return null;
  const name = t(`place.${place.id}`);
  return (
    <li>
      <Tooltip
        text={t(`about.${place.id}`)}
        shortcut={place.shortcut === undefined ? undefined : showShortcut(place.shortcut, isMac)}
        placement="end"
      >
        <AriaButton
          className={cx(styles['entry'])}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
          onPress={() => {
            go(`/${place.id}`);
          }}
        >
          <Icon icon={place.icon} size={20} />
          <span className={styles['entryName']}>{name}</span>
        </AriaButton>
      </Tooltip>
    </li>
  );
}

/** The six places and the settings, always in sight. */
export function Rail() {
  const { t } = useTranslation('shell');
  const address = useRouterState({ select: (state) => state.location.pathname });
  const current = placeOf(address)?.id;
  const isEntry = places.some((place) => place.id === current) || current === 'settings';
  // The reader and the rooms of the library have no entry of their own.
  const shown = current === undefined || isEntry ? current : 'library';
  return (
    <nav className={styles['rail']} aria-label={t('rail')} data-column="">
      <ul className={styles['entries']}>
        {places.map((place) => (
          <RailEntry key={place.id} place={place} isCurrent={place.id === shown} />
        ))}
      </ul>
      <ul className={styles['entries']}>
        <RailEntry place={settingsPlace} isCurrent={shown === 'settings'} />
      </ul>
    </nav>
  );
}
