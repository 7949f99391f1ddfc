import { create } from 'zustand';

/** What the import window shows. */
export type ImportView =
  | { readonly kind: 'closed' }
  | { readonly kind: 'start' }
  | { readonly kind: 'export' }
  | { readonly kind: 'report'; readonly jobId: string }
  | { readonly kind: 'approve'; readonly itemId: string | null };

/** How far an export is; `total` null while nothing is known. */
export interface Exporting {
  readonly jobId: string;
  readonly done: number;
  readonly total: number | null;
}

interface ImportState {
  readonly view: ImportView;
  /** Import whose outcome is shown over the library until it is hidden. */
  readonly latestJobId: string | null;
  /** Export that is being written. */
  readonly exporting: Exporting | null;
  readonly setExporting: (exporting: Exporting | null) => void;
  readonly show: (view: ImportView) => void;
  readonly started: (jobId: string) => void;
  /** An import began: its progress shows over the library, no window opens. */
  readonly startedQuietly: (jobId: string) => void;
  readonly hideOutcome: () => void;
}

/** Which part of the import is open; the imports themselves are in the library. */
export const useImportStore = create<ImportState>((set) => ({
  view: { kind: 'closed' },
  latestJobId: null,
  exporting: null,
  setExporting: (exporting) => {
    set({ exporting });
  },
  show: (view) => {
    set({ view });
  },
  started: (jobId) => {
    set({ latestJobId: jobId, view: { kind: 'report', jobId } });
  },
  startedQuietly: (jobId) => {
    set({ latestJobId: jobId, view: { kind: 'closed' } });
  },
  hideOutcome: () => {
    set({ latestJobId: null });
  },
}));
