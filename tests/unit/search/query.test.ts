import { describe, expect, it } from 'vitest';
import { parseSearch, type SearchNode } from '@shared/domain/search/query';
import { searchable, words } from '@shared/domain/search/text';

/** A compact form of the tree, so that expectations can be read. */
function show(node: SearchNode | null): string {
  if (node === null) return '-';
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.nodes.map(show).join(node.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${show(node.node)}`;
    case 'text':
      return `${node.field ? `${node.field}:` : ''}${node.words.join(' ')}${node.prefix ? '*' : ''}`;
    case 'exact':
      return `${node.field}=${node.value}`;
    case 'date':
      return `${node.field}[${node.from ?? ''},${node.before ?? ''})`;
  }
}

describe('parseSearch', () => {
  it.each([
    ['sight words', '(sight* & words*)'],
    ['of sight', '(of & sight*)'],
    ['"sight words"', 'sight words'],
    ['teach*', 'teach*'],
    ['«наочні слова»', 'наочні слова'],
    ['by:smith after:2020 tag:"to read"', '(creator:smith* & year[2021,) & tag:to read)'],
    ['a or b and c', '(a | (b & c))'],
    ['(a or b) c', '((a | b) & c)'],
    ['alpha and NOT beta', '(alpha* & !beta*)'],
    ['children do not read', '(children* & do & not* & read*)'],
    ['чому діти не читають', '(чому* & діти* & не & читають*)'],
    ['alpha -beta', '(alpha* & !beta*)'],
    ['randomised well-being', '(randomised* & well being*)'],
    ['year:2015', 'year[2015,2016)'],
    ['year:2010-2015', 'year[2010,2016)'],
    ['year:2010-', 'year[2010,)'],
    ['year:>=2010', 'year[2010,)'],
    ['before:2019', 'year[,2019)'],
    ['since:2019', 'year[2019,)'],
    ['added:2026-01', 'added[2026-01,)'],
    ['type:Book color:yellow', '(type=book & color=yellow)'],
    ['автор:шевченко рік:2020', '(creator:шевченко* & year[2020,2021))'],
    ['foo:bar', 'foo bar*'],
    ['before:tomorrow', 'before tomorrow*'],
    ['', '-'],
    ['***', '-'],
  ])('reads %s', (query, expected) => {
    expect(show(parseSearch(query).node)).toBe(expected);
  });

  it.each(['(alpha beta', 'alpha) beta', 'alpha or', 'and alpha', 'alpha "beta', '((()))', 'NOT', '"'])(
    'takes %s as plain words and never fails',
    (query) => {
      const parsed = parseSearch(query);
      expect(parsed.understood).toBe(false);
      if (/alpha/.test(query)) expect(show(parsed.node)).toContain('alpha');
    },
  );
});

describe('searchable', () => {
  it('gives one spelling to the Ukrainian apostrophe and to composed letters', () => {
    const spellings = ["об'єкт", 'об’єкт', 'обʼєкт', 'об`єкт'];
    expect(new Set(spellings.map(searchable))).toEqual(new Set(["об'єкт"]));
    expect(searchable('и\u0306')).toBe('й');
    expect(words('об’єкт, Café-2')).toEqual(['об', 'єкт', 'Café', '2']);
  });
});
