import { useTranslation } from 'react-i18next';
import { useContractMutation } from '../../lib/queries';
import { Checkbox, NumberField, RadioGroup } from '../../ui';
import type { Dataset } from './types';
import styles from './data.module.css';

/** Facts about the measure that change what is fair to show; each change is saved at once and can be undone. */
export function MeasureEditor({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation('data');
  const { run } = useContractMutation('data.setMeasure');
  const { measure, id: datasetId } = dataset;
  const set = (patch: Partial<typeof measure>): void => {
    void run({ datasetId, measure: patch });
  };
  return (
    <div className={styles['fields']}>
      <RadioGroup
        label={t('wizard.measure.better')}
        orientation="horizontal"
        choices={[
          { id: 'higher', label: t('wizard.measure.higher') },
          { id: 'lower', label: t('wizard.measure.lower') },
        ]}
        value={measure.better}
        onChange={(better) => {
          set({ better });
        }}
      />
      <Checkbox
        isSelected={measure.ordinal}
        onChange={(ordinal) => {
          set({ ordinal });
        }}
      >
        {t('wizard.measure.ordinal')}
      </Checkbox>
      <Checkbox
        isSelected={measure.selectedLow}
        onChange={(selectedLow) => {
          set({ selectedLow });
        }}
      >
        {t('wizard.measure.selectedLow')}
      </Checkbox>
      {measure.selectedLow ? (
        <NumberField
          label={t('wizard.measure.wholeMean')}
          hint={t('wizard.measure.wholeMeanHint')}
          value={measure.wholeMean ?? Number.NaN}
          onChange={(mean) => {
            set({ wholeMean: Number.isNaN(mean) ? null : mean });
          }}
        />
      ) : null}
    </div>
  );
}
