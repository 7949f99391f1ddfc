import { create } from 'zustand';
import { DEFAULT_COLOR, type AnnotationColor } from '@shared/domain/annotation';
import type { ViewPlace, Zoom } from '../../pdf';

export type Tool = 'select' | 'highlight' | 'underline' | 'note';
export const sidePanels = ['annotations', 'outline', 'guide', 'appraisal', 'notes'] as const;
export type SidePanel = (typeof sidePanels)[number];

/** A paper in the row of tabs. */
export interface OpenPaper {
  readonly attachmentId: string;
  readonly title: string;
}

/** Where a paper was left while the window stays open. */
export interface KeptView {
  readonly place: ViewPlace;
  readonly zoom: Zoom;
}

interface ReaderState {
  readonly papers: readonly OpenPaper[];
  readonly views: Readonly<Record<string, KeptView>>;
  readonly tool: Tool;
  readonly color: AnnotationColor;
  readonly panel: SidePanel;
  readonly panelShown: boolean;
  readonly findShown: boolean;
  /** Chosen annotation of the paper in view. */
  readonly chosenId: string | undefined;
  /** Annotation whose comment is being written. */
  readonly commentingId: string | undefined;
  /** What a screen reader says next; the number makes a repeated sentence a new one. */
  readonly announcement: { readonly text: string; readonly number: number };
}

const initial: ReaderState = {
  papers: [],
  views: {},
  tool: 'select',
  color: DEFAULT_COLOR,
  panel: 'annotations',
  panelShown: true,
  findShown: false,
  chosenId: undefined,
  commentingId: undefined,
  announcement: { text: '', number: 0 },
};

/** State of the reader's view; nothing of it belongs to the library. */
export const useReader = create<ReaderState>(() => initial);

const { setState: set, getState: get } = useReader;

/** Puts a paper into the row of tabs, or gives it its new title. */
export function keepOpen(paper: OpenPaper): void {
  set(({ papers }) => ({
    papers: papers.some(({ attachmentId }) => attachmentId === paper.attachmentId)
      ? papers.map((old) => (old.attachmentId === paper.attachmentId ? paper : old))
      : [...papers, paper],
  }));
}

/** Takes a paper out of the row of tabs. @returns the paper to show instead, if any */
export function closePaper(attachmentId: string): OpenPaper | undefined {
  const { papers } = get();
  const at = papers.findIndex((paper) => paper.attachmentId === attachmentId);
  const left = papers.filter((paper) => paper.attachmentId !== attachmentId);
  set({ papers: left });
  return left[Math.min(Math.max(0, at), left.length - 1)];
}

export function keepView(attachmentId: string, view: KeptView): void {
  set(({ views }) => ({ views: { ...views, [attachmentId]: view } }));
}

export function chooseTool(tool: Tool): void {
  set({ tool });
}

export function chooseColor(color: AnnotationColor): void {
  set({ color });
}

export function choosePanel(panel: SidePanel): void {
  set({ panel, panelShown: true });
}

export function showPanel(panelShown: boolean): void {
  set({ panelShown });
}

export function showFind(findShown: boolean): void {
  set({ findShown });
}

export function chooseAnnotation(chosenId: string | undefined): void {
  set({ chosenId, commentingId: undefined });
}

/** Opens the comment of an annotation in the list beside the page. */
export function writeComment(id: string | undefined): void {
  if (id === undefined) set({ commentingId: undefined });
  else set({ chosenId: id, commentingId: id, panel: 'annotations', panelShown: true });
}

export function announce(text: string): void {
  set(({ announcement }) => ({ announcement: { text, number: announcement.number + 1 } }));
}

/** What belongs to one paper ends with it. */
export function leavePaper(): void {
  set({ chosenId: undefined, commentingId: undefined, findShown: false });
}
