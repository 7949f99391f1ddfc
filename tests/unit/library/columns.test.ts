import { describe, expect, it } from 'vitest';
import {
  isUsual,
  layoutColumns,
  readChoice,
  templateOf,
  USUAL_COLUMNS,
  widthLimits,
  withShown,
  withWidth,
} from '../../../renderer/features/library/columns/model';

const fitting = (choice: typeof USUAL_COLUMNS, rem: number): string =>
  layoutColumns(choice, rem).fitting.join(' ');

describe('the columns of the list of papers', () => {
  it('are the usual ones in a wide list, and go from the right when it gets narrower', () => {
    expect(fitting(USUAL_COLUMNS, 70)).toBe('title authors year design added status');
    expect(fitting(USUAL_COLUMNS, 60)).toBe('title authors year design added status');
    expect(fitting(USUAL_COLUMNS, 45)).toBe('title authors year design status');
    expect(fitting(USUAL_COLUMNS, 40)).toBe('title authors year design status');
    expect(fitting(USUAL_COLUMNS, 39.9)).toBe('title authors year status');
    expect(fitting(USUAL_COLUMNS, 25)).toBe('title authors year status');
    expect(fitting(USUAL_COLUMNS, 20)).toBe('title authors year');
    expect(fitting(USUAL_COLUMNS, 6)).toBe('title');
  });

  it('fill the width exactly, the title taking what is left', () => {
    for (const rem of [22, 30, 38, 50, 64, 90]) {
      const layout = layoutColumns(USUAL_COLUMNS, rem);
      const sum = layout.fitting.reduce((total, id) => total + (layout.widths[id] ?? 0), 0);
      expect(sum + layout.gap * (layout.fitting.length - 1) + 1.25).toBeCloseTo(rem);
      expect(layout.widths.title).toBeGreaterThanOrEqual(7.75);
    }
    expect(templateOf(layoutColumns(USUAL_COLUMNS, 39))).toMatch(
      /^minmax\(0, 1fr\) [\d.]+rem 2.75rem 5.75rem$/,
    );
  });

  it('that were chosen may take more of the title than those that nobody asked for, and say when they have no room', () => {
    const withJournal = withShown(USUAL_COLUMNS, [...USUAL_COLUMNS.shown, 'journal', 'key']);
    expect(withJournal.shown).toEqual([
      'title',
      'authors',
      'year',
      'journal',
      'design',
      'key',
      'added',
      'status',
    ]);
    expect(fitting(withJournal, 44)).toBe('title authors year journal design status');
    expect(layoutColumns(withJournal, 44).missing).toEqual(['key', 'added']);
    expect(fitting(withShown(USUAL_COLUMNS, ['journal']), 25)).toBe('title journal');
  });

  it('never lose the title', () => {
    expect(withShown(USUAL_COLUMNS, []).shown).toEqual(['title']);
    expect(readChoice('{"shown":["year"],"widths":{}}').shown).toEqual(['title', 'year']);
  });

  it('keep the width that was set, between what can be read and what the title can spare', () => {
    const set = withWidth(USUAL_COLUMNS, 'authors', 12);
    const layout = layoutColumns(set, 64);
    expect(layout.widths.authors).toBe(12);
    const { least, most } = widthLimits(layout, 'authors');
    expect(least).toBe(3);
    expect(layoutColumns(withWidth(set, 'authors', most), 64).fitting).toEqual(layout.fitting);
    expect(layoutColumns(withWidth(set, 'authors', most + 1), 64).fitting).not.toEqual(layout.fitting);
    expect(withWidth(set, 'authors', 0.5).widths.authors).toBe(3);
    // The date of adding has no room in a list of 45 rem: a width that is set does not bring it.
    expect(fitting(withWidth(USUAL_COLUMNS, 'year', 3), 45)).toBe('title authors year design status');
  });

  it('are read back, and are the usual ones when what was kept makes no sense', () => {
    const choice = withWidth(withShown(USUAL_COLUMNS, ['title', 'tags']), 'tags', 9);
    expect(readChoice(JSON.stringify(choice))).toEqual(choice);
    expect(isUsual(choice)).toBe(false);
    for (const bad of [
      null,
      '',
      '{',
      '[]',
      '{"shown":["title","colour"],"widths":{}}',
      '{"shown":[],"widths":{"year":"2"}}',
    ])
      expect(isUsual(readChoice(bad))).toBe(true);
  });
});
