import type { Command } from '../../../lib/command';
import { activeReader, type ActiveReader } from '../active-reader';

type Settings = Omit<Command, 'run' | 'isEnabled'>;

/**
 * A command that works on the paper in view.
 * Keys without Ctrl or Cmd also keep still while a menu or a list of choices is open.
 */
export function readerCommand(settings: Settings, act: (reader: ActiveReader) => void): Command {
  return {
    ...settings,
    isEnabled: () =>
      activeReader() !== undefined && document.querySelector('[role="menu"], [role="listbox"]') === null,
    run: () => {
      const reader = activeReader();
      if (reader) act(reader);
    },
  };
}
