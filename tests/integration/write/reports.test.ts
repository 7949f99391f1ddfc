import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '@shared/ipc/contract';
import { ok } from '@shared/lib/result';
import { paragraphs } from '@shared/domain/report/document';
import {
  buildWritingServices,
  type WritingServices,
} from '../../../electron/library/services/report-composition';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { prefillSource } from '../../builders/inquiry-summary';
import { citing } from '../../builders/csl';
import { claim, citation, paragraph, text } from '../../builders/report';
import { insertAnnotation, insertItem, insertProject } from '../../builders/writing-rows';

let library: TestLibrary;
let folder = '';

beforeEach(() => {
  library = openTestLibrary();
  folder = mkdtempSync(join(tmpdir(), 'report-out-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

const core = () => library.library.core;

async function newReport(): Promise<CallOutput<'report.get'>> {
  const { reportId } = await library.get('report.create', {
    templateId: 'practice-case',
    projectId: null,
    title: 'Paired reading',
    language: 'en',
  });
  return library.get('report.get', { reportId });
}

function sectionOf(report: CallOutput<'report.get'>, key: string) {
  const section = report.sections.find((one) => one.key === key);
  if (section === undefined) throw new Error(`no section ${key}`);
  return section;
}

describe('a report without an inquiry', () => {
  it('starts with every section of the template, empty, in APA', async () => {
    const report = await newReport();
    expect(report.sections).toHaveLength(15);
    expect(report.styleId).toBe('apa');
    expect(sectionOf(report, 'limits')).toMatchObject({ required: true, heading: 'Limits' });
    expect(sectionOf(report, 'limits').prompt).not.toBe('');
    const { findings } = await library.get('report.check', { reportId: report.id });
    expect(findings.filter((finding) => finding.kind === 'section-empty').length).toBe(11);
  });

  it('saves sections, coalesces typing into one undo step and brings it back', async () => {
    const report = await newReport();
    const { id } = sectionOf(report, 'context');
    for (const words of ['One', 'One class', 'One class of 26'])
      await library.get('report.updateSection', { sectionId: id, content: paragraphs([words]) });
    const read = async () =>
      sectionOf(await library.get('report.get', { reportId: report.id }), 'context').content;
    expect(await read()).toEqual(paragraphs(['One class of 26']));
    await library.get('history.undo', {});
    expect(await read()).toEqual(sectionOf(report, 'context').content);
    await library.get('history.redo', {});
    expect(await read()).toEqual(paragraphs(['One class of 26']));
  });

  it('changes title, style and authors, goes to the trash and back', async () => {
    const report = await newReport();
    await library.get('report.update', {
      reportId: report.id,
      title: 'Another title',
      styleId: 'harvard-cite-them-right',
      authors: ['O. Placeholder'],
    });
    expect(await library.get('report.get', { reportId: report.id })).toMatchObject({
      title: 'Another title',
      styleId: 'harvard-cite-them-right',
      authors: ['O. Placeholder'],
    });
    await library.get('report.trash', { reportId: report.id });
    expect((await library.get('report.list', {})).reports).toEqual([]);
    await library.get('report.restore', { reportId: report.id });
    expect((await library.get('report.list', {})).reports).toHaveLength(1);
  });

  it('survives closing and opening', async () => {
    const report = await newReport();
    const { id } = sectionOf(report, 'context');
    await library.get('report.updateSection', { sectionId: id, content: paragraphs(['Kept']) });
    library = await library.reopen();
    const again = await library.get('report.get', { reportId: report.id });
    expect(sectionOf(again, 'context').content).toEqual(paragraphs(['Kept']));
  });

  it('answers with a code for what is not there', async () => {
    const reportId = 'gone';
    const content = { type: 'doc' as const, content: [] };
    const results = [
      await library.call('report.get', { reportId }),
      await library.call('report.check', { reportId }),
      await library.call('report.trash', { reportId }),
      await library.call('report.restore', { reportId }),
      await library.call('report.update', { reportId, title: 'x' }),
      await library.call('report.evidenceCandidates', { reportId, kind: 'item' }),
      await library.call('report.linkEvidence', { reportId, claimId: 'c', kind: 'item', sourceId: 'i' }),
      await library.call('report.export', { reportId, format: 'html', path: join(folder, 'x.html') }),
      await library.call('report.updateSection', { sectionId: 'gone', content }),
      await library.call('report.unlinkEvidence', { linkId: 'gone' }),
      await library.call('report.create', { templateId: 'nope', projectId: null, title: '', language: 'en' }),
    ];
    const codes = results.map((result) => (result.ok ? 'ok' : result.error.code));
    expect(new Set(codes.slice(0, 8))).toEqual(new Set(['report.not-found']));
    expect(codes.slice(8)).toEqual([
      'report.section-not-found',
      'report.link-not-found',
      'report.template-unknown',
    ]);
  });
});

describe('citing', () => {
  it('finds works by author, year, title and key, also in Cyrillic and without accents', async () => {
    insertItem(core(), { id: 'i1', authors: 'Müller', year: 2019, title: 'Reading aloud' });
    insertItem(core(), {
      id: 'i2',
      authors: 'Вигадана',
      year: 2020,
      title: 'Читання вголос',
      citation_key: 'vyhadana2020',
    });
    const search = async (query: string) =>
      (await library.get('citation.search', { query })).items.map((item) => item.itemId);
    expect(await search('muller 2019')).toEqual(['i1']);
    expect(await search('ВИГАД')).toEqual(['i2']);
    expect(await search('vyhad')).toEqual(['i2']);
    expect(await search('read')).toEqual(['i1']);
    expect(await search('nothing')).toEqual([]);
    insertItem(core(), { id: 'i3', authors: 'Muller', year: 2021, title: 'Later' });
    expect((await search('muller')).sort()).toEqual(['i1', 'i3']);
  });

  it('formats with records of the library and names what is missing', async () => {
    insertItem(core(), { id: 'i1', authors: 'Example', year: 2019, title: 'Reading aloud' });
    const formatted = await library.get('citation.format', {
      styleId: 'apa',
      locale: 'en-GB',
      clusters: [{ id: 'c', items: [citing('i1', { locator: '7' }), citing('gone')] }],
    });
    expect(formatted.citations[0]?.plain).toBe('(Example, 2019, p. 7) [?]');
    expect(formatted.missingItemIds).toEqual(['gone']);
  });
});

describe('evidence', () => {
  async function withClaim() {
    insertItem(core(), { id: 'i1', authors: 'Example', year: 2019, title: 'Reading aloud' });
    insertAnnotation(core(), {
      id: 'a1',
      item_id: 'i1',
      quote_exact: 'Pairs read more.',
      page_index: 6,
      page_label: '107',
    });
    const report = await newReport();
    const { id } = sectionOf(report, 'impact');
    const content = { type: 'doc' as const, content: [paragraph(text('Pairs read more', claim('k1')))] };
    await library.get('report.updateSection', { sectionId: id, content });
    return report.id;
  }

  it('links a highlight to a claim, with quote, page and source', async () => {
    const reportId = await withClaim();
    const { candidates } = await library.get('report.evidenceCandidates', {
      reportId,
      kind: 'annotation',
      query: 'PAIRS',
    });
    expect(candidates).toMatchObject([{ sourceId: 'a1', quote: 'Pairs read more.', pageLabel: '107' }]);
    const link = { reportId, claimId: 'k1', kind: 'annotation', sourceId: 'a1' } as const;
    const first = await library.get('report.linkEvidence', link);
    expect(await library.get('report.linkEvidence', link)).toEqual(first);
    expect((await library.get('report.get', { reportId })).evidence).toMatchObject([
      {
        claimId: 'k1',
        kind: 'annotation',
        itemId: 'i1',
        source: 'Example (2019). Reading aloud',
        pageIndex: 6,
        missing: false,
      },
    ]);
    const { findings } = await library.get('report.check', { reportId });
    expect(findings.map((finding) => finding.kind)).not.toContain('claim-without-evidence');
    await library.get('report.unlinkEvidence', first);
    expect((await library.get('report.get', { reportId })).evidence).toEqual([]);
    await library.get('history.undo', {});
    expect((await library.get('report.get', { reportId })).evidence).toHaveLength(1);
  });

  it('remembers the quotation when the highlight goes, and says so', async () => {
    const reportId = await withClaim();
    await library.get('report.linkEvidence', { reportId, claimId: 'k1', kind: 'annotation', sourceId: 'a1' });
    core().commands.run('annotation.remove', (change) => {
      change.remove('annotation', 'a1');
    });
    expect((await library.get('report.get', { reportId })).evidence).toMatchObject([
      { quote: 'Pairs read more.', pageLabel: '107', missing: true },
    ]);
    const { findings } = await library.get('report.check', { reportId });
    expect(findings.map((finding) => finding.kind)).toContain('evidence-gone');
  });

  it('refuses a source that does not exist', async () => {
    const reportId = await withClaim();
    const result = await library.call('report.linkEvidence', {
      reportId,
      claimId: 'k1',
      kind: 'annotation',
      sourceId: 'nope',
    });
    expect(result.ok ? 'ok' : result.error.code).toBe('report.source-not-found');
  });
});

describe('a report from an inquiry', () => {
  function services(): WritingServices {
    return buildWritingServices(core(), {
      summary: () => ok(prefillSource()),
      releasedAnalyses: () => ok([]),
      claimLevel: () => ok(1),
      pseudonyms: () => ['S-ACDE'],
    });
  }

  it('is pre-filled, cites the papers of the rationale and links its claims', async () => {
    insertItem(core(), { id: 'article', authors: 'Example', year: 2021, title: 'Paired reading' });
    insertItem(core(), { id: 'book', authors: 'Placeholder', year: 2019, title: 'Small classes' });
    insertAnnotation(core(), { id: 'annotation-1', item_id: 'article', quote_exact: 'Pairs gained.' });
    insertProject(core(), 'project-1');
    const { reports, exporter } = services();
    const created = reports.create({
      templateId: 'practice-case',
      projectId: 'project-1',
      title: '',
      language: 'en',
      styleId: 'apa',
    });
    const reportId = created.ok ? created.value.reportId : '';
    const report = reports.get(reportId);
    if (!report.ok) throw new Error(report.error.code);
    expect(report.value.title).toBe('Paired reading in one Year 5 class');
    expect(report.value.evidence.map((entry) => entry.sourceId)).toContain('annotation-1');
    expect(report.value.claimLevel.level).toBe(1);

    const path = join(folder, 'case.md');
    const written = await exporter.export({ reportId, format: 'markdown', path, decided: false });
    expect(written.ok && written.value.files).toEqual(['case.md', 'case.bib']);
    const markdown = readFileSync(path, 'utf8');
    const keys = [...markdown.matchAll(/@([A-Za-z0-9]+)[,\];]/g)].map((match) => match[1] ?? '');
    expect(keys).toHaveLength(2);
    const bib = readFileSync(join(folder, 'case.bib'), 'utf8');
    for (const key of keys) expect(bib).toContain(`{${key},`);
  });

  it('asks for a decision when a single pupil or a place on this computer is in the text, and keeps the decision', async () => {
    insertProject(core(), 'project-1');
    const { reports, exporter } = services();
    const created = reports.create({
      templateId: 'practice-case',
      projectId: 'project-1',
      title: 'One',
      language: 'en',
      styleId: 'apa',
    });
    const reportId = created.ok ? created.value.reportId : '';
    const report = await library.get('report.get', { reportId });
    const content = paragraphs(['S-ACDE smiled, see /home/someone/class.csv.']);
    await library.get('report.updateSection', { sectionId: sectionOf(report, 'impact').id, content });
    const found = await exporter.shareCheck(reportId);
    expect(found.ok && found.value.map((one) => [one.code, one.excerpt])).toEqual(
      expect.arrayContaining([
        ['absolute-path', '/home/someone'],
        ['raw-rows', 'S-ACDE'],
      ]),
    );
    const path = join(folder, 'one.html');
    const refused = await exporter.export({ reportId, format: 'html', path, decided: false });
    expect(refused.ok ? 'ok' : refused.error.code).toBe('report.needs-decision');
    expect(existsSync(path)).toBe(false);
    expect((await exporter.export({ reportId, format: 'html', path, decided: true })).ok).toBe(true);
    const again = reports.get(reportId);
    expect(again.ok && again.value.exports).toMatchObject([{ fileName: 'one.html', decided: true }]);
  });

  it('renders its files for a package and is listed with its inquiry', async () => {
    insertProject(core(), 'project-1');
    const { reports, exporter } = services();
    const created = reports.create({
      templateId: 'practice-case',
      projectId: 'project-1',
      title: 'One',
      language: 'en',
      styleId: 'apa',
    });
    const reportId = created.ok ? created.value.reportId : '';
    expect(reports.ofProject('project-1')).toEqual([{ id: reportId, title: 'One', authors: [] }]);
    const rendered = await exporter.render(reportId, [
      { format: 'html', name: 'report/report.html' },
      { format: 'docx', name: 'report/report.docx' },
    ]);
    expect(rendered.ok && rendered.value.map((file) => file.name)).toEqual([
      'report/report.html',
      'report/report.docx',
    ]);
  });

  it('is one undo step', async () => {
    insertProject(core(), 'project-1');
    const created = services().reports.create({
      templateId: 'practice-case',
      projectId: 'project-1',
      title: '',
      language: 'uk',
      styleId: 'apa',
    });
    expect(created.ok).toBe(true);
    await library.get('history.undo', {});
    expect((await library.get('report.list', {})).reports).toEqual([]);
  });
});

describe('export', () => {
  it('writes docx and HTML, remembers them in the export log, and that is no undo step', async () => {
    insertItem(core(), { id: 'i1', authors: 'Example', year: 2019, title: 'Reading aloud' });
    const report = await newReport();
    const content = { type: 'doc' as const, content: [paragraph('Said ', citation('c', [citing('i1')]))] };
    await library.get('report.updateSection', { sectionId: sectionOf(report, 'context').id, content });
    const before = await library.get('history.state', {});
    for (const [format, name] of [
      ['docx', 'a.docx'],
      ['html', 'a.html'],
    ] as const) {
      const written = await library.get('report.export', {
        reportId: report.id,
        format,
        path: join(folder, name),
      });
      expect(written).toMatchObject({ path: join(folder, name), files: [name] });
      expect(written.bytes).toBeGreaterThan(1000);
    }
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('(Example, 2019)');
    expect(await library.get('history.state', {})).toEqual(before);
    const { exports } = await library.get('report.get', { reportId: report.id });
    expect(exports.map((record) => [record.format, record.fileName])).toEqual([
      ['html', 'a.html'],
      ['docx', 'a.docx'],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'a.html']);
  });

  it('says when the folder is missing or no window can print, and writes nothing', async () => {
    const report = await newReport();
    const codes: string[] = [];
    for (const [format, path] of [
      ['html', join(folder, 'no', 'a.html')],
      ['pdf', join(folder, 'a.pdf')],
      ['html', folder],
    ] as const) {
      const result = await library.call('report.export', { reportId: report.id, format, path });
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    expect(codes).toEqual(['report.folder-missing', 'host.no-window', 'report.not-writable']);
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
    expect((await library.get('report.get', { reportId: report.id })).exports).toEqual([]);
  });
});
