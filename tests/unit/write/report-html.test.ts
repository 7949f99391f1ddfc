import { describe, expect, it } from 'vitest';
import { reportToHtml } from '@shared/formats/report-html/page';
import { claim, citation, evidence, paragraph, reportExport, section, text } from '../../builders/report';
import { citing } from '../../builders/csl';

describe('reportToHtml', () => {
  const html = reportToHtml(reportExport());

  it('is one file without scripts, frames or outside resources', () => {
    expect(html).not.toMatch(/<script|<iframe|<link|javascript:|@import/i);
    expect(html).not.toMatch(/\ssrc="(?!data:image\/png)/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<html lang="en-GB">');
  });

  it('has real headings in order, one h1', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels).toEqual([1, 2, 2, 3, 2, 2]);
  });

  it('escapes text, formats citations and lists references', () => {
    expect(html).toContain('90 words a minute &lt;&amp; &quot;quoted&quot;&gt;.');
    expect(html).toContain(
      '<span class="citation">(see Example &amp; Sample, 2021, pp. 12–15; Placeholder, 2019)</span>',
    );
    expect(html).toContain('<em>Journal of Invented Classrooms</em>');
    expect(html).toContain('<a href="https://doi.org/10.5555/inv.2021.101">');
  });

  it('keeps the evidence trail: claim to evidence and back, with quote, page and source', () => {
    expect(html).toMatch(
      /<span class="claim" id="claim-1">Reading in pairs <em>may<\/em> help <span class="citation">/,
    );
    expect(html).toContain('href="#evidence-1"');
    const entry = html.slice(html.indexOf('<li id="evidence-1">'), html.indexOf('<li id="evidence-2">'));
    expect(entry).toContain('href="#claim-1"');
    expect(entry).toContain('<cite>Example &amp; Sample (2021). Paired reading in Year 5</cite>, p. 7');
    expect(entry).toContain('Pupils who read in pairs gained a little more.');
    expect(html.slice(html.indexOf('<li id="evidence-2">'))).toContain(
      'No evidence is linked to this claim.',
    );
  });

  it('uses every id once and every inner link has a target', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('leaves empty sections out and keeps a section that holds only a citation', () => {
    expect(html).not.toContain('Never written');
    const only = [
      section('a', [paragraph(citation('c1', [citing('book')]))]),
      section('b', [paragraph('then ', citation('c2', [citing('article')]))]),
    ];
    const written = reportToHtml(reportExport({ sections: only }));
    expect(written).toContain('<p><span class="citation">(Placeholder, 2019)</span></p>');
    expect(written).toContain('then <span class="citation">(Example &amp; Sample, 2021)</span>');
  });

  it('joins a claim over two paragraphs to one entry', () => {
    const sections = [
      section('a', [paragraph(text('First half', claim('x'))), paragraph(text('second half', claim('x')))]),
    ];
    const written = reportToHtml(reportExport({ sections, evidence: [evidence({ claimId: 'x' })] }));
    expect(written.match(/id="claim-1"/g)).toHaveLength(1);
    expect(written).toContain('<strong>First half second half</strong>');
  });
});
