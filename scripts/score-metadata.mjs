#!/usr/bin/env node
/**
 * Scores the offline PDF metadata against a folder of papers with known metadata.
 * Usage: node scripts/score-metadata.mjs [--json] [--misses] [--undescribed] [--covered] [--gold FOLDER]
 * --undescribed takes the information dictionary and XMP away first; --covered puts a download cover before page 1.
 * FOLDER holds GOLD.json (a list of {file, title, authors, year, doi, doi_in_text}; null where not known), or PDFs
 * with the Crossref record beside them (paper.pdf and paper.crossref.xml), at any depth. Default:
 * ../shared/corpus/pdf beside the repository, or $INQUIRY_CORPUS/pdf.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { readGold, withCover } from './lib/metadata-gold.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const given = args.includes('--gold')
  ? args[args.indexOf('--gold') + 1]
  : args.find((arg) => !arg.startsWith('--'));
const folder = resolve(
  given ??
    (process.env.INQUIRY_CORPUS
      ? join(process.env.INQUIRY_CORPUS, 'pdf')
      : join(root, '../shared/corpus/pdf')),
);
const gold = readGold(folder);
if (gold.length === 0) {
  console.error(
    `No GOLD.json and no *.crossref.xml in ${folder}: give the folder of papers with known metadata.`,
  );
  process.exit(2);
}

const squash = (text) =>
  String(text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** Family name of a gold author; names given whole count by their last word. */
const familyOf = (author) =>
  squash(
    author.family ??
      String(author.name ?? author.literal ?? '')
        .split(/\s+/)
        .at(-1),
  );
const nameOf = (author) => squash(author.family ?? author.literal);

const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '@shared': join(root, 'shared'), '@resources': join(root, 'resources') } },
});
try {
  const { aPdfTextPool } = await server.ssrLoadModule('/tests/builders/pdf-worker.ts');
  const { inferMetadata } = await server.ssrLoadModule('/shared/domain/pdf-metadata/infer.ts');
  const { SURE } = await server.ssrLoadModule('/shared/domain/pdf-metadata/types.ts');
  const pool = await aPdfTextPool();
  const fields = ['title', 'doi', 'first author', 'all authors', 'year'];
  const tally = Object.fromEntries(
    fields.map((field) => [field, { of: 0, right: 0, sure: 0, sureWrong: 0 }]),
  );
  const misses = [];
  const strays = { of: 0, sure: 0 };
  const started = performance.now();
  let failed = 0;
  for (const record of gold) {
    const head = await pool.inspect(join(folder, record.file));
    if (!head.ok) {
      failed += 1;
      misses.push(`${record.file}: not read (${head.error.code})`);
    }
    const described =
      head.ok && args.includes('--undescribed')
        ? { ...head.value, description: { info: {}, xmp: {} } }
        : head.value;
    const read = head.ok && args.includes('--covered') ? withCover(described, record) : described;
    const found = head.ok ? inferMetadata(read, record.file.split('/').at(-1)) : {};
    const count = (field, applies, right, inferred, expected) => {
      if (!applies) return;
      const row = tally[field];
      row.of += 1;
      if (right) row.right += 1;
      else
        misses.push(
          `${record.file}: ${field}: wanted ${expected}, got ${JSON.stringify(inferred?.value ?? null)} (${inferred?.confidence.toFixed(2) ?? '-'})`,
        );
      if (inferred !== undefined && inferred.confidence >= SURE) {
        row.sure += 1;
        if (!right) row.sureWrong += 1;
      }
    };
    const titles = [record.title, `${record.title} ${record.subtitle ?? ''}`].map(squash);
    count(
      'title',
      record.title !== null,
      titles.includes(squash(found.title?.value)),
      found.title,
      record.title,
    );
    const doiRight = found.doi?.value.toLowerCase() === String(record.doi).toLowerCase();
    const printed =
      record.doi_in_text ??
      (head.ok &&
        head.value.pages.some((page) =>
          page.text.replace(/\s/g, '').toLowerCase().includes(String(record.doi).toLowerCase()),
        ));
    count('doi', printed === true, doiRight, found.doi, record.doi);
    // Where no DOI of the paper's own is printed, one that is given all the same is a cited work's.
    if (printed !== true && record.doi !== undefined && found.doi !== undefined && !doiRight) {
      strays.of += 1;
      if (found.doi.confidence >= SURE) strays.sure += 1;
      misses.push(
        `${record.file}: doi: none printed, got ${JSON.stringify(found.doi.value)} (${found.doi.confidence.toFixed(2)})`,
      );
    }
    const names = found.authors?.value ?? [];
    const wanted = record.authors.map(familyOf);
    count(
      'first author',
      wanted.length > 0,
      names[0] && nameOf(names[0]).endsWith(wanted[0]),
      found.authors,
      wanted[0],
    );
    const all =
      wanted.length === names.length &&
      wanted.every((family, index) => nameOf(names[index]).endsWith(family));
    count('all authors', wanted.length > 0, all, found.authors, wanted.join(', '));
    count(
      'year',
      typeof record.year === 'number' || typeof record.year === 'string',
      found.year?.value === Number(record.year),
      found.year,
      record.year,
    );
  }
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  if (args.includes('--json')) {
    console.log(JSON.stringify({ papers: gold.length, failed, seconds, fields: tally, strays }));
  } else {
    console.log(`${gold.length} papers, ${failed} not read, ${seconds.toFixed(1)} s`);
    console.log('field          right    of    share   shown as sure   of these wrong');
    for (const field of fields) {
      const { of, right, sure, sureWrong } = tally[field];
      const share = of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} %`;
      console.log(
        `${field.padEnd(14)} ${String(right).padStart(5)} ${String(of).padStart(5)} ${share.padStart(8)} ${String(sure).padStart(15)} ${String(sureWrong).padStart(16)}`,
      );
    }
    if (strays.of > 0)
      console.log(`DOI given where none is printed: ${strays.of}, shown as sure ${strays.sure}`);
    if (args.includes('--misses')) for (const miss of misses) console.log(`  ${miss}`);
  }
} finally {
  await server.close();
}
