import { describe, expect, it } from 'vitest';
import type { Tag } from '@shared/ipc/contract/tags';
import { DRAWN, tagsToDraw } from '../../../renderer/features/library/tags/model';

const tag = (name: string, more: Partial<Tag> = {}): Tag => ({
  id: name,
  name,
  color: null,
  shortcut: null,
  count: 0,
  ...more,
});
const names = (...input: Parameters<typeof tagsToDraw>): readonly string[] =>
  tagsToDraw(...input).drawn.map(({ name }) => name);

describe('the tags of the side column', () => {
  const some = [
    tag('assessment', { count: 3 }),
    tag('fluency', { count: 9 }),
    tag('maths', { count: 9 }),
    tag('primary', { color: '#5fb236', count: 1 }),
    tag('to discuss', { shortcut: 2 }),
    tag('key one', { shortcut: 1, color: '#aaaaaa' }),
  ];

  it('are those with a key, those with a colour, then the most used', () => {
    expect(names(some, null, [], '')).toEqual([
      'key one',
      'to discuss',
      'primary',
      'fluency',
      'maths',
      'assessment',
    ]);
  });

  it('follow the list that is shown when its counts are known', () => {
    const counts = new Map([
      ['assessment', 4],
      ['maths', 1],
    ]);
    expect(names(some, counts, [], '').slice(3)).toEqual(['assessment', 'maths', 'fluency']);
  });

  it('are found by a part of the name, whatever its case and script', () => {
    const both = [...some, tag('Початкова школа')];
    expect(names(both, null, [], ' PRIM ')).toEqual(['primary']);
    expect(names(both, null, [], 'ШКОЛА')).toEqual(['Початкова школа']);
    expect(tagsToDraw(both, null, [], 'zzz')).toEqual({ drawn: [], fitting: 0 });
  });

  it('are not all drawn, but those that were chosen always are', () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      tag(`tag ${String(index)}`, { count: 3_000 - index }),
    );
    const { drawn, fitting } = tagsToDraw(many, null, ['tag 2999'], '');
    expect(drawn).toHaveLength(DRAWN + 1);
    expect(drawn[0]?.name).toBe('tag 2999');
    expect(drawn[1]?.name).toBe('tag 0');
    expect(fitting).toBe(3_000);
    expect(names(many, null, ['tag 5'], 'no such').map(String)).toEqual(['tag 5']);
  });
});
