import { z } from 'zod';
import {
  cslItemTypeSchema,
  isDateVariable,
  isTextVariable,
  CSL_TEXT_VARIABLES,
  type CslItem,
  type CslTextVariable,
} from '../bibliography/csl-item';
import { readTypedDate } from '../bibliography/typed-date';
import { changePeople, peopleOperation } from './batch-people';
import { readPattern } from './batch-pattern';
import { termsOperation } from './batch-terms';
import { educationPatchSchema } from './education';
import { readStatus } from './item-view';

/** A citation key must differ from record to record, so it is no field for many at once. */
const batchField = z
  .string()
  .refine(
    (name) => name !== 'citation-key' && (name === 'type' || isTextVariable(name) || isDateVariable(name)),
  );
const textField = z.custom<CslTextVariable>(
  (name) => typeof name === 'string' && name !== 'citation-key' && isTextVariable(name),
);
const text = z.string().max(100_000);

/** One change for many records. */
export const batchOperation = z.discriminatedUnion('kind', [
  /** Dates are read as they are typed (`readTypedDate`), a type is a CSL type. */
  z.object({ kind: z.literal('set'), field: batchField, value: text.min(1) }),
  z.object({
    kind: z.literal('append'),
    field: textField,
    value: text.min(1),
    separator: z.string().max(10),
  }),
  z.object({ kind: z.literal('clear'), field: batchField.refine((name) => name !== 'type') }),
  /** In one field, or in every text field. */
  z.object({
    kind: z.literal('replace'),
    field: z.union([textField, z.literal('*')]),
    find: text.min(1),
    replacement: text,
    matchCase: z.boolean().default(false),
    /** `find` is a regular expression, and `replacement` may name its groups ($1, $<name>). */
    isPattern: z.boolean().default(false),
  }),
  peopleOperation,
  termsOperation,
  z.object({ kind: z.literal('status'), readStatus }),
  z.object({ kind: z.literal('relevance'), relevance: z.number().int().min(1).max(5).nullable() }),
  z.object({ kind: z.literal('design'), design: z.string().max(60).nullable() }),
  z.object({ kind: z.literal('education'), patch: educationPatchSchema }),
  z.object({ kind: z.literal('add-tag'), name: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('remove-tag'), tagId: z.uuid() }),
  z.object({ kind: z.literal('add-to-collection'), collectionId: z.uuid() }),
  z.object({ kind: z.literal('remove-from-collection'), collectionId: z.uuid() }),
]);
export type BatchOperation = z.infer<typeof batchOperation>;

/** Those that change the record itself. */
export type RecordOperation = Extract<
  BatchOperation,
  { readonly kind: 'set' | 'append' | 'clear' | 'replace' | 'people' }
>;

/** @param operation any; @returns whether it changes fields of the record */
export function changesRecord(operation: BatchOperation): operation is RecordOperation {
  return ['set', 'append', 'clear', 'replace', 'people'].includes(operation.kind);
}

/** @returns whether the value of a `set` fits its field: a known type, a date that can be read */
export function isUsable(operation: BatchOperation): boolean {
  if (operation.kind !== 'set') return true;
  if (operation.field === 'type') return cslItemTypeSchema.safeParse(operation.value).success;
  return !isDateVariable(operation.field) || Boolean(readTypedDate(operation.value));
}

/**
 * A record after one change.
 * @param csl the record @param operation a usable change
 * @returns the same object when nothing changes
 */
export function changeRecord(csl: CslItem, operation: RecordOperation): CslItem {
  switch (operation.kind) {
    case 'set':
      return withField(csl, operation.field, valueFor(operation.field, operation.value.trim()));
    case 'append': {
      const old = csl[operation.field] ?? '';
      const added = operation.value.trim();
      const parts = operation.separator === '' ? [old] : old.split(operation.separator.trim() || ' ');
      // A keyword that is there already is not added again.
      if (parts.some((part) => part.trim() === added)) return csl;
      return withField(csl, operation.field, old === '' ? added : `${old}${operation.separator}${added}`);
    }
    case 'clear':
      return withField(csl, operation.field, undefined);
    case 'replace': {
      const fields = operation.field === '*' ? TEXT_FIELDS : [operation.field];
      const pattern = readPattern(operation.find, operation.isPattern, operation.matchCase);
      if (!pattern.ok) return csl;
      return fields.reduce((changed, field) => {
        const old = changed[field];
        if (old === undefined) return changed;
        const next = operation.isPattern
          ? old.replace(pattern.value, operation.replacement)
          : old.replace(pattern.value, () => operation.replacement);
        return next === old ? changed : withField(changed, field, next.trim() === '' ? undefined : next);
      }, csl);
    }
    case 'people': {
      const old = csl[operation.role] ?? [];
      const next = changePeople(old, operation);
      return next === old ? csl : withField(csl, operation.role, next.length === 0 ? undefined : next);
    }
  }
}

const TEXT_FIELDS = Object.keys(CSL_TEXT_VARIABLES)
  .filter(isTextVariable)
  .filter((name) => name !== 'citation-key');

function valueFor(field: string, value: string): unknown {
  return isDateVariable(field) ? (readTypedDate(value) ?? undefined) : value;
}

function withField(csl: CslItem, field: string, value: unknown): CslItem {
  const old = Object.entries(csl).find(([name]) => name === field)?.[1];
  if (JSON.stringify(old) === JSON.stringify(value)) return csl;
  const rest = Object.entries(csl).filter(([name]) => name !== field || value !== undefined);
  const next: Record<string, unknown> = Object.fromEntries(rest);
  if (value !== undefined) next[field] = value;
  return { type: csl.type, ...next };
}

/** Names of the fields in which two records differ. */
export function changedFields(before: CslItem, after: CslItem): readonly string[] {
  if (before === after) return [];
  const old = new Map<string, unknown>(Object.entries(before));
  const next = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...next.keys()])].filter(
    (name) => JSON.stringify(old.get(name)) !== JSON.stringify(next.get(name)),
  );
}
