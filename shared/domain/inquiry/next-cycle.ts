import type { FieldCatalogue } from './field-schema';
import { rowsOf, textOf } from './field-values';
import type { FieldRow, FieldValue, FieldValues } from './field-values';

/**
 * The values a new cycle starts with: every field marked `carry`, the question kept as an earlier draft, and the open
 * questions of the last cycle as its smaller questions.
 * @param catalogue all fields
 * @param values the values of the cycle that was closed
 * @param nextId makes ids for the new rows
 */
export function seedNextCycle(
  catalogue: FieldCatalogue,
  values: FieldValues,
  nextId: () => string,
): Readonly<Record<string, FieldValue>> {
  const carried: Record<string, FieldValue> = {};
  for (const field of catalogue.fields) {
    const value = values[field.key];
    if (field.carry && value !== undefined && value !== null) carried[field.key] = value;
  }
  const open = rowsOf(values['reflect.openQuestions']).filter((row) => textOf(row['question']) !== '');
  if (open.length > 0) {
    carried['question.sub'] = open
      .slice(0, 3)
      .map((row): FieldRow => ({ id: nextId(), text: textOf(row['question']) }));
  }
  const question = textOf(values['question.main']);
  if (question !== '') {
    const drafts = rowsOf(values['question.drafts']);
    carried['question.drafts'] = [...drafts, { id: nextId(), text: question, why: '' }];
  }
  return carried;
}
