import { create } from 'zustand';

/** Stops of the tour, each in its place. */
export const tourSteps = ['desk', 'library', 'reader', 'learn', 'inquiry', 'write', 'exchange'] as const;
export type TourStep = (typeof tourSteps)[number];

interface TourState {
  /** Null while the tour does not run. */
  readonly step: TourStep | null;
  readonly start: () => void;
  readonly goTo: (step: TourStep | null) => void;
}

/** Where the first-run tour is. */
export const useTour = create<TourState>()((set) => ({
  step: null,
  start: () => {
    set({ step: 'library' });
  },
  goTo: (step) => {
    set({ step });
  },
}));
