import type { EthicsTier } from './vocabulary';
import { isAtLeast } from './ethics';

/** What a guardian can agree to, each on its own. */
export const CONSENT_SCOPES = [
  'use-in-study',
  'quotes',
  'work-samples',
  'photo',
  'audio',
  'video',
  'share-outside',
  'archive',
] as const;

/** One thing a guardian can agree to. */
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** The scopes that record a child; they are never switched on by anything but an explicit answer. */
export const MEDIA_SCOPES = ['photo', 'audio', 'video'] as const satisfies readonly ConsentScope[];

/** An answer to a request for consent or assent. */
export const CONSENT_ANSWERS = ['yes', 'no', 'pending'] as const;

/** An answer to a request for consent or assent. */
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** One participant of the consent register, known by pseudonym only. */
export interface ConsentRecord {
  readonly pseudonym: string;
  readonly guardian: ConsentAnswer;
  /** ISO date of the guardian's answer. */
  readonly guardianDate: string | null;
  /** Which version of the form was signed. */
  readonly formVersion: string;
  readonly assent: ConsentAnswer;
  readonly scopes: Readonly<Record<ConsentScope, boolean>>;
  /** ISO 8601 UTC; once set, nothing of this participant may be used. */
  readonly withdrawnAt: string | null;
  /** BCP 47 language the form was given in. */
  readonly language: string;
}

/** Every scope off: nothing is agreed to until somebody says so. */
export const NO_SCOPES: Readonly<Record<ConsentScope, boolean>> = {
  'use-in-study': false,
  quotes: false,
  'work-samples': false,
  photo: false,
  audio: false,
  video: false,
  'share-outside': false,
  archive: false,
};

/**
 * A participant about whom nothing has been agreed yet.
 * @param pseudonym such as `S-7QK4`
 * @param language BCP 47 language of the form
 */
export function newConsentRecord(pseudonym: string, language: string): ConsentRecord {
  return {
    pseudonym,
    guardian: 'pending',
    guardianDate: null,
    formVersion: '1',
    assent: 'pending',
    scopes: NO_SCOPES,
    withdrawnAt: null,
    language,
  };
}

/**
 * Whether something of a participant may be used. From tier T2 on guardian and child must both have said yes and the scope must be
 * ticked; below it, use within the study needs no opt-in but every other scope does. A refusal or withdrawal always wins.
 * @param record the participant
 * @param scope what is to be used
 * @param tier the ethics tier of the project; `null` counts as T2
 */
export function mayUse(record: ConsentRecord, scope: ConsentScope, tier: EthicsTier | null): boolean {
  if (record.withdrawnAt !== null || record.guardian === 'no' || record.assent === 'no') return false;
  const optIn = isAtLeast(tier ?? 'T2', 'T2');
  if (!optIn && scope === 'use-in-study') return true;
  return record.guardian === 'yes' && record.assent === 'yes' && record.scopes[scope];
}

/**
 * The record after a withdrawal: dated, every scope off. Withdrawing needs no reason and is not undone by editing.
 * @param record the participant
 * @param now ISO 8601 UTC
 */
export function withdraw(record: ConsentRecord, now: string): ConsentRecord {
  return record.withdrawnAt === null ? { ...record, withdrawnAt: now, scopes: NO_SCOPES } : record;
}

/** The register in numbers. */
export interface ConsentCounts {
  readonly participants: number;
  readonly usable: number;
  readonly pending: number;
  readonly refused: number;
  readonly withdrawn: number;
}

/**
 * The register in numbers; the four groups add up to the participants.
 * @param records all participants of a project
 * @param tier the ethics tier of the project
 */
export function countConsent(records: readonly ConsentRecord[], tier: EthicsTier | null): ConsentCounts {
  const withdrawn = records.filter((record) => record.withdrawnAt !== null).length;
  const present = records.filter((record) => record.withdrawnAt === null);
  const refused = present.filter((record) => record.guardian === 'no' || record.assent === 'no').length;
  const usable = present.filter((record) => mayUse(record, 'use-in-study', tier)).length;
  return {
    participants: records.length,
    usable,
    refused,
    withdrawn,
    pending: present.length - refused - usable,
  };
}

/** Letters and digits that cannot be taken for one another when read aloud or copied by hand. */
const pseudonymAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * New pseudonyms, random and unlike each other and the ones in use: never initials, never in the order of a class list.
 * @param count how many
 * @param taken pseudonyms in use in this project
 * @param randomIndex a uniform integer from 0 to below its argument
 */
export function newPseudonyms(
  count: number,
  taken: readonly string[],
  randomIndex: (below: number) => number,
): readonly string[] {
  const used = new Set(taken);
  const fresh: string[] = [];
  while (fresh.length < count) {
    const letters = Array.from(
      { length: 4 },
      () => pseudonymAlphabet[randomIndex(pseudonymAlphabet.length)] ?? '2',
    );
    const pseudonym = `S-${letters.join('')}`;
    if (used.has(pseudonym)) continue;
    used.add(pseudonym);
    fresh.push(pseudonym);
  }
  return fresh;
}
