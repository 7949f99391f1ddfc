import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeZoteroRdf, type RdfRecord } from '@shared/formats/zotero-rdf';
import { openBibliography, type ParsedRecord } from '../../electron/library/adapters/bibliography';
import { aLibrary } from '../builders/csl-items';
import { SMALL_LIBRARY } from '../builders/zotero-rdf';

/** The same records in every run; others with INQUIRY_SEED. */
const SEED = Number(process.env['INQUIRY_SEED'] ?? 20_261_124);

type Read = Extract<ParsedRecord['outcome'], { kind: 'read' }>;

function read(text: string): readonly Read[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records].map(({ outcome, raw }) => {
    if (outcome.kind !== 'read') throw new Error(`${outcome.code}\n${raw}`);
    return outcome;
  });
}

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');
const words = fc.uniqueArray(word, { maxLength: 3 });
const extras = fc.record({
  tags: words,
  collections: fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 3 }), {
    maxLength: 2,
    selector: (path) => path.join('\u0001'),
  }),
  notes: fc.uniqueArray(
    fc.record({ body: word.map((text) => `a ${text}`), format: fc.constant('text' as const) }),
    { maxLength: 2, selector: ({ body }) => body },
  ),
  files: fc.array(
    fc.record({
      path: word.map((name) => `files/1/${name.replaceAll('/', '_')}.pdf`),
      title: word,
      mediaType: fc.constant('application/pdf'),
      url: fc.constantFrom('', 'https://example.org/a?b=c&d'),
    }),
    { maxLength: 2 },
  ),
  local: fc.record(
    {
      readStatus: fc.constantFrom('reading', 'read'),
      relevance: fc.integer({ min: 1, max: 5 }),
      design: fc.constant('survey'),
      education: fc.constant({ subject: ['мова'], sampleSize: 40 }),
    },
    { requiredKeys: [] },
  ),
  dateAdded: fc.constant('2024-05-06T07:08:09.000Z'),
});

const sorted = (paths: readonly (readonly string[])[]): readonly string[] =>
  paths.map((path) => path.join(' / ')).sort();

describe('Zotero RDF', () => {
  it('gives back every record with its tags, collections, notes, files and related records', () => {
    fc.assert(
      fc.property(aLibrary, fc.infiniteStream(extras), (items, more) => {
        const records: RdfRecord[] = items.map((item, index) => ({
          key: String(index),
          item,
          extras: {
            ...(more.next().value as RdfRecord['extras']),
            related: index > 0 ? [String(index - 1)] : [],
          },
        }));
        const back = read(writeZoteroRdf({ records }));
        expect(back.map(({ item }) => item)).toEqual(items);
        for (const [index, { extras: got }] of back.entries()) {
          const wanted = records[index]?.extras;
          expect(got?.tags).toEqual(wanted?.tags);
          expect(sorted(got?.collections ?? [])).toEqual(sorted(wanted?.collections ?? []));
          expect(got?.notes).toEqual(wanted?.notes);
          expect(got?.files).toEqual(wanted?.files);
          expect(got?.local).toEqual(wanted?.local);
          expect(got?.dateAdded).toBe(wanted?.dateAdded);
          expect(got?.related).toEqual(index > 0 ? [back[index - 1]?.extras?.key] : []);
        }
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('read, written and read again is the same for an export of Zotero', () => {
    const once = read(SMALL_LIBRARY);
    const records = once.map(({ item, extras: got }) => ({ key: got?.key ?? '', item, extras: got ?? {} }));
    const again = read(
      writeZoteroRdf({ records, emptyCollections: once[0]?.extras?.emptyCollections ?? [] }),
    );
    expect(again.map(({ item }) => item)).toEqual(once.map(({ item }) => item));
    expect(again.map(({ extras: got }) => [got?.tags, got?.collections, got?.notes, got?.files])).toEqual(
      once.map(({ extras: got }) => [got?.tags, got?.collections, got?.notes, got?.files]),
    );
    expect(again[0]?.extras?.emptyCollections).toEqual(once[0]?.extras?.emptyCollections);
  });
});
