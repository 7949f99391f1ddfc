import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Undo and redo. @param core shared services */
export function historyHandlers(core: Core): AreaHandlers<'history'> {
  return {
    'history.state': () => {
      const { undo, redo } = core.commands.state();
      return ok({
        undo: undo && { ...undo, params: { ...undo.params } },
        redo: redo && { ...redo, params: { ...redo.params } },
      });
    },
    'history.undo': () => withMutableParams(core.commands.undo()),
    'history.redo': () => withMutableParams(core.commands.redo()),
  };
}

function withMutableParams(
  result: ReturnType<Core['commands']['undo']>,
): ReturnType<AreaHandlers<'history'>['history.undo']> {
  return result.ok ? ok({ ...result.value, params: { ...result.value.params } }) : result;
}
