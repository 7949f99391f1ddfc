import type { Command } from '../../lib/command';
import { places, settingsPlace } from '../places';

/** One command per place of the rail. */
export const goToPlaces: readonly Command[] = [...places, settingsPlace].map(({ id, icon, shortcut }) => ({
  id: `go.${id}`,
  titleKey: `commands:go.${id}` as const,
  shortcut,
  inTextFields: true,
  menu: 'go' as const,
  startsGroup: id === 'settings',
  icon,
  run: ({ go }) => {
    go(`/${id}`);
  },
}));
