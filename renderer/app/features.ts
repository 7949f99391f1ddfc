import type { Command } from '../lib/command';
import type { Feature } from '../lib/feature';
import type { SlotFillings } from '../lib/slots';

/** Every folder of renderer/features that exports `feature` is part of the app. */
const modules = import.meta.glob<{ readonly feature?: Feature }>('../features/*/index.ts', { eager: true });

/** Feature by name of its folder. */
export const features: ReadonlyMap<string, Feature> = new Map(
  Object.entries(modules).flatMap(([path, { feature }]) => {
    const name = /\/features\/([^/]+)\//.exec(path)?.[1];
    return name !== undefined && feature !== undefined ? [[name, feature] as const] : [];
  }),
);

export const featureCommands: readonly Command[] = [...features.values()].flatMap(
  ({ commands }) => commands ?? [],
);

export const slotFillings: SlotFillings = [...features.values()].reduce<SlotFillings>(
  (filled, { slots }) => ({ ...filled, ...slots }),
  {},
);
