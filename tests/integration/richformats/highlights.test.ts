import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAnnotatedPdf } from '../../../electron/library/adapters/annotated-pdf';
import { aPdf } from '../../builders/a-pdf';
import { anAnnotation } from '../../builders/annotation';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { builtPdfWorker } from '../../builders/pdf-worker';

let library: TestLibrary;
let folder: string;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
});
beforeEach(() => {
  library = openTestLibrary({ workers });
  folder = mkdtempSync(join(tmpdir(), 'inquiry-highlights-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importPaths(...paths: readonly string[]): Promise<void> {
  const { jobId } = await library.get('import.start', { paths: [...paths], collectionId: null });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
}

function annotations(): readonly Readonly<Record<string, unknown>>[] {
  return library.library.core.db
    .prepare<[], Record<string, unknown>>('SELECT * FROM annotation ORDER BY sort_index')
    .all();
}

/** A page with a title at 72,760, of which part is marked, and a sticky note with an answer. */
async function markedPdf(): Promise<Uint8Array> {
  const plain = await aPdf('Reading aloud in small groups');
  const copy = await writeAnnotatedPdf(
    plain,
    [
      anAnnotation({
        type: 'highlight',
        color: '#2ea8e5',
        pageIndex: 0,
        rects: [[71, 755, 190, 778]],
        comment: 'Чи справді?',
        createdAt: '2024-03-01T10:20:30.000Z',
      }),
      anAnnotation({
        id: '0192f000-0000-7000-8000-00000000000b',
        type: 'note',
        pageIndex: 0,
        color: '#ff6666',
        rects: [[400, 600, 420, 620]],
        comment: 'Look again',
      }),
    ],
    'Olena',
  );
  if (!copy.ok) throw new Error(copy.error.code);
  const pdf = await PDFDocument.load(copy.value.bytes);
  const page = pdf.getPage(0);
  const note = page.node
    .Annots()
    ?.asArray()
    .find((ref) => String(pdf.context.lookup(ref)).includes('/Subtype /Text'));
  if (note === undefined) throw new Error('no note');
  page.node.addAnnot(
    pdf.context.register(
      pdf.context.obj({
        Type: 'Annot',
        Subtype: PDFName.of('Text'),
        Rect: [400, 600, 420, 620],
        IRT: note,
        T: PDFString.of('Iryna'),
        Contents: PDFHexString.fromText('I did'),
      }),
    ),
  );
  return pdf.save();
}

describe('highlights inside imported PDFs', () => {
  it('become annotations with their words, colour, comment and date, and go with the import', async () => {
    const path = join(folder, 'marked.pdf');
    writeFileSync(path, await markedPdf());
    await importPaths(path);
    expect(annotations()).toMatchObject([
      {
        type: 'highlight',
        page_index: 0,
        color: '#2ea8e5',
        quote_exact: 'Reading aloud',
        quote_suffix: expect.stringMatching(/^ in small groups/) as string,
        comment: 'Olena: Чи справді?',
        created_at: '2024-03-01T10:20:30.000Z',
        position_start: 0,
        position_end: 13,
      },
      { type: 'note', color: '#ff6666', quote_exact: '', comment: 'Olena: Look again\n\nIryna: I did' },
    ]);
    await library.get('history.undo', {});
    expect(annotations()).toEqual([]);
    await library.get('history.redo', {});
    expect(annotations()).toHaveLength(2);
  });

  it('come with a PDF that a bibliography names', async () => {
    writeFileSync(join(folder, 'marked.pdf'), await markedPdf());
    const bib = join(folder, 'refs.bib');
    writeFileSync(bib, '@article{a, title={Reading aloud}, file={marked.pdf}}');
    await importPaths(bib);
    expect(annotations()).toHaveLength(2);
  });

  const sample = join(
    process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus'),
    'pdf-samples/annotated_pdf.pdf',
  );
  it.skipIf(!existsSync(sample))('are found in a real annotated PDF (corpus)', async () => {
    await importPaths(sample);
    const found = annotations();
    expect(found.length).toBeGreaterThan(0);
    const marked = found.filter((row) => row['type'] !== 'note');
    expect(marked.every((row) => String(row['quote_exact']).length > 0)).toBe(true);
  });
});
