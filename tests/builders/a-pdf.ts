import { PDFDocument, StandardFonts } from 'pdf-lib';

/**
 * A small real PDF.
 * @param title printed on its only page
 */
export async function aPdf(title = 'An invented paper'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([595, 842]);
  page.drawText(title, { x: 72, y: 760, size: 20, font });
  page.drawText('Olena Koval', { x: 72, y: 730, size: 12, font });
  return document.save();
}
