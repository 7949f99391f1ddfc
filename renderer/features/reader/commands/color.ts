import { ANNOTATION_COLORS, COLOR_NAMES } from '@shared/domain/annotation';
import { readerCommand } from './reader-command';

/** The keys 1-8, one command for each colour. */
export const colors = ANNOTATION_COLORS.map((color, i) =>
  readerCommand(
    {
      id: `reader.color-${COLOR_NAMES[color]}`,
      titleKey: `reader:commands.color.${COLOR_NAMES[color]}`,
      shortcut: String(i + 1),
    },
    (reader) => {
      reader.useColor(color);
    },
  ),
);
