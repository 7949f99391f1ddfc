import { join } from 'node:path';
import { bigPdfs, runCli } from './data.mjs';
import { serveBarePdf } from './bare.mjs';
import { openBare, openDesk } from './start.mjs';
import { milliseconds, printNote, printRatio } from './stats.mjs';
import { contractCall } from './window.mjs';

/** From the address in the Library to the drawn first page with its text. */
const openPaper = (/** @type {string} */ attachmentId) => `(async () => {
  const until = async (test) => { while (!test()) await new Promise((resolve) => requestAnimationFrame(resolve)); };
  location.hash = '#/library';
  await until(() => document.querySelector('[role="grid"]') && !document.querySelector('section[data-page]'));
  const started = performance.now();
  location.hash = '#/reader/${attachmentId}';
  await until(() => document.querySelector('[data-ready="true"] section[data-page="0"]:not([aria-busy])'));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const elapsed = performance.now() - started;
  if (document.querySelector('section[data-page="0"][data-failed]')) throw new Error('the page was not drawn');
  return { elapsed, width: document.querySelector('section[data-page="0"] canvas').width };
})()`;

/**
 * First page of a 50 MB PDF in the reader against a bare pdf.js page that draws it at the same size.
 * @param {{ bare: string, scratch: string, rounds: number }} input
 */
export async function measureReader({ bare, scratch, rounds }) {
  const papers = await bigPdfs(rounds);
  const library = join(scratch, 'reader-library');
  const names = Array.from({ length: rounds }, (_, index) => `big-${index + 1}.pdf`);
  runCli(library, ['import', ...names.map((name) => join(papers, name))]);
  // A search waits until the text of all papers is read, so that this is not measured.
  runCli(library, ['search', 'kale']);
  const server = await serveBarePdf(papers);
  const app = await openDesk(library, join(scratch, 'user-reader'));
  const page = await openBare(bare, join(scratch, 'user-pdf'), server.address);
  const { rows } = await app.run(
    contractCall('library.list', {
      view: { scope: { kind: 'all' } },
      sort: { by: 'title', direction: 'ascending' },
    }),
  );
  const pairs = [];
  for (const [index, name] of names.entries()) {
    const { elapsed, width } = await app.run(openPaper(rows[index].attachmentId));
    const base = await page.run(`openPaper('/papers/${name}', ${width})`);
    pairs.push({ app: elapsed, base });
  }
  await app.close();
  await page.close();
  server.close();
  printRatio('4 first page of a 50 MB PDF', pairs, { base: 'bare pdf.js page', unit: milliseconds });
  const [first] = pairs;
  if (first)
    printNote(
      `the first paper of a session also loads the reader: ${milliseconds(first.app)} against ${milliseconds(first.base)}`,
    );
}
