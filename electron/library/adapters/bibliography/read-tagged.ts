import { cleanCitationKey, normaliseItem } from '@shared/domain/bibliography';
import {
  linkedFile,
  medlineToCsl,
  risTypeCode,
  risToCsl,
  splitMedline,
  splitRis,
  type RisItem,
  type RisTags,
  type TaggedRecord,
} from '@shared/formats/bibliography';
import { decodeAllEntities } from '@shared/lib/entities';
import type { ParsedRecord } from './parsed-record';

/** Tags in which programs name files. */
const FILE_TAGS = ['L1', 'L4', 'LK', 'L2'];

/**
 * Reads a RIS file reference by reference.
 * @param text whole file, decoded, lines ending in \n
 * @returns every reference in order, read or failed; never throws for a bad one
 */
export function* readRis(text: string): Generator<ParsedRecord> {
  for (const record of splitRis(text)) yield readTagged(withType(record), 'ris', risToCsl);
}

/** A reference whose type was lost: with volume or journal it is an article. */
function withType(record: TaggedRecord): TaggedRecord {
  if (record.tags.some(([tag, value]) => tag === 'TY' && value !== '')) return record;
  const rest = record.tags.filter(([tag]) => tag !== 'TY');
  const isArticle = rest.some(([tag]) => ['JF', 'JO', 'JA', 'VL', 'IS'].includes(tag));
  return rest.length === 0 ? record : { ...record, tags: [['TY', isArticle ? 'JOUR' : 'GEN'], ...rest] };
}

/**
 * Reads a MEDLINE / PubMed / ERIC .nbib file reference by reference.
 * @param text whole file, decoded, lines ending in \n
 */
export function* readMedline(text: string): Generator<ParsedRecord> {
  for (const record of splitMedline(text)) yield readTagged(record, 'medline', medlineToCsl);
}

function readTagged(
  record: TaggedRecord,
  format: 'ris' | 'medline',
  translate: (tags: RisTags) => RisItem,
): ParsedRecord {
  const { index, line, raw } = record;
  const tags = new Map<string, string[]>();
  for (const [tag, value] of record.tags) {
    const clean = decodeAllEntities(value).trim();
    if (clean === '') continue;
    const values = tags.get(tag);
    if (values === undefined) tags.set(tag, [clean]);
    else values.push(clean);
  }
  if ([...tags.keys()].every((tag) => tag === 'TY' || tag === 'ID')) {
    return { index, line, raw, outcome: { kind: 'failed', code: 'import.empty-record' } };
  }
  try {
    const { loose, key, unmapped } = translate(tags);
    const { item, remarks } = normaliseItem(loose);
    const cleanKey = cleanCitationKey(key);
    if (cleanKey !== '') item['citation-key'] = cleanKey;
    item.custom = { ...item.custom, [format]: { type: risTypeCode(tags.get('TY')?.[0] ?? ''), ...unmapped } };
    const files = format === 'ris' ? filesOf(tags) : [];
    return { index, line, raw, outcome: { kind: 'read', item, key: cleanKey, remarks, files } };
  } catch (error) {
    return {
      index,
      line,
      raw,
      outcome: { kind: 'failed', code: 'import.not-convertible', cause: String(error) },
    };
  }
}

function filesOf(tags: RisTags): readonly string[] {
  return FILE_TAGS.flatMap((tag) => tags.get(tag) ?? [])
    .flatMap((value) => value.split(/\n|;\s*(?=\S)/))
    .flatMap((value) => linkedFile(value, '')?.path ?? [])
    .filter((path) => path !== '' && /\.\w{2,5}$/.test(path));
}
