import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { useCommands } from '../lib/command';
import { isMac, showShortcut } from '../lib/shortcut';
import { useWords } from '../lib/words';
import { Icon, Kbd } from '../ui';
import { usePalette } from './palette-store';
import styles from './command-palette.module.css';

/** Everything that can be done now, found by typing a part of its name. */
export function CommandPalette() {
  const { isOpen, setOpen } = usePalette();
  const { t } = useTranslation('commands');
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={styles['overlay'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('palette.title')} className={styles['dialog'] ?? ''}>
          <PaletteList
            onDone={() => {
              setOpen(false);
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('commands');
  const words = useWords();
  const { history } = useRouter();
  const { commands, run } = useCommands();
  const { contains } = useFilter({ sensitivity: 'base' });
  const entries = useMemo(() => {
    const context = { go: () => undefined, address: history.location.href, paths: [] };
    return commands.filter((command) => command.hidden !== true && command.isEnabled?.(context) !== false);
  }, [commands, history]);
  return (
    <Autocomplete filter={contains}>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the palette was just opened to type in it */}
      <SearchField autoFocus aria-label={t('palette.search')} className={styles['search'] ?? ''}>
        <Input placeholder={t('palette.search')} className={styles['input'] ?? ''} />
      </SearchField>
      <Menu
        aria-label={t('palette.title')}
        className={styles['list'] ?? ''}
        onAction={(key) => {
          onDone();
          run(String(key));
        }}
        renderEmptyState={() => <div className={styles['empty']}>{t('palette.nothing')}</div>}
      >
        {entries.map((command) => (
          <MenuItem
            key={command.id}
            id={command.id}
            textValue={words(command.titleKey)}
            className={styles['item'] ?? ''}
          >
            {command.icon ? <Icon icon={command.icon} size={18} /> : <span className={styles['gap']} />}
            {/* The shortcut is a part of the name: it is read with it, and what is seen is what is said. */}
            <Text slot="label" className={styles['label'] ?? ''}>
              <span className={styles['words']}>{words(command.titleKey)}</span>{' '}
              {command.shortcut === undefined ? null : <Kbd>{showShortcut(command.shortcut, isMac)}</Kbd>}
            </Text>
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}
