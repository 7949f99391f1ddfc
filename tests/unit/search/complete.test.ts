import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, completingAt, fieldsFor } from '@shared/domain/search/complete';
import { parseSearch } from '@shared/domain/search/query';

/** The text with the caret as a bar. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, caret, completing: completingAt(text, caret) };
}

describe('completion in the search box', () => {
  it.each([
    ['ta|', null, 'ta'],
    ['reading ta|', null, 'ta'],
    ['(ta|', null, 'ta'],
    ['tag:ur|', 'tag', 'ur'],
    ['мітка:"до чит|', 'tag', 'до чит'],
    ['by:ha| after:2010', 'by', 'ha'],
    ['рівень:поч|', 'phase', 'поч'],
    ['annotation.ta|', null, 'annotation.ta'],
    ['annotation.tag:me|', 'annotation.tag', 'me'],
  ])('%s is about the field %s', (marked, field, typed) => {
    expect(at(marked).completing).toMatchObject({ field, typed });
  });

  it('offers nothing inside a phrase or behind a name that is no field', () => {
    expect(at('"paired rea|').completing).toBeNull();
    expect(at('foo:ba|').completing).toBeNull();
  });

  it('replaces what was typed, quotes what needs it, and says where the caret stands', () => {
    const taken = (marked: string, value: string) => {
      const { text, completing } = at(marked);
      if (completing === null) throw new Error('nothing to complete');
      const done = complete(text, completing, value);
      return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
    };
    expect(taken('reading ta|', 'tag')).toBe('reading tag:|');
    expect(taken('tag:ur|', 'to read')).toBe('tag:"to read" |');
    expect(taken('by:ha| after:2010', 'Halas')).toBe('by:Halas |after:2010');
    expect(taken('tag:"to re|" x', 'to read')).toBe('tag:"to read" |x');
  });

  it('knows the names of both languages and offers those of the interface', () => {
    expect(fieldsFor('ти', 'uk').map(({ name }) => name)).toEqual(['тип']);
    expect(fieldsFor('auth', 'en')).toEqual([{ id: 'by', name: 'author' }]);
    expect(fieldsFor('', 'uk')[0]?.name).toBe('автор');
    expect(fieldsFor('annotation', 'en').map(({ name }) => name)).toEqual([
      'annotation',
      'annotation.type',
      'annotation.tag',
    ]);
    expect(fieldsFor('вид', 'uk').map(({ name }) => name)).toEqual([
      'видання',
      'виділення',
      'виділення.вид',
      'виділення.мітка',
      'видавець',
    ]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'tag:',
      'by:',
      '"',
      '(',
      ')',
      ' or ',
      ' AND ',
      ' NOT ',
      '-',
      'year:',
      '2010-2015',
      '>=',
      '*',
      'рік:',
      ':',
      '«',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('is parsed and completed without throwing', () => {
    fc.assert(
      fc.property(text, fc.nat(80), (query, place) => {
        const caret = Math.min(place, query.length);
        const { node, understood } = parseSearch(query);
        expect(typeof understood).toBe('boolean');
        // What holds a word is searched for, whatever stands around it.
        if (!understood && /[\p{L}\p{N}]/u.test(query)) expect(node).not.toBeNull();
        const completing = completingAt(query, caret);
        if (completing === null) return;
        const done = complete(query, completing, 'to read');
        expect(done.caret).toBeLessThanOrEqual(done.text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
