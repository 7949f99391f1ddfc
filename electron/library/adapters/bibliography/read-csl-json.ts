import { cleanCitationKey, normaliseItem } from '@shared/domain/bibliography';
import { splitCslJson, type RawRecord, type RecordFault } from '@shared/formats/bibliography';
import type { ParsedRecord } from './parsed-record';

/** What tells a CSL item from any other JSON object. */
const TELLING_KEYS =
  'title container-title author editor issued DOI URL ISBN abstract note publisher page volume keyword citation-key'.split(
    ' ',
  );
/** Properties of other programs' JSON that look alike. */
const FOREIGN_KEYS = ['itemType', 'recNumber', 'creators', 'response', 'docs', 'publicationdateyear'];

/**
 * Reads a CSL-JSON file item by item.
 * @param text whole file, decoded
 * @returns every item in order, read or failed; never throws for a bad item
 */
export function* readCslJson(text: string): Generator<ParsedRecord> {
  for (const record of splitCslJson(text)) yield readItem(record);
}

function readItem(record: RawRecord): ParsedRecord {
  let value: unknown;
  try {
    value = JSON.parse(record.raw);
  } catch (error) {
    return failed(record, 'import.invalid-json', String(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(record, 'import.not-csl-item');
  const loose = withTranslatedTitle(Object.fromEntries(Object.entries(value)));
  if (FOREIGN_KEYS.some((key) => Object.hasOwn(loose, key)))
    return failed(record, 'import.other-program-json');
  const told = TELLING_KEYS.filter((key) => Object.hasOwn(loose, key)).length;
  if (told === 0 || (told === 1 && typeof loose['type'] !== 'string'))
    return failed(record, 'import.not-csl-item');

  const { item, remarks } = normaliseItem(loose);
  const key = cleanCitationKey(item['citation-key'] ?? idAsKey(loose['id']));
  if (key !== '') item['citation-key'] = key;
  else delete item['citation-key'];
  return { ...record, outcome: { kind: 'read', item, key, remarks, files: [] } };
}

/** The translated title lies in `custom`, as our export writes it. */
function withTranslatedTitle(loose: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { custom } = loose;
  if (typeof custom !== 'object' || custom === null || !('translated-title' in custom)) return loose;
  const { 'translated-title': translated, ...rest } = custom;
  const found = { 'translated-title': translated, ...loose };
  // Without what was moved; an empty `custom` says nothing.
  return Object.fromEntries(
    Object.entries({ ...found, custom: rest }).filter(
      ([name]) => name !== 'custom' || Object.keys(rest).length > 0,
    ),
  );
}

/** Zotero's ids are addresses or numbers, not keys. */
function idAsKey(id: unknown): string {
  return typeof id === 'string' && !/^https?:|^\d+$|\//.test(id) && id.length <= 80 ? id : '';
}

function failed(record: RawRecord, code: RecordFault, cause?: string): ParsedRecord {
  return { ...record, outcome: { kind: 'failed', code, ...(cause === undefined ? {} : { cause }) } };
}
