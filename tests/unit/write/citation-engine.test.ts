import { describe, expect, it } from 'vitest';
import { createCitationEngine, type FormatRequest } from '../../../electron/library/adapters/citation-engine';
import { bundledStyles } from '../../../electron/library/adapters/citation-resources';
import type { FormattedDocument } from '@shared/domain/report/citation';
import { citing, cslArticle, cslBook } from '../../builders/csl';

const engine = createCitationEngine(bundledStyles);

function format(over: Partial<FormatRequest>): FormattedDocument {
  const result = engine.formatDocument({
    styleId: 'apa',
    locale: 'en-GB',
    items: [cslArticle(), cslBook()],
    clusters: [],
    ...over,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('APA 7', () => {
  it('writes citations with page, prefix, suffix and several works', () => {
    const texts = format({
      clusters: [
        { id: 'c1', items: [citing('article', { locator: '12-15' })] },
        { id: 'c2', items: [citing('article', { prefix: 'see', suffix: 'for a review' }), citing('book')] },
        { id: 'c3', items: [citing('book', { suppressAuthor: true, locator: '3', label: 'chapter' })] },
      ],
    }).citations.map((citation) => citation.plain);
    expect(texts).toEqual([
      '(Example & Sample, 2021, pp. 12–15)',
      '(see Example & Sample, 2021 for a review; Placeholder, 2019)',
      '(2019, Chapter 3)',
    ]);
  });

  it('writes the list of references with italics, links and hanging indent', () => {
    const formatted = format({ clusters: [{ id: 'c1', items: [citing('book'), citing('article')] }] });
    expect(formatted.hangingIndent).toBe(true);
    expect(formatted.bibliography.map((entry) => entry.plain)).toEqual([
      'Example, A. M., & Sample, B. (2021). Paired reading in Year 5. Journal of Invented Classrooms, 12(3), 101–119. https://doi.org/10.5555/inv.2021.101',
      'Placeholder, O. (2019). Small classes, honest numbers. Example Press.',
    ]);
    const runs = formatted.bibliography[0]?.runs ?? [];
    expect(runs).toContainEqual({ text: 'Journal of Invented Classrooms', italic: true });
    expect(runs.at(-1)).toEqual({
      text: 'https://doi.org/10.5555/inv.2021.101',
      href: 'https://doi.org/10.5555/inv.2021.101',
    });
  });

  it('tells two works of one author and year apart', () => {
    const twin = cslArticle({ id: 'twin', title: 'Second paper of the same pair' });
    const formatted = format({
      items: [cslArticle(), twin],
      clusters: [
        { id: 'c1', items: [citing('article')] },
        { id: 'c2', items: [citing('twin')] },
      ],
    });
    expect(formatted.citations.map((citation) => citation.plain)).toEqual([
      '(Example & Sample, 2021a)',
      '(Example & Sample, 2021b)',
    ]);
  });

  it('shortens three authors to et al. and keeps them in the reference', () => {
    const many = cslArticle({
      author: [
        { family: 'Alpha', given: 'Ann' },
        { family: 'Beta', given: 'Bo' },
        { family: 'Gamma', given: 'Cy' },
      ],
    });
    const formatted = format({ items: [many], clusters: [{ id: 'c1', items: [citing('article')] }] });
    expect(formatted.citations[0]?.plain).toBe('(Alpha et al., 2021)');
    expect(formatted.bibliography[0]?.plain).toContain('Alpha, A., Beta, B., & Gamma, C. (2021).');
  });
});

describe('Harvard Cite Them Right, en-GB', () => {
  it('writes citations and references', () => {
    const formatted = format({
      styleId: 'harvard-cite-them-right',
      clusters: [
        { id: 'c1', items: [citing('article', { locator: '12-15' })] },
        { id: 'c2', items: [citing('book')] },
      ],
    });
    expect(formatted.citations.map((citation) => citation.plain)).toEqual([
      '(Example and Sample, 2021, pp. 12–15)',
      '(Placeholder, 2019)',
    ]);
    expect(formatted.bibliography.map((entry) => entry.plain)).toEqual([
      'Example, A.M. and Sample, B. (2021) ‘Paired reading in Year 5’, Journal of Invented Classrooms, 12(3), pp. 101–119. Available at: https://doi.org/10.5555/inv.2021.101.',
      'Placeholder, O. (2019) Small classes, honest numbers. Kyiv: Example Press.',
    ]);
  });
});

describe('Ukrainian locale', () => {
  it('names pages and keeps Cyrillic authors', () => {
    const book = cslBook({ author: [{ family: 'Вигадана', given: 'Олена' }] });
    const formatted = format({
      locale: 'uk-UA',
      items: [book],
      clusters: [{ id: 'c1', items: [citing('book', { locator: '7' })] }],
    });
    expect(formatted.citations[0]?.plain).toBe('(Вигадана, 2019, с. 7)');
    expect(formatted.bibliography[0]?.plain).toBe(
      'Вигадана, О. (2019). Small classes, honest numbers. Example Press.',
    );
  });
});

describe('a warm engine', () => {
  it('follows a corrected record, an added and a removed citation', () => {
    const clusters = [{ id: 'c1', items: [citing('article')] }];
    format({ clusters });
    const corrected = format({
      items: [cslArticle({ issued: { 'date-parts': [[2022]] } }), cslBook()],
      clusters: [...clusters, { id: 'c2', items: [citing('book')] }],
    });
    expect(corrected.citations.map((citation) => citation.plain)).toEqual([
      '(Example & Sample, 2022)',
      '(Placeholder, 2019)',
    ]);
    expect(format({ clusters }).bibliography).toHaveLength(1);
  });

  it('lists only what is cited', () => {
    expect(format({ clusters: [] }).bibliography).toEqual([]);
  });
});

describe('what can go wrong', () => {
  it('names works that are missing instead of dropping the citation', () => {
    const formatted = format({
      clusters: [
        { id: 'c1', items: [citing('gone')] },
        { id: 'c2', items: [citing('book'), citing('gone')] },
      ],
    });
    expect(formatted.missingItemIds).toEqual(['gone']);
    expect(formatted.citations.map((citation) => citation.plain)).toEqual(['[?]', '(Placeholder, 2019) [?]']);
  });

  it('keeps markup in a record out of the formatted runs', () => {
    const hostile = cslBook({ title: 'A <script>alert(1)</script> & <i>italic</i> title' });
    const runs = format({ items: [hostile], clusters: [{ id: 'c1', items: [citing('book')] }] })
      .bibliography[0]?.runs;
    const text = (runs ?? []).map((run) => run.text).join('');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).not.toContain('<i>');
  });

  it('answers with a code for an unknown style, an unknown language and a broken style', () => {
    const broken = createCitationEngine({
      style: (id) => (id === 'broken' ? '<style' : bundledStyles.style(id)),
      locale: (lang) => bundledStyles.locale(lang),
    });
    const codes = [
      { styleId: 'nowhere', locale: 'en-GB' },
      { styleId: 'apa', locale: 'xx-XX' },
      { styleId: 'broken', locale: 'en-GB' },
    ].map((request) => {
      const result = broken.formatDocument({ ...request, clusters: [], items: [] });
      return result.ok ? 'ok' : result.error.code;
    });
    expect(codes).toEqual(['citation.style-unknown', 'citation.locale-unknown', 'citation.style-broken']);
  });
});
