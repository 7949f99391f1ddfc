import { isDeepStrictEqual } from 'node:util';
import { uniqueCitationKey, makeCitationKey, type CslItem } from '@shared/domain/bibliography';
import { writeBiblatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { openBibliography } from '../../electron/library/adapters/bibliography';

const WRITERS = {
  BibTeX: writeBibtex,
  biblatex: writeBiblatex,
  RIS: writeRis,
  'CSL-JSON': writeCslJson,
} as const;
const NAMES = ['BibTeX', 'biblatex', 'RIS', 'CSL-JSON'] as const;
/** The writer of the format a file came in: there nothing at all may be lost. */
const HOME: Readonly<Record<string, readonly (keyof typeof WRITERS)[]>> = {
  bibtex: ['BibTeX', 'biblatex'],
  ris: ['RIS'],
  'csl-json': ['CSL-JSON'],
};

/** @param text a bibliography @returns its records; throws when one cannot be read */
export function readItems(text: string): readonly CslItem[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records].map((record) => {
    if (record.outcome.kind === 'failed') throw new Error(`${record.outcome.code}\n${record.raw}`);
    return record.outcome.item;
  });
}

/** Every record with a key of its own, as the library gives them. */
export function withKeys(items: readonly CslItem[]): readonly CslItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
      taken.has(candidate),
    );
    taken.add(key);
    return { ...item, 'citation-key': key };
  });
}

/**
 * Writes and reads records in every format: in the format they came from nothing may change; in another one what that format
 * carries must stay the same from then on.
 * @param read records as read from a file @param format the file's format
 * @returns one line for each record that differs
 */
export function roundTripDifferences(read: readonly CslItem[], format: string): readonly string[] {
  const items = withKeys(read);
  if (items.length === 0) return [];
  return NAMES.flatMap((name) => {
    const write = WRITERS[name];
    try {
      const once = readItems(write(items));
      const before = HOME[format]?.includes(name) === true ? items : once;
      return differences(name, before, readItems(write(once)));
    } catch (error) {
      return [`${name}: ${String(error)}`];
    }
  });
}

function differences(name: string, before: readonly CslItem[], after: readonly CslItem[]): readonly string[] {
  if (before.length !== after.length)
    return [`${name}: ${String(before.length)} records, then ${String(after.length)}`];
  return before.flatMap((item, index) => {
    const again: Readonly<Record<string, unknown>> = after[index] ?? {};
    const fields = [...new Set([...Object.keys(item), ...Object.keys(again)])];
    const changed = fields.filter((field) => !isDeepStrictEqual(Reflect.get(item, field), again[field]));
    return changed.map(
      (field) =>
        `${name}: ${item['citation-key'] ?? ''} ${field}: ${shown(Reflect.get(item, field))} -> ${shown(again[field])}`,
    );
  });
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 300);
}
