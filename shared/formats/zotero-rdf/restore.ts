import { cslItemSchema, type CslItem } from '../../domain/bibliography';
import type { LocalFields } from '../bibliography/extras';

/** What our own export writes beside Zotero's vocabulary: where the record differs from what the vocabulary alone gives back. */
export interface Supplement {
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: readonly string[];
  /** Keywords of the record that were written as automatic tags for other programs, and are no tags of ours. */
  readonly keywordTags: readonly string[];
  readonly local: LocalFields;
  readonly dateAdded?: string;
}

/**
 * @param original the record
 * @param readBack what an import makes of its export
 * @returns what must be set and removed to get the original again
 */
export function difference(original: CslItem, readBack: CslItem): Pick<Supplement, 'set' | 'unset'> {
  const was = new Map<string, unknown>(Object.entries(original));
  const is = new Map<string, unknown>(Object.entries(readBack));
  const set = [...was].filter(([key, value]) => canonical(value) !== canonical(is.get(key)));
  return { set: Object.fromEntries(set), unset: [...is.keys()].filter((key) => !was.has(key)) };
}

/** @param item what the vocabulary gives @param supplement from `difference` @returns the original record; `item` when it makes no sense */
export function restore(item: CslItem, supplement: Supplement): CslItem {
  const merged = { ...item, ...supplement.set };
  const kept = Object.entries(merged).filter(([key]) => !supplement.unset.includes(key));
  const parsed = cslItemSchema.safeParse(Object.fromEntries(kept));
  return parsed.success ? parsed.data : item;
}

/** @param text JSON from a file @returns the supplement, or undefined when it is none */
export function parseSupplement(text: string): Supplement | undefined {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(value));
    const list = (name: string): readonly string[] => {
      const entries = fields.get(name);
      return Array.isArray(entries)
        ? entries.filter((entry): entry is string => typeof entry === 'string')
        : [];
    };
    const dateAdded = fields.get('dateAdded');
    return {
      set: record(fields.get('set')),
      unset: list('unset').filter((key) => key !== 'type'),
      keywordTags: list('keywordTags'),
      local: parseLocal(fields.get('local')),
      ...(typeof dateAdded === 'string' && !Number.isNaN(Date.parse(dateAdded)) ? { dateAdded } : {}),
    };
  } catch {
    // Written by another hand: the record is read without it.
    return undefined;
  }
}

/** @param value JSON from a file @returns what of it are fields of this library */
export function parseLocal(value: unknown): LocalFields {
  const fields = new Map<string, unknown>(Object.entries(record(value)));
  const readStatus = fields.get('readStatus');
  const relevance = fields.get('relevance');
  const design = fields.get('design');
  const education = record(fields.get('education'));
  return {
    ...(typeof readStatus === 'string' ? { readStatus } : {}),
    ...(typeof relevance === 'number' && Number.isInteger(relevance) && relevance >= 1 && relevance <= 5
      ? { relevance }
      : {}),
    ...(typeof design === 'string' ? { design } : {}),
    ...(Object.keys(education).length > 0 ? { education } : {}),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The same JSON whatever the order of the keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
