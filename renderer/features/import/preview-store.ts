import { create } from 'zustand';
import type { TablePlans } from '@shared/domain/import';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import type { PreviewLine } from '@shared/ipc/contract/import';

export type PreviewFile = CallOutput<'import.previewState'>['files'][number];
/** What can be done with a record whose work is there already. */
export type DuplicateAction = 'leave' | 'add' | 'import';

/** A record that is treated otherwise than the rule says. */
interface Exception {
  readonly order: string;
  readonly index: number;
  readonly kind: PreviewLine['kind'];
  readonly action: DuplicateAction;
}

/** Records that are treated otherwise, by {@link keyOf}. */
export type Exceptions = ReadonlyMap<string, Exception>;

/** What is looked at: files and folders, or a pasted list. */
export interface PreviewSource {
  readonly paths: readonly string[];
  readonly pasted: { readonly text: string; readonly name: string } | null;
}

interface PreviewState {
  readonly previewId: string | null;
  /** Names the place; stays when the files are read again with other columns. */
  readonly placeId: string | null;
  /** What the person said columns of tables hold. */
  readonly tables: TablePlans;
  readonly source: PreviewSource;
  readonly collectionId: string | null;
  readonly foundVia: string;
  readonly foldersAsCollections: boolean;
  readonly files: 'copy' | 'link';
  readonly nameByPattern: boolean;
  readonly fresh: 'import' | 'leave';
  readonly duplicates: DuplicateAction;
  readonly exceptions: Exceptions;
  readonly begin: (
    previewId: string,
    source: PreviewSource,
    collectionId: string | null,
    tables: TablePlans,
  ) => void;
  /** The same files, read again with other columns. */
  readonly renew: (previewId: string, tables: TablePlans, exceptions: Exceptions) => void;
  readonly set: (
    change: Partial<
      Pick<PreviewState, 'collectionId' | 'foundVia' | 'foldersAsCollections' | 'files' | 'nameByPattern'>
    >,
  ) => void;
  /** A rule for all records of a kind; decisions about single records of that kind are forgotten. */
  readonly rule: (change: Partial<Pick<PreviewState, 'fresh' | 'duplicates'>>) => void;
  readonly decide: (line: PreviewLine, action: DuplicateAction) => void;
  readonly end: () => void;
}

const none: Pick<
  PreviewState,
  | 'previewId'
  | 'placeId'
  | 'tables'
  | 'source'
  | 'collectionId'
  | 'foundVia'
  | 'foldersAsCollections'
  | 'files'
  | 'nameByPattern'
  | 'fresh'
  | 'duplicates'
  | 'exceptions'
> = {
  previewId: null,
  placeId: null,
  tables: [],
  source: { paths: [], pasted: null },
  collectionId: null,
  foundVia: '',
  foldersAsCollections: false,
  files: 'copy',
  nameByPattern: false,
  fresh: 'import',
  duplicates: 'add',
  exceptions: new Map(),
};

const keyOf = (line: Pick<PreviewLine, 'order' | 'index'>): string => `${String(line.index)} ${line.order}`;

/** What a person decides about the import they look at; nothing of it is in the library yet. */
export const usePreviewStore = create<PreviewState>((set) => ({
  ...none,
  begin: (previewId, source, collectionId, tables) => {
    set({ ...none, previewId, placeId: previewId, source, collectionId, tables });
  },
  renew: (previewId, tables, exceptions) => {
    set({ previewId, tables, exceptions });
  },
  set: (change) => {
    set(change);
  },
  rule: (change) => {
    set(({ exceptions }) => ({
      ...change,
      exceptions: new Map(
        [...exceptions].filter(
          ([, { kind }]) =>
            !(kind === 'fresh' && change.fresh !== undefined) &&
            !(kind === 'duplicate' && change.duplicates !== undefined),
        ),
      ),
    }));
  },
  decide: (line, action) => {
    set(({ exceptions }) => {
      const { order, index, kind } = line;
      return { exceptions: new Map(exceptions).set(keyOf(line), { order, index, kind, action }) };
    });
  },
  end: () => {
    set(none);
  },
}));

type Decisions = Pick<PreviewState, 'fresh' | 'duplicates' | 'exceptions'>;

/** What happens with one record. */
export function actionFor({ fresh, duplicates, exceptions }: Decisions, line: PreviewLine): DuplicateAction {
  return exceptions.get(keyOf(line))?.action ?? (line.kind === 'duplicate' ? duplicates : fresh);
}

/** How many records of these files come in, counting those that complete a record. */
export function countChosen(
  { fresh, duplicates, exceptions }: Decisions,
  files: readonly PreviewFile[],
): number {
  const sum = (kind: 'fresh' | 'duplicate'): number => files.reduce((total, file) => total + file[kind], 0);
  let chosen = (fresh === 'leave' ? 0 : sum('fresh')) + (duplicates === 'leave' ? 0 : sum('duplicate'));
  for (const { kind, action } of exceptions.values()) {
    const byRule = (kind === 'duplicate' ? duplicates : fresh) !== 'leave';
    if (byRule && action === 'leave') chosen -= 1;
    if (!byRule && action !== 'leave') chosen += 1;
  }
  return chosen;
}

/** The decisions as the import takes them. */
export function startInput(state: PreviewState): CallInput<'import.start'> {
  const {
    source,
    collectionId,
    foundVia,
    foldersAsCollections,
    files,
    nameByPattern,
    fresh,
    duplicates,
    previewId,
  } = state;
  return {
    paths: [...source.paths],
    pasted: source.pasted,
    collectionId,
    foundVia,
    foldersAsCollections,
    files,
    nameByPattern,
    previewId,
    choices: {
      fresh,
      duplicates,
      exceptions: [...state.exceptions.values()].map(({ order, index, action }) => ({
        order,
        index,
        action,
      })),
    },
  };
}
