/**
 * Renders the teaching papers (resources/teaching-papers/<id>/paper.json) to PDF in resources/generated.
 * Runs before every build and start; does nothing when the inputs have not changed.
 *
 *   node scripts/build-content.mjs [--force] [--out DIR]
 *
 * Prints one line; exit code 0 on success, 1 when a source file is broken.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sourceFolder = join(root, 'resources', 'teaching-papers');
const rendererFile = join(root, 'scripts', 'lib', 'teaching-paper-pdf.mjs');
const typesetterFile = join(root, 'scripts', 'lib', 'teaching-paper-type.mjs');
const fontPackage = join(root, 'node_modules', '@fontsource', 'source-serif-4', 'package.json');
const pdfkitPackage = join(root, 'node_modules', 'pdfkit', 'package.json');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Ids of all teaching papers, in a fixed order. */
function paperIds() {
  return readdirSync(sourceFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(sourceFolder, entry.name, 'paper.json')))
    .map((entry) => entry.name)
    .sort();
}

/** One hash over everything that decides what the PDFs look like. */
function hashOfInputs(ids) {
  const hash = createHash('sha256');
  for (const file of [
    fileURLToPath(import.meta.url),
    rendererFile,
    typesetterFile,
    fontPackage,
    pdfkitPackage,
    ...ids.map((id) => join(sourceFolder, id, 'paper.json')),
  ]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** First half of the trailer's /ID, lower-case hex: what a reader calls the fingerprint of the document. */
function fingerprintOf(bytes) {
  const match = /\/ID \[<([0-9a-fA-F]+)>/.exec(bytes.subarray(-2_000).toString('latin1'));
  if (match === null) throw new Error('the rendered PDF has no /ID');
  return match[1].toLowerCase();
}

/** The manifest of an earlier run, or undefined when there is none that can be trusted. */
function earlierManifest(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // absent or cut off by a crash: render again
  }
}

/**
 * @param {{ outFolder?: string, force?: boolean }} options where to write; whether to render even when up to date
 * @returns {Promise<{ rendered: number, total: number, manifest: object }>} what was done
 */
export async function buildContent({ outFolder = join(root, 'resources', 'generated'), force = false } = {}) {
  const ids = paperIds();
  const inputHash = hashOfInputs(ids);
  const manifestFile = join(outFolder, 'manifest.json');
  const earlier = earlierManifest(manifestFile);
  const upToDate =
    !force &&
    earlier?.inputHash === inputHash &&
    earlier.papers.every((paper) => {
      const file = join(outFolder, paper.file);
      return existsSync(file) && sha256(readFileSync(file)) === paper.sha256;
    });
  if (upToDate) return { rendered: 0, total: ids.length, manifest: earlier };

  const { renderTeachingPaper } = await import('./lib/teaching-paper-pdf.mjs');
  mkdirSync(join(outFolder, 'teaching-papers'), { recursive: true });
  const papers = [];
  for (const id of ids) {
    const source = JSON.parse(readFileSync(join(sourceFolder, id, 'paper.json'), 'utf8'));
    const { bytes, pages } = await renderTeachingPaper(source, root);
    const file = `teaching-papers/${id}.pdf`;
    writeFileSync(join(outFolder, file), bytes);
    papers.push({
      id,
      file,
      pages,
      size: bytes.length,
      fingerprint: fingerprintOf(bytes),
      sha256: sha256(bytes),
    });
  }
  const manifest = { inputHash, papers };
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  return { rendered: ids.length, total: ids.length, manifest };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outAt = process.argv.indexOf('--out');
  const outFolder = outAt > 0 ? process.argv[outAt + 1] : undefined;
  try {
    const { rendered, total } = await buildContent({
      force: process.argv.includes('--force'),
      ...(outFolder === undefined ? {} : { outFolder: resolve(outFolder) }),
    });
    console.log(
      rendered === 0 ? `Teaching papers: ${total} up to date` : `Teaching papers: ${rendered} rendered`,
    );
  } catch (error) {
    console.error(
      `Teaching papers could not be rendered: ${error instanceof Error ? error.stack : String(error)}`,
    );
    process.exitCode = 1;
  }
}
