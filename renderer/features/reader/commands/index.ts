import type { Command } from '../../../lib/command';
import { back } from './back';
import { colors } from './color';
import { commentChosen } from './comment';
import { deleteChosen } from './delete';
import { find } from './find';
import { findNext } from './find-next';
import { findPrevious } from './find-previous';
import { forward } from './forward';
import { goToPage } from './go-to-page';
import { noteCommands } from './make-note';
import { saveCopy } from './save-copy';
import { selectText } from './select-text';
import { togglePanel } from './toggle-panel';
import { toolHighlight } from './tool-highlight';
import { toolNote } from './tool-note';
import { toolSelect } from './tool-select';
import { toolUnderline } from './tool-underline';
import { zoomIn } from './zoom-in';
import { zoomOut } from './zoom-out';
import { zoomPage } from './zoom-page';
import { zoomWidth } from './zoom-width';

/** All commands of the reader, in the order of the menus. */
export const readerCommands: readonly Command[] = [
  find,
  findNext,
  findPrevious,
  goToPage,
  back,
  forward,
  zoomIn,
  zoomOut,
  zoomWidth,
  zoomPage,
  togglePanel,
  toolSelect,
  toolHighlight,
  toolUnderline,
  toolNote,
  ...colors,
  selectText,
  commentChosen,
  deleteChosen,
  saveCopy,
  ...noteCommands,
];
