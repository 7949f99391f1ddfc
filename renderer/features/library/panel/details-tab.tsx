import { useTranslation } from 'react-i18next';
import { customFields, formOf, planFields } from '@shared/domain/library/item-types';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { AutosaveTextArea, Later } from '../../../ui';
import { attempt } from '../actions';
import { allFields, itemTypes } from '../vocabularies';
import { Creators } from './creators-field';
import { DateField } from './date-field';
import { EducationSection } from './education-section';
import { Filing } from './filing';
import { OriginSection } from './origin-section';
import { PanelSection } from './panel-section';
import { FoundField, ToCheck } from './provenance';
import { CustomFields, RecordField, TypeField } from './record-fields';
import { RelatedSection } from './related-section';
import styles from './panel.module.css';

/** The record, every field saved as it is written; which fields it has follows from its type. */
export function DetailsTab({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('items');
  const { csl } = paper;
  const form = formOf(itemTypes, csl.type);
  const plan = planFields(form, csl, allFields);
  const unknown = customFields(csl.custom).length;
  const save = (fields: Readonly<Record<string, unknown>>): Promise<boolean> =>
    attempt('library.update', { itemId: paper.id, fields: { ...fields } }).then((done) => done !== undefined);
  const props = { paper, onSave: save };
  return (
    <div className={styles['stack']}>
      <ToCheck paper={paper} />
      <div className={styles['dense']}>
        <AutosaveTextArea
          density="compact"
          rows={1}
          label={t('field.title')}
          aside={<FoundField paper={paper} field="title" />}
          value={csl.title ?? ''}
          onSave={(title) => save({ title })}
        />
        <Creators {...props} roles={form?.creators ?? ['author']} />
        <div className={styles['two']}>
          <DateField {...props} field="issued" />
          <TypeField {...props} />
        </div>
        <div className={styles['two']}>
          {[...plan.main, ...plan.filled].map((field) => (
            <RecordField key={field} {...props} field={field} />
          ))}
        </div>
      </div>
      <AutosaveTextArea
        density="compact"
        reading
        rows={csl.abstract === undefined ? 1 : 3}
        label={t('field.abstract')}
        aside={<FoundField paper={paper} field="abstract" />}
        value={csl.abstract ?? ''}
        onSave={(abstract) => save({ abstract })}
      />
      <Later>
        <Filing paper={paper} />
        <div>
          <PanelSection id="more" title={t('panel.more')}>
            <div className={styles['two']}>
              {plan.rest.map((field) => (
                <RecordField key={field} {...props} field={field} />
              ))}
            </div>
          </PanelSection>
          {unknown === 0 ? null : (
            <PanelSection id="custom" title={t('panel.custom')} aside={String(unknown)}>
              <CustomFields {...props} />
            </PanelSection>
          )}
          <EducationSection paper={paper} />
          <RelatedSection itemId={paper.id} />
          <OriginSection paper={paper} />
        </div>
      </Later>
    </div>
  );
}
