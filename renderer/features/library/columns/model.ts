import { z } from 'zod';
import type { ItemSort } from '@shared/domain/library/item-view';

/** Every column of the list of papers, in the order in which they stand. */
export const COLUMN_IDS = [
  'title',
  'authors',
  'year',
  'journal',
  'type',
  'design',
  'relevance',
  'tags',
  'document',
  'key',
  'added',
  'modified',
  'opened',
  'status',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

const columnChoice = z.object({
  shown: z.array(z.enum(COLUMN_IDS)),
  /** Widths that the person set, in rem, so that they grow with the size of the text. */
  widths: z.partialRecord(z.enum(COLUMN_IDS), z.number().min(1).max(60)),
});
/** Which columns a person wants to see, and how wide. The title is always among them. */
export type ColumnChoice = Readonly<z.infer<typeof columnChoice>>;

/** What everyone sees who chose nothing. */
export const USUAL_COLUMNS: ColumnChoice = {
  shown: ['title', 'authors', 'year', 'design', 'added', 'status'],
  widths: {},
};

/** How wide the list is: rem below which each kind ends. */
const BREAKS = { slim: 34, narrow: 40, middle: 60, wide: Infinity } as const;
type Breadth = keyof typeof BREAKS;
const breadths: readonly Breadth[] = ['slim', 'narrow', 'middle', 'wide'];

interface Column {
  /** What a click on its head orders by; null for columns that have no order. */
  readonly order: ItemSort['by'] | null;
  /** Rem, in a list that is slim or narrow, middle, wide; for the authors see `SHARE`. */
  readonly widths: readonly [slim: number, narrow: number, middle: number, wide: number];
  /** Rem below which nobody can make it. */
  readonly least: number;
  /** Stays when there is too little room: the others go first. */
  readonly stays?: true;
}

const columns: Readonly<Record<ColumnId, Column>> = {
  // The title takes what the others leave; its widths are those it must keep.
  title: { order: 'title', widths: [7.75, 7.75, 10, 10], least: 7.75, stays: true },
  authors: { order: 'authors', widths: [4, 4, 5, 7], least: 3, stays: true },
  year: { order: 'year', widths: [2.25, 2.75, 2.75, 3.25], least: 2.25, stays: true },
  journal: { order: 'journal', widths: [5, 6, 8, 10], least: 3 },
  type: { order: 'type', widths: [5, 5, 6.25, 8], least: 3 },
  design: { order: 'design', widths: [6.25, 6.25, 6.25, 8], least: 3 },
  relevance: { order: 'relevance', widths: [5, 5, 5.25, 5.75], least: 3 },
  tags: { order: null, widths: [5, 5, 7, 9], least: 3 },
  document: { order: null, widths: [4.5, 4.5, 4.5, 4.75], least: 2 },
  key: { order: 'key', widths: [6, 6, 7.5, 10], least: 3 },
  added: { order: 'added', widths: [7.5, 7.5, 7.5, 7.5], least: 4 },
  modified: { order: 'modified', widths: [7.5, 7.5, 7.5, 7.5], least: 4 },
  opened: { order: 'opened', widths: [7.5, 7.5, 7.5, 7.5], least: 4 },
  status: { order: 'status', widths: [5.75, 5.75, 5.75, 6.5], least: 4, stays: true },
};

/** Part of the list's width that the authors get unless the person says otherwise. */
const SHARE: Readonly<Record<Breadth, number>> = { slim: 0.17, narrow: 0.22, middle: 0.14, wide: 0.16 };
/** Rem left and right of a row's text together, as in the style sheet. */
const PADDING = 1.25;
/** Rem that a title should have, and part of the list, before columns that nobody asked for take room. */
const COMFORT = { least: 15.5, share: 0.33 } as const;

/** Rem by which a key press changes a width. */
export const WIDTH_STEP = 0.5;

/** @returns what a click on the column's head orders by; null for none */
export function orderOf(id: ColumnId): ItemSort['by'] | null {
  return columns[id].order;
}

/** Columns as they stand in a list of some width. */
export interface ColumnLayout {
  /** Those that fit, in order. */
  readonly fitting: readonly ColumnId[];
  /** Those that were chosen and have no room. */
  readonly missing: readonly ColumnId[];
  /** Rem of each that fits; of the title what the others leave. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  /** Rem between columns. */
  readonly gap: number;
}

/**
 * Finds the columns that fit, dropping others from the right; authors, year and state go last.
 * @param choice what the person wants to see @param available width of the list in rem
 */
export function layoutColumns(choice: ColumnChoice, available: number): ColumnLayout {
  const breadth = breadths.find((name) => available < BREAKS[name]) ?? 'wide';
  const gap = breadth === 'slim' ? 0.5 : 0.75;
  const room = available - PADDING;
  const usualSize = (id: ColumnId): number => {
    const usual = columns[id].widths[breadths.indexOf(breadth)] ?? columns[id].least;
    return id === 'authors' ? Math.max(usual, room * SHARE[breadth]) : usual;
  };
  const ownSize = (id: ColumnId): number => {
    const own = id === 'title' ? undefined : choice.widths[id];
    return own === undefined ? usualSize(id) : Math.max(own, columns[id].least);
  };
  let fitting: readonly ColumnId[] = COLUMN_IDS.filter((id) => id === 'title' || choice.shown.includes(id));
  const chosen = fitting;
  const titleOf = (size: (id: ColumnId) => number): number =>
    fitting.reduce((left, id) => (id === 'title' ? left : left - size(id) - gap), room);
  const drop = (canGo: (id: ColumnId) => boolean): boolean => {
    const last = fitting.findLast(canGo);
    fitting = fitting.filter((id) => id !== last);
    return last !== undefined;
  };
  const canGo = (id: ColumnId): boolean => columns[id].stays !== true;
  const least = usualSize('title');
  // Columns that nobody asked for leave the title more; a width that somebody set does not bring others with it.
  const comfort = Math.max(COMFORT.least, available * COMFORT.share);
  if (isUsuallyShown(choice)) while (titleOf(usualSize) < comfort && drop(canGo));
  while (titleOf(ownSize) < least && drop(canGo));
  while (titleOf(ownSize) < least && drop((id) => id !== 'title'));
  return {
    fitting,
    missing: chosen.filter((id) => !fitting.includes(id)),
    widths: Object.fromEntries(fitting.map((id) => [id, id === 'title' ? titleOf(ownSize) : ownSize(id)])),
    gap,
  };
}

/** @returns the value of `grid-template-columns` for a layout */
export function templateOf({ fitting, widths }: ColumnLayout): string {
  return fitting
    .map((id) => (id === 'title' ? 'minmax(0, 1fr)' : `${String(widths[id] ?? columns[id].least)}rem`))
    .join(' ');
}

/** @returns rem between which the width of a column that fits can lie without another one going away */
export function widthLimits(
  layout: ColumnLayout,
  id: ColumnId,
): { readonly least: number; readonly most: number } {
  const { least } = columns[id];
  const spare = (layout.widths.title ?? 0) - columns.title.widths[2];
  return { least, most: Math.max(least, (layout.widths[id] ?? least) + Math.max(0, spare)) };
}

/** @param ids columns to show; the title is added, the order is always that of the list */
export function withShown(choice: ColumnChoice, ids: Iterable<ColumnId>): ColumnChoice {
  const wanted = new Set(ids);
  return { ...choice, shown: COLUMN_IDS.filter((id) => id === 'title' || wanted.has(id)) };
}

/** @param width rem */
export function withWidth(choice: ColumnChoice, id: ColumnId, width: number): ColumnChoice {
  return { ...choice, widths: { ...choice.widths, [id]: Math.max(columns[id].least, width) } };
}

function isUsuallyShown({ shown }: ColumnChoice): boolean {
  return shown.join() === USUAL_COLUMNS.shown.join();
}

/** @returns whether it is what everyone sees who chose nothing */
export function isUsual(choice: ColumnChoice): boolean {
  return isUsuallyShown(choice) && Object.keys(choice.widths).length === 0;
}

/** @param json what this computer remembers @returns the choice in it; the usual one when there is none that can be read */
export function readChoice(json: string | null): ColumnChoice {
  if (json === null) return USUAL_COLUMNS;
  try {
    const read = columnChoice.safeParse(JSON.parse(json));
    return read.success ? withShown(read.data, read.data.shown) : USUAL_COLUMNS;
  } catch {
    return USUAL_COLUMNS;
  }
}
