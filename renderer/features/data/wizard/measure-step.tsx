import { useTranslation } from 'react-i18next';
import { DATA_PERSPECTIVES, MEASURE_TYPES } from '@shared/domain/dataset/dataset-record';
import { Checkbox, Note, NumberField, RadioGroup, Select, TextField } from '../../../ui';
import { SHORTEST_PASSPHRASE, type MeasureDraft } from './wizard-state';
import styles from '../data.module.css';

export interface MeasureStepProps {
  readonly draft: MeasureDraft;
  readonly onDraft: (next: MeasureDraft) => void;
  readonly keyState: 'none' | 'kept';
  readonly codesOnly: boolean;
}

/** What was measured, and what becomes of the names. */
export function MeasureStep(props: MeasureStepProps) {
  const { draft, onDraft } = props;
  const { t } = useTranslation('data');
  const set = (patch: Partial<MeasureDraft>): void => {
    onDraft({ ...draft, ...patch });
  };
  return (
    <div className={styles['fields']}>
      <TextField
        label={t('wizard.measure.label')}
        hint={t('wizard.measure.labelHint')}
        value={draft.name}
        onChange={(name) => {
          set({ name });
        }}
        isRequired
      />
      <div className={styles['pair']}>
        <TextField
          label={t('wizard.measure.unit')}
          hint={t('wizard.measure.unitHint')}
          value={draft.unit}
          onChange={(unit) => {
            set({ unit });
          }}
        />
        <RadioGroup
          label={t('wizard.measure.better')}
          choices={[
            { id: 'higher', label: t('wizard.measure.higher') },
            { id: 'lower', label: t('wizard.measure.lower') },
          ]}
          value={draft.better}
          onChange={(better) => {
            set({ better });
          }}
        />
        <Select
          label={t('wizard.measure.type')}
          choices={MEASURE_TYPES.map((id) => ({ id, label: t(`measureType.${id}`) }))}
          value={draft.type}
          onChange={(type) => {
            set({ type });
          }}
        />
        <Select
          label={t('wizard.measure.perspective')}
          choices={DATA_PERSPECTIVES.map((id) => ({ id, label: t(`perspective.${id}`) }))}
          value={draft.perspective}
          onChange={(perspective) => {
            set({ perspective });
          }}
        />
      </div>
      <Checkbox
        isSelected={draft.ordinal}
        onChange={(ordinal) => {
          set({ ordinal });
        }}
      >
        {t('wizard.measure.ordinal')}
      </Checkbox>
      <Checkbox
        isSelected={draft.selectedLow}
        onChange={(selectedLow) => {
          set({ selectedLow });
        }}
      >
        {t('wizard.measure.selectedLow')}
      </Checkbox>
      {draft.selectedLow ? (
        <NumberField
          label={t('wizard.measure.wholeMean')}
          hint={t('wizard.measure.wholeMeanHint')}
          value={draft.wholeMean ?? Number.NaN}
          onChange={(mean) => {
            set({ wholeMean: Number.isNaN(mean) ? null : mean });
          }}
        />
      ) : null}
      <KeyFields {...props} set={set} />
    </div>
  );
}

/** Keep a key or not; a project with a key is asked for its passphrase instead. */
function KeyFields({
  draft,
  keyState,
  codesOnly,
  set,
}: MeasureStepProps & { readonly set: (patch: Partial<MeasureDraft>) => void }) {
  const { t } = useTranslation('data');
  if (codesOnly) return <Note title={`${t('wizard.key.title')}.`}>{t('wizard.key.codes')}</Note>;
  const asksKey = keyState === 'kept' || draft.keyMode === 'keep';
  const isNew = keyState === 'none';
  const { passphrase, repeated } = draft;
  const short = isNew && passphrase !== '' && passphrase.length < SHORTEST_PASSPHRASE;
  const differ = repeated !== '' && repeated !== passphrase;
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('wizard.key.title')}</legend>
      <p className={styles['words']}>{t(isNew ? 'wizard.key.text' : 'wizard.key.exists')}</p>
      {isNew ? (
        <RadioGroup
          label={t('wizard.key.title')}
          hideLabel
          choices={[
            { id: 'keep', label: t('wizard.key.keep'), description: t('wizard.key.keepHint') },
            { id: 'none', label: t('wizard.key.none'), description: t('wizard.key.noneHint') },
          ]}
          value={draft.keyMode}
          onChange={(keyMode) => {
            set({ keyMode });
          }}
        />
      ) : null}
      {asksKey ? (
        <div className={styles['pair']}>
          <TextField
            label={t('wizard.key.passphrase')}
            type="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            hint={isNew ? t('wizard.key.passphraseHint', { count: SHORTEST_PASSPHRASE }) : undefined}
            error={short ? t('wizard.key.short', { count: SHORTEST_PASSPHRASE }) : undefined}
            value={passphrase}
            onChange={(next) => {
              set({ passphrase: next });
            }}
          />
          {isNew ? (
            <TextField
              label={t('wizard.key.repeat')}
              type="password"
              autoComplete="new-password"
              error={differ ? t('wizard.key.differ') : undefined}
              value={repeated}
              onChange={(next) => {
                set({ repeated: next });
              }}
            />
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
}
