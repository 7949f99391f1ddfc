import { useTranslation } from 'react-i18next';
import { FITS } from '@shared/domain/library/education';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import { isDateVariable } from '@shared/domain/bibliography/csl-item';
import { useContract } from '../../lib/queries';
import { Checkbox, ComboBox, Select, TextField } from '../../ui';
import { anyField, BATCH_KINDS, type BatchDraft, type BatchKind } from './batch-model';
import { isStudyOrPeople, SetOrClear, StudyFields, type BatchPartProps } from './batch-study';
import { RELEVANCE } from './relevance';
import { allFields, itemTypes } from './vocabularies';
import styles from './batch-dialog.module.css';

export interface BatchFieldsProps {
  readonly draft: BatchDraft;
  readonly onChange: (draft: BatchDraft) => void;
}

const recordKinds: ReadonlySet<BatchKind> = new Set(['set', 'append', 'clear', 'replace']);
const filingKinds: ReadonlySet<BatchKind> = new Set([
  'add-tag',
  'remove-tag',
  'add-to-collection',
  'remove-from-collection',
]);

/** What to do, and the few fields that it needs. */
export function BatchFields({ draft, onChange }: BatchFieldsProps) {
  const { t } = useTranslation('items');
  const set = (change: Partial<BatchDraft>): void => {
    onChange({ ...draft, ...change });
  };
  return (
    <>
      <Select
        label={t('batch.what')}
        choices={BATCH_KINDS.map((id) => ({
          id,
          label: t(`batchKind.${id}`),
          group: recordKinds.has(id)
            ? t('batch.field')
            : filingKinds.has(id)
              ? t('batch.list')
              : id.startsWith('person-')
                ? t('batch.people')
                : t('batch.education'),
        }))}
        value={draft.kind}
        onChange={(kind) => {
          set({
            kind,
            choice: null,
            mode:
              kind === 'n' || kind === 'setting' || kind === 'outcome' || kind === 'fitsWhy'
                ? 'replace'
                : 'add',
            terms: [],
            ...(kind === 'replace' || draft.field !== anyField ? {} : { field: 'title' }),
          });
        }}
      />
      {recordKinds.has(draft.kind) ? <WhichField draft={draft} set={set} /> : null}
      {recordKinds.has(draft.kind) ? (
        <Texts draft={draft} set={set} />
      ) : isStudyOrPeople(draft.kind) ? (
        <StudyFields draft={draft} set={set} />
      ) : (
        <Which draft={draft} set={set} />
      )}
    </>
  );
}

function WhichField({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  const takesDates = draft.kind === 'set' || draft.kind === 'clear';
  const fields = allFields.filter((field) => takesDates || !isDateVariable(field));
  return (
    <ComboBox
      label={t('batch.field')}
      openLabel={t('batch.field')}
      choices={[
        ...(draft.kind === 'replace' ? [{ id: anyField, label: t('batch.anyField') }] : []),
        ...(draft.kind === 'set' ? [{ id: 'type', label: t('panel.type') }] : []),
        ...fields.map((id) => ({ id, label: t(`field.${id}`) })),
      ]}
      value={draft.field}
      onChange={(field) => {
        if (field !== null) set({ field });
      }}
    />
  );
}

function Texts({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  if (draft.kind === 'clear') return null;
  if (draft.kind === 'set' && draft.field === 'type')
    return (
      <ComboBox
        label={t('panel.type')}
        openLabel={t('panel.type')}
        choices={itemTypes.groups.flatMap(({ types }) =>
          types.map(({ id }) => ({ id, label: t(`type.${id}`) })),
        )}
        value={null}
        onChange={(type) => {
          if (type !== null) set({ text: type });
        }}
      />
    );
  const text = (
    <TextField
      label={t(
        draft.kind === 'append'
          ? 'batch.append'
          : draft.kind === 'replace'
            ? 'batch.replacement'
            : 'batch.value',
      )}
      placeholder={isDateVariable(draft.field) ? t('date.hint') : undefined}
      value={draft.text}
      onChange={(value) => {
        set({ text: value });
      }}
    />
  );
  if (draft.kind === 'append')
    return (
      <>
        {text}
        <TextField
          label={t('batch.separator')}
          value={draft.separator}
          onChange={(separator) => {
            set({ separator });
          }}
        />
      </>
    );
  if (draft.kind !== 'replace') return text;
  return (
    <>
      <TextField
        label={t('batch.find')}
        value={draft.find}
        onChange={(find) => {
          set({ find });
        }}
      />
      {text}
      <div className={styles['check']}>
        <Checkbox
          isSelected={draft.matchCase}
          onChange={(matchCase) => {
            set({ matchCase });
          }}
        >
          {t('batch.matchCase')}
        </Checkbox>
        <Checkbox
          isSelected={draft.isPattern}
          description={draft.isPattern ? t('batch.patternHint') : undefined}
          onChange={(isPattern) => {
            set({ isPattern });
          }}
        >
          {t('batch.isPattern')}
        </Checkbox>
      </div>
    </>
  );
}

function Which({ draft, set }: BatchPartProps) {
  const { t } = useTranslation('items');
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag'] }).data ?? [];
  const choices = useChoices(draft.kind);
  if (draft.kind === 'add-tag')
    return (
      <ComboBox
        label={t('batch.tag')}
        openLabel={t('batch.tag')}
        choices={tags
          .filter(({ name }) => name.toLocaleLowerCase().includes(draft.text.trim().toLocaleLowerCase()))
          .map(({ name }) => ({ id: name, label: name }))}
        value={null}
        inputValue={draft.text}
        onInputChange={(text) => {
          set({ text });
        }}
        onChange={(name) => {
          if (name !== null) set({ text: name });
        }}
        allowsCustomValue
      />
    );
  const box = (
    <ComboBox
      key={draft.kind}
      label={t(`batchKind.${draft.kind}`)}
      openLabel={t('batch.pick')}
      choices={choices}
      value={draft.choice}
      onChange={(choice) => {
        set({ choice });
      }}
    />
  );
  if (draft.kind !== 'fits') return box;
  return (
    <>
      <SetOrClear draft={draft} set={set} />
      {draft.mode === 'clear' ? null : box}
    </>
  );
}

function useChoices(kind: BatchKind): readonly { readonly id: string; readonly label: string }[] {
  const { t } = useTranslation(['items', 'library']);
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag'] }).data ?? [];
  const collections = useContract('collections.list', {}, { tables: ['collection'] }).data ?? [];
  switch (kind) {
    case 'remove-tag':
      return tags.map(({ id, name }) => ({ id, label: name }));
    case 'add-to-collection':
    case 'remove-from-collection':
      return collections.map(({ id, name }) => ({ id, label: name }));
    case 'status':
      return READ_STATUSES.map((id) => ({ id, label: t(`library:status.${id}`) }));
    case 'relevance':
      return [
        ...RELEVANCE.map((level) => ({ id: String(level), label: t(`items:relevance.${level}`) })),
        { id: 'none', label: t('items:panel.relevanceNone') },
      ];
    case 'design':
      return [
        ...RESEARCH_DESIGNS.map((id) => ({ id, label: t(`library:design.${id}`) })),
        { id: 'none', label: t('library:details.designNone') },
      ];
    case 'fits':
      return FITS.map((id) => ({ id, label: t(`items:fits.${id}`) }));
    default:
      return [];
  }
}
