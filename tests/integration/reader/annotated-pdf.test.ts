import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAnnotatedPdf } from '../../../electron/library/adapters/annotated-pdf';
import { anAnnotation } from '../../builders/annotation';
import { paperPdf } from '../../builders/paper-pdf';

const folder = mkdtempSync(join(tmpdir(), 'annotated-pdf-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const tools = { qpdf: has('qpdf'), pdftoppm: has('pdftoppm'), mutool: has('mutool') };
for (const [tool, present] of Object.entries(tools))
  if (!present) console.warn(`${tool} is not installed: its check of the annotated copy is skipped`);

const ANNOTATIONS = [
  anAnnotation({ comment: 'Чи справді? Їжак і ґанок — «так».', updatedAt: '2026-03-01T10:20:30.000Z' }),
  anAnnotation({
    id: '0192f000-0000-7000-8000-00000000000a',
    type: 'underline',
    color: '#ff6666',
    rects: [[72, 500, 300, 512]],
  }),
  anAnnotation({
    id: '0192f000-0000-7000-8000-00000000000b',
    type: 'note',
    color: '#2ea8e5',
    rects: [[400, 400, 420, 420]],
    quote: '',
    comment: 'n',
  }),
  anAnnotation({ id: '0192f000-0000-7000-8000-00000000000c', pageIndex: 7 }),
];

let source: Buffer;
let copy: Uint8Array;
const sourcePath = join(folder, 'source.pdf');
const copyPath = join(folder, 'copy.pdf');

beforeAll(async () => {
  source = await paperPdf({ pages: ['First page of a small study.', 'Second page.'], linkToLastPage: true });
  const result = await writeAnnotatedPdf(source, ANNOTATIONS, 'Олена');
  if (!result.ok) throw new Error(result.error.code);
  expect(result.value).toMatchObject({ written: 3, skipped: 1 });
  copy = result.value.bytes;
  writeFileSync(sourcePath, source);
  writeFileSync(copyPath, copy);
});

/** Colour of a point of page 1 as `tool` draws it; PDF points. */
function pixelAt(pathOfPpm: string, x: number, y: number): readonly number[] {
  const ppm = readFileSync(pathOfPpm);
  const header = /^P6\s(?:#.*\s)*(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 100).toString('latin1'));
  const [width, height] = [Number(header?.[1]), Number(header?.[2])];
  const at = (header?.[0].length ?? 0) + 3 * ((height - 1 - Math.floor(y)) * width + Math.floor(x));
  return [...ppm.subarray(at, at + 3)];
}

function expectMarks(ppm: string): void {
  expect(pixelAt(ppm, 290, 706)).toEqual([
    expect.closeTo(188, -1),
    expect.closeTo(223, -1),
    expect.closeTo(171, -1),
  ]);
  expect(pixelAt(ppm, 200, 690)).toEqual([255, 255, 255]);
  const [, green, blue] = pixelAt(ppm, 200, 500.5);
  expect(green).toBeLessThan(200);
  expect(blue).toBeLessThan(200);
  const [red = 0, middle = 0, last = 0] = pixelAt(ppm, 404, 405);
  expect(Math.max(Math.abs(red - 0x2e), Math.abs(middle - 0xa8), Math.abs(last - 0xe5))).toBeLessThan(3);
}

describe('annotated copy', () => {
  it('holds standard annotations beside those the PDF had', async () => {
    const pdf = await PDFDocument.load(copy);
    const list = pdf.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
    const dicts = list.asArray().map((_, i) => list.lookup(i, PDFDict));
    const subtypes = dicts.map((dict) => dict.lookup(PDFName.of('Subtype'), PDFName).asString());
    expect(subtypes).toEqual(['/Link', '/Highlight', '/Popup', '/Underline', '/Text', '/Popup']);
    const highlight = dicts[1];
    const text = (name: string) => highlight?.lookup(PDFName.of(name), PDFHexString).decodeText();
    expect(text('Contents')).toBe('Чи справді? Їжак і ґанок — «так».');
    expect(text('T')).toBe('Олена');
    expect(text('NM')).toBe(ANNOTATIONS[0]?.id);
    expect(text('M')).toBe('D:20260301102030Z');
    expect(highlight?.lookup(PDFName.of('QuadPoints'), PDFArray).size()).toBe(16);
  });

  it('leaves the source as it was', async () => {
    const again = await paperPdf({ pages: ['x'] });
    const before = Buffer.from(again);
    await writeAnnotatedPdf(again, ANNOTATIONS, '');
    expect(again.equals(before)).toBe(true);
  });

  it.skipIf(!tools.qpdf)('has a sound structure (qpdf)', () => {
    const run = spawnSync('qpdf', ['--check', copyPath], { encoding: 'utf8' });
    expect(run.stdout).toContain('No syntax or stream encoding errors found');
    expect(run.status).toBe(0);
  });

  it.skipIf(!tools.pdftoppm)('is drawn by poppler', () => {
    const run = spawnSync('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', copyPath, join(folder, 'poppler')], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expectMarks(join(folder, 'poppler-1.ppm'));
  });

  it.skipIf(!tools.mutool)('is drawn by mutool', () => {
    spawnSync('mutool', ['draw', '-r', '72', '-o', join(folder, 'mutool.ppm'), copyPath, '1']);
    expectMarks(join(folder, 'mutool.ppm'));
  });

  it('refuses encrypted and broken PDFs with a code', async () => {
    const locked = await paperPdf({ pages: ['secret'], password: 'secret' });
    expect(await writeAnnotatedPdf(locked, ANNOTATIONS, '')).toMatchObject({
      error: { code: 'annotation.pdf-encrypted' },
    });
    const broken = [
      Buffer.from('not a pdf'),
      Buffer.alloc(0),
      source.subarray(0, 300),
      Buffer.alloc(200_000, 7),
    ];
    for (const bytes of broken)
      expect(await writeAnnotatedPdf(bytes, ANNOTATIONS, '')).toMatchObject({
        error: { code: 'annotation.pdf-broken' },
      });
  });
});

const corpus =
  process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
const real = join(corpus, 'pdf', 'edu', 'mcarthur-2015-sight-word-phonics.pdf');
if (!existsSync(real)) console.warn('no corpus: the annotated copy of a real paper is not tested');

describe.skipIf(!existsSync(real) || !tools.qpdf)('annotated copy of a real paper', () => {
  it('passes qpdf', async () => {
    const result = await writeAnnotatedPdf(readFileSync(real), [anAnnotation({ comment: 'ok' })], '');
    if (!result.ok) throw new Error(result.error.code);
    const path = join(folder, 'real.pdf');
    writeFileSync(path, result.value.bytes);
    const run = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    expect(run.stdout).toContain('No syntax or stream encoding errors found');
  });
});
