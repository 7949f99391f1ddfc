import type { ParsedRecord } from '../adapters/bibliography';
import { linkedPath, linkRoots } from './import-linked';
import { isPasted } from './import-pasted';
import { placesOf } from './import-places';
import type { ImportSource } from './import-sources';

/**
 * Files that the bibliographies of an import name. A folder that another program exported holds both: its papers come with their records
 * and not once more by themselves, nor does anything else that hangs on a record.
 */
export class NamedFiles {
  readonly #paths = new Set<string>();

  /** @param source a bibliography @param records read from it; also those that a person leaves out */
  add(source: ImportSource, records: readonly ParsedRecord[]): void {
    if (isPasted(source)) return;
    const roots = linkRoots(source.path);
    for (const { outcome } of records) {
      if (outcome.kind !== 'read') continue;
      const names = [...outcome.files, ...(outcome.extras?.files ?? []).map(({ path }) => path)];
      for (const name of names.filter(Boolean).flatMap((one) => placesOf(one, source.path))) {
        const path = linkedPath(name, roots);
        if (path.ok) this.#paths.add(path.value.normalize('NFC'));
      }
    }
  }

  /** @returns whether a file that was found in a folder comes with a record; what was chosen by itself is told by itself */
  has(source: ImportSource): boolean {
    return !source.chosen && this.#paths.has(source.path.normalize('NFC'));
  }
}
