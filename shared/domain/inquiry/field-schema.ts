import { z } from 'zod';
import { localizedSchema } from './localized';
import { PRIVACY_CLASSES } from './privacy';

const optionSchema = z.strictObject({ id: z.string().min(1), label: localizedSchema }).readonly();

const columnSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][A-Za-z]*$/),
    label: localizedSchema,
    required: z.boolean(),
    type: z.enum(['text', 'long-text', 'number', 'choice', 'date', 'tick', 'stamp']),
    options: z.array(optionSchema).min(2).optional(),
    /** For `stamp`: the column whose last change this one dates. */
    of: z.string().optional(),
  })
  .readonly()
  .superRefine((column, context) => {
    if ((column.type === 'choice') !== (column.options !== undefined)) {
      context.addIssue({ code: 'custom', message: `column ${column.key}: options belong to choices only` });
    }
    if ((column.type === 'stamp') !== (column.of !== undefined)) {
      context.addIssue({ code: 'custom', message: `column ${column.key}: "of" belongs to stamps only` });
    }
  });

const base = {
  key: z.string().regex(/^[a-z]+\.[a-z][A-Za-z]*$/),
  group: z.string().min(1),
  label: localizedSchema,
  help: localizedSchema.optional(),
  /** The class every value of this field belongs to; only P0 and P1 ever enter a summary. */
  privacy: z.enum(PRIVACY_CLASSES).exclude(['P3']),
  /** Whether the value is copied into the next cycle. */
  carry: z.boolean(),
};

const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('text') }).readonly(),
  z
    .strictObject({
      ...base,
      type: z.literal('long-text'),
      role: z.literal('question').optional(),
      starters: z.array(localizedSchema).optional(),
    })
    .readonly(),
  z
    .strictObject({
      ...base,
      type: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
    })
    .readonly(),
  z.strictObject({ ...base, type: z.literal('date') }).readonly(),
  z.strictObject({ ...base, type: z.literal('choice'), options: z.array(optionSchema).min(2) }).readonly(),
  z.strictObject({ ...base, type: z.literal('yes-no') }).readonly(),
  z.strictObject({ ...base, type: z.literal('tick') }).readonly(),
  /** Rows of the link table: `relation` is theirs. */
  z
    .strictObject({ ...base, type: z.literal('links'), relation: z.enum(['rationale', 'evidence']) })
    .readonly(),
  z
    .strictObject({
      ...base,
      type: z.literal('rows'),
      columns: z.array(columnSchema).min(1),
      maxRows: z.number().int().positive().optional(),
    })
    .readonly(),
]);

/** The file `resources/models/fields.json`: every field any model may ask for. */
export const fieldCatalogueSchema = z
  .strictObject({
    version: z.literal(1),
    groups: z.array(z.strictObject({ id: z.string().min(1), title: localizedSchema }).readonly()).min(1),
    fields: z.array(fieldSchema).min(1),
  })
  .readonly()
  .superRefine((catalogue, context) => {
    const groups = new Set(catalogue.groups.map((group) => group.id));
    const keys = new Set<string>();
    for (const field of catalogue.fields) {
      if (!groups.has(field.group)) {
        context.addIssue({ code: 'custom', message: `field ${field.key}: unknown group ${field.group}` });
      }
      if (keys.has(field.key)) {
        context.addIssue({ code: 'custom', message: `field ${field.key} is described twice` });
      }
      keys.add(field.key);
      if (field.type !== 'rows') continue;
      const columns = new Set(field.columns.map((column) => column.key));
      for (const column of field.columns) {
        if (column.of !== undefined && !columns.has(column.of)) {
          context.addIssue({ code: 'custom', message: `field ${field.key}: no column ${column.of}` });
        }
      }
    }
  });

/** Every field a model may ask for, with the groups they are listed in. */
export type FieldCatalogue = z.infer<typeof fieldCatalogueSchema>;

/** One field of a stage form, described as data. */
export type FieldDefinition = FieldCatalogue['fields'][number];

/** A field whose value is a list of rows. */
export type RowsFieldDefinition = Extract<FieldDefinition, { type: 'rows' }>;

/** One column of a rows field. */
export type ColumnDefinition = RowsFieldDefinition['columns'][number];

/**
 * The description of a field.
 * @param catalogue all fields
 * @param key such as `problem.statement`
 */
export function findField(catalogue: FieldCatalogue, key: string): FieldDefinition | undefined {
  return catalogue.fields.find((field) => field.key === key);
}
