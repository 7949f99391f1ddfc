import { z } from 'zod';
import {
  cslItemTypeSchema,
  isDateVariable,
  isNameVariable,
  isTextVariable,
  type CslDateVariable,
  type CslItem,
  type CslNameVariable,
  type CslTextVariable,
} from '../bibliography/csl-item';

/** A field of a record that is written as one text or as one date. */
export type EditableField = Exclude<CslTextVariable, 'citation-key'> | CslDateVariable;

const field = z.custom<EditableField>(
  (value) =>
    typeof value === 'string' && value !== 'citation-key' && (isTextVariable(value) || isDateVariable(value)),
);
const creator = z.custom<CslNameVariable>((value) => typeof value === 'string' && isNameVariable(value));

const itemTypeForm = z.strictObject({
  id: cslItemTypeSchema,
  /** Roles that are offered at once, the usual one first. */
  creators: z.array(creator).min(1),
  /** Fields in the order they are shown; title, date of issue and abstract have places of their own. */
  fields: z.array(field).min(1),
});
export type ItemTypeForm = z.infer<typeof itemTypeForm>;

/** `resources/vocabularies/item-types.json`: what each type of record asks for. */
export const itemTypesSchema = z.strictObject({
  source: z.url(),
  version: z.string(),
  groups: z.array(z.strictObject({ id: z.string(), types: z.array(itemTypeForm).min(1) })).min(1),
});
export type ItemTypes = z.infer<typeof itemTypesSchema>;

/** @param types the data @param id a CSL type; @returns its form, undefined when the data does not know the type */
export function formOf(types: ItemTypes, id: string): ItemTypeForm | undefined {
  return types.groups.flatMap((group) => group.types).find((form) => form.id === id);
}

/** Fields with a place of their own in the panel, outside the list of fields. */
const PLACED: ReadonlySet<string> = new Set(['title', 'issued', 'abstract', 'citation-key']);

export interface FieldPlan {
  /** Fields of the type, in order. */
  readonly main: readonly EditableField[];
  /** Fields that hold a value though the type does not ask for them, then all others. */
  readonly filled: readonly EditableField[];
  readonly rest: readonly EditableField[];
}

/**
 * Which fields of a record are shown where.
 * @param form what the type asks for; undefined shows what is filled and leaves the rest below
 * @param csl the record
 * @param all every field there is, in the order of the "more fields" list
 */
export function planFields(
  form: ItemTypeForm | undefined,
  csl: CslItem,
  all: readonly EditableField[],
): FieldPlan {
  const main = form?.fields ?? [];
  const others = all.filter((name) => !PLACED.has(name) && !main.includes(name));
  return {
    main,
    filled: others.filter((name) => csl[name] !== undefined),
    rest: others.filter((name) => csl[name] === undefined),
  };
}

/** A field that the app does not know: where it lies in `custom`, and its text when it is one. */
export interface CustomField {
  readonly path: readonly string[];
  readonly value: string;
  /** False for lists and the like, which are shown but not changed here. */
  readonly isText: boolean;
}

/**
 * The fields that came with an import and have no place in CSL.
 * @param custom `custom` of the record; groups of one level ("bibtex", "ris") are opened
 */
export function customFields(custom: CslItem['custom']): readonly CustomField[] {
  return Object.entries(custom ?? {}).flatMap(([name, value]) => {
    // Our own mark of a record that waits to be completed; the panel says it in words.
    if (name === 'lookup') return [];
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value).map(([inner, leaf]) => customField([name, inner], leaf));
    return [customField([name], value)];
  });
}

function customField(path: readonly string[], value: unknown): CustomField {
  const isText = typeof value === 'string' || typeof value === 'number';
  return { path, value: isText ? String(value) : JSON.stringify(value), isText };
}

/**
 * `custom` with one field changed; an emptied field and an emptied group go.
 * @param custom `custom` of the record @param path as in `CustomField` @param text the new text
 */
export function withCustomField(
  custom: CslItem['custom'],
  path: readonly string[],
  text: string,
): Record<string, unknown> | null {
  const [name, inner] = path;
  if (name === undefined) return custom ?? null;
  const group: unknown = custom?.[name];
  const changed: unknown =
    inner === undefined
      ? text
      : withEntry(typeof group === 'object' && group !== null ? { ...group } : {}, inner, text);
  const next = withEntry({ ...custom }, name, changed);
  return next === '' ? null : next;
}

/** An object with one entry set, `''` when nothing is left in it. */
function withEntry(
  group: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Record<string, unknown> | '' {
  const next = Object.fromEntries(
    Object.entries({ ...group, [name]: value }).filter(([key, entry]) => key !== name || entry !== ''),
  );
  return Object.keys(next).length === 0 ? '' : next;
}
