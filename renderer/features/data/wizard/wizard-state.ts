import type { CallInput } from '@shared/ipc/contract';
import type { DATA_PERSPECTIVES, MEASURE_TYPES } from '@shared/domain/dataset/dataset-record';

/** Where the table comes from. */
export type TableSource = CallInput<'data.previewTable'>['source'];
/** What the user has set of the recipe. */
export type Choices = NonNullable<CallInput<'data.previewTable'>['choices']>;
/** Kinds of measures. */
export type MeasureType = (typeof MEASURE_TYPES)[number];
/** Whose view the data give. */
export type Perspective = (typeof DATA_PERSPECTIVES)[number];

/** The three columns while they are being picked. */
export interface PickedColumns {
  readonly id: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** What the last step asks. */
export interface MeasureDraft {
  readonly name: string;
  readonly unit: string;
  readonly type: MeasureType;
  readonly perspective: Perspective;
  readonly better: 'higher' | 'lower';
  readonly ordinal: boolean;
  readonly selectedLow: boolean;
  readonly wholeMean: number | null;
  readonly keyMode: 'keep' | 'none';
  readonly passphrase: string;
  readonly repeated: string;
}

/** The draft that the last step starts with. */
export const EMPTY_MEASURE: MeasureDraft = {
  name: '',
  unit: '',
  type: 'teacher-made',
  perspective: 'student',
  better: 'higher',
  ordinal: false,
  selectedLow: false,
  wholeMean: null,
  keyMode: 'keep',
  passphrase: '',
  repeated: '',
};

/** Shortest passphrase, as the key vault has it. */
export const SHORTEST_PASSPHRASE = 10;

/** The columns as a mapping, or undefined while one is open or two are the same. */
export function mappingFrom({ id, before, after }: PickedColumns): Choices['columns'] {
  if (id === null || before === null || after === null) return undefined;
  if (new Set([id, before, after]).size < 3) return undefined;
  return { layout: 'wide', id, before, after, idAfter: null };
}

/**
 * Whether the key question is answered well enough to import.
 * @param draft the last step
 * @param keyState whether the project has a key already
 * @param codesOnly whether every pupil is written as a pseudonym of the project
 */
export function isKeyReady(draft: MeasureDraft, keyState: 'none' | 'kept', codesOnly: boolean): boolean {
  if (codesOnly) return true;
  if (keyState === 'kept') return draft.passphrase !== '';
  if (draft.keyMode === 'none') return true;
  return draft.passphrase.length >= SHORTEST_PASSPHRASE && draft.passphrase === draft.repeated;
}
