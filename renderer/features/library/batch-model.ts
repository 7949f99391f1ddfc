import type { BatchOperation } from '@shared/domain/library/batch';
import { FITS } from '@shared/domain/library/education';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import { isTextVariable, type CslTextVariable } from '@shared/domain/bibliography/csl-item';
import { RELEVANCE } from './relevance';

/** What the dialog offers, in the order of its list. */
export const BATCH_KINDS = [
  'set',
  'append',
  'clear',
  'replace',
  'add-tag',
  'remove-tag',
  'add-to-collection',
  'remove-from-collection',
  'status',
  'relevance',
  'design',
  'phase',
  'subject',
  'topic',
  'country',
  'fits',
] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export const anyField = '*';

/** What was filled in so far. */
export interface BatchDraft {
  readonly kind: BatchKind;
  readonly field: string;
  readonly text: string;
  readonly find: string;
  readonly separator: string;
  readonly matchCase: boolean;
  /** The chosen tag, collection, state and so on. */
  readonly choice: string | null;
}

export const emptyDraft: BatchDraft = {
  kind: 'set',
  field: 'container-title',
  text: '',
  find: '',
  separator: ', ',
  matchCase: false,
  choice: null,
};

function textField(name: string): Exclude<CslTextVariable, 'citation-key'> | undefined {
  return isTextVariable(name) && name !== 'citation-key' ? name : undefined;
}

/** @returns the operation that the draft says, undefined while something is missing */
export function operationOf(draft: BatchDraft): BatchOperation | undefined {
  const { kind, field, text, find, separator, matchCase, choice } = draft;
  const named = textField(field);
  switch (kind) {
    case 'set':
      return text.trim() === '' ? undefined : { kind, field, value: text };
    case 'append':
      return text.trim() === '' || named === undefined
        ? undefined
        : { kind, field: named, value: text, separator };
    case 'clear':
      return { kind, field };
    case 'replace': {
      const where = field === anyField ? anyField : named;
      return find === '' || where === undefined
        ? undefined
        : { kind, field: where, find, replacement: text, matchCase };
    }
    case 'add-tag':
      return text.trim() === '' ? undefined : { kind, name: text.trim() };
    default:
      return choice === null ? undefined : chosen(kind, choice);
  }
}

function chosen(kind: BatchKind, choice: string): BatchOperation | undefined {
  switch (kind) {
    case 'remove-tag':
      return { kind, tagId: choice };
    case 'add-to-collection':
    case 'remove-from-collection':
      return { kind, collectionId: choice };
    case 'status': {
      const readStatus = READ_STATUSES.find((status) => status === choice);
      return readStatus === undefined ? undefined : { kind, readStatus };
    }
    case 'relevance':
      return { kind, relevance: RELEVANCE.find((level) => String(level) === choice) ?? null };
    case 'design':
      return { kind, design: RESEARCH_DESIGNS.find((design) => design === choice) ?? null };
    case 'phase':
    case 'subject':
    case 'topic':
    case 'country':
      return { kind: 'education', patch: { [kind]: [choice] } };
    case 'fits': {
      const fits = FITS.find((answer) => answer === choice);
      return fits === undefined ? undefined : { kind: 'education', patch: { fits } };
    }
    default:
      return undefined;
  }
}
