import { describe, expect, it } from 'vitest';
import type { SearchNode } from '@shared/domain/search/node';
import { parseSearch } from '@shared/domain/search/query';
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
      return `${node.field}=${node.values.join('/')}`;
    case 'number':
      return `${node.field}[${String(node.from ?? '')},${String(node.to ?? '')}]`;
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
    ['type:Book color:yellow', '(type=book & color=#ffd400)'],
    ['type:journal колір:жовтий', '(type=article-journal & color=#ffd400)'],
    ['стан:"не читано" тип:дисертація', '(status=to-read & type=thesis)'],
    ['status:unread', 'status=to-read'],
    ['relevance:4', 'relevance[4,4]'],
    ['relevance:>=3 rating:1-2 relevance:4+', '(relevance[3,] & relevance[1,2] & relevance[4,])'],
    ['relevance:high', 'relevance high*'],
    ['has:pdf має:нотатки', '(has=pdf & has=note)'],
    ['collection:"My Phonics"', 'collection=my phonics'],
    ['doi:https://doi.org/10.5555/ABC key:Halas2019', '(doi=10.5555/abc & key=halas2019)'],
    ['paired tag:', 'paired*'],
    ['tag:', '-'],
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
