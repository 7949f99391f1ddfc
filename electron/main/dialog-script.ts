import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { DialogScript } from './desktop-handlers';

const scriptFile = z.object({
  open: z.array(z.array(z.string())).default([]),
  save: z.array(z.string()).default([]),
  opened: z.array(z.object({ how: z.enum(['open', 'show']), path: z.string() })).default([]),
});

/**
 * System file dialogs cannot be driven from outside, so e2e tests and the demo put their answers in a file named by
 * INQUIRY_DIALOG_SCRIPT; each answer is used once, and documents that would be opened by the system are listed under `opened`. Without one, as
 * in every installed application, the real dialogs and programs open.
 * @param path the file; it may not be there yet
 */
export function scriptFromFile(path: string | undefined): DialogScript {
  const take = (kind: 'open' | 'save'): readonly string[] | string | undefined => {
    if (path === undefined || !existsSync(path)) return undefined;
    const script = scriptFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    const [next] = script[kind];
    if (next === undefined) return undefined;
    writeFileSync(path, JSON.stringify({ ...script, [kind]: script[kind].slice(1) }));
    return next;
  };
  return {
    nextOpen: () => {
      const next = take('open');
      return typeof next === 'string' ? [next] : next;
    },
    nextSave: () => {
      const next = take('save');
      return typeof next === 'string' ? next : undefined;
    },
    noteOpened: (how, opened) => {
      if (path === undefined) return false;
      const script = scriptFile.parse(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
      writeFileSync(path, JSON.stringify({ ...script, opened: [...script.opened, { how, path: opened }] }));
      return true;
    },
  };
}
