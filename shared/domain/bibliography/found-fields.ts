import { z } from 'zod';
import { fullName, parseName } from './creators';
import { cslItemSchema, type CslItem, type CslName } from './csl-item';
import { dateToIso, parseDate } from './dates';
import { findDoi, findIsbns } from './identifiers';

/** Fields that can be found in a PDF and are shown for approval, in this order. */
export const FOUND_FIELDS = [
  'title',
  'author',
  'issued',
  'container-title',
  'DOI',
  'ISBN',
  'language',
  'abstract',
] as const;
export const foundFieldName = z.enum(FOUND_FIELDS);
export type FoundFieldName = z.infer<typeof foundFieldName>;

/** Where a value comes from: places in the PDF, or the person who approved it. */
export const foundFieldSource = z.enum([
  'info-dictionary',
  'xmp',
  'layout',
  'page-text',
  'file-name',
  'person',
  // Online services, when the person took a field from one.
  'crossref',
  'doi',
  'openalex',
  'eric',
]);

/** What is remembered of one field of a record (`item.provenance`). */
export const fieldProvenance = z.object({
  source: foundFieldSource,
  /** 0 to 1: how likely the value is right. */
  confidence: z.number().min(0).max(1),
  /** Zero-based page, when it was read on one. */
  page: z.number().int().nullable(),
  approved: z.boolean(),
});
export type FieldProvenance = z.infer<typeof fieldProvenance>;

export const itemProvenance = z.partialRecord(foundFieldName, fieldProvenance);
export type ItemProvenance = z.infer<typeof itemProvenance>;

/**
 * A field as one line of text a person can read and edit.
 * @param item the record
 * @param field which field
 */
export function fieldToText(item: CslItem, field: FoundFieldName): string {
  if (field === 'author') return (item.author ?? []).map(nameToText).join('; ');
  if (field === 'issued') return item.issued === undefined ? '' : dateToIso(item.issued);
  return item[field] ?? '';
}

/**
 * Puts an edited line back into the record.
 * @param item the record
 * @param field which field
 * @param text as `fieldToText` writes it; empty removes the field
 * @returns the new record, or undefined when the text cannot be such a field (a DOI that is none, a date without a year)
 */
export function fieldFromText(item: CslItem, field: FoundFieldName, text: string): CslItem | undefined {
  const clean = text.replace(/\s+/g, ' ').trim();
  const rest = { ...item };
  Reflect.deleteProperty(rest, field);
  if (clean === '') return cslItemSchema.parse(rest);
  switch (field) {
    case 'author': {
      const author = clean.split(/\s*;\s*/).flatMap((name) => parseName(name) ?? []);
      return { ...rest, author };
    }
    case 'issued': {
      const issued = parseDate(clean);
      return issued?.['date-parts'] === undefined ? undefined : { ...rest, issued };
    }
    case 'DOI': {
      const doi = findDoi(clean);
      return doi === undefined ? undefined : { ...rest, DOI: doi };
    }
    case 'ISBN':
      return findIsbns(clean).length === 0 ? undefined : { ...rest, ISBN: clean };
    case 'title':
    case 'container-title':
    case 'language':
    case 'abstract':
      return { ...rest, [field]: clean };
  }
}

function nameToText(name: CslName): string {
  if (name.family === undefined || name.given === undefined) return fullName(name);
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
