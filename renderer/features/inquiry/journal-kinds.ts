/** Kinds of journal entries (domain 3.6), in the order they are offered. */
export const journalKinds = [
  'observation',
  'incident',
  'tally',
  'reflection',
  'meeting',
  'critical-friend',
  'milestone',
] as const;

/** A kind of journal entry. */
export type JournalKind = (typeof journalKinds)[number];

/** Whether a stored kind is one this version knows. */
export function isJournalKind(kind: string): kind is JournalKind {
  return journalKinds.some((known) => known === kind);
}
