import type { Command } from '../../lib/command';
import backUpNow from './back-up-now';
import { goToPlaces } from './go-to-places';
import openLibraryFolder from './open-library-folder';
import openPalette from './open-palette';
import { otherColumn } from './other-column';
import redo from './redo';
import startTour from './start-tour';
import switchLanguage from './switch-language';
import switchTheme from './switch-theme';
import undo from './undo';

/** Commands of the app itself; those of the features come with them. */
export const appCommands: readonly Command[] = [
  openPalette,
  ...goToPlaces,
  ...otherColumn,
  undo,
  redo,
  switchTheme,
  switchLanguage,
  openLibraryFolder,
  backUpNow,
  startTour,
];
