import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type * as pdfJsTypes from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { isCyrillicMojibake, repairCyrillicMojibake } from '@shared/domain/pdf-metadata/mojibake';
import type {
  PdfFailureCode,
  PdfHead,
  PdfPageLayout,
  PdfPageText,
  PdfTextSummary,
  TextLayer,
  TextRepair,
} from '@shared/domain/pdf-metadata/types';
import { annotationTags } from './annotation-tags';
import { describe } from './description';
import { nativeAnnotations } from './native-annotations';
import { layoutOf, plainText, type RawPage, type TextItem } from './page-layout';
import type { PdfAnnotations, PdfWorkerData } from './messages';

/** A document that could not be read, with the code the user is told. */
export class PdfReadError extends Error {
  constructor(
    readonly code: PdfFailureCode,
    cause: string,
  ) {
    super(cause);
    this.name = 'PdfReadError';
  }
}

type PdfJs = Pick<typeof pdfJsTypes, 'getDocument'>;

/** Pages sampled to judge the text layer and its code page. */
const SAMPLE_PAGES = 4;
/** Characters a page must have on average to count as having text. */
const SPARSE_CHARACTERS = 60;
/** A batch is stored in one go; more than this would hold up the library process for too long. */
const BATCH_CHARACTERS = 60_000;

let library: Promise<PdfJs> | null = null;

/** Loads pdf.js without its notices about the canvas package, which text extraction does not need. */
async function loadPdfJs(): Promise<PdfJs> {
  library ??= (async () => {
    const { warn, log } = console;
    console.warn = console.log = () => undefined;
    try {
      // The worker half registers itself on globalThis, so that pdf.js runs it here and starts no thread of its own.
      await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
      console.log = log;
    }
  })();
  return library;
}

interface OpenDocument {
  readonly document: PDFDocumentProxy;
  readonly task: PDFDocumentLoadingTask;
  readonly fingerprint: string;
}

/** Reads binary resources (character maps, fonts) from disk whatever the host process calls itself. */
function resourceReader(setup: PdfWorkerData) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const folder = kind === 'cMapUrl' ? setup.cMapFolder : setup.fontFolder;
      return new Uint8Array(await readFile(folder + filename));
    }
  };
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new PdfReadError('pdf.tooLarge', `${String(size)} bytes`);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof PdfReadError) throw error;
    throw new PdfReadError('pdf.missing', String(error));
  }
}

async function open(path: string, setup: PdfWorkerData): Promise<OpenDocument> {
  const pdfjs = await loadPdfJs();
  const bytes = await readBytes(path, setup.maxBytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString(
    'latin1',
  );
  // pdf.js "recovers" any junk by scanning it whole; a file without the signature is refused at once.
  if (!head.includes('%PDF-')) throw new PdfReadError('pdf.broken', 'no %PDF- signature');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const task = pdfjs.getDocument({
    data: bytes,
    BinaryDataFactory: resourceReader(setup),
    cMapUrl: setup.cMapFolder,
    standardFontDataUrl: setup.fontFolder,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    // Pictures are never decoded: only text is wanted.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const id: string | null | undefined = document.fingerprints[0];
    const usable = typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) && !/^0+$/.test(id);
    return { document, task, fingerprint: usable ? id : digest };
  } catch (error) {
    await task.destroy();
    throw asReadError(error);
  }
}

/** @param error anything pdf.js rejected with */
export function asReadError(error: unknown): PdfReadError {
  if (error instanceof PdfReadError) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return new PdfReadError(
    name === 'PasswordException' ? 'pdf.password' : 'pdf.broken',
    `${name}: ${message}`,
  );
}

async function readPage(document: PDFDocumentProxy, pageIndex: number): Promise<RawPage> {
  const page = await document.getPage(pageIndex + 1);
  const content = await page.getTextContent({ includeMarkedContent: false });
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  return { items, styles: content.styles, page };
}

async function pageText(document: PDFDocumentProxy, pageIndex: number): Promise<string> {
  const raw = await readPage(document, pageIndex);
  raw.page.cleanup();
  return plainText(raw.items);
}

function judgeLayer(texts: readonly string[]): TextLayer {
  const letters = texts.map((text) => text.replace(/[^\p{L}\p{N}]/gu, '').length);
  const total = letters.reduce((sum, count) => sum + count, 0);
  if (total < 10 * texts.length) return 'none';
  return total < SPARSE_CHARACTERS * texts.length ? 'sparse' : 'present';
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, change(text)]));
}

async function hasOutline(document: PDFDocumentProxy): Promise<boolean> {
  try {
    const outline: unknown = await document.getOutline(); // null when there is none, whatever its type says
    return Array.isArray(outline) && outline.length > 0;
  } catch {
    return false;
  }
}

async function pageLabels(document: PDFDocumentProxy): Promise<readonly string[] | null> {
  try {
    return await document.getPageLabels();
  } catch {
    return null;
  }
}

/**
 * Reads the first pages with layout.
 * @param path absolute path
 * @param pages number of pages
 * @param setup resource folders and limits
 * @throws PdfReadError
 */
export async function readHead(path: string, pages: number, setup: PdfWorkerData): Promise<PdfHead> {
  const { document, task, fingerprint } = await open(path, setup);
  try {
    const labels = await pageLabels(document);
    const layouts: PdfPageLayout[] = [];
    let lastError: unknown = null;
    for (let index = 0; index < Math.min(pages, document.numPages); index += 1) {
      try {
        const raw = await readPage(document, index);
        layouts.push(await layoutOf(raw, index, labels?.[index] ?? null));
        raw.page.cleanup();
      } catch (error) {
        lastError = error;
      }
    }
    if (layouts.length === 0) throw asReadError(lastError ?? new Error('no pages'));
    const mojibake = isCyrillicMojibake(layouts.map((page) => page.text).join('\n'));
    const fix = mojibake ? repairCyrillicMojibake : (text: string) => text;
    const description = await describe(document);
    const infoMojibake = mojibake || isCyrillicMojibake(Object.values(description.info).join(' '));
    return {
      pageCount: document.numPages,
      fingerprint,
      description: infoMojibake
        ? { ...description, info: mapValues(description.info, repairCyrillicMojibake) }
        : description,
      hasOutline: await hasOutline(document),
      textLayer: judgeLayer(layouts.map((page) => page.text)),
      repaired: mojibake ? 'windows-1251' : null,
      pages: mojibake
        ? layouts.map((page) => ({
            ...page,
            text: fix(page.text),
            items: page.items.map((item) => ({ ...item, text: fix(item.text) })),
          }))
        : layouts,
    };
  } finally {
    await task.destroy();
  }
}

/**
 * Annotations that other programs wrote into a PDF.
 * @param path absolute path
 * @param setup resource folders and limits
 * @throws PdfReadError
 */
export async function readAnnotations(path: string, setup: PdfWorkerData): Promise<PdfAnnotations> {
  const { document, task, fingerprint } = await open(path, setup);
  try {
    const tags = await annotationTags(path);
    return { fingerprint, annotations: await nativeAnnotations(document, await pageLabels(document), tags) };
  } finally {
    await task.destroy();
  }
}

/**
 * Streams the text of all pages from `fromPage` on.
 * @param path absolute path
 * @param options where to start and how many pages a batch holds at most
 * @param setup resource folders and limits
 * @param send called with each batch; awaited before the next page is read
 * @throws PdfReadError
 */
export async function readAllPages(
  path: string,
  options: { readonly fromPage: number; readonly batchSize: number },
  setup: PdfWorkerData,
  send: (pages: readonly PdfPageText[]) => Promise<void>,
): Promise<PdfTextSummary> {
  const { document, task, fingerprint } = await open(path, setup);
  try {
    const labels = await pageLabels(document);
    const failedPages: number[] = [];
    const sample = await sampleText(document);
    const sampled = [...sample.values()];
    const repaired: TextRepair | null = isCyrillicMojibake(sampled.join('\n')) ? 'windows-1251' : null;
    let batch: PdfPageText[] = [];
    let size = 0;
    for (let pageIndex = options.fromPage; pageIndex < document.numPages; pageIndex += 1) {
      try {
        const known = sample.get(pageIndex) ?? '';
        const text = known === '' ? await pageText(document, pageIndex) : known;
        batch.push({
          pageIndex,
          label: labels?.[pageIndex] ?? null,
          text: repaired ? repairCyrillicMojibake(text) : text,
        });
        size += text.length;
      } catch {
        failedPages.push(pageIndex);
      }
      if (batch.length >= options.batchSize || size > BATCH_CHARACTERS) {
        await send(batch);
        batch = [];
        size = 0;
      }
    }
    if (batch.length > 0) await send(batch);
    return {
      pageCount: document.numPages,
      fingerprint,
      textLayer: judgeLayer(sampled),
      repaired,
      failedPages,
    };
  } finally {
    await task.destroy();
  }
}

/** Text of a few pages spread over the document (a scan may have a typed cover page), by page. */
async function sampleText(document: PDFDocumentProxy): Promise<ReadonlyMap<number, string>> {
  const last = document.numPages - 1;
  const texts = new Map<number, string>();
  for (const pageIndex of [0, Math.floor(last / 2), last, Math.min(1, last)].slice(0, SAMPLE_PAGES)) {
    if (texts.has(pageIndex)) continue;
    try {
      texts.set(pageIndex, plainText((await readPage(document, pageIndex)).items));
    } catch {
      texts.set(pageIndex, '');
    }
  }
  return texts;
}
