#!/usr/bin/env node
/**
 * Compares our readers of bibliographies with independent ones: how many records each finds in a file.
 * Usage: node scripts/score-bibliographies.mjs [--all] [--no-tools] [--round-trip] [FILE or FOLDER ...]
 * Default: ../shared/corpus/bib beside the repository, or $INQUIRY_CORPUS/bib. `--all` prints equal files too; `--no-tools`
 * leaves out pandoc and bibutils (only the plain count); `--round-trip` also writes and reads back what was read.
 * Exit code 1 when a difference is left unexplained.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { independentCounts, plainCount } from './lib/bibliography-counts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const flags = new Set(args.filter((arg) => arg.startsWith('--')));
const named = args.filter((arg) => !arg.startsWith('--'));
const corpus = process.env.INQUIRY_CORPUS
  ? join(process.env.INQUIRY_CORPUS, 'bib')
  : join(root, '../shared/corpus/bib');
const starts = named.length > 0 ? named.map((name) => resolve(name)) : [corpus];
for (const start of starts.filter((path) => !existsSync(path))) {
  console.error(`Nothing at ${start}: name files or folders.`);
  process.exit(2);
}
const KINDS = new Set('.bib .bibtex .biblatex .ris .nbib .json .xml .enw .rdf .csv .tsv'.split(' '));
const files = starts.flatMap((start) =>
  statSync(start).isDirectory()
    ? readdirSync(start, { recursive: true })
        .map((name) => join(start, String(name)))
        .filter((path) => KINDS.has(extname(path).toLowerCase()) && statSync(path).isFile())
        .sort()
    : [start],
);

const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '@shared': join(root, 'shared'), '@resources': join(root, 'resources') } },
});
const total = {
  files: 0,
  refused: 0,
  records: 0,
  read: 0,
  failed: 0,
  ms: 0,
  equal: 0,
  explained: 0,
  open: 0,
  unstable: 0,
};
try {
  const { openBibliography } = await server.ssrLoadModule('/electron/library/adapters/bibliography/index.ts');
  const { decodeText } = await server.ssrLoadModule('/electron/library/adapters/bibliography/decode-text.ts');
  const roundTrip = (await server.ssrLoadModule('/tests/builders/round-trip.ts')).roundTripDifferences;
  for (const path of files) {
    const bytes = readFileSync(path);
    const start = performance.now();
    const opened = openBibliography(bytes);
    let records = [];
    let stopped = '';
    try {
      records = opened.ok ? [...opened.value.records] : [];
    } catch (error) {
      stopped = String(error.code ?? error);
    }
    total.ms += performance.now() - start;
    total.files += 1;
    const name = relative(process.cwd(), path);
    if (!opened.ok) {
      total.refused += 1;
      if (flags.has('--all')) console.log(`${name}: refused, ${opened.error.code}`);
      continue;
    }
    const failed = records.filter((record) => record.outcome.kind === 'failed');
    total.records += records.length;
    total.failed += failed.length;
    total.read += records.length - failed.length;
    for (const record of failed)
      console.log(`${name}:${record.line}: not read, ${record.outcome.code} ${record.outcome.cause ?? ''}`);
    const text = decodeText(bytes).text;
    const counts = flags.has('--no-tools')
      ? [plainCount(opened.value.format, text)].filter((other) => other.count !== undefined)
      : independentCounts(opened.value.format, path, text);
    const differing = counts.filter((other) => other.count !== records.length);
    for (const other of differing) {
      const why = other.explain(records);
      if (why === '') total.open += 1;
      else total.explained += 1;
      console.log(
        `${name}: ours ${records.length}, ${other.by} ${other.count ?? 'nothing'}: ${why || 'UNEXPLAINED'}`,
      );
    }
    if (stopped !== '') console.log(`${name}: given up, ${stopped}`);
    if (differing.length === 0) {
      total.equal += 1;
      if (flags.has('--all'))
        console.log(`${name}: ${records.length}, as ${counts.map((other) => other.by).join(', ')}`);
    }
    if (flags.has('--round-trip')) {
      const items = records.flatMap((record) =>
        record.outcome.kind === 'read' ? [record.outcome.item] : [],
      );
      for (const difference of roundTrip(items, opened.value.format)) {
        total.unstable += 1;
        if (total.unstable <= 40 || flags.has('--all')) console.log(`${name}: ${difference}`);
      }
    }
  }
} finally {
  await server.close();
}
console.log(
  `${total.files} files (${total.refused} no bibliography), ${total.records} records: ${total.read} read, ${total.failed} not read, in ${Math.round(total.ms)} ms; ` +
    `${total.equal} files equal, ${total.explained} differences explained, ${total.open} unexplained` +
    (flags.has('--round-trip') ? `; ${total.unstable} records differ after writing and reading` : ''),
);
process.exit(total.open > 0 ? 1 : 0);
