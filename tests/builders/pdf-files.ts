import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';

/** A line set on a page; y is the distance from the top in points. */
export interface SetLine {
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly size?: number;
  readonly font?: string;
}

/** A PDF to be written for a test. */
export interface PdfSpec {
  readonly info?: Readonly<Record<string, string>>;
  readonly pages: readonly (readonly (SetLine | string)[])[];
  readonly password?: string;
}

/** A font with Cyrillic letters, when the system has it. */
export const CYRILLIC_FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

/**
 * Writes a real PDF. Plain strings are set below one another in 11 points.
 * @param path where to write
 * @param spec what it holds
 */
export async function writePdf(path: string, spec: PdfSpec): Promise<string> {
  const document = new PDFDocument({
    autoFirstPage: false,
    info: { ...spec.info },
    ...(spec.password === undefined ? {} : { userPassword: spec.password }),
  });
  const out = createWriteStream(path);
  document.pipe(out);
  for (const page of spec.pages) {
    document.addPage({ size: 'A4', margin: 0 });
    let y = 90;
    for (const entry of page) {
      const line: SetLine = typeof entry === 'string' ? { text: entry, y } : entry;
      y = line.y + 1.3 * (line.size ?? 11);
      document
        .font(line.font ?? 'Times-Roman')
        .fontSize(line.size ?? 11)
        .text(line.text, line.x ?? 72, line.y, { lineBreak: false });
    }
  }
  document.end();
  await finished(out);
  return path;
}
