import { parseName } from './creators';
import {
  cslItemTypeSchema,
  isDateVariable,
  isNameVariable,
  isTextVariable,
  type CslDate,
  type CslItem,
  type CslItemType,
  type CslName,
} from './csl-item';
import { parseDate } from './dates';
import { findDoi } from './identifiers';
import { collapseSpace } from './plain-text';

/** What normalising had to change and the reader of the report should know. */
export interface ItemRemark {
  readonly code: 'import.unknown-type' | 'import.invalid-doi' | 'import.no-title';
  readonly value?: string;
}

export interface NormalisedItem {
  readonly item: CslItem;
  readonly remarks: readonly ItemRemark[];
}

/** Names other systems give to CSL types or variables. */
const TYPE_ALIASES: Readonly<Record<string, CslItemType>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  dissertation: 'thesis',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  blogpost: 'post-weblog',
  legalcase: 'legal_case',
};

const KEY_ALIASES: Readonly<Record<string, string>> = {
  journalAbbreviation: 'container-title-short',
  shortTitle: 'title-short',
  event: 'event-title',
  printing: 'printing-number',
  supplement: 'supplement-number',
  'citation-label': 'citation-key',
};

/** Bookkeeping of other programs that means nothing here. */
const IGNORED_KEYS = new Set(['id', 'type', 'custom', '_graph', 'categories', 'system_id']);

/**
 * Makes a stored record from any CSL-like object: known variables are brought to one shape, numbers become text,
 * spaces are collapsed, unknown properties move to `custom.csl` so that an export can give them back.
 * @param raw CSL-JSON as other programs write it (may be loose: numbers as volume, strings as names, string dates)
 * @returns the record and remarks about what was not as it should be
 */
export function normaliseItem(raw: Readonly<Record<string, unknown>>): NormalisedItem {
  const remarks: ItemRemark[] = [];
  const typeText = typeof raw['type'] === 'string' ? raw['type'].trim() : '';
  const type = readType(typeText);
  if (type === undefined && typeText !== '') remarks.push({ code: 'import.unknown-type', value: typeText });

  const item: CslItem = { type: type ?? 'document' };
  const unknown: Record<string, unknown> = {};
  for (const [rawKey, value] of Object.entries(raw)) {
    const key = KEY_ALIASES[rawKey] ?? rawKey;
    if (IGNORED_KEYS.has(key) || value === null || value === undefined) continue;
    if (isTextVariable(key)) {
      const text = readText(value, key);
      if (text !== undefined) item[key] ??= text;
    } else if (isNameVariable(key)) {
      const names = readNames(value);
      if (names.length > 0) item[key] = names;
    } else if (isDateVariable(key)) {
      const date = readDate(value);
      if (date !== undefined) item[key] = date;
    } else {
      unknown[key] = value;
    }
  }

  if (item.DOI !== undefined) {
    const doi = findDoi(item.DOI);
    if (doi === undefined) {
      remarks.push({ code: 'import.invalid-doi', value: item.DOI });
      unknown['DOI'] = item.DOI;
      delete item.DOI;
    } else {
      item.DOI = doi;
    }
  }
  // Scopus writes PubMed numbers into the field of PubMed Central.
  if (item.PMCID !== undefined && /^\d+$/.test(item.PMCID)) {
    item.PMID ??= item.PMCID;
    delete item.PMCID;
  }
  if (item.genre !== undefined && findDoi(item.genre) !== undefined) delete item.genre;
  if (item.title === undefined && item['title-short'] !== undefined) item.title = item['title-short'];
  if (item.page !== undefined) item.page = item.page.replace(/\s*[-–—]+\s*/g, '-');
  if (item.title === undefined) remarks.push({ code: 'import.no-title' });

  const custom = {
    ...readCustom(raw['custom']),
    ...(Object.keys(unknown).length > 0 ? { csl: unknown } : {}),
  };
  if (Object.keys(custom).length > 0) item.custom = custom;
  return { item, remarks };
}

function readType(value: string): CslItemType | undefined {
  const parsed = cslItemTypeSchema.safeParse(value.toLowerCase());
  return parsed.success ? parsed.data : TYPE_ALIASES[value.toLowerCase()];
}

/** Prose keeps its paragraphs; everything else is one line. */
function readText(value: unknown, key: string): string | undefined {
  const first: unknown = Array.isArray(value) ? (key === 'keyword' ? value.join(', ') : value[0]) : value;
  if (typeof first !== 'string' && typeof first !== 'number') return undefined;
  const text = String(first);
  const clean =
    key === 'abstract' || key === 'note' || key === 'annote'
      ? text
          .replace(/[^\S\n]+/g, ' ')
          .replace(/ ?\n ?/g, '\n')
          .trim()
      : collapseSpace(text);
  return clean === '' ? undefined : clean;
}

function readNames(value: unknown): CslName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const name = readName(entry);
    return name === undefined ? [] : [name];
  });
}

const NAME_PARTS = [
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
] as const;

function readName(value: unknown): CslName | undefined {
  if (typeof value === 'string') return parseName(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const source = new Map<string, unknown>(Object.entries(value));
  const name: CslName = {};
  for (const part of NAME_PARTS) {
    const text = readText(source.get(part), part);
    if (text !== undefined) name[part] = text;
  }
  if (name.family === undefined && name.given === undefined) {
    const whole = name.literal ?? readText(source.get('name'), 'name');
    return whole === undefined ? undefined : { literal: whole };
  }
  delete name.literal;
  return name;
}

function readDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return parseDate(String(value));
  if (typeof value !== 'object' || value === null) return undefined;
  const source = new Map<string, unknown>(Object.entries(value));
  const parts = readDateParts(source.get('date-parts'));
  const literal = readText(source.get('literal') ?? source.get('raw') ?? source.get('edtf'), 'literal');
  if (parts === undefined) return literal === undefined ? undefined : parseDate(literal);
  const season = Number(source.get('season'));
  return {
    'date-parts': parts,
    ...(Number.isInteger(season) && season > 0 ? { season } : {}),
    ...(source.get('circa') ? { circa: true } : {}),
  };
}

function readDateParts(value: unknown): number[][] | undefined {
  if (!Array.isArray(value)) return undefined;
  const arrays: readonly unknown[] = Array.isArray(value[0]) ? value : [value];
  const ranges = arrays.slice(0, 2).flatMap((part) => {
    if (!Array.isArray(part)) return [];
    const numbers = part.slice(0, 3).map((entry: unknown) => parseInt(String(entry), 10));
    const stop = numbers.findIndex((number) => Number.isNaN(number));
    const valid = stop < 0 ? numbers : numbers.slice(0, stop);
    // 20180327 as a "year".
    if ((valid[0] ?? 0) > 9999) return parseDate(String(valid[0]))?.['date-parts'] ?? [];
    return valid.length > 0 ? [valid] : [];
  });
  return ranges.length > 0 ? ranges : undefined;
}

function readCustom(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
