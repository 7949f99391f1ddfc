import { createCitationEngine, type CslRecord } from '../../electron/library/adapters/citation-engine';
import { bundledStyles } from '../../electron/library/adapters/citation-resources';
import type { CitationItem, StyleId, StyleLocale } from '@shared/domain/report/citation';
import type { BlockNode, InlineNode, Mark, ReportSection } from '@shared/domain/report/document';
import { buildEvidenceTrail, type EvidenceEntry } from '@shared/domain/report/evidence';
import type { ExportLabels, ReportExport } from '@shared/domain/report/export-model';
import { collectCitations } from '@shared/domain/report/walk';
import { citing, cslArticle, cslBook } from './csl';

/** Text with marks, as the editor writes it. */
export function text(words: string, ...marks: Mark[]): InlineNode {
  return marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
}

/** The mark of a claim. */
export function claim(claimId: string): Mark {
  return { type: 'claim', attrs: { claimId } };
}

/** A citation at a place in the text. */
export function citation(citationId: string, items: CitationItem[], ...marks: Mark[]): InlineNode {
  return { type: 'citation', attrs: { citationId, items }, ...(marks.length > 0 ? { marks } : {}) };
}

/** A paragraph of inline nodes or plain words. */
export function paragraph(...content: (InlineNode | string)[]): BlockNode {
  return {
    type: 'paragraph',
    content: content.map((node) => (typeof node === 'string' ? text(node) : node)),
  };
}

/** A written section. */
export function section(key: string, content: BlockNode[], over: Partial<ReportSection> = {}): ReportSection {
  return { id: `s-${key}`, key, kind: 'text', heading: key, content: { type: 'doc', content }, ...over };
}

/** Evidence for a claim: by default a highlight on page 7 of the invented article. */
export function evidence(over: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    linkId: 'link-1',
    claimId: 'claim-1',
    kind: 'annotation',
    sourceId: 'annotation-1',
    itemId: 'article',
    source: 'Example & Sample (2021). Paired reading in Year 5',
    pageLabel: '7',
    pageIndex: 6,
    attachmentId: 'attachment-1',
    quote: 'Pupils who read in pairs gained a little more.',
    statement: '',
    missing: false,
    ...over,
  };
}

export const ENGLISH_LABELS: ExportLabels = {
  references: 'References',
  evidenceTrail: 'Evidence trail',
  evidenceIntro: 'Each claim of this report and what it rests on.',
  claim: 'Claim',
  evidence: 'Evidence for claim',
  noEvidence: 'No evidence is linked to this claim.',
  evidenceGone: 'The source was removed from the library.',
  backToClaim: 'Back to claim',
  page: 'p.',
  table: 'Table',
  figure: 'Figure',
  frozenAt: 'As of',
  contents: 'Contents',
  madeWith: 'Made with Inquiry Desk; citations by Citation Style Language,',
  kinds: { annotation: 'Highlight', item: 'Paper', analysis: 'Analysis', observation: 'Observation' },
};

/** A one-pixel PNG. */
export const PIXEL_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A small report that uses every block, mark and link the model knows. */
export function fullSections(): ReportSection[] {
  return [
    section('title', [], { kind: 'title', heading: 'Title' }),
    section(
      'problem',
      [
        paragraph(
          'Twelve of 26 pupils read below 90 words a minute <& "quoted">. ',
          text('Slowly', { type: 'bold' }),
          '.',
        ),
        paragraph(
          text('Reading in pairs ', claim('claim-1')),
          text('may', claim('claim-1'), { type: 'italic' }),
          text(' help ', claim('claim-1')),
          citation(
            'c1',
            [citing('article', { locator: '12-15', prefix: 'see' }), citing('book')],
            claim('claim-1'),
          ),
          '. A link: ',
          text('the site', { type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }),
          ' and ',
          text('a bad one', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
          '.',
        ),
      ],
      { heading: 'The problem' },
    ),
    section(
      'evidence',
      [
        { type: 'heading', attrs: { level: 3 }, content: [text('What we saw')] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                paragraph('first point'),
                {
                  type: 'orderedList',
                  attrs: { start: 3 },
                  content: [{ type: 'listItem', content: [paragraph('third')] }],
                },
              ],
            },
            { type: 'listItem', content: [paragraph('second point')] },
          ],
        },
        {
          type: 'orderedList',
          content: [
            { type: 'listItem', content: [paragraph('one')] },
            { type: 'listItem', content: [paragraph('two')] },
          ],
        },
        {
          type: 'blockquote',
          content: [
            paragraph('A voice: ', text('calm', { type: 'underline' }), ' ', text('not', { type: 'strike' })),
          ],
        },
        {
          type: 'evidenceQuote',
          attrs: {
            sourceKind: 'annotation',
            sourceId: 'annotation-1',
            itemId: 'article',
            pageLabel: '7',
            quote: 'Pupils who read in pairs gained a little more.',
          },
        },
        {
          type: 'analysisTable',
          attrs: {
            analysisId: 'an-1',
            caption: 'Words per minute',
            columns: ['Measure', 'Before', 'After'],
            rows: [
              ['Mean', '55', '62'],
              ['n', '12', '12'],
            ],
            note: 'D = 7.0 [4.0, 10.0].',
            frozenAt: '2026-11-20T10:00:00.000Z',
          },
        },
        {
          type: 'figure',
          attrs: {
            figureId: 'f-1',
            analysisId: 'an-1',
            caption: 'Before and after',
            alt: 'Twelve lines, most of them rising.',
            pngBase64: PIXEL_PNG,
            width: 800,
            height: 400,
            frozenAt: '2026-11-20T10:00:00.000Z',
          },
        },
        { type: 'horizontalRule' },
        paragraph(
          text('The mean rose by seven words.', claim('claim-2')),
          ' ',
          citation('c1', [citing('article')]),
        ),
      ],
      { heading: 'Evidence' },
    ),
    section('empty', [{ type: 'paragraph' }], { heading: 'Never written' }),
    section('references', [], { kind: 'references', heading: 'References' }),
  ];
}

interface ReportOptions {
  readonly sections?: readonly ReportSection[];
  readonly items?: readonly CslRecord[];
  readonly evidence?: readonly EvidenceEntry[];
  readonly styleId?: StyleId;
  readonly locale?: StyleLocale;
  readonly over?: Partial<ReportExport>;
}

/** A report ready for export, its citations formatted by the real engine. */
export function reportExport(options: ReportOptions = {}): ReportExport {
  const sections = options.sections ?? fullSections();
  const formatted = createCitationEngine(bundledStyles).formatDocument({
    styleId: options.styleId ?? 'apa',
    locale: options.locale ?? 'en-GB',
    items: options.items ?? [cslArticle(), cslBook()],
    clusters: collectCitations(sections),
  });
  if (!formatted.ok) throw new Error(formatted.error.code);
  return {
    title: 'Paired reading in one Year 5 class',
    authors: ['O. Placeholder'],
    language: 'en-GB',
    date: '2026-11-23T09:00:00.000Z',
    sections,
    formatted: formatted.value,
    trail: buildEvidenceTrail(sections, options.evidence ?? [evidence()]),
    labels: ENGLISH_LABELS,
    ...options.over,
  };
}
