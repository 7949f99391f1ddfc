import { useTranslation } from 'react-i18next';
import { CSL_NAME_VARIABLES, isNameVariable } from '@shared/domain/bibliography/csl-item';
import { TERM_FIELDS } from '@shared/domain/library/batch-terms';
import { ComboBox, Select, TextField } from '../../ui';
import { DRAFT_MODES, type BatchDraft, type BatchKind } from './batch-model';
import { TermField } from './panel/term-field';

export interface BatchPartProps {
  readonly draft: BatchDraft;
  readonly set: (change: Partial<BatchDraft>) => void;
}

/** What is done with a list of the study (adding is the first thing offered), and its terms. */
function TermsPart({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  const list = TERM_FIELDS.find((field) => field === draft.kind);
  return (
    <>
      <Select
        label={t('batch.mode')}
        choices={DRAFT_MODES.map((id) => ({ id, label: t(`batchMode.${id}`) }))}
        value={draft.mode}
        onChange={(mode) => {
          set({ mode });
        }}
      />
      {list === undefined || draft.mode === 'clear' ? null : (
        <TermField
          key={list}
          list={list}
          value={draft.terms}
          onChange={(terms) => {
            set({ terms });
          }}
        />
      )}
    </>
  );
}

const SET_OR_CLEAR = ['replace', 'clear'] as const;

/** Whether a field of the study is set or emptied. */
export function SetOrClear({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  return (
    <Select
      label={t('batch.mode')}
      choices={SET_OR_CLEAR.map((id) => ({ id, label: t(`batchMode.${id === 'clear' ? 'clear' : 'set'}`) }))}
      value={draft.mode === 'clear' ? 'clear' : 'replace'}
      onChange={(mode) => {
        set({ mode });
      }}
    />
  );
}

/** A number or a text of the study. */
function StudyPart({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  const { kind } = draft;
  return (
    <>
      <SetOrClear draft={draft} set={set} />
      {!isText(kind) || draft.mode === 'clear' ? null : (
        <TextField
          label={t(`education.${kind}`)}
          inputMode={kind === 'n' ? 'numeric' : 'text'}
          value={draft.text}
          onChange={(text) => {
            set({ text });
          }}
        />
      )}
    </>
  );
}

const ROLES = Object.keys(CSL_NAME_VARIABLES).filter(isNameVariable);
const PERSON_WORDS = {
  'person-add': 'batch.person',
  'person-remove': 'batch.person',
  'person-replace': 'batch.personBy',
  'person-swap': 'batch.personOrAll',
} as const;

/** A role, and the people it is about, written as "Family, Given". */
function PeoplePart({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  const words = Object.entries(PERSON_WORDS).find(([kind]) => kind === draft.kind)?.[1] ?? 'batch.person';
  return (
    <>
      <ComboBox
        label={t('batch.role')}
        openLabel={t('batch.role')}
        choices={ROLES.map((id) => ({ id, label: t(`role.${id}`) }))}
        value={draft.role}
        onChange={(role) => {
          if (role !== null) set({ role });
        }}
      />
      {draft.kind === 'person-replace' ? (
        <TextField
          label={t('batch.personWho')}
          hint={t('batch.personHint')}
          value={draft.find}
          onChange={(find) => {
            set({ find });
          }}
        />
      ) : null}
      <TextField
        label={t(words)}
        hint={t('batch.personForm')}
        value={draft.text}
        onChange={(text) => {
          set({ text });
        }}
      />
    </>
  );
}

/** @returns whether a kind has its fields here */
export function isStudyOrPeople(kind: BatchKind): boolean {
  return isTerms(kind) || isText(kind) || kind.startsWith('person-');
}

/** The fields of a kind that changes the study or the people. */
export function StudyFields({ draft, set }: BatchPartProps) {
  if (isTerms(draft.kind)) return <TermsPart draft={draft} set={set} />;
  return isText(draft.kind) ? <StudyPart draft={draft} set={set} /> : <PeoplePart draft={draft} set={set} />;
}

function isTerms(kind: BatchKind): boolean {
  return TERM_FIELDS.some((field) => field === kind);
}

function isText(kind: BatchKind): kind is 'n' | 'setting' | 'outcome' | 'fitsWhy' {
  return kind === 'n' || kind === 'setting' || kind === 'outcome' || kind === 'fitsWhy';
}
