import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PDFDocument,
  StandardFonts,
  pushGraphicsState,
  popGraphicsState,
  concatTransformationMatrix,
  drawObject,
} from 'pdf-lib';
import { createServer } from 'vite';
import { nodeBinary, root } from '../lib/steps.mjs';
import { inventedProse } from './words.mjs';

/** Raised when what is generated changes; older folders are then not used. */
const VERSION = 3;
/** Generated once, kept between runs. */
export const CACHE = join(root, '.cache', `bench-${VERSION}`);
const CLI = join(root, 'out', 'main', 'cli.js');

/**
 * Runs the built command line on a library.
 * @param {string} library folder
 * @param {readonly string[]} args
 * @returns {{ milliseconds: number, output: any }} time of the whole process, what it printed
 */
export function runCli(library, args) {
  const started = performance.now();
  const result = spawnSync(nodeBinary(), [CLI, '--library', library, '--json', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0)
    throw new Error(`${args[0]}: exit code ${String(result.status)}\n${result.stderr}`);
  return { milliseconds: performance.now() - started, output: JSON.parse(result.stdout) };
}

/**
 * A folder that is generated once; one that was not finished is generated anew.
 * @param {string} name
 * @param {(folder: string) => Promise<void> | void} fill
 */
async function generated(name, fill) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  console.log(`(generating ${name}; it is kept in .cache for the next run)`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await fill(unfinished);
  renameSync(unfinished, folder);
  return folder;
}

/**
 * A .bib file of invented records with varied words.
 * @param {number} count
 */
function variedBib(count) {
  const prose = inventedProse(42);
  return Array.from(
    { length: count },
    (_, index) => `@article{made${index},
  author = {${prose.word()}, ${prose.word()} and ${prose.word()}, ${prose.word()}},
  title = {${prose.text(9)}},
  journal = {${prose.text(3)}},
  year = {${1990 + (index % 36)}},
  doi = {10.5555/made.${index}},
  abstract = {${prose.text(150)}}
}
`,
  ).join('\n');
}

/**
 * A library imported from an invented bibliography by the command line.
 * @param {number} items
 * @returns {Promise<string>} library folder
 */
export function libraryOf(items) {
  return generated(`library-${items}`, (folder) => {
    const bib = `${folder}.bib`;
    writeFileSync(bib, variedBib(items));
    runCli(folder, ['import', bib]);
    // A search waits until everything is in the index.
    runCli(folder, ['search', 'kale']);
    rmSync(bib);
  });
}

/**
 * A library with tags, collections and full texts, made by the builder that the tests use.
 * @param {number} items
 * @param {number} texts number of papers with text
 * @param {number} pages pages of each
 */
export function libraryWithText(items, texts, pages) {
  return generated(`library-${items}-text-${texts * pages}`, (folder) =>
    fillLibrary(folder, { items, texts, pages }),
  );
}

/** @param {string} folder library @param {{ items: number, texts: number, pages: number }} size */
async function fillLibrary(folder, size) {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: {
      alias: {
        '@shared': join(root, 'shared'),
        '@db': join(root, 'db'),
        '@resources': join(root, 'resources'),
      },
    },
  });
  try {
    const { openTestLibrary } = await server.ssrLoadModule('/tests/builders/open-test-library.ts');
    const { fillLargeLibrary } = await server.ssrLoadModule('/tests/builders/large-library.ts');
    const test = openTestLibrary({ root: folder });
    const { blocks } = await fillLargeLibrary(test, size);
    console.log(
      `(longest write to the index: ${blocks.longestPages.toFixed(0)} ms of pages, ${blocks.longestMerge.toFixed(0)} ms of merging)`,
    );
    await test.library.close();
  } finally {
    await server.close();
  }
}

const IMAGE = { width: 700, height: 500 };
const PDF_PAGES = 50;

/**
 * PDFs of 50 MB: 50 pages, each with a large image of noise (which no compression makes smaller) and some text.
 * @param {number} count
 * @returns {Promise<string>} their folder
 */
export function bigPdfs(count) {
  return generated(`pdf-${count}`, async (folder) => {
    for (let number = 1; number <= count; number += 1)
      writeFileSync(join(folder, `big-${number}.pdf`), await bigPdf(number));
  });
}

async function bigPdf(/** @type {number} */ number) {
  const prose = inventedProse(number);
  const pdf = await PDFDocument.create();
  pdf.setTitle(`Big paper ${number}`);
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let index = 0; index < PDF_PAGES; index += 1) {
    const page = pdf.addPage([595, 842]);
    const noise = randomFillSync(new Uint8Array(IMAGE.width * IMAGE.height * 3));
    const image = pdf.context.stream(noise, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: IMAGE.width,
      Height: IMAGE.height,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    });
    const name = page.node.newXObject('Noise', pdf.context.register(image));
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(475, 0, 0, 340, 60, 60),
      drawObject(name),
      popGraphicsState(),
    );
    page.drawText(prose.text(220), { x: 60, y: 770, size: 10, lineHeight: 13, maxWidth: 475, font });
  }
  return pdf.save({ useObjectStreams: false });
}
