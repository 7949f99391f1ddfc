import { Highlighter, Keyboard, MousePointer2, Palette, StickyNote, Underline } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton as AriaToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ANNOTATION_COLORS, COLOR_NAMES, type AnnotationColor } from '@shared/domain/annotation';
import { useContractMutation } from '../../lib/queries';
import {
  AutosaveTextField,
  ColorDot,
  IconButton,
  Popover,
  PopoverTrigger,
  ToggleButton,
  Tooltip,
} from '../../ui';
import styles from './reader.module.css';
import { chooseColor, chooseTool, useReader, type Tool } from './store';
import { activeReader } from './active-reader';

const TOOLS = [
  { tool: 'select', icon: MousePointer2, shortcut: 'S' },
  { tool: 'highlight', icon: Highlighter, shortcut: 'Alt+1' },
  { tool: 'underline', icon: Underline, shortcut: 'Alt+2' },
  { tool: 'note', icon: StickyNote, shortcut: 'Alt+3' },
] as const satisfies readonly { readonly tool: Tool; readonly icon: unknown; readonly shortcut: string }[];

interface ToolRailProps {
  readonly meaning: (color: AnnotationColor) => string;
  readonly onKeyboard: () => void;
}

/** Tools and colours beside the page. */
export function ToolRail({ meaning, onKeyboard }: ToolRailProps) {
  const { t } = useTranslation('reader');
  const chosen = useReader((state) => state.tool);
  return (
    <div className={styles.rail}>
      <div role="group" aria-label={t('tool.label')} className={styles.railGroup}>
        {TOOLS.map(({ tool, icon, shortcut }) => (
          <ToggleButton
            key={tool}
            iconOnly
            icon={icon}
            label={t(`tool.${tool}`)}
            shortcut={shortcut}
            placement="right"
            isSelected={chosen === tool}
            onChange={() => chooseTool(tool)}
          />
        ))}
        <IconButton
          icon={Keyboard}
          variant="secondary"
          label={t('commands.select-text')}
          shortcut="F7"
          placement="right"
          onPress={onKeyboard}
        />
      </div>
      <ColorChoice meaning={meaning} />
      <MeaningEditor meaning={meaning} />
    </div>
  );
}

function ColorChoice({ meaning }: Pick<ToolRailProps, 'meaning'>) {
  const { t } = useTranslation('reader');
  const color = useReader((state) => state.color);
  return (
    <ToggleButtonGroup
      aria-label={t('palette.label')}
      className={styles.colors ?? ''}
      selectionMode="single"
      disallowEmptySelection
      orientation="vertical"
      selectedKeys={[color]}
    >
      {ANNOTATION_COLORS.map((value, i) => {
        const label = t('palette.withMeaning', {
          meaning: meaning(value),
          name: t(`palette.name.${COLOR_NAMES[value]}`),
        });
        // A custom property, typed by React only through an index signature.
        const style: CSSProperties & { '--swatch': string } = { '--swatch': value };
        return (
          <Tooltip key={value} text={label} shortcut={String(i + 1)} placement="right">
            <AriaToggleButton
              id={value}
              aria-label={label}
              className={styles.swatch ?? ''}
              style={style}
              onPress={() => {
                const reader = activeReader();
                if (reader) reader.useColor(value);
                else chooseColor(value);
              }}
            />
          </Tooltip>
        );
      })}
    </ToggleButtonGroup>
  );
}

function MeaningEditor({ meaning }: Pick<ToolRailProps, 'meaning'>) {
  const { t } = useTranslation('reader');
  const { run: rename } = useContractMutation('annotation.renameColor');
  return (
    <PopoverTrigger>
      <IconButton icon={Palette} label={t('palette.edit')} placement="right" />
      <Popover label={t('palette.edit')} placement="right bottom">
        <div className={styles.meanings}>
          <h2 className={styles.meaningsTitle}>{t('palette.edit')}</h2>
          <p className={styles.quiet}>{t('palette.hint')}</p>
          {ANNOTATION_COLORS.map((color, i) => (
            <div key={color} className={styles.meaningRow}>
              <ColorDot color={color} />
              <AutosaveTextField
                hideLabel
                label={`${t(`palette.name.${COLOR_NAMES[color]}`)}, ${t('palette.key', { key: i + 1 })}`}
                value={meaning(color)}
                maxLength={60}
                placeholder={t(`palette.meaning.${COLOR_NAMES[color]}`)}
                onSave={async (text) => {
                  const isDefault = text.trim() === t(`palette.meaning.${COLOR_NAMES[color]}`);
                  const saved = await rename({ color, meaning: isDefault ? '' : text });
                  return saved.ok;
                }}
              />
            </div>
          ))}
        </div>
      </Popover>
    </PopoverTrigger>
  );
}
