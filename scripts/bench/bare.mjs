import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../lib/steps.mjs';

const MAIN = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.INQUIRY_USER_DATA);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  window.loadURL(process.env.INQUIRY_BENCH_PAGE ?? 'file://' + __dirname + '/page.html');
});
`;

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Bare</title><main id="usable"><h1>Bare window</h1></main>\n';

// pdf.js as its own examples use it; openPaper is called by the benchmark.
const PDF_PAGE = `<!doctype html><meta charset="utf-8"><title>Bare pdf.js</title>
<div id="paper" style="position:relative"><canvas></canvas><div id="text" style="position:absolute;inset:0"></div></div>
<script type="module">
import { getDocument, GlobalWorkerOptions, TextLayer } from '/pdfjs/build/pdf.min.mjs';
GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.min.mjs';
window.openPaper = async (url, width) => {
  const started = performance.now();
  const task = getDocument({ url, disableAutoFetch: true, disableStream: true });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.querySelector('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  const container = document.querySelector('#text');
  container.replaceChildren();
  await new TextLayer({ textContentSource: await page.getTextContent(), container, viewport }).render();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const milliseconds = performance.now() - started;
  await task.destroy();
  return milliseconds;
};
document.body.insertAdjacentHTML('beforeend', '<p id="usable">ready</p>');
</script>
`;

/** Selector of what makes the bare windows usable. */
export const BARE_USABLE = '#usable';

/**
 * Writes the least application there is: one window with one static page.
 * @param {string} folder is made
 * @returns {string} the folder
 */
export function writeBareApp(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "main": "main.cjs" }\n');
  writeFileSync(join(folder, 'main.cjs'), MAIN);
  writeFileSync(join(folder, 'page.html'), PAGE);
  return folder;
}

/**
 * Serves the bare pdf.js page, pdf.js itself and the papers, with ranges, to this computer only.
 * @param {string} papers folder of PDFs, served under /papers/
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serveBarePdf(papers) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PDF_PAGE);
      return;
    }
    const path = pathname.startsWith('/papers/')
      ? join(papers, pathname.slice('/papers/'.length))
      : join(root, 'node_modules', 'pdfjs-dist', pathname.replace('/pdfjs/', ''));
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) {
      response.writeHead(404).end();
      return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const start = Number(range?.[1] ?? 0);
    const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    response.writeHead(range ? 206 : 200, {
      'content-type': extname(path) === '.mjs' ? 'text/javascript' : 'application/pdf',
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
      ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
    });
    createReadStream(path, { start, end })
      .on('error', () => response.destroy())
      .pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
