import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '@shared/domain/learning/text-match';
import { paperAnswersSchema, teachingPaperSchema } from '@shared/domain/learning/teaching-paper';
import { buildContent } from '../../builders/build-content';
import { contentFolders, readContent, resourcesFolder } from '../../builders/content-files';
import { readPdf, type ReadPdf } from '../../builders/read-pdf';

const ids = contentFolders('teaching-papers');
const outFolder = mkdtempSync(join(tmpdir(), 'inquiry-papers-'));
const pdfs = new Map<string, ReadPdf>();

beforeAll(async () => {
  await buildContent({ outFolder });
  for (const id of ids)
    pdfs.set(id, await readPdf(readFileSync(join(outFolder, 'teaching-papers', `${id}.pdf`))));
});
afterAll(() => {
  rmSync(outFolder, { recursive: true, force: true });
});

const pdfOf = (id: string): ReadPdf => {
  const pdf = pdfs.get(id);
  if (pdf === undefined) throw new Error(`${id} was not rendered`);
  return pdf;
};

describe('teaching papers as PDF', () => {
  it.each(ids)(
    '%s carries its title, authors, language, page labels and the mark that it is invented',
    (id) => {
      const paper = teachingPaperSchema.parse(readContent(`teaching-papers/${id}/paper.json`));
      const pdf = pdfOf(id);
      expect(pdf.title).toBe(paper.title);
      expect(pdf.author).toBe(paper.authors.map((author) => `${author.given} ${author.family}`).join('; '));
      expect(pdf.language).toBe(paper.language);
      expect(pdf.pageLabels[0]).toBe(String(paper.firstPage));
      expect(pdf.isTagged).toBe(true);
      const mark = comparable(paper.language === 'uk' ? 'вигадані дані' : 'invented data');
      for (const page of pdf.pages) expect(comparable(page)).toContain(mark);
      expect(comparable(pdf.pages[0] ?? '')).toContain(comparable(paper.doi));
    },
  );

  it.each(ids)('%s has all of its text in the PDF, Cyrillic included', (id) => {
    const paper = teachingPaperSchema.parse(readContent(`teaching-papers/${id}/paper.json`));
    const whole = comparable(pdfOf(id).pages.join(' '));
    for (const block of paper.body) {
      if (block.type !== 'paragraph') continue;
      const start = comparable(block.text.replaceAll('*', '')).slice(0, 40);
      expect(whole).toContain(start);
    }
  });

  it('TP-RCT has 4 to 6 pages and an outline', () => {
    expect(pdfOf('tp-rct').pages.length).toBeGreaterThanOrEqual(4);
    expect(pdfOf('tp-rct').pages.length).toBeLessThanOrEqual(6);
    expect(pdfOf('tp-rct').outline).toContain('3 Results');
  });

  it.each(ids.filter((id) => existsSync(join(resourcesFolder, 'teaching-papers', id, 'answers.json'))))(
    '%s: every anchor is found exactly once on its page',
    (id) => {
      const answers = paperAnswersSchema.parse(readContent(`teaching-papers/${id}/answers.json`));
      const pages = pdfOf(id).pages.map(comparable);
      const found = answers.anchors.map((anchor) => ({
        id: anchor.id,
        page: anchor.pageIndex,
        on: pages.flatMap((page, index) =>
          page.split(comparable(anchor.quote)).length === 2 ? [index] : [],
        ),
      }));
      expect(found).toEqual(
        answers.anchors.map((anchor) => ({ id: anchor.id, page: anchor.pageIndex, on: [anchor.pageIndex] })),
      );
    },
  );

  it('is not rendered again when nothing changed, and is when a file was damaged; equal bytes each time', async () => {
    const file = join(outFolder, 'teaching-papers', 'tp-rct.pdf');
    const before = readFileSync(file);
    const changed = statSync(file).mtimeMs;
    expect(await buildContent({ outFolder })).toMatchObject({ rendered: 0, total: ids.length });
    expect(statSync(file).mtimeMs).toBe(changed);
    rmSync(file);
    expect(await buildContent({ outFolder })).toMatchObject({ rendered: ids.length });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
