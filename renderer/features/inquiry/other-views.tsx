import { useTranslation } from 'react-i18next';
import { findField } from '@shared/domain/inquiry';
import { Slot } from '../../lib/slots';
import { FieldEditor } from './field-editor';
import { JournalView } from './journal-view';
import { useProject } from './project-context';
import { WorkloadNote } from './workload-note';
import styles from './inquiry.module.css';
import stageStyles from './stage.module.css';

const fieldsOf = {
  people: ['roles.people', 'roles.activities'],
  time: ['time.start', 'time.end', 'time.budget', 'time.activities'],
  data: ['dataplan.rows'],
} as const;

const views = ['journal', 'people', 'time', 'data'] as const;
type OtherViewName = (typeof views)[number];

/** Whether an address names a view that is there whatever the model. */
export function isOtherView(name: string): name is OtherViewName {
  return views.some((view) => view === name);
}

/** Journal, people, time and data: always at hand beside the stages. */
export function OtherView({
  view,
  entryId,
}: {
  readonly view: OtherViewName;
  /** Entry of the journal that the address names. */
  readonly entryId: string | null;
}) {
  const { t } = useTranslation('inquiry');
  const { content, detail } = useProject();
  if (view === 'journal') return <JournalView entryId={entryId} />;
  return (
    <div className={stageStyles['stage']}>
      <header className={stageStyles['stageHead']}>
        <h2 className={stageStyles['stageTitle']}>{t(`${view}.title`)}</h2>
        <p className={stageStyles['purpose']}>{t(`${view}.intro`)}</p>
      </header>
      {view === 'data' ? (
        <Slot
          name="inquiry.data"
          props={{ projectId: detail.project.id, cycleId: detail.cycleId }}
          fallback={<p className={styles['meta']}>{t('data.none')}</p>}
        />
      ) : null}
      <div className={stageStyles['fields']}>
        {fieldsOf[view].map((key) => {
          const field = findField(content.fields, key);
          return field ? <FieldEditor key={key} field={field} /> : null;
        })}
      </div>
      {view === 'time' ? <WorkloadNote /> : null}
    </div>
  );
}
