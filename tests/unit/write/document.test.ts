import { describe, expect, it } from 'vitest';
import { paragraphs, ReportContent } from '@shared/domain/report/document';
import { collectCitations, countWords, isEmptyContent } from '@shared/domain/report/walk';
import { citing } from '../../builders/csl';
import { citation, fullSections, paragraph, section } from '../../builders/report';

describe('the document model', () => {
  it('accepts every block and mark and gives it back unchanged', () => {
    for (const { content } of fullSections()) expect(ReportContent.parse(content)).toEqual(content);
  });

  it.each([
    ['an unknown block', { type: 'doc', content: [{ type: 'iframe' }] }],
    [
      'a heading level that belongs to the report',
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] },
    ],
    [
      'a citation of nothing',
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'citation', attrs: { citationId: 'c', items: [] } }] },
        ],
      },
    ],
    [
      'a figure without alternative text',
      {
        type: 'doc',
        content: [
          {
            type: 'figure',
            attrs: {
              figureId: 'f',
              analysisId: null,
              caption: '',
              alt: '',
              pngBase64: '',
              width: 1,
              height: 1,
              frozenAt: '',
            },
          },
        ],
      },
    ],
  ])('refuses %s', (_, content) => {
    expect(ReportContent.safeParse(content).success).toBe(false);
  });
});

describe('collectCitations', () => {
  it('keeps ids unique when a citation was copied', () => {
    const sections = [
      section('a', [paragraph(citation('c1', [citing('book')]), citation('c1', [citing('book')]))]),
    ];
    expect(collectCitations(sections).map((cluster) => cluster.id)).toEqual(['c1', 'c1~1']);
  });
});

describe('countWords', () => {
  it.each([
    ['Twelve of 26 pupils', 4],
    ["п'ять хвилин — 3,5 бала", 4],
    ['well-being and self-report', 3],
    ['', 0],
  ])('%s', (text, expected) => {
    expect(countWords([section('a', [paragraph(text)])])).toBe(expected);
  });

  it('leaves citations out', () => {
    expect(countWords([section('a', [paragraph('two words', citation('c', [citing('book')]))])])).toBe(2);
  });
});

describe('isEmptyContent', () => {
  it('knows an untouched section', () => {
    expect(isEmptyContent(paragraphs([' ', '']))).toBe(true);
    expect(isEmptyContent(paragraphs(['x']))).toBe(false);
    expect(isEmptyContent({ type: 'doc', content: [paragraph(citation('c', [citing('book')]))] })).toBe(
      false,
    );
  });
});
