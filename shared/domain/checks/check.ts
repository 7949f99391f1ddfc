import type { CslItem, CslTextVariable } from '../bibliography/csl-item';

export type CheckSeverity = 'error' | 'warning' | 'hint';

/** What the one-click fix writes: CSL variable -> new value, null removes it. */
export type FieldChanges = Readonly<Record<string, unknown>>;

/** Something odd in one record. */
export interface Finding {
  readonly check: string;
  /** The CSL variable it is about. */
  readonly field: string;
  /** The words that are odd, as they stand; empty when something is missing. */
  readonly value: string;
  readonly fix?: FieldChanges;
}

export type Found = Omit<Finding, 'check'>;

/** What a check may know beside the record. */
export interface CheckContext {
  /** The year of today. */
  readonly year: number;
}

/** One kind of oddity. Its words are `checks.<id>` in the locales. */
export interface RecordCheck {
  readonly id: string;
  readonly severity: CheckSeverity;
  readonly find: (item: CslItem, context: CheckContext) => readonly Found[];
}

/** A check of some text fields, each on its own. @param find the odd words and, if there is one, the text as it should be */
export function textCheck(
  id: string,
  severity: CheckSeverity,
  fields: readonly CslTextVariable[],
  find: (
    text: string,
    field: CslTextVariable,
  ) => { readonly value: string; readonly fixed?: string } | undefined,
): RecordCheck {
  return {
    id,
    severity,
    find: (item) =>
      fields.flatMap((field) => {
        const text = item[field];
        const found = text === undefined ? undefined : find(text, field);
        if (found === undefined) return [];
        return [{ field, value: found.value, ...fixOf(field, text, found.fixed) }];
      }),
  };
}

/** A check that rewrites: it finds whatever rewriting changes. */
export function rewriteCheck(
  id: string,
  severity: CheckSeverity,
  fields: readonly CslTextVariable[],
  rewrite: (text: string, field: CslTextVariable) => string,
): RecordCheck {
  return textCheck(id, severity, fields, (text, field) => {
    const fixed = rewrite(text, field);
    return fixed === text ? undefined : { value: text, fixed };
  });
}

function fixOf(field: string, text: string | undefined, fixed: string | undefined): { fix?: FieldChanges } {
  if (fixed === undefined || fixed === text) return {};
  return { fix: { [field]: fixed === '' ? null : fixed } };
}
