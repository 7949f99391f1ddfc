import { familyName, mainCreators } from './creators';
import type { CslItem, CslName } from './csl-item';
import { issuedYear } from './dates';
import { DEFAULT_DUPLICATE_RULES, type DuplicateIdentifier, type DuplicateRules } from './duplicate-rules';
import { doiKey, findDoi, findEricId, findIsbns, findPmid, isPreprintDoi } from './identifiers';
import { titleKey } from './plain-text';

/** What two records of one work share; each is also the key under which a database finds the few records worth comparing. */
export interface DuplicateKeys {
  readonly doi?: string;
  readonly isbns: readonly string[];
  readonly ericId?: string;
  readonly pmid?: string;
  /** {@link titleKey} of the title; empty when there is none. */
  readonly title: string;
}

/** Why two records are one work. */
export type DuplicateReason = DuplicateIdentifier | 'title' | 'similar-title' | 'record';

export type DuplicateVerdict =
  | { readonly kind: 'same'; readonly reason: DuplicateReason }
  /** A preprint and its published form: two citable texts of one work, both kept. */
  | { readonly kind: 'version' }
  | { readonly kind: 'different' };

const DIFFERENT: DuplicateVerdict = { kind: 'different' };

/**
 * @param item a record
 * @returns its keys; an ISBN counts for whole books only, since chapters carry the ISBN of their book
 */
export function duplicateKeys(item: CslItem): DuplicateKeys {
  const doi = item.DOI === undefined ? undefined : findDoi(item.DOI);
  const ericId = [item.URL, item['call-number'], item.number, item.archive_location]
    .map((value) => (value === undefined ? undefined : findEricId(value)))
    .find((value) => value !== undefined);
  const pmid = item.PMID === undefined ? undefined : findPmid(item.PMID);
  return {
    ...(doi === undefined ? {} : { doi: doiKey(doi) }),
    isbns: item.type === 'book' && item.ISBN !== undefined ? findIsbns(item.ISBN) : [],
    ...(ericId === undefined ? {} : { ericId }),
    ...(pmid === undefined ? {} : { pmid }),
    title: item.title === undefined ? '' : titleKey(item.title),
  };
}

/** A record boiled down to what the rule looks at: made once, compared often. */
export interface DuplicateProfile {
  readonly keys: DuplicateKeys;
  readonly type: string;
  readonly year: number | undefined;
  readonly creators: readonly CreatorKey[];
  readonly volume: string | undefined;
  readonly isPreprint: boolean;
  /** All that an untitled record holds; undefined for one with a title. */
  readonly content: string | undefined;
}

interface CreatorKey {
  readonly family: string;
  readonly initial: string;
}

/** @param item a record @returns what {@link judgeProfiles} compares */
export function duplicateProfile(item: CslItem): DuplicateProfile {
  const keys = duplicateKeys(item);
  return {
    keys,
    type: item.type,
    year: issuedYear(item),
    creators: mainCreators(item).map(creatorKey),
    volume: item.volume?.trim(),
    isPreprint: isPreprint(item),
    content: keys.title === '' ? contentOf(item) : undefined,
  };
}

/**
 * Decides whether two records describe one work: see {@link judgeProfiles}.
 * @param rules what counts; the defaults when missing
 */
export function judgeDuplicate(
  left: CslItem,
  right: CslItem,
  rules: DuplicateRules = DEFAULT_DUPLICATE_RULES,
): DuplicateVerdict {
  return judgeProfiles(duplicateProfile(left), duplicateProfile(right), rules);
}

/**
 * The duplicate rule (docs: peers (c) "Duplicate rule", Zotero's rule with ERIC and PubMed numbers and near titles added):
 * same DOI, ERIC number, PubMed number, or ISBN of a book; or the same title when no identifier contradicts, the years are
 * near and a creator (surname and first initial) agrees or neither names any. A nearly equal title counts when its first
 * creator agrees too. Two records without a title are one only when they are equal in everything.
 */
export function judgeProfiles(
  left: DuplicateProfile,
  right: DuplicateProfile,
  rules: DuplicateRules,
): DuplicateVerdict {
  const identifier = sharedIdentifier(left, right, rules);
  if (identifier !== undefined) return { kind: 'same', reason: identifier };
  const [a, b] = [left.keys, right.keys];
  if (left.content !== undefined && left.content === right.content) return { kind: 'same', reason: 'record' };
  if (rules.titles === 'off' || a.title === '' || b.title === '' || partOfOther(left, right))
    return DIFFERENT;
  const isEqual = a.title === b.title;
  if (!isEqual && (rules.titles !== 'similar' || !titlesSimilar(a.title, b.title))) return DIFFERENT;
  // A title that is only near needs more to go by.
  if (!creatorsAgree(left.creators, right.creators, isEqual ? rules.authors : 'first')) return DIFFERENT;

  const versions = left.isPreprint !== right.isPreprint;
  const doisConflict = a.doi !== undefined && b.doi !== undefined && a.doi !== b.doi;
  // A paper often appears two or three years after its preprint.
  if (versions && (doisConflict || !yearsWithin(left, right, rules.yearTolerance))) {
    return rules.versions && yearsWithin(left, right, VERSION_YEARS) ? { kind: 'version' } : DIFFERENT;
  }
  const isbnsConflict =
    a.isbns.length > 0 && b.isbns.length > 0 && !a.isbns.some((isbn) => b.isbns.includes(isbn));
  if (
    doisConflict ||
    isbnsConflict ||
    !yearsWithin(left, right, rules.yearTolerance) ||
    differentVolumes(left, right)
  )
    return DIFFERENT;
  return { kind: 'same', reason: isEqual ? 'title' : 'similar-title' };
}

const VERSION_YEARS = 4;

function sharedIdentifier(
  left: DuplicateProfile,
  right: DuplicateProfile,
  { identifiers }: DuplicateRules,
): DuplicateIdentifier | undefined {
  const [a, b] = [left.keys, right.keys];
  const shared: Readonly<Record<DuplicateIdentifier, () => boolean>> = {
    doi: () => a.doi !== undefined && a.doi === b.doi && !partOfOther(left, right),
    eric: () => a.ericId !== undefined && a.ericId === b.ericId,
    pmid: () => a.pmid !== undefined && a.pmid === b.pmid,
    isbn: () => a.isbns.some((isbn) => b.isbns.includes(isbn)) && !differentVolumes(left, right),
  };
  return (['doi', 'eric', 'pmid', 'isbn'] as const).find(
    (name) => identifiers.includes(name) && shared[name](),
  );
}

/** Shorter titles are too easily alike. */
const MIN_SIMILAR_LENGTH = 20;
const SIMILAR = 0.92;

/**
 * Whether two titles are one with a typing error or a small word more (domain 6.2: score of at least .92).
 * Titles that differ in a number are parts or years of a series, never one work.
 * @param a title key @param b title key
 */
export function titlesSimilar(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a.length, b.length] : [b.length, a.length];
  // 2·short/(short+long) is the best that the score can be.
  if (short < MIN_SIMILAR_LENGTH || (2 * short) / (short + long) < SIMILAR) return false;
  const numbers = (title: string): string => (title.match(SERIES_NUMBER) ?? []).join(' ');
  return numbers(a) === numbers(b) && diceOfBigrams(a, b) >= SIMILAR;
}

const SERIES_NUMBER =
  /\p{Number}+|(?<=^| )(?:i{1,3}|iv|vi{0,3}|ix|x|one|two|three|four|first|second|third)(?= |$)/gu;

function diceOfBigrams(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) {
    const pair = a.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** Untitled records have nothing to go by but all they hold. */
function contentOf(item: CslItem): string {
  return JSON.stringify(
    Object.entries(item)
      .filter(([name]) => name !== 'id' && name !== 'citation-key' && name !== 'custom')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const PARTS = new Set([
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'review',
  'review-book',
]);

/** A book and a chapter, entry or review of it may share a title or a DOI and yet are two works. */
function partOfOther(left: DuplicateProfile, right: DuplicateProfile): boolean {
  const whole = ({ type }: DuplicateProfile): boolean => type === 'book' || type === 'collection';
  return (PARTS.has(left.type) && whole(right)) || (whole(left) && PARTS.has(right.type));
}

function differentVolumes(left: DuplicateProfile, right: DuplicateProfile): boolean {
  return (
    (left.type === 'book' || left.type === 'report') &&
    left.volume !== undefined &&
    right.volume !== undefined &&
    left.volume !== right.volume
  );
}

function yearsWithin(left: DuplicateProfile, right: DuplicateProfile, span: number): boolean {
  return left.year === undefined || right.year === undefined || Math.abs(left.year - right.year) <= span;
}

function isPreprint(item: CslItem): boolean {
  if (item.DOI !== undefined) return isPreprintDoi(item.DOI);
  return item.type === 'article' || /preprint/i.test(item.genre ?? '') || /arxiv\.org/i.test(item.URL ?? '');
}

function creatorsAgree(
  left: readonly CreatorKey[],
  right: readonly CreatorKey[],
  needed: DuplicateRules['authors'],
): boolean {
  if (needed === 'none' || (left.length === 0 && right.length === 0)) return true;
  const same = (a: CreatorKey, b: CreatorKey): boolean =>
    a.family === b.family && (a.initial === '' || b.initial === '' || a.initial === b.initial);
  const [one] = left;
  const [other] = right;
  if (needed === 'first') return one !== undefined && other !== undefined && same(one, other);
  return left.some((a) => right.some((b) => same(a, b)));
}

function creatorKey(name: CslName): CreatorKey {
  return { family: titleKey(familyName(name)), initial: titleKey(name.given ?? '').charAt(0) };
}
