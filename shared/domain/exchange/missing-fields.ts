import type { PracticeCase } from './practice-case';

/** Fields without which a case cannot be published (template marks M of domain 5.1). */
export type MissingField =
  | 'title'
  | 'creators'
  | 'problem'
  | 'intervention'
  | 'evidence'
  | 'limitations'
  | 'threats'
  | 'differently'
  | 'advice'
  | 'setting';

/**
 * @param record the case as it would be published
 * @returns what has to be written first, in the order of the template
 */
export function missingFields(record: PracticeCase): readonly MissingField[] {
  const empty = (value: string): boolean => value.trim() === '';
  const checks: readonly (readonly [MissingField, boolean])[] = [
    ['title', empty(record.title)],
    ['creators', record.creators.length === 0],
    ['setting', empty(record.context.setting) && empty(record.context.phase)],
    ['problem', empty(record.problem)],
    ['intervention', empty(record.intervention.name) && empty(record.intervention.procedures)],
    ['evidence', record.impact.outcomes.length === 0 && record.evidence.perspectives.length === 0],
    ['limitations', empty(record.confidence.limitations)],
    ['threats', record.confidence.threats.length === 0],
    ['differently', empty(record.confidence.differently)],
    ['advice', empty(record.advice)],
  ];
  return checks.filter(([, isMissing]) => isMissing).map(([field]) => field);
}
