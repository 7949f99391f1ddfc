import { createContext, Suspense, useContext, type ComponentType, type ReactNode } from 'react';

/**
 * Holes that one feature leaves and another fills, so that features need not know each other.
 * A feature that leaves a new one adds it here or by declaration merging.
 */
export interface SlotProps {
  /** Shell, over every place: what is dropped on the window or opened from anywhere. */
  'app.layer': object;
  /** Shell, over every place: windows about online services. */
  'app.online': object;
  /** Library, item panel: the highlights and notes in the PDF. */
  'item.annotations': { readonly itemId: string };
  /** Library, item panel: what was appraised, and the way to appraise. */
  'item.appraisal': { readonly itemId: string };
  /** Library, middle column: hits of the search box, while it holds words. */
  'library.search-results': { readonly query: string; readonly onLeave: () => void };
  /** Library, over the table: an import that runs, or the last report. */
  'library.import-status': object;
  /** Library, left column, below the standing lists: the way to papers that are there twice, and to odd records. */
  'library.side.duplicates': object;
  'library.side.checks': object;
  'library.side.online': object;
  /** Library, left column: saved searches as a group of their own. */
  'library.side.searches': object;
  /** Library, item panel, above its tabs: the paper was withdrawn. */
  'item.retraction': { readonly itemId: string };
  /** Library, item panel, over the details: what is odd in the record, what is there twice. */
  'item.checks': { readonly itemId: string };
  'item.duplicates': { readonly itemId: string };
  /** Library, item panel, below the details: fetching what is missing from online services. */
  'item.online': { readonly itemId: string };
  /** Library, item panel, below the details: files of the record and their repair. */
  'item.files': { readonly itemId: string };
  /** Library, item panel: notes on the paper. */
  'item.notes': { readonly itemId: string };
  /** Library, item panel: the reading log of the paper. */
  'item.reading': { readonly itemId: string };
  /** Settings, network: which services, what is sent, the mail address and key. */
  'settings.online': object;
  /** Settings, library: the way to the health page. */
  'settings.health': object;
  /** Inquiry, the stages that look at data: datasets and results of a project (or of one of its cycles). */
  'inquiry.data': { readonly projectId: string; readonly cycleId: string | null };
  /** Desk: what to go on with in a place. */
  'desk.inquiry': object;
  'desk.learn': object;
  'desk.write': object;
  /** Reader, side panel. */
  'reader.guide': { readonly itemId: string; readonly attachmentId: string };
  'reader.appraisal': { readonly itemId: string; readonly attachmentId: string };
  'reader.notes': { readonly itemId: string; readonly attachmentId: string };
}

export type SlotName = keyof SlotProps;
export type SlotFillings = { readonly [Name in SlotName]?: ComponentType<SlotProps[Name]> };

export const SlotContext = createContext<SlotFillings>({});

/** Whether some feature fills the slot. */
export function useHasSlot(name: SlotName): boolean {
  return useContext(SlotContext)[name] !== undefined;
}

interface SlotComponentProps<Name extends SlotName> {
  readonly name: Name;
  readonly props: SlotProps[Name];
  /** Shown when no feature fills it. */
  readonly fallback?: ReactNode;
}

/** Shows what another feature offers for this hole. */
export function Slot<Name extends SlotName>({ name, props, fallback = null }: SlotComponentProps<Name>) {
  const fillings = useContext(SlotContext);
  const Filling: ComponentType<SlotProps[Name]> | undefined = fillings[name];
  if (Filling === undefined) return fallback;
  return (
    <Suspense fallback={null}>
      <Filling {...props} />
    </Suspense>
  );
}
