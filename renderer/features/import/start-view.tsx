import { FilePlus2, FolderInput, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Checkbox, Disclosure, ErrorNote, Eyebrow, Note, Select } from '../../ui';
import { failureOf } from '../../lib/client';
import styles from './import.module.css';
import { useImportStore } from './import-store';
import { PasteForm } from './paste-form';
import { isAtOnce, pickAndImport, setAtOnce, shownCollection } from './start-import';
import { useOutcomeWords, useSourceWords } from './words';

/** Stands for "no collection" in the list of choices. */
const NONE = 'none';

/** Choose what to import, or look at an earlier report. */
export function StartView() {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const go = useGo();
  const [atOnce, setIsAtOnce] = useState(isAtOnce);
  const sourceWords = useSourceWords();
  const outcomeWords = useOutcomeWords();
  const show = useImportStore((state) => state.show);
  const [chosen, setChosen] = useState<string>(() => shownCollection() ?? NONE);
  const { data: collections } = useContract('collections.list', {}, { tables: ['collection'] });
  const collectionId = chosen === NONE ? null : chosen;
  const { data: jobs, error } = useContract('import.history', { limit: 20 }, { tables: ['item'] });
  return (
    <div className={styles['stack']}>
      <p className={styles['lead']}>{t('start.lead')}</p>
      <div className={styles['zone']}>
        <p className={styles['zoneTitle']}>{t('start.drop')}</p>
        <p className={styles['muted']}>{t('start.dropHint')}</p>
        <div className={styles['actions']}>
          <Button
            // The dialog opens for this: Enter goes on at once.
            // eslint-disable-next-line jsx-a11y/no-autofocus -- inside a dialog focus must go somewhere, and here is the main action
            autoFocus
            variant="primary"
            icon={FilePlus2}
            onPress={() => {
              void pickAndImport('papers-and-bibliographies', go, collectionId);
            }}
          >
            {t('start.files')}
          </Button>
          <Button
            icon={FolderInput}
            onPress={() => {
              void pickAndImport('folder', go, collectionId);
            }}
          >
            {t('start.folder')}
          </Button>
        </div>
      </div>
      {collections !== undefined && collections.length > 0 ? (
        <Select
          label={t('start.collection')}
          choices={[
            { id: NONE, label: t('start.noCollection') },
            ...collections.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={chosen}
          onChange={setChosen}
        />
      ) : null}
      <Checkbox
        isSelected={atOnce}
        onChange={(selected) => {
          setAtOnce(selected);
          setIsAtOnce(selected);
        }}
        description={t('start.atOnceHint')}
      >
        {t('start.atOnce')}
      </Checkbox>
      <Disclosure title={t('paste.title')} level={3}>
        <PasteForm collectionId={collectionId} />
      </Disclosure>
      <Note icon={ShieldCheck}>{t('start.offline')}</Note>
      <section aria-labelledby="import-recent">
        <Eyebrow id="import-recent" level={3}>
          {t('start.recent')}
        </Eyebrow>
        {error ? <ErrorNote failure={failureOf(error)} /> : null}
        {jobs?.length === 0 ? <p className={styles['muted']}>{t('start.none')}</p> : null}
        <ul className={styles['jobs']}>
          {(jobs ?? []).map((job) => (
            <li key={job.jobId} className={styles['job']}>
              <span className={styles['jobText']}>
                <span className={styles['jobName']}>{sourceWords(job.sources)}</span>
                <span className={styles['muted']}>
                  {formats.dateTime(job.createdAt)} · {outcomeWords(job.counts)}
                </span>
              </span>
              <Button
                size="small"
                aria-label={`${t('start.showReport')}: ${sourceWords(job.sources)}`}
                onPress={() => {
                  show({ kind: 'report', jobId: job.jobId });
                }}
              >
                {t('start.showReport')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
