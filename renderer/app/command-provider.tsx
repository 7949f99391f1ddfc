import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/client';
import {
  CommandRunnerContext,
  type Command,
  type CommandContext,
  type CommandRunner,
  type MenuName,
} from '../lib/command';
import { useEvent } from '../lib/queries';
import { acceleratorOf, isFunctionKey, isMac, matchesShortcut, parseShortcut } from '../lib/shortcut';
import { useWords } from '../lib/words';
import { appCommands } from './commands';
import { featureCommands } from './features';

const commands: readonly Command[] = [...appCommands, ...featureCommands];
const withShortcut = commands.flatMap((command) =>
  command.shortcut === undefined ? [] : [{ command, shortcut: parseShortcut(command.shortcut) }],
);
const menuOrder: readonly MenuName[] = ['file', 'edit', 'view', 'go', 'paper', 'help'];

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

/** Runs commands: from shortcuts, from the menu of the system and from any component. */
export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const { history } = useRouter();
  const words = useWords();
  const { t } = useTranslation('commands');

  const contextFor = useCallback(
    (paths: readonly string[] = []): CommandContext => ({
      go: (address) => {
        history.push(address);
      },
      address: history.location.href,
      paths,
    }),
    [history],
  );

  const runner = useMemo<CommandRunner>(
    () => ({
      commands,
      run: (id, paths) => {
        const command = commands.find((candidate) => candidate.id === id);
        const context = contextFor(paths);
        if (command === undefined || command.isEnabled?.(context) === false) return false;
        void command.run(context);
        return true;
      },
    }),
    [contextFor],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const inText = isTextField(event.target);
      // A dialog keeps the focus inside; a message at the foot is one too, but not a modal one.
      const inDialog =
        event.target instanceof Element &&
        event.target.closest('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])') !== null;
      for (const { command, shortcut } of withShortcut) {
        if (!matchesShortcut(shortcut, event, isMac)) continue;
        const isTyped = !shortcut.mod && !isFunctionKey(shortcut);
        if (inText && (isTyped || command.inTextFields !== true)) continue;
        if (inDialog && !shortcut.mod) continue;
        if (runner.run(command.id)) {
          event.preventDefault();
          return;
        }
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [runner]);

  useEffect(() => {
    const menus = menuOrder
      .map((name) => ({
        label: t(`menu.${name}`),
        items: commands
          .filter((command) => command.menu === name)
          .map((command) => ({
            id: command.id,
            label: words(command.titleKey),
            ...(command.shortcut === undefined ? {} : { accelerator: acceleratorOf(command.shortcut) }),
            separatorBefore: command.startsGroup ?? false,
          })),
      }))
      .filter(({ items }) => items.length > 0);
    void call('desktop.setMenu', { menus });
  }, [t, words]);

  useEvent(
    'desktop.command',
    useCallback(
      ({ id, paths }) => {
        runner.run(id, paths);
      },
      [runner],
    ),
  );

  return <CommandRunnerContext value={runner}>{children}</CommandRunnerContext>;
}
