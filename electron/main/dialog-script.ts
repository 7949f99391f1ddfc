import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { DialogScript } from './desktop-handlers';

const scriptFile = z.object({
  open: z.array(z.array(z.string())).default([]),
  save: z.array(z.string()).default([]),
});

/**
 * System file dialogs cannot be driven from outside, so e2e tests and the demo put their answers in a file named by
 * INQUIRY_DIALOG_SCRIPT; each answer is used once. Without that variable the real dialogs open.
 */
export function scriptFromEnvironment(): DialogScript {
  const path = process.env['INQUIRY_DIALOG_SCRIPT'];
  const take = (kind: 'open' | 'save'): readonly string[] | string | undefined => {
    if (!path || !existsSync(path)) return undefined;
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
  };
}
