/** Size of a table including its totals. */
export interface TableShape {
  readonly rows: number;
  readonly columns: number;
  /** Whether the last row holds the sums of the others. */
  readonly totalRow: boolean;
  /** Whether the last column holds the sums of the others. */
  readonly totalColumn: boolean;
}

/** What a reader knows of a cell: its bounds; `low === high` when it is printed. */
export interface SuppressedCell {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hidden: boolean;
}

/**
 * Whether a reader who knows the printed cells, the bounds of the hidden ones and that the totals add up can work out the
 * exact count of one hidden cell.
 *
 * With totals written as negative entries every row and every column adds up to zero, so the cells are the arcs of a flow
 * network between rows and columns. Whole-number flows differ by cycles; a cell is open if, and only if, some cycle in the
 * residual network runs through its arc. That is an exact test, not a rule of thumb.
 * @param shape size of the table with totals
 * @param cells row by row, totals included
 * @param index the cell in question
 */
export function isSolved(shape: TableShape, cells: readonly SuppressedCell[], index: number): boolean {
  return !canMove(shape, cells, index, 1) && !canMove(shape, cells, index, -1);
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
}

function canMove(shape: TableShape, cells: readonly SuppressedCell[], index: number, step: 1 | -1): boolean {
  const cell = cells[index];
  if (!cell || !hasRoom(cell, step)) return false;
  const arc = arcOf(shape, index, step);
  return reaches(residualArcs(shape, cells, index), arc.to, arc.from);
}

function hasRoom(cell: SuppressedCell, step: 1 | -1): boolean {
  return step === 1 ? cell.value < cell.high : cell.value > cell.low;
}

/** The arc that a change of one cell by `step` runs along; a total runs the other way, and a missing margin is node -1. */
function arcOf(shape: TableShape, index: number, step: 1 | -1): Arc {
  const row = Math.floor(index / shape.columns);
  const column = index % shape.columns;
  const inTotalRow = shape.totalRow && row === shape.rows - 1;
  const inTotalColumn = shape.totalColumn && column === shape.columns - 1;
  const sign = inTotalRow !== inTotalColumn ? -step : step;
  const rowNode = shape.totalColumn ? row : -1;
  const columnNode = shape.totalRow ? shape.rows + column : -1;
  return sign === 1
    ? { from: rowNode, to: columnNode, cell: index }
    : { from: columnNode, to: rowNode, cell: index };
}

function residualArcs(shape: TableShape, cells: readonly SuppressedCell[], without: number): readonly Arc[] {
  const steps = [1, -1] as const;
  return cells.flatMap((cell, index) =>
    index === without
      ? []
      : steps.filter((step) => hasRoom(cell, step)).map((step) => arcOf(shape, index, step)),
  );
}

function reaches(arcs: readonly Arc[], start: number, goal: number): boolean {
  const seen = new Set([start]);
  const open = [start];
  while (open.length > 0) {
    const node = open.pop();
    if (node === goal) return true;
    for (const arc of arcs) {
      if (arc.from !== node || seen.has(arc.to)) continue;
      seen.add(arc.to);
      open.push(arc.to);
    }
  }
  return false;
}
