import type { ComponentType } from 'react';
import type { Command } from './command';
import type { PlaceLocation } from './navigation';
import type { SlotFillings } from './slots';

/**
 * What a feature gives to the app: `renderer/features/<area>/index.ts` exports `feature`.
 * The place of the same name (learn, inquiry, write, exchange, reader, library, settings) shows `Place`;
 * make it `lazy(() => import('./view'))`, so that the window opens before it is loaded.
 */
export interface Feature {
  readonly Place?: ComponentType<PlaceLocation>;
  readonly commands?: readonly Command[];
  readonly slots?: SlotFillings;
}
