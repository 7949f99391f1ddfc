import type { EventName, EventPayload } from '@shared/ipc/events';

/** Pushes events to every window; a no-op list of nobody in the command line. */
export interface EventSink {
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
}
