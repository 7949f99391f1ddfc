import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { writeBiblatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { openBibliography } from '../../electron/library/adapters/bibliography';
import { aLibrary } from '../builders/csl-items';

function read(text: string): readonly CslItem[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records].map((record) => {
    if (record.outcome.kind === 'failed') throw new Error(`${record.outcome.code}\n${record.raw}`);
    return record.outcome.item;
  });
}

/** Without what only one format knows. */
const fieldsOf = ({ custom: _custom, ...item }: CslItem): Omit<CslItem, 'custom'> => item;

describe('biblatex', () => {
  it('carries every field of a record', () => {
    fc.assert(
      fc.property(aLibrary, (items) => {
        expect(read(writeBiblatex(items)).map(fieldsOf)).toEqual(items);
      }),
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
  });
});
