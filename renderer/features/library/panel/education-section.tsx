import { useTranslation } from 'react-i18next';
import { EDUCATION_FIELDS, FITS, type EducationPatch } from '@shared/domain/library/education';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { useFormats } from '../../../lib/format';
import { AutosaveTextArea, NumberField, RadioGroup, Select } from '../../../ui';
import { attempt } from '../actions';
import { PanelSection } from './panel-section';
import { TermField } from './term-field';
import styles from './panel.module.css';

/** What the study was about, and whether it fits the person's own class. */
export function EducationSection({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('items');
  const { number } = useFormats();
  const said = Object.keys(paper.education).length + (paper.design === null ? 0 : 1);
  return (
    <PanelSection
      id="study"
      title={t('panel.study')}
      aside={t('panel.said', { said: number(said), all: number(EDUCATION_FIELDS.length + 1) })}
    >
      <Fields paper={paper} />
    </PanelSection>
  );
}

function Fields({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation(['items', 'library']);
  const { education } = paper;
  const save = (patch: EducationPatch): Promise<boolean> =>
    attempt('library.update', { itemId: paper.id, education: patch }).then((done) => done !== undefined);
  const terms = (list: 'phase' | 'subject' | 'topic' | 'country') => (
    <TermField
      list={list}
      value={education[list] ?? []}
      onChange={(value) => void save({ [list]: [...value] })}
    />
  );
  return (
    <div className={styles['dense']}>
      {terms('phase')}
      {terms('subject')}
      {terms('topic')}
      {terms('country')}
      <div className={styles['two']}>
        <DesignField paper={paper} />
        <NumberField
          density="compact"
          label={t('items:education.n')}
          minValue={0}
          value={education.n ?? NaN}
          onChange={(n) => void save({ n: Number.isNaN(n) ? null : Math.round(n) })}
        />
      </div>
      <AutosaveTextArea
        density="compact"
        rows={1}
        label={t('items:education.setting')}
        placeholder={t('items:education.settingHint')}
        value={education.setting ?? ''}
        onSave={(setting) => save({ setting: setting.trim() })}
      />
      <AutosaveTextArea
        density="compact"
        rows={1}
        label={t('items:education.outcome')}
        value={education.outcome ?? ''}
        onSave={(outcome) => save({ outcome: outcome.trim() })}
      />
      <RadioGroup
        density="compact"
        orientation="horizontal"
        label={t('items:education.fits')}
        choices={FITS.map((id) => ({ id, label: t(`items:fits.${id}`) }))}
        value={education.fits ?? null}
        onChange={(fits) => void save({ fits })}
      />
      <AutosaveTextArea
        density="compact"
        rows={1}
        label={t('items:education.fitsWhy')}
        value={education.fitsWhy ?? ''}
        onSave={(fitsWhy) => save({ fitsWhy: fitsWhy.trim() })}
      />
    </div>
  );
}

const noDesign = 'none';

function DesignField({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const known = RESEARCH_DESIGNS.find((design) => design === paper.design);
  return (
    <Select
      density="compact"
      label={t('details.design')}
      choices={[
        { id: noDesign, label: t('details.designNone') },
        ...RESEARCH_DESIGNS.map((id) => ({ id, label: t(`design.${id}`) })),
      ]}
      value={known ?? noDesign}
      onChange={(design) => {
        void attempt('library.update', { itemId: paper.id, design: design === noDesign ? null : design });
      }}
    />
  );
}
