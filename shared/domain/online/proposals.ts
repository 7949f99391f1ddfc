import {
  dateToIso,
  isDateVariable,
  isNameVariable,
  isTextVariable,
  stripMarkup,
  titleKey,
  type CslDate,
  type CslItem,
  type CslName,
} from '../bibliography';
import type { OnlineService } from './services';

/** Fields of a record that services can fill, in the order they are shown. */
export const PROPOSED_FIELDS = [
  'type',
  'title',
  'author',
  'editor',
  'issued',
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'DOI',
  'ISBN',
  'ISSN',
  'language',
  'abstract',
  'keyword',
  'call-number',
  'education.phase',
  'education.topic',
] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** Fields that are only filled, never replaced: two good ones differ in wording. */
const ONLY_FILLED: ReadonlySet<string> = new Set([
  'abstract',
  'keyword',
  'language',
  'publisher-place',
  'call-number',
]);

/** A change to one field that the person can say yes to. */
export interface Proposal {
  readonly field: ProposedField;
  /** As text, empty when the record has nothing there. */
  readonly current: string;
  readonly proposed: string;
  readonly source: OnlineService;
  /** Other services that say the same. */
  readonly agreeing: readonly OnlineService[];
  /** What goes into the record. */
  readonly value: unknown;
}

/** What is known of a work: the record's own fields and those of education. */
export interface Described {
  readonly csl: CslItem;
  readonly education: Readonly<Record<string, unknown>>;
}

interface Found extends Described {
  readonly service: OnlineService;
}

/**
 * Compares a record with what services say.
 * @param present the record @param found descriptions, the most trusted first
 * @param placeholder title that stands for "not known yet" and counts as missing
 * @returns one proposal for each field that is missing or different; the first service that knows the field is the source
 */
export function proposeChanges(
  present: Described,
  found: readonly Found[],
  placeholder = '',
): readonly Proposal[] {
  return PROPOSED_FIELDS.flatMap((field) => {
    const isPlaceholder = placeholder !== '' && (field === 'type' || field === 'title');
    const current = isPlaceholder && field === 'title' ? '' : fieldWords(present, field);
    const offers = found.flatMap((one) => {
      const proposed = fieldWords(one, field);
      return proposed === '' || (field === 'type' && proposed === 'document')
        ? []
        : [{ service: one.service, proposed, value: fieldValue(one, field) }];
    });
    const [first] = offers;
    if (first === undefined || isSame(field, current, first.proposed)) return [];
    if (
      current !== '' &&
      (ONLY_FILLED.has(field) || (field === 'type' && !isPlaceholder && present.csl.type !== 'document'))
    )
      return [];
    if (field.startsWith('education.') && current !== '') return [];
    const agreeing = offers.slice(1).filter(({ proposed }) => isSame(field, proposed, first.proposed));
    return [
      {
        field,
        current,
        proposed: first.proposed,
        source: first.service,
        agreeing: agreeing.map(({ service }) => service),
        value: first.value,
      },
    ];
  });
}

/** @returns the field as a person reads it, empty when there is nothing */
export function fieldWords({ csl, education }: Described, field: ProposedField): string {
  if (field === 'type') return csl.type;
  if (field.startsWith('education.')) {
    const value = education[field.slice('education.'.length)];
    return Array.isArray(value) ? value.join('; ') : '';
  }
  if (isNameVariable(field)) return (csl[field] ?? []).map(nameWords).join('; ');
  if (isDateVariable(field)) return dateWords(csl[field]);
  return isTextVariable(field) ? stripMarkup(csl[field] ?? '') : '';
}

function fieldValue({ csl, education }: Described, field: ProposedField): unknown {
  if (field.startsWith('education.')) return education[field.slice('education.'.length)];
  return Object.entries(csl).find(([name]) => name === field)?.[1];
}

function nameWords(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return [family, given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

function dateWords(date: CslDate | undefined): string {
  return date === undefined ? '' : dateToIso(date);
}

/** Case, accents and punctuation do not make another value; a less exact date does not either. */
function isSame(field: ProposedField, current: string, proposed: string): boolean {
  if (current === proposed) return true;
  if (current === '') return false;
  if (field === 'issued') return current.startsWith(proposed);
  if (field === 'author' || field === 'editor') return sameNames(current, proposed);
  if (field === 'ISSN' || field === 'ISBN') {
    const digits = (text: string): string => text.replace(/[^\dX,; ]/gi, '').toUpperCase();
    return digits(proposed)
      .split(/[,; ]+/)
      .some((one) =>
        digits(current)
          .split(/[,; ]+/)
          .includes(one),
      );
  }
  return titleKey(current) === titleKey(proposed);
}

/** The present names are as good when each has the same family name and at least as much of the given ones. */
function sameNames(current: string, proposed: string): boolean {
  const ours = current.split('; ').map(titleKey);
  const theirs = proposed.split('; ').map(titleKey);
  return ours.length === theirs.length && ours.every((name, place) => name.startsWith(theirs[place] ?? ''));
}
