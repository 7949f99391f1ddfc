import { z } from 'zod';
import type { Area } from '../endpoint';
import type { historyChannels } from '../channels/history';

/** One undoable or redoable step; `name` is the key of its label (commands locale), `params` fill it. */
export const historyStep = z.object({
  groupId: z.string(),
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const historyState = z.object({ undo: historyStep.nullable(), redo: historyStep.nullable() });

/** @property keptKeys citation keys that stayed because they were given out since */
const replayedStep = historyStep.extend({ keptKeys: z.number().int() });

/** Undo and redo over the whole library. */
export const historyContract = {
  'history.state': { input: z.object({}), output: historyState },
  'history.undo': { input: z.object({}), output: replayedStep },
  'history.redo': { input: z.object({}), output: replayedStep },
} satisfies Area<typeof historyChannels>;
