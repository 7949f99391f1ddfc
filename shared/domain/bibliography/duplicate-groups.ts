import type { DuplicateReason } from './duplicates';

/** Two records that the rule found to be one work; of versions, `first` is the preprint. */
export interface MatchedPair {
  readonly first: string;
  readonly second: string;
  readonly kind: 'same' | 'version';
  readonly reason: DuplicateReason | 'version';
}

/** Records of one work. */
export interface DuplicateGroup {
  readonly kind: 'same' | 'version';
  /** Sorted; of versions, the preprints stand first. */
  readonly itemIds: readonly string[];
  /** Each reason once, in the order they were found. */
  readonly reasons: readonly MatchedPair['reason'][];
}

/** @returns one name for a pair, whichever comes first */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Joins pairs to groups. Records that a person said are apart never come into one group, also not through a third record.
 * @param pairs what the rule found
 * @param apart {@link pairKey} of pairs that are no duplicates
 * @param related {@link pairKey} of records that are linked already: shown no more as versions
 */
export function groupPairs(
  pairs: readonly MatchedPair[],
  apart: ReadonlySet<string>,
  related: ReadonlySet<string>,
): readonly DuplicateGroup[] {
  return [
    ...join(
      pairs.filter(({ kind }) => kind === 'same'),
      apart,
    ),
    ...join(
      pairs.filter(({ kind, first, second }) => kind === 'version' && !related.has(pairKey(first, second))),
      apart,
    ),
  ];
}

interface Group {
  members: string[];
  readonly reasons: Set<MatchedPair['reason']>;
}

function join(pairs: readonly MatchedPair[], apart: ReadonlySet<string>): readonly DuplicateGroup[] {
  const groupOf = new Map<string, Group>();
  for (const { first, second, reason } of pairs) {
    const left = groupOf.get(first) ?? { members: [first], reasons: new Set() };
    const right = groupOf.get(second) ?? { members: [second], reasons: new Set() };
    if (left === right) {
      left.reasons.add(reason);
      continue;
    }
    if (left.members.some((a) => right.members.some((b) => apart.has(pairKey(a, b))))) continue;
    left.members = [...left.members, ...right.members];
    for (const other of right.reasons) left.reasons.add(other);
    left.reasons.add(reason);
    for (const id of left.members) groupOf.set(id, left);
  }
  return [...new Set(groupOf.values())].map(({ members, reasons }) => ({
    kind: pairs[0]?.kind ?? 'same',
    itemIds: pairs[0]?.kind === 'version' ? members : [...members].sort(),
    reasons: [...reasons],
  }));
}
