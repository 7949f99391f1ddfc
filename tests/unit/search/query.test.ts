import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QUERY_FIELDS } from '@shared/domain/search/fields';
import type { SearchNode } from '@shared/domain/search/node';
import { parseSearch } from '@shared/domain/search/query';
import { searchable, words } from '@shared/domain/search/text';
import { isListed, knownValues, LISTED_FIELDS } from '@shared/domain/search/values';
import enItems from '@resources/locales/en/items.json';
import enLibrary from '@resources/locales/en/library.json';
import ukItems from '@resources/locales/uk/items.json';
import ukLibrary from '@resources/locales/uk/library.json';

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
    ['phase:primary рівень:початкова', '(phase=1 & phase=1)'],
    ['phase:secondary', 'phase=2/3'],
    ['subject:"literacy and numeracy" subject:002', '(subject=002 & subject=002)'],
    ['topic:"Навчальні досягнення"', 'topic=academic-achievement'],
    ['topic:"reading club"', 'topic:reading club'],
    ['country:ukraine країна:Україна country:ua', '(country=UA & country=UA & country=UA)'],
    ['country:UK', 'country=GB'],
    ['fits:yes підходить:частково', '(fits=yes & fits=partly)'],
    ['n:>100', 'n[101,]'],
    ['n:50-200 учасників:30+ n:12', '(n[50,200] & n[30,] & n[12,12])'],
    ['n:many', 'n many*'],
    ['relevance:2015', 'relevance 2015*'],
    ['setting:"small town"', 'setting:small town'],
    ['design:"case study" дизайн:"вивчення випадку"', '(design=case-study & design=case-study)'],
    ['publisher:springer видавець:наука', '(publisher:springer* & publisher:наука*)'],
    ['place:kyiv keyword:phonics editor:halas', '(place:kyiv* & keyword:phonics* & editor:halas*)'],
    ['url:https://example.org/a', 'url:https example org a'],
    [
      'isbn:978-3-16-148410-0 issn:1234-5679 pmid:123',
      '(isbn=978-3-16-148410-0 & issn=1234-5679 & pmid=123)',
    ],
    ['annotation.type:underline виділення.вид:нотатка', '(annotationType=underline & annotationType=note)'],
    ['annotation.tag:Method', 'annotationTag=method'],
    ['annotation.colour:red', 'annotation colour red*'],
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

describe('docs/searching.md', () => {
  it('names every field in both languages', () => {
    const page = readFileSync(new URL('../../../docs/searching.md', import.meta.url), 'utf8');
    for (const { en, uk } of QUERY_FIELDS)
      for (const name of [...en, ...uk]) expect(page).toContain(`\`${name}:\``);
  });
});

describe('values of listed fields', () => {
  const found = (text: string): string => show(parseSearch(text).node);

  it.each(LISTED_FIELDS.filter((field) => !['type', 'status', 'color', 'has'].includes(field)))(
    '%s are found by their id and by each of their words',
    (field) => {
      const name = field === 'annotationType' ? 'annotation.type' : field;
      const values = knownValues(field);
      expect(values.length).toBeGreaterThan(2);
      for (const { id, words: names } of values)
        for (const each of [id, ...names]) {
          const meant = values
            .filter((value) => [value.id, ...value.words].includes(each))
            .map((value) => value.id);
          expect(found(`${name}:"${each.replaceAll('"', '')}"`)).toBe(`${field}=${meant.join('/')}`);
        }
    },
  );

  it.each([
    ['design', enLibrary.design],
    ['design', ukLibrary.design],
    ['status', enLibrary.status],
    ['status', ukLibrary.status],
    ['fits', enItems.fits],
    ['fits', ukItems.fits],
  ] as const)('%s knows the words that the window shows', (field, shown) => {
    for (const [id, label] of Object.entries(shown))
      expect(found(`${field}:"${label}"`)).toBe(`${field}=${id}`);
  });

  it('are not made up for other fields', () => {
    expect(isListed('publisher')).toBe(false);
  });
});
