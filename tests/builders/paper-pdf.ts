import PDFDocument from 'pdfkit';

/** What to put into a PDF made for a test. */
export interface PaperOptions {
  /** One entry per page; paragraphs are separated by empty lines. */
  readonly pages: readonly string[];
  /** Chapter titles, one per page, for the outline. */
  readonly outline?: readonly string[];
  /** A link on the first page that leads to the last page. */
  readonly linkToLastPage?: boolean;
  readonly password?: string;
  /** Random bytes attached to the file, to make it big. */
  readonly ballast?: Buffer;
}

/**
 * Makes a real PDF with selectable text (Latin letters; the standard fonts have no Cyrillic).
 * @param options pages and extras
 */
export async function paperPdf(options: PaperOptions): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    autoFirstPage: false,
    ...(options.password === undefined ? {} : { userPassword: options.password, ownerPassword: 'owner' }),
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => document.on('end', resolve));
  options.pages.forEach((text, page) => {
    document.addPage();
    document.addNamedDestination(`page-${String(page)}`);
    const title = options.outline?.[page];
    if (title !== undefined) {
      document.outline.addItem(title);
      document.font('Times-Bold').fontSize(16).text(title).moveDown();
    }
    document.font('Times-Roman').fontSize(12).text(text);
    if (page === 0 && options.linkToLastPage === true) {
      document.moveDown().text('See the last page.', { goTo: `page-${String(options.pages.length - 1)}` });
    }
  });
  if (options.ballast) document.file(options.ballast, { name: 'ballast.bin' });
  document.end();
  await done;
  return Buffer.concat(chunks);
}
