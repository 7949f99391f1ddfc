import type { CycleModel } from './model-schema';
import { CANONICAL_STAGES } from './vocabulary';
import type { CanonicalStage, DecisionKind, StageStatus } from './vocabulary';
import { latestRun } from './engine-types';
import type { EngineState } from './engine-types';

/** One cycle as a row of the spiral table: its status in each canonical column. */
export interface SpiralRow {
  readonly cycleId: string;
  readonly number: number;
  readonly decision: DecisionKind | null;
  readonly cells: readonly { readonly canonical: CanonicalStage; readonly status: StageStatus | null }[];
  /** Done or skipped stages as a share of all, 0 to 1. */
  readonly progress: number;
}

/** The cycles of a project against the canonical stages (domain 3.2). */
export interface Spiral {
  readonly columns: readonly CanonicalStage[];
  readonly rows: readonly SpiralRow[];
  /** How far the whole inquiry has come, in turns: 1.5 is half-way through the second cycle. */
  readonly turns: number;
}

/** When several stages share a canonical column, the one that needs attention most is shown. */
const urgency: readonly StageStatus[] = ['active', 'returned', 'not-started', 'skipped', 'done'];

/**
 * The spiral view of a project.
 * @param state the project
 * @param model its cycle model
 */
export function spiralOf(state: EngineState, model: CycleModel): Spiral {
  const columns = CANONICAL_STAGES.filter((canonical) =>
    model.stages.some((stage) => stage.canonical === canonical),
  );
  const rows = state.cycles.map((cycle): SpiralRow => {
    const statuses = model.stages.map((stage) => ({
      canonical: stage.canonical,
      status: latestRun(state, cycle.id, stage.id)?.status ?? null,
    }));
    const settled = statuses.filter(({ status }) => status === 'done' || status === 'skipped').length;
    return {
      cycleId: cycle.id,
      number: cycle.number,
      decision: cycle.decision,
      cells: columns.map((canonical) => {
        const own = statuses.filter((entry) => entry.canonical === canonical).map((entry) => entry.status);
        return { canonical, status: urgency.find((status) => own.includes(status)) ?? null };
      }),
      progress: settled / model.stages.length,
    };
  });
  const closed = rows.slice(0, -1).length;
  return { columns, rows, turns: closed + (rows.at(-1)?.progress ?? 0) };
}

/** Radius at which the spiral starts, and the room left at its edge for the point, in user units. */
const innerRadius = 8;
const margin = 6;

/**
 * An Archimedean spiral as an SVG path, one full turn for each cycle, clockwise from the top.
 * @param turns how many turns to draw; a single point for 0
 * @param rings how many turns fill the square: the same number gives paths that lie on one another
 * @param size width and height of the square to draw in, in user units
 */
export function spiralPath(
  turns: number,
  rings: number,
  size: number,
): { readonly path: string; readonly end: readonly [number, number] } {
  const centre = size / 2;
  const growth = (centre - margin - innerRadius) / Math.max(rings, turns);
  const stepsPerTurn = 48;
  const steps = Math.max(1, Math.round(turns * stepsPerTurn));
  const point = (step: number): readonly [number, number] => {
    const turned = (step / steps) * turns;
    const angle = turned * 2 * Math.PI - Math.PI / 2;
    const radius = innerRadius + growth * turned;
    return [centre + radius * Math.cos(angle), centre + radius * Math.sin(angle)];
  };
  const points = Array.from({ length: steps + 1 }, (_, step) => point(step));
  const path = points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
  return { path, end: points.at(-1) ?? [centre, centre] };
}
