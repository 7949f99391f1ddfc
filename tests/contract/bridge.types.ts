/**
 * Type tests: what must not compile. `npm run typecheck` fails when one of these lines compiles after all, because the
 * expectation above it is then unused.
 */
import type { Bridge } from '@shared/ipc/bridge';
import type { Area } from '@shared/ipc/endpoint';
import type { CallOutput } from '@shared/ipc/contract';
import type { AreaHandlers } from '../../electron/library/handlers/handler';

declare const bridge: Bridge;

// @ts-expect-error a name that is not in the contract
void bridge.call['library.noSuchCall']({});
// @ts-expect-error a missing required field
void bridge.call['jobs.get']({});
// @ts-expect-error a field of the wrong type
void bridge.call['jobs.get']({ jobId: 7 });
// @ts-expect-error an event that does not exist
bridge.on('library.exploded', () => undefined);
// @ts-expect-error a payload field that the event does not have
bridge.on('library.changed', (payload) => payload.rows);

// @ts-expect-error the value of a Result cannot be read before ok was checked
void bridge.call['history.undo']({}).then((result) => result.value.name);

// @ts-expect-error an area must define every one of its channels
export const incomplete = {} satisfies Area<readonly ['area.verb']>;

// @ts-expect-error a handler table must answer every call of its area
export const handlers: AreaHandlers<'history'> = {};

// @ts-expect-error the output type is not any
export const output: CallOutput<'jobs.get'> = 'text';
