import { z } from 'zod';

/**
 * What is done with one record of an import: left out, added as a record of its own, or (when the work is there already) used to
 * complete the record that is there: `add` brings its files and its missing fields, `files` its files only.
 */
export const recordAction = z.enum(['leave', 'files', 'add', 'import']);
export type RecordAction = z.infer<typeof recordAction>;

/** What a person decided about an import: a rule, and the records where they decided otherwise. */
export const importChoices = z.object({
  /** Records of works that are new. */
  fresh: z.enum(['import', 'leave']).default('import'),
  /** Records of works that are in the library, or stood earlier in the files. */
  duplicates: recordAction.default('files'),
  exceptions: z
    .array(
      z.object({
        /** The file, as the preview names it. */
        order: z.string().max(5_000),
        /** Place of the record in its file, from 0; a paper is record 0 of its own file. */
        index: z.number().int().min(0),
        action: recordAction,
      }),
    )
    .max(200_000)
    .default([]),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** The rule of an import without a preview: new works come in, and nothing that is there is changed but for new files. */
export const AT_ONCE: ImportChoices = { fresh: 'import', duplicates: 'files', exceptions: [] };

/**
 * Makes the choices quick to ask, record by record.
 * @param choices rule and exceptions
 * @returns tells what to do with the record at `index` of the file `order`; `isKnown`: the work is there already
 */
export function decider(
  choices: ImportChoices,
): (order: string, index: number, isKnown: boolean) => RecordAction {
  const exceptions = new Map(
    choices.exceptions.map(({ order, index, action }) => [exceptionKey(order, index), action]),
  );
  return (order, index, isKnown) => {
    const action = exceptions.get(exceptionKey(order, index));
    // A new work has nothing to be added to: any "yes" brings it in.
    if (!isKnown) return (action ?? choices.fresh) === 'leave' ? 'leave' : 'import';
    return action ?? choices.duplicates;
  };
}

/** @returns one text for a record of a file, for maps */
export function exceptionKey(order: string, index: number): string {
  return `${String(index)} ${order}`;
}
