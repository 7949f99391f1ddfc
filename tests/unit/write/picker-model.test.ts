import { describe, expect, it } from 'vitest';
import {
  enterMeans,
  pick,
  searchWords,
  startPicker,
  type PickerAction,
  type PickerState,
} from '../../../renderer/features/write/cite/picker-model';
import { citing } from '../../builders/csl';

function after(state: PickerState, ...actions: PickerAction[]): PickerState {
  return actions.reduce(pick, state);
}
const typed = (text: string): PickerAction => ({ kind: 'type', text });

describe('the citation picker by keys', () => {
  it('takes digits after a name as the page of the work that Enter adds', () => {
    const state = after(startPicker([]), typed('smith 12-15'));
    expect(searchWords(state)).toBe('smith');
    expect(enterMeans(state, 3)).toBe('add');
    expect(after(state, { kind: 'add', itemId: 'a' })).toMatchObject({
      items: [{ itemId: 'a', locator: '12-15', label: 'page' }],
      typed: '',
    });
  });

  it('takes digits alone as the page of the last work, then Enter finishes', () => {
    const state = after(
      startPicker([]),
      { kind: 'add', itemId: 'a' },
      { kind: 'add', itemId: 'b' },
      typed('ch. 3'),
    );
    expect(searchWords(state)).toBe('');
    expect(enterMeans(state, 0)).toBe('locate');
    const placed = after(state, { kind: 'locate' });
    expect(placed.items.map((item) => [item.itemId, item.locator, item.label])).toEqual([
      ['a', '', 'page'],
      ['b', '3', 'chapter'],
    ]);
    expect(enterMeans(placed, 0)).toBe('finish');
  });

  it('does nothing on Enter when nothing fits or nothing is chosen', () => {
    expect(enterMeans(after(startPicker([]), typed('xyz')), 0)).toBe('nothing');
    expect(enterMeans(startPicker([]), 0)).toBe('nothing');
  });

  it('moves round the list and starts at its top after typing', () => {
    const up = after(startPicker([]), { kind: 'move', by: -1, count: 3 });
    expect(up.active).toBe(2);
    expect(after(up, { kind: 'move', by: 1, count: 3 }).active).toBe(0);
    expect(after(up, typed('x')).active).toBe(0);
    expect(after(up, { kind: 'move', by: 1, count: 0 }).active).toBe(2);
  });

  it('changes and removes a work of an existing citation', () => {
    const start = startPicker([citing('a'), citing('b')]);
    const changed = after(start, {
      kind: 'change',
      index: 1,
      patch: { prefix: 'see', suppressAuthor: true },
    });
    expect(changed.items[1]).toMatchObject({ itemId: 'b', prefix: 'see', suppressAuthor: true });
    expect(after(changed, { kind: 'remove', index: 0 }).items.map((item) => item.itemId)).toEqual(['b']);
    expect(startPicker([citing('a')]).open).toBe(0);
  });
});
