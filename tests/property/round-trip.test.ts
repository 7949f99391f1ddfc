import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { writeBiblatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { openBibliography } from '../../electron/library/adapters/bibliography';
import { aLibrary } from '../builders/csl-items';
import { readItems as read, roundTripDifferences } from '../builders/round-trip';

/** The same records in every run; others with INQUIRY_SEED. */
const SEED = Number(process.env['INQUIRY_SEED'] ?? 20_261_124);

/** Without what only one format knows. */
const fieldsOf = ({ custom: _custom, ...item }: CslItem): Omit<CslItem, 'custom'> => item;

describe('biblatex', () => {
  it('carries every field of a record', () => {
    fc.assert(
      fc.property(aLibrary, (items) => {
        // What looks like a formula stays one.
        fc.pre(!/\$[^$]*\\[A-Za-z][^$]*\$/.test(JSON.stringify(items)));
        expect(read(writeBiblatex(items)).map(fieldsOf)).toEqual(items);
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});

describe.each([
  ['BibTeX', writeBibtex],
  ['biblatex', writeBiblatex],
  ['RIS', writeRis],
  ['CSL-JSON', writeCslJson],
] as const)('%s', (_name, write) => {
  it('read, written and read again is the same, field for field', () => {
    fc.assert(
      fc.property(aLibrary, (items) => {
        const once = read(write(items));
        expect(once).toHaveLength(items.length);
        expect(read(write(once))).toEqual(once);
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});

const corpus = process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus');
const folder = join(corpus, 'bib');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => ['.bib', '.ris', '.nbib'].includes(extname(name)))
  : [];
if (files.length === 0)
  console.warn(`No corpus at ${folder}: its bibliographies are not written and read again.`);

describe.skipIf(files.length === 0)('bibliographies of the corpus', () => {
  it.each(files)('%s comes back the same from every format', (name) => {
    const opened = openBibliography(readFileSync(join(folder, name)));
    if (!opened.ok) throw new Error(opened.error.code);
    const items = [...opened.value.records].flatMap((record) =>
      record.outcome.kind === 'read' ? [record.outcome.item] : [],
    );
    expect(roundTripDifferences(items, opened.value.format)).toEqual([]);
  });
});
