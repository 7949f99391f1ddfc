import { ok } from '@shared/lib/result';
import type { TrashService } from '../services/trash';
import type { AreaHandlers } from './handler';

/** Calls of area trash -> service. @param trash what was deleted */
export function trashHandlers(trash: TrashService): AreaHandlers<'trash'> {
  return {
    'trash.list': (input) => ok(trash.list(input.kind, input.offset, input.limit)),
    'trash.restore': (input) => trash.restore(input.kind, input.ids),
    'trash.preview': (input) => ok(trash.preview(input.kind, input.ids)),
    'trash.remove': (input) => trash.remove(input.kind, input.ids),
  };
}
