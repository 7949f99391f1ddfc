import { familyName, mainCreators } from './creators';
import type { CslItem, CslName } from './csl-item';
import { issuedYear } from './dates';
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
export type DuplicateReason = 'doi' | 'eric' | 'pmid' | 'isbn' | 'title' | 'record';

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

/**
 * Decides whether two records describe one work (docs: peers (c) "Duplicate rule", Zotero's rule with ERIC and PubMed
 * numbers added): same DOI, ERIC number, PubMed number, or ISBN of a book; or the same title when no identifier
 * contradicts, the years differ by at most one and a creator (surname and first initial) agrees or neither names any.
 * Two records without a title are one only when they are equal in everything.
 */
export function judgeDuplicate(left: CslItem, right: CslItem): DuplicateVerdict {
  const a = duplicateKeys(left);
  const b = duplicateKeys(right);
  if (a.doi !== undefined && a.doi === b.doi && !partOfOther(left, right))
    return { kind: 'same', reason: 'doi' };
  if (a.ericId !== undefined && a.ericId === b.ericId) return { kind: 'same', reason: 'eric' };
  if (a.pmid !== undefined && a.pmid === b.pmid) return { kind: 'same', reason: 'pmid' };
  if (a.isbns.some((isbn) => b.isbns.includes(isbn)) && !differentVolumes(left, right)) {
    return { kind: 'same', reason: 'isbn' };
  }
  if (a.title === '' && b.title === '' && sameContent(left, right)) return { kind: 'same', reason: 'record' };
  if (a.title === '' || a.title !== b.title || partOfOther(left, right)) return DIFFERENT;
  if (!creatorsAgree(mainCreators(left), mainCreators(right))) return DIFFERENT;

  const versions = isPreprint(left) !== isPreprint(right);
  const doisConflict = a.doi !== undefined && b.doi !== undefined;
  // A paper often appears two or three years after its preprint.
  if (versions && (doisConflict || !yearsWithin(left, right, 1))) {
    return yearsWithin(left, right, 4) ? { kind: 'version' } : DIFFERENT;
  }
  const isbnsConflict = a.isbns.length > 0 && b.isbns.length > 0;
  if (doisConflict || isbnsConflict || !yearsWithin(left, right, 1) || differentVolumes(left, right))
    return DIFFERENT;
  return { kind: 'same', reason: 'title' };
}

/** Untitled records have nothing to go by but all they hold. */
function sameContent(left: CslItem, right: CslItem): boolean {
  const content = (item: CslItem): string =>
    JSON.stringify(
      Object.entries(item)
        .filter(([name]) => name !== 'id' && name !== 'citation-key' && name !== 'custom')
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return content(left) === content(right);
}

/** A book and a chapter, entry or review of it may share a title or a DOI and yet are two works. */
function partOfOther(left: CslItem, right: CslItem): boolean {
  const part = (item: CslItem): boolean =>
    ['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'review', 'review-book'].includes(
      item.type,
    );
  const whole = (item: CslItem): boolean => item.type === 'book' || item.type === 'collection';
  return (part(left) && whole(right)) || (whole(left) && part(right));
}

function differentVolumes(left: CslItem, right: CslItem): boolean {
  const differ = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && a.trim() !== b.trim();
  return (left.type === 'book' || left.type === 'report') && differ(left.volume, right.volume);
}

function yearsWithin(left: CslItem, right: CslItem, span: number): boolean {
  const a = issuedYear(left);
  const b = issuedYear(right);
  return a === undefined || b === undefined || Math.abs(a - b) <= span;
}

function isPreprint(item: CslItem): boolean {
  if (item.DOI !== undefined) return isPreprintDoi(item.DOI);
  return item.type === 'article' || /preprint/i.test(item.genre ?? '') || /arxiv\.org/i.test(item.URL ?? '');
}

function creatorsAgree(left: readonly CslName[], right: readonly CslName[]): boolean {
  if (left.length === 0 && right.length === 0) return true;
  const keys = right.map(creatorKey);
  return left
    .map(creatorKey)
    .some((a) =>
      keys.some(
        (b) => a.family === b.family && (a.initial === '' || b.initial === '' || a.initial === b.initial),
      ),
    );
}

function creatorKey(name: CslName): { readonly family: string; readonly initial: string } {
  return { family: titleKey(familyName(name)), initial: titleKey(name.given ?? '').charAt(0) };
}
