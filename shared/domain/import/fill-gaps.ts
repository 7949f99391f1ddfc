import { omit } from '../../lib/omit';
import type { CslItem } from '../bibliography';

/** Fields that belong to the record itself and never come from another one. */
const OWN: ReadonlySet<string> = new Set(['id', 'type', 'citation-key', 'custom']);

/**
 * Completes a record with what another record of the same work knows; nothing that is there is replaced.
 * @param present the record in the library
 * @param incoming the record that was read
 * @returns the completed record and the names of the fields that are new (`custom.<name>` for fields without a place in CSL)
 */
export function fillGaps(
  present: CslItem,
  incoming: CslItem,
): { readonly item: CslItem; readonly filled: readonly string[] } {
  if (isPlaceholder(present)) return replacePlaceholder(present, incoming);
  const filled: string[] = [];
  const gaps = Object.entries(incoming).filter(
    ([name, value]) => !OWN.has(name) && hasContent(value) && !hasContent(Reflect.get(present, name)),
  );
  for (const [name] of gaps) filled.push(name);
  const custom = { ...incoming.custom, ...present.custom };
  for (const name of Object.keys(incoming.custom ?? {})) {
    if (present.custom === undefined || !(name in present.custom)) filled.push(`custom.${name}`);
  }
  return {
    item: {
      ...present,
      ...Object.fromEntries(gaps),
      ...(Object.keys(custom).length > 0 ? { custom } : {}),
    },
    filled,
  };
}

function hasContent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** A pasted number that still waits for its record: its title and type are stand-ins. */
function isPlaceholder(item: CslItem): boolean {
  const lookup = item.custom?.['lookup'];
  const isQueued =
    typeof lookup === 'object' && lookup !== null && 'status' in lookup && lookup.status === 'queued';
  // What was read from a PDF waits too, but is no stand-in.
  return isQueued && !('from' in lookup && lookup.from === 'pdf');
}

function replacePlaceholder(
  present: CslItem,
  incoming: CslItem,
): { readonly item: CslItem; readonly filled: readonly string[] } {
  if (isPlaceholder(incoming)) return { item: present, filled: [] };
  const own = omit(present.custom ?? {}, ['lookup']);
  return fillGaps({ ...omit(present, ['title', 'type']), type: incoming.type, custom: own }, incoming);
}
