import { makeCitationKey, uniqueCitationKey, type CslItem } from '../../domain/bibliography';

/**
 * Writes records as CSL-JSON: an array, every item with a unique `id` (its citation key), unknown fields in `custom`, and with them the
 * translated title, which CSL has no variable for.
 * @param items records
 */
export function writeCslJson(items: readonly CslItem[]): string {
  const taken = new Set<string>();
  const output = items.map((item) => {
    const id = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
      taken.has(candidate),
    );
    taken.add(id);
    const { 'translated-title': translated, ...rest } = item;
    return {
      ...rest,
      id,
      'citation-key': id,
      ...(translated === undefined ? {} : { custom: { ...item.custom, 'translated-title': translated } }),
    };
  });
  return `${JSON.stringify(output, null, 2)}\n`;
}
