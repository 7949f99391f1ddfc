import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yauzl from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportToDocx } from '../../../electron/library/adapters/docx-report';
import { paragraph, reportExport, section } from '../../builders/report';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

let folder = '';
let file = '';
let xml: Map<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-docx-'));
  file = join(folder, 'report.docx');
  writeFileSync(file, await reportToDocx(reportExport()));
  xml = await unzip(file);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function unzip(path: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const entries = new Map<string, string>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) {
            reject(problem);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            entries.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => {
        resolve(entries);
      });
      zip.readEntry();
    });
  });
}

describe('reportToDocx', () => {
  it('uses real styles, each paragraph with one set of properties', () => {
    const document = xml.get('word/document.xml') ?? '';
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption', 'Quote', 'Bibliography']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    const bodies = document.split(/<w:p(?= |>)/).slice(1);
    expect(bodies.length).toBeGreaterThan(20);
    for (const body of bodies) expect(body.match(/<w:pPr>/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('states language, header rows, alternative text and hanging indent', () => {
    const document = xml.get('word/document.xml') ?? '';
    const styles = xml.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:val="en-GB"');
    expect(styles).toMatch(/w:styleId="Bibliography".*?w:hanging="720"/s);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('descr="Twelve lines, most of them rising."');
  });

  it('links every claim to its evidence and back', () => {
    const document = xml.get('word/document.xml') ?? '';
    for (const anchor of ['claim_1', 'evidence_1', 'claim_2', 'evidence_2']) {
      expect(document.match(new RegExp(`<w:bookmarkStart w:name="${anchor}"`, 'g'))).toHaveLength(1);
    }
    expect(document).toContain('w:anchor="evidence_1"');
    expect(document).toContain('w:anchor="claim_1"');
    expect(document).toContain('No evidence is linked to this claim.');
  });

  it('keeps unsafe addresses and control characters out', async () => {
    expect([...xml.values()].join('')).not.toContain('javascript:');
    const odd = join(folder, 'odd.docx');
    const sections = [section('one', [paragraph('bell \u0007 and form feed \u000C end')])];
    writeFileSync(odd, await reportToDocx(reportExport({ sections })));
    expect((await unzip(odd)).get('word/document.xml')).toContain('bell  and form feed  end');
  });

  it.skipIf(!hasPandoc)('is read back by pandoc with headings, citations, table and references', () => {
    const text = execFileSync('pandoc', [file, '-t', 'markdown', '--wrap=none'], { encoding: 'utf8' });
    expect(text).toContain('# The problem');
    expect(text).toContain('## What we saw');
    expect(text).toContain('(see Example & Sample, 2021, pp. 12--15; Placeholder, 2019)');
    expect(text).toContain(
      'Twelve of 26 pupils read below 90 words a minute \\<& \\"quoted\\"\\>. **Slowly**.',
    );
    expect(text).toMatch(/Mean\s+55\s+62/);
    expect(text).toContain('*Journal of Invented Classrooms*');
    expect(text).toContain('# Evidence trail');
    expect(text).not.toContain('Never written');
  });

  it.skipIf(!hasOffice)('opens in LibreOffice', () => {
    execFileSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ]);
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
