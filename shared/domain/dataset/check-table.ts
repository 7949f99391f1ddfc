import { normaliseIdentifier } from '../privacy';
import { DEFAULT_MISSING_WORDS, readScore, type ScoreReading } from './scores';
import type { DatasetIssue, ImportRecipe } from './recipe';

/** A pupil's two scores under the identifier of the file (class P3: only in memory, never stored). */
export interface IdentifiedRow {
  readonly identifier: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Row numbers as a spreadsheet counts them, from 1. */
  readonly rows: readonly number[];
}

/** The outcome of a check: usable rows, and everything a person should know before anything is analysed. */
export interface CheckedTable {
  readonly rows: readonly IdentifiedRow[];
  readonly issues: readonly DatasetIssue[];
}

type Occasion = 'before' | 'after';

interface Entry {
  readonly identifier: string;
  readonly row: number;
  readonly occasion: Occasion;
  readonly cell: string;
}

const OCCASIONS: readonly Occasion[] = ['before', 'after'];

/**
 * Turns cells into rows by the recipe and names every trouble with its row numbers: duplicates, missing and text scores,
 * values out of range, blank, half-filled and repeated heading rows, leading zeros, decimal commas, unmatched identifiers.
 * Nothing is guessed: a missing score stays missing.
 * @param table all rows of the file, heading included
 * @param recipe mapping and decisions
 */
export function checkTable(table: readonly (readonly string[])[], recipe: ImportRecipe): CheckedTable {
  const issues: DatasetIssue[] = [];
  const entries = readEntries(table, recipe, issues);
  const people = groupByPerson(entries);
  const rows: IdentifiedRow[] = [];
  for (const person of people) {
    const chosen = settleDuplicates(person, recipe, issues);
    if (chosen === null) continue;
    const scores: Record<Occasion, number | null> = { before: null, after: null };
    for (const occasion of OCCASIONS) {
      const entry = chosen.find((one) => one.occasion === occasion);
      if (entry) scores[occasion] = readEntry(entry, recipe, issues);
      else
        issues.push(
          issue(
            'unmatched-id',
            'left-out',
            chosen.map(({ row }) => row),
            { occasion },
          ),
        );
    }
    const first = chosen[0];
    if (first) rows.push({ identifier: first.identifier, ...scores, rows: uniqueRows(chosen) });
  }
  issues.push(...identifierNotes(people), ...scaleNotes(rows, recipe), ...decimalNotes(entries, recipe));
  return { rows, issues: inOrder(issues) };
}

function issue(
  kind: DatasetIssue['kind'],
  weight: DatasetIssue['weight'],
  rows: readonly number[],
  more: Partial<Pick<DatasetIssue, 'occasion' | 'reason' | 'written'>> = {},
): DatasetIssue {
  return { kind, weight, rows: [...new Set(rows)], occasion: null, reason: null, written: null, ...more };
}

function uniqueRows(entries: readonly Entry[]): readonly number[] {
  return [...new Set(entries.map(({ row }) => row))];
}

function readEntries(
  table: readonly (readonly string[])[],
  recipe: ImportRecipe,
  issues: DatasetIssue[],
): readonly Entry[] {
  const { headerRow } = recipe;
  const heading = headerRow === null ? null : rowKey(table[headerRow] ?? []);
  return table.flatMap((cells, index) => {
    const row = index + 1;
    if (headerRow !== null && index === headerRow) return [];
    if (cells.every((cell) => cell.trim() === '')) {
      // Spreadsheets end files with empty lines; only gaps inside the table are worth a word.
      if (table.slice(index + 1).some((later) => later.some((cell) => cell.trim() !== ''))) {
        issues.push(issue('blank-row', 'note', [row]));
      }
      return [];
    }
    if (headerRow !== null && index < headerRow) {
      issues.push(issue('title-row', 'note', [row]));
      return [];
    }
    if (heading !== null && rowKey(cells) === heading) {
      issues.push(issue('repeated-header', 'note', [row]));
      return [];
    }
    return rowEntries(cells, row, recipe, issues);
  });
}

function rowKey(cells: readonly string[]): string {
  return JSON.stringify(cells.map((cell) => cell.trim().toLocaleLowerCase('und')));
}

function rowEntries(
  cells: readonly string[],
  row: number,
  recipe: ImportRecipe,
  issues: DatasetIssue[],
): readonly Entry[] {
  const { columns } = recipe;
  const at = (column: number): string => cells[column]?.trim() ?? '';
  if (columns.layout === 'long') {
    const label = at(columns.occasion).toLocaleLowerCase('und');
    const is = (wanted: string): boolean => label === wanted.trim().toLocaleLowerCase('und');
    const occasion = is(columns.beforeLabel) ? 'before' : is(columns.afterLabel) ? 'after' : null;
    if (occasion === null) {
      issues.push(issue('half-filled-row', 'left-out', [row], { reason: 'occasion' }));
      return [];
    }
    return withIdentifier([{ identifier: at(columns.id), row, occasion, cell: at(columns.score) }], issues);
  }
  if (columns.idAfter !== null) {
    const sides: readonly Entry[] = [
      { identifier: at(columns.id), row, occasion: 'before', cell: at(columns.before) },
      { identifier: at(columns.idAfter), row, occasion: 'after', cell: at(columns.after) },
    ];
    return withIdentifier(
      sides.filter(({ identifier, cell }) => identifier !== '' || cell !== ''),
      issues,
    );
  }
  const identifier = at(columns.id);
  const before = at(columns.before);
  const after = at(columns.after);
  if (identifier !== '' && before === '' && after === '') {
    issues.push(issue('half-filled-row', 'left-out', [row], { reason: 'no-scores' }));
    return [];
  }
  return withIdentifier(
    [
      { identifier, row, occasion: 'before', cell: before },
      { identifier, row, occasion: 'after', cell: after },
    ],
    issues,
  );
}

function withIdentifier(entries: readonly Entry[], issues: DatasetIssue[]): readonly Entry[] {
  const nameless = entries.filter(({ identifier }) => identifier === '');
  if (nameless.length > 0) {
    issues.push(
      issue(
        'missing-id',
        'left-out',
        nameless.map(({ row }) => row),
      ),
    );
  }
  return entries.filter(({ identifier }) => identifier !== '');
}

function groupByPerson(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = normaliseIdentifier(entry.identifier);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

/** One entry per occasion, or null when the person is left out. */
function settleDuplicates(
  person: readonly Entry[],
  recipe: ImportRecipe,
  issues: DatasetIssue[],
): readonly Entry[] | null {
  const twice = OCCASIONS.flatMap((occasion) => {
    const same = person.filter((entry) => entry.occasion === occasion);
    return same.length > 1 ? same : [];
  });
  if (twice.length === 0) return person;
  issues.push(
    issue(
      'duplicate-id',
      'decide',
      twice.map(({ row }) => row),
    ),
  );
  if (recipe.duplicates === 'leave-out') return null;
  const ordered = recipe.duplicates === 'first' ? person : [...person].reverse();
  return OCCASIONS.flatMap((occasion) => ordered.find((entry) => entry.occasion === occasion) ?? []);
}

function readEntry(entry: Entry, recipe: ImportRecipe, issues: DatasetIssue[]): number | null {
  const reading = readScore(entry.cell, recipe.decimal, missingWords(recipe));
  const where = { occasion: entry.occasion };
  switch (reading.kind) {
    case 'missing':
      issues.push(
        issue('missing-score', 'left-out', [entry.row], {
          ...where,
          reason: reading.blank ? 'blank' : 'word',
          written: reading.blank ? null : entry.cell,
        }),
      );
      return null;
    case 'text':
      issues.push(
        issue('text-score', 'left-out', [entry.row], {
          ...where,
          reason: reading.reason,
          written: entry.cell,
        }),
      );
      return null;
    case 'score':
      if (!outOfRange(reading, recipe)) return reading.value;
      issues.push(issue('out-of-range', 'decide', [entry.row], { ...where, written: entry.cell }));
      return recipe.outOfRange === 'keep' ? reading.value : null;
  }
}

function missingWords(recipe: ImportRecipe): readonly string[] {
  return recipe.missingWords.length > 0 ? recipe.missingWords : DEFAULT_MISSING_WORDS;
}

function outOfRange(reading: Extract<ScoreReading, { kind: 'score' }>, { range }: ImportRecipe): boolean {
  if (reading.outOf !== null && reading.value > reading.outOf) return true;
  return range !== null && (reading.value < range.min || reading.value > range.max);
}

/** Identifiers with leading zeros, and such that are the same number without them (007 and 7). */
function identifierNotes(people: readonly (readonly Entry[])[]): readonly DatasetIssue[] {
  const zeros = people.flat().filter(({ identifier }) => /^0\d/u.test(identifier));
  if (zeros.length === 0) return [];
  const notes = [
    issue(
      'leading-zeros',
      'note',
      zeros.map(({ row }) => row),
    ),
  ];
  const byNumber = new Map<string, number[]>();
  for (const [first] of people) {
    if (!first || !/^\d+$/u.test(first.identifier)) continue;
    const bare = first.identifier.replace(/^0+(?=\d)/u, '');
    byNumber.set(bare, [...(byNumber.get(bare) ?? []), first.row]);
  }
  const similar = [...byNumber.values()].filter((rows) => rows.length > 1);
  return [...notes, ...similar.map((rows) => issue('similar-ids', 'note', rows))];
}

const ENOUGH_TO_COMPARE_SCALES = 5;

/** One test looks as if it had another maximum: every score of one occasion is far above or below the other's best. */
function scaleNotes(rows: readonly IdentifiedRow[], recipe: ImportRecipe): readonly DatasetIssue[] {
  const pairs = rows.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
  if (recipe.range !== null || pairs.length < ENOUGH_TO_COMPARE_SCALES) return [];
  const before = pairs.map((pair) => pair.before);
  const after = pairs.map((pair) => pair.after);
  const apart = (low: readonly number[], high: readonly number[]): boolean =>
    Math.max(...low) > 0 && Math.max(...high) >= 2 * Math.max(...low) && Math.min(...high) > Math.max(...low);
  return apart(before, after) || apart(after, before) ? [issue('scale-may-differ', 'note', [])] : [];
}

function decimalNotes(entries: readonly Entry[], recipe: ImportRecipe): readonly DatasetIssue[] {
  const rows = entries
    .filter(({ cell }) => {
      const reading = readScore(cell, recipe.decimal, missingWords(recipe));
      return reading.kind === 'score' && reading.decimalComma;
    })
    .map(({ row }) => row);
  return rows.length > 0 ? [issue('decimal-comma', 'note', rows)] : [];
}

const WEIGHT_ORDER = ['decide', 'left-out', 'note'] as const;

function inOrder(issues: readonly DatasetIssue[]): readonly DatasetIssue[] {
  return [...issues].sort(
    (a, b) =>
      WEIGHT_ORDER.indexOf(a.weight) - WEIGHT_ORDER.indexOf(b.weight) || (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  );
}
