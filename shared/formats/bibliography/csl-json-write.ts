import { makeCitationKey, uniqueCitationKey, type CslItem } from '../../domain/bibliography';

/**
 * Writes records as CSL-JSON: an array, every item with a unique `id` (its citation key), unknown fields in `custom`.
 * @param items records
 */
export function writeCslJson(items: readonly CslItem[]): string {
  const taken = new Set<string>();
  const output = items.map((item) => {
    const id = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
      taken.has(candidate),
    );
    taken.add(id);
    return { ...item, id, 'citation-key': id };
  });
  return `${JSON.stringify(output, null, 2)}\n`;
}
