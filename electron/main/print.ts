import { BrowserWindow, session } from 'electron';
import { z } from 'zod';
import { fail, ok, type Result } from '@shared/lib/result';

const input = z.object({ html: z.string(), language: z.string(), title: z.string() });

/**
 * Prints a whole HTML page to a tagged PDF with an outline, in a hidden window without scripts or network.
 * @returns the bytes, or `print.failed`
 */
export async function printToPdf(raw: unknown): Promise<Result<Uint8Array>> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) return fail('print.failed', undefined, parsed.error.message);
  const partition = session.fromPartition('print');
  partition.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !details.url.startsWith('data:') });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      session: partition,
    },
  });
  try {
    await window.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(parsed.data.html, 'utf8').toString('base64')}`,
    );
    const bytes = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
    });
    return ok(new Uint8Array(bytes));
  } catch (error) {
    return fail('print.failed', undefined, String(error));
  } finally {
    window.destroy();
  }
}
