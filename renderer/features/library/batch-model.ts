import type { BatchOperation } from '@shared/domain/library/batch';
import { FITS, type EducationPatch } from '@shared/domain/library/education';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import {
  isTextVariable,
  type CslNameVariable,
  type CslTextVariable,
} from '@shared/domain/bibliography/csl-item';
import { TERM_MODES, type TermField } from '@shared/domain/library/batch-terms';
import { parseName } from '@shared/domain/bibliography/creators';
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
  'n',
  'setting',
  'outcome',
  'fits',
  'fitsWhy',
  'person-add',
  'person-remove',
  'person-replace',
  'person-swap',
] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export const anyField = '*';

/** Modes of the fields of the study, as the dialog offers them. */
export const DRAFT_MODES = [...TERM_MODES, 'clear'] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

/** What was filled in so far. */
export interface BatchDraft {
  readonly kind: BatchKind;
  readonly field: string;
  readonly text: string;
  readonly find: string;
  readonly separator: string;
  readonly matchCase: boolean;
  /** `find` is a regular expression. */
  readonly isPattern: boolean;
  /** What is done with a list of terms; `clear` also empties the other fields of the study. */
  readonly mode: DraftMode;
  readonly terms: readonly string[];
  readonly role: CslNameVariable;
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
  isPattern: false,
  mode: 'add',
  terms: [],
  role: 'author',
  choice: null,
};

function textField(name: string): Exclude<CslTextVariable, 'citation-key'> | undefined {
  return isTextVariable(name) && name !== 'citation-key' ? name : undefined;
}

/** @returns the operation that the draft says, undefined while something is missing */
export function operationOf(draft: BatchDraft): BatchOperation | undefined {
  const { kind, field, text, find, separator, matchCase, isPattern, choice } = draft;
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
        : { kind, field: where, find, replacement: text, matchCase, isPattern };
    }
    case 'add-tag':
      return text.trim() === '' ? undefined : { kind, name: text.trim() };
    case 'phase':
    case 'subject':
    case 'topic':
    case 'country':
      return termsOperation(kind, draft);
    case 'n':
    case 'setting':
    case 'outcome':
    case 'fitsWhy':
      return studyOperation(kind, draft);
    case 'fits':
      return draft.mode === 'clear'
        ? patchOf({ fits: null })
        : choice === null
          ? undefined
          : chosen(kind, choice);
    case 'person-add':
    case 'person-remove':
    case 'person-replace':
    case 'person-swap':
      return peopleOperation(kind, draft);
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
    case 'fits': {
      const fits = FITS.find((answer) => answer === choice);
      return fits === undefined ? undefined : { kind: 'education', patch: { fits } };
    }
    default:
      return undefined;
  }
}

function patchOf(patch: EducationPatch): BatchOperation {
  return { kind: 'education', patch };
}

function termsOperation(field: TermField, { mode, terms }: BatchDraft): BatchOperation | undefined {
  if (mode === 'clear') return { kind: 'terms', field, mode: 'replace', terms: [] };
  return terms.length === 0 ? undefined : { kind: 'terms', field, mode, terms: [...terms] };
}

function studyOperation(
  field: 'n' | 'setting' | 'outcome' | 'fitsWhy',
  { mode, text }: BatchDraft,
): BatchOperation | undefined {
  if (mode === 'clear') return patchOf({ [field]: null });
  const value = text.trim();
  if (value === '') return undefined;
  if (field !== 'n') return patchOf({ [field]: value });
  return /^\d{1,9}$/.test(value) ? patchOf({ n: Number(value) }) : undefined;
}

function peopleOperation(
  kind: 'person-add' | 'person-remove' | 'person-replace' | 'person-swap',
  { role, text, find }: BatchDraft,
): BatchOperation | undefined {
  const person = parseName(text);
  if (kind === 'person-swap') return { kind: 'people', action: 'swap', role, person: person ?? null };
  if (person === undefined) return undefined;
  if (kind === 'person-add') return { kind: 'people', action: 'add', role, person };
  if (kind === 'person-remove') return { kind: 'people', action: 'remove', role, person };
  const asked = parseName(find);
  return asked === undefined
    ? undefined
    : { kind: 'people', action: 'replace', role, person: asked, by: person };
}
