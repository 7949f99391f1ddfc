import type { LucideIcon } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { WordKey } from './words';

/** What a command can reach. */
export interface CommandContext {
  readonly go: (address: string) => void;
  /** The address of the window now, e.g. "/library/0190...". */
  readonly address: string;
  /** Paths handed over by the operating system ("open with", a drop on the icon). */
  readonly paths: readonly string[];
}

/** Where a command stands in the application menu. */
export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'paper' | 'help';

/** Something the user can do from the palette, a menu or a shortcut. One file per command; no UI in it. */
export interface Command {
  /** "area.verb", stable. */
  readonly id: string;
  /** E.g. "library:commands.move-to-trash". */
  readonly titleKey: WordKey;
  /** "mod+k", "mod+shift+z", "f2", "g"; mod is Ctrl, on a Mac Cmd. Other keys than F1 to F12 without mod never fire in a text field. */
  readonly shortcut?: string;
  /** Fires inside text fields too (only for shortcuts with mod and for F1 to F12). */
  readonly inTextFields?: boolean;
  readonly menu?: MenuName;
  /** Draws a line above it in its menu. */
  readonly startsGroup?: boolean;
  readonly icon?: LucideIcon;
  /** Kept out of the palette. */
  readonly hidden?: boolean;
  /** False where it makes no sense now; asked each time. */
  readonly isEnabled?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export interface CommandRunner {
  readonly commands: readonly Command[];
  /** Runs a command by id; false when there is none or it is not enabled now. */
  readonly run: (id: string, paths?: readonly string[]) => boolean;
}

export const CommandRunnerContext = createContext<CommandRunner>({ commands: [], run: () => false });

/** Runs commands of any feature by id, without importing that feature. */
export function useCommands(): CommandRunner {
  return useContext(CommandRunnerContext);
}
