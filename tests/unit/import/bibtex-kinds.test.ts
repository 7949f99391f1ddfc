import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { writeBiblatex } from '@shared/formats/bibliography';
import { openBibliography } from '../../../electron/library/adapters/bibliography';
import { readItems } from '../../builders/round-trip';

/** The first record of a text. */
function itemOf(text: string): CslItem {
  const [item] = readItems(text);
  if (item === undefined) throw new Error('no record');
  return item;
}

const entry = (fields: string, type = 'article'): CslItem => itemOf(`@${type}{koval2020, ${fields}}`);
const titleOf = (latex: string): string | undefined => entry(`title = {${latex}}`).title;

describe('letters and signs', () => {
  it('takes the text’s side of accents that are written for formulas and for text', () => {
    const item = entry(
      String.raw`author = {Ko\ifmmode \check{s}\else \v{s}\fi{}ak, Pavlo and Vr\ifmmode \acute{a}\else \'{a}\fi{}b, Ira}, title = {The Ko\ifmmode \check{s}\else \v{s}\fi{}ak effect}`,
    );
    expect(item.author).toEqual([
      { family: 'Košak', given: 'Pavlo' },
      { family: 'Vráb', given: 'Ira' },
    ]);
    expect(item.title).toBe('The Košak effect');
  });

  it.each([
    [String.raw`Growth on $(000\bar{1})$`, 'Growth on (0001̄)'],
    [String.raw`The $\hat{x}$ of $\overline{AB}$`, String.raw`The x̂ of $\overline{AB}$`],
    [String.raw`CO$\less$sub$\greater$2$\less$/sub$\greater$ levels`, 'CO<sub>2</sub> levels'],
    [String.raw`Sorting in $O(n \log n)$`, 'Sorting in O(n log n)'],
  ])('reads %s', (latex, text) => {
    expect(titleOf(latex)).toBe(text);
  });

  it.each([
    [String.raw`A \{RCT\} in schools`, 'A RCT in schools'],
    [String.raw`A {\{}RCT{\}} in schools`, 'A RCT in schools'],
    [String.raw`Slow $\{$beta$\}$ waves`, 'Slow beta waves'],
    // A set is a set.
    [String.raw`Values in \{0, 1\}`, 'Values in {0, 1}'],
  ])('takes escaped brackets around words for protection: %s', (latex, text) => {
    expect(titleOf(latex)).toBe(text);
  });

  it('reads paragraphs of a web page', () => {
    expect(entry('title = {Talk}, abstract = {<p>First.</p><p>Second &amp; last.</p>}').abstract).toBe(
      'First.\nSecond & last.',
    );
  });

  it('keeps brackets that belong to a title when it is written and read', () => {
    const item: CslItem = { type: 'book', title: 'A {real} bracket', 'citation-key': 'koval2020' };
    expect(itemOf(writeBiblatex([item])).title).toBe(item.title);
  });
});

describe('names', () => {
  it('a list of persons in brackets as a whole is no body; a body is', () => {
    expect(entry('author = {{Koval, O. M. and Bondar, I.}}').author).toEqual([
      { family: 'Koval', given: 'O. M.' },
      { family: 'Bondar', given: 'I.' },
    ]);
    const body = '{Ministry of Education, Science and Culture}';
    expect(entry(`author = {${body}}`).author).toEqual([{ literal: body.slice(1, -1) }]);
  });

  it('a blank behind a command parts no words, and a generation may stand last', () => {
    expect(
      entry(String.raw`author = {Kaiser, \L ukasz and \v Capek, Ira and Koval, Ivan P., Jr.}`).author,
    ).toEqual([
      { family: 'Kaiser', given: 'Łukasz' },
      { family: 'Čapek', given: 'Ira' },
      { family: 'Koval', given: 'Ivan P.', suffix: 'Jr.' },
    ]);
  });

  it('takes a generation behind a name without comma for a suffix', () => {
    expect(entry('author = {Ivan P. Koval Jr. and Petro Bondar III and Sr Olena}').author).toEqual([
      { family: 'Koval', given: 'Ivan P.', suffix: 'Jr.' },
      { family: 'Bondar', given: 'Petro', suffix: 'III' },
      { family: 'Olena', given: 'Sr' },
    ]);
  });
});

describe('entry types that programs make up', () => {
  it.each([
    ['web_page', 'webpage'],
    ['newspaper_article', 'article-newspaper'],
    ['magazine-article', 'article-magazine'],
    ['book_section', 'chapter'],
    ['masterthesis', 'thesis'],
    ['film', 'motion_picture'],
    ['video', 'motion_picture'],
    ['working_paper', 'article'],
    ['nonsense', 'document'],
  ])('@%s is %s', (type, csl) => {
    const item = entry('title = {Talk}', type);
    expect(item.type).toBe(csl);
    expect(itemOf(writeBiblatex([item]))).toEqual(item);
  });

  it('has the fields of the usual type', () => {
    const item = entry(
      'title = {Talk}, booktitle = {Lessons}, number = {3}, series = {Schools}',
      'book_section',
    );
    expect(item).toMatchObject({ 'container-title': 'Lessons', 'collection-number': '3' });
  });

  it('is a bibliography even when nothing else is in the file', () => {
    expect(openBibliography(Buffer.from('@web_page{koval2020, title = {Talk}}')).ok).toBe(true);
  });

  it('a broadcast stays one', () => {
    const item: CslItem = { type: 'broadcast', title: 'Lessons on air', 'citation-key': 'koval2020' };
    expect(itemOf(writeBiblatex([item])).type).toBe('broadcast');
  });
});

describe('what stands elsewhere', () => {
  it('an entry takes all it lacks from one of its own type', () => {
    const [first] = readItems(
      '@article{a, crossref = {b}, note = {Reprint}}\n@article{b, author = {Koval, Olena}, title = {Talk}, pages = {1--9}, year = 2020}',
    );
    expect(first).toMatchObject({
      title: 'Talk',
      page: '1-9',
      note: 'Reprint',
      author: [{ family: 'Koval' }],
    });
  });

  it('a DOI is the same however its signs are escaped, and both languages come back', () => {
    const item = entry(
      String.raw`title = {Talk}, doi = {10.5555/978-3\\_9}, language = {English}, langid = {usenglish}, year = 2020`,
    );
    expect(item.DOI).toBe('10.5555/978-3_9');
    expect(itemOf(writeBiblatex([item]))).toEqual(item);
  });

  it('finds the address of a link, and keeps the link', () => {
    const item = entry(
      String.raw`title = {Talk}, howpublished = {\href {https://example.org/talk} {\texttt{the talk}}}, note = {See \href{https://example.org/more}{more}}`,
      'misc',
    );
    expect(item.URL).toBe('https://example.org/talk');
    expect(writeBiblatex([item])).toContain(String.raw`\href{https://example.org/more}{more}`);
  });
});
