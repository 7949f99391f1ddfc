import { describe, expect, it } from 'vitest';
import {
  canvasRatio,
  currentPage,
  layoutPages,
  MOST_CANVAS_PIXELS,
  MOST_DRAWN_PAGES,
  nextZoom,
  pagesToDraw,
  visiblePages,
  zoomFactor,
} from '../../../renderer/pdf/page-layout';
import { canStep, EMPTY_HISTORY, recordJump, stepHistory } from '../../../renderer/pdf/view-history';
import { Finder, type FindState } from '../../../renderer/pdf/finder';

const A4 = { width: 794, height: 1123 };
const boxes = layoutPages(
  Array.from({ length: 300 }, () => A4),
  1,
);

describe('layout', () => {
  it('finds the pages in view and the current one', () => {
    expect(visiblePages(boxes, 0, 800)).toEqual([0]);
    expect(visiblePages(boxes, 1000, 800)).toEqual([0, 1]);
    expect(currentPage(boxes, 1000, 800)).toBe(1);
    expect(visiblePages(boxes, 1e9, 800)).toEqual([299]);
    expect(visiblePages([], 0, 800)).toEqual([]);
  });

  it('keeps at most three pictures unless more pages are in view', () => {
    expect(pagesToDraw([7], 300)).toEqual([7, 8, 6]);
    expect(pagesToDraw([0], 300)).toEqual([0, 1, 2]);
    expect(pagesToDraw([299], 300)).toEqual([299, 298]);
    expect(pagesToDraw([1, 2, 3, 4, 5], 300)).toHaveLength(5);
    for (let page = 0; page < 300; page += 1)
      expect(pagesToDraw([page], 300).length).toBeLessThanOrEqual(MOST_DRAWN_PAGES);
  });

  it('caps the size of a picture', () => {
    expect(canvasRatio(A4, 2)).toBe(2);
    const huge = { width: 4000, height: 5600 };
    expect(huge.width * huge.height * canvasRatio(huge, 2) ** 2).toBeCloseTo(MOST_CANVAS_PIXELS, -1);
  });

  it('fits and steps the zoom within its range', () => {
    expect(zoomFactor('width', A4, { width: 834, height: 600 })).toBe(1);
    expect(zoomFactor('page', A4, { width: 2000, height: 601.5 })).toBeCloseTo(0.5, 2);
    expect(zoomFactor(99, A4, { width: 800, height: 600 })).toBe(5);
    expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(5, 1), nextZoom(0.25, -1)]).toEqual([
      1.1, 0.9, 5, 0.25,
    ]);
  });
});

describe('history of places', () => {
  const at = (pageIndex: number) => ({ pageIndex, offset: 0 });

  it('goes back and forward like a browser and forgets what lay ahead', () => {
    let history = recordJump(EMPTY_HISTORY, at(0), at(9));
    history = recordJump(history, at(10), at(20));
    const back = stepHistory(history, -1, at(20));
    expect(back?.place).toEqual(at(10));
    const further = back && stepHistory(back.history, -1, at(10));
    expect(further?.place).toEqual(at(0));
    expect(further && canStep(further.history, -1)).toBe(false);
    const forward = further && stepHistory(further.history, 1, at(1));
    expect(forward?.place).toEqual(at(10));
    const branched = forward && recordJump(forward.history, at(10), at(50));
    expect(branched && canStep(branched, 1)).toBe(false);
    expect(branched && stepHistory(branched, -1, at(50))?.place).toEqual(at(10));
  });

  it('does not record a jump to where one is', () => {
    expect(recordJump(EMPTY_HISTORY, at(3), { pageIndex: 3, offset: 0.01 })).toBe(EMPTY_HISTORY);
    expect(stepHistory(EMPTY_HISTORY, -1, at(0))).toBeUndefined();
  });
});

describe('finder', () => {
  const pages = ['one fish', 'no', 'two fish and fish'];
  const options = { matchCase: false, wholeWords: false };

  it('starts at the page in view, keeps the hits in order and goes around', async () => {
    const states: FindState[] = [];
    const finder = new Finder(
      3,
      (page) => Promise.resolve(pages[page] ?? ''),
      (state) => states.push(state),
    );
    await finder.find('fish', options, 1);
    expect(finder.state).toMatchObject({ current: 1, searched: 3 });
    expect(finder.state.hits.map(({ pageIndex }) => pageIndex)).toEqual([0, 2, 2]);
    expect(finder.currentHit).toMatchObject({ pageIndex: 2, start: 4 });
    finder.step(1);
    expect(finder.step(1)?.pageIndex).toBe(0);
    expect(finder.step(-1)).toMatchObject({ pageIndex: 2, start: 13 });
    expect(states[0]).toMatchObject({ query: 'fish', hits: [] });
  });

  it('lets a newer search end an older one', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const finder = new Finder(
      3,
      async (page) => (await held, pages[page] ?? ''),
      () => undefined,
    );
    const older = finder.find('fish', options, 0);
    const newer = finder.find('two', options, 0);
    release();
    await Promise.all([older, newer]);
    expect(finder.state).toMatchObject({ query: 'two', searched: 3 });
    expect(finder.state.hits).toHaveLength(1);
  });

  it('goes on after a page that cannot be read', async () => {
    const finder = new Finder(
      3,
      (page) => (page === 0 ? Promise.reject(new Error('broken')) : Promise.resolve(pages[page] ?? '')),
      () => undefined,
    );
    await finder.find('fish', options, 0);
    expect(finder.state.hits).toHaveLength(2);
  });
});
