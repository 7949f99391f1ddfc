import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type RunningApp } from './launch';

/** A paper that was imported into the running application. */
export interface ImportedPaper {
  readonly itemId: string;
  readonly attachmentId: string;
}

/**
 * Imports a PDF as a person would and waits until it is in the library.
 * @param desk running application
 * @param name file name
 * @param bytes the PDF
 */
export async function importPdf(desk: RunningApp, name: string, bytes: Uint8Array): Promise<ImportedPaper> {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  const { jobId } = await desk.get('import.start', { paths: [path] });
  await expect
    .poll(async () => {
      const jobs = await desk.get('import.history', {});
      return jobs.find((job) => job.jobId === jobId)?.state;
    })
    .toBe('done');
  const { lines } = await desk.get('import.report', { jobId });
  const itemId = lines.find((line) => line.itemId !== null)?.itemId;
  if (typeof itemId !== 'string') throw new Error(`not imported: ${JSON.stringify(lines)}`);
  const { attachmentId } = await desk.get('import.foundFields', { itemId });
  if (attachmentId === null) throw new Error('imported without its file');
  return { itemId, attachmentId };
}

/** The reader as a person sees it. */
export class ReaderPage {
  readonly page: Page;
  readonly pages: Locator;
  readonly list: Locator;
  readonly cards: Locator;
  readonly announcement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pages = page.locator('section[data-page]');
    this.list = page.getByRole('list', { name: 'Annotations' });
    this.cards = this.list.getByRole('listitem');
    this.announcement = page.locator('[data-announcement]');
  }

  /** Opens a paper by its address and waits until its first page in view is drawn. */
  async open(attachmentId: string, query = ''): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/reader/${attachmentId}${query}`);
    await this.drawn();
  }

  /** Waits until every page in the document has its picture and its text. */
  async drawn(): Promise<void> {
    await expect(this.page.locator('[data-ready="true"]')).toBeVisible();
    await expect(this.pages.first()).toBeAttached();
    await expect(this.page.locator('section[data-page][aria-busy]')).toHaveCount(0);
  }

  /** Runs of text of a page. */
  runs(pageIndex: number): Locator {
    return this.page.locator(`section[data-page="${String(pageIndex)}"] span[role="presentation"]`);
  }

  marks(kind: string): Locator {
    return this.page.locator(`[data-kind="${kind}"]`);
  }

  /** Drags the mouse from the start of one run of text to the end of another. */
  async selectByMouse(from: Locator, to: Locator): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('text is not on the screen');
    const { mouse } = this.page;
    await mouse.move(start.x + 1, start.y + start.height / 2);
    await mouse.down();
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
    await mouse.move(end.x + end.width - 1, end.y + end.height / 2, { steps: 3 });
    await mouse.up();
  }

  /** Puts the keyboard on the pages. */
  async focusPages(): Promise<void> {
    await this.page.locator('[data-ready="true"] [tabindex="0"]').first().focus();
  }
}
