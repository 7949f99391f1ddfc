import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportToMarkdown } from '@shared/formats/report-markdown/document';
import { citationToMarkdown } from '@shared/formats/report-markdown/citation';
import { citing } from '../../builders/csl';
import { paragraph, reportExport, section, text } from '../../builders/report';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const keys: Readonly<Record<string, string>> = { article: 'example2021', book: 'placeholder2019' };
const options = { bibFile: 'report.bib', figureFolder: 'report-figures', keyOf: (id: string) => keys[id] };

const BIB = `@article{example2021, author={Example, Anna Maria and Sample, Borys}, title={Paired reading in Year 5}, journal={Journal of Invented Classrooms}, year={2021}, volume={12}, number={3}, pages={101--119}}
@book{placeholder2019, author={Placeholder, Olena}, title={Small classes, honest numbers}, publisher={Example Press}, year={2019}}
`;

function throughPandoc(markdown: string, to: string, ...more: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-md-'));
  try {
    writeFileSync(join(folder, 'report.md'), markdown);
    writeFileSync(join(folder, 'report.bib'), BIB);
    return execFileSync('pandoc', ['report.md', '-t', to, '--wrap=none', ...more], {
      cwd: folder,
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('citationToMarkdown', () => {
  it.each([
    [[citing('article')], '[@example2021]'],
    [[citing('article', { locator: '12' })], '[@example2021, p. 12]'],
    [
      [citing('article', { locator: '12-15' }), citing('book')],
      '[@example2021, pp. 12-15; @placeholder2019]',
    ],
    [
      [citing('book', { suppressAuthor: true, prefix: 'see', suffix: 'and others' })],
      '[see -@placeholder2019 and others]',
    ],
    [[citing('book', { locator: '3', label: 'chapter' })], '[@placeholder2019, chap. 3]'],
    [[citing('gone')], '[\\[?\\]]'],
  ])('%#', (items, expected) => {
    expect(citationToMarkdown(items, (id) => keys[id])).toBe(expected);
  });

  it('braces keys that Pandoc would cut short', () => {
    expect(citationToMarkdown([citing('x')], () => 'smith:2019.')).toBe('[@{smith:2019.}]');
  });
});

describe('reportToMarkdown', () => {
  const { markdown, figures } = reportToMarkdown(reportExport(), options);

  it('has a front matter, citations and a place for references', () => {
    expect(markdown).toContain('bibliography: "report.bib"');
    expect(markdown).toContain('lang: en-GB');
    expect(markdown).toContain('[see @example2021, pp. 12-15; @placeholder2019]');
    expect(markdown).toContain('::: {#refs}');
    expect(markdown).not.toContain('javascript:');
  });

  it('hands out pictures as files', () => {
    expect(figures.map((figure) => figure.path)).toEqual(['report-figures/figure-1.png']);
  });

  it.skipIf(!hasPandoc)('means the same to pandoc: citations, claim links, table, lists', () => {
    const html = throughPandoc(markdown, 'html', '--citeproc', '--standalone');
    expect(html).toContain('Paired reading in one Year 5 class');
    expect(html).toMatch(/see.*Example and Sample.*2021.*12–15.*Placeholder.*2019/);
    expect(html).toContain('id="claim-1"');
    expect(html).toContain('href="#evidence-1"');
    expect(html).toContain('Measure</th>');
    expect(html).toMatch(/<ol start="3"[^>]*>\s*<li>(<p>)?third/);
    expect(html).toContain('90 words a minute &lt;&amp; “quoted”&gt;');
  });

  it.skipIf(!hasPandoc)('keeps awkward text literal', () => {
    const lines = [
      '1. not a list',
      '- neither',
      '# no heading',
      '*no emphasis* and _none_ and `no code` and $no$ math',
      '@nobody [no link](x) <b>no tag</b> a^b^ H~2~O ~~no~~',
      '| no | table',
      ': no definition',
      'back\\slash and 50 % of 3,5',
    ];
    const sections = [
      section(
        'a',
        lines.map((line) => paragraph(line)),
      ),
    ];
    const plain = throughPandoc(reportToMarkdown(reportExport({ sections }), options).markdown, 'plain');
    for (const line of lines) expect(plain.split('\n')).toContain(line);
  });

  it('moves blanks out of emphasis', () => {
    const sections = [section('a', [paragraph('x', text(' bold ', { type: 'bold' }), 'y')])];
    expect(reportToMarkdown(reportExport({ sections }), options).markdown).toContain('x **bold** y');
  });
});
