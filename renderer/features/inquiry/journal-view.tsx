import { NotebookPen, Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, useBroughtIntoView } from '../../ui';
import { JournalDialog } from './journal-dialog';
import { isJournalKind } from './journal-kinds';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import journalStyles from './journal.module.css';
import projectsStyles from './projects.module.css';
import stageStyles from './stage.module.css';

type Entry = CallOutput<'inquiry.journal'>['entries'][number];

/** The journal of the project; inside a stage only the entries of the cycle on screen. */
export function JournalView({
  isEmbedded = false,
  entryId = null,
}: {
  readonly isEmbedded?: boolean;
  /** The entry to bring into sight. */
  readonly entryId?: string | null;
}) {
  const { t } = useTranslation('inquiry');
  const { detail } = useProject();
  const journal = useContract(
    'inquiry.journal',
    { projectId: detail.project.id },
    { tables: ['journal_entry', 'stage_run', 'cycle'] },
  );
  const [edited, setEdited] = useState<Entry | 'new' | null>(null);
  const number = detail.cycles.find((cycle) => cycle.id === detail.cycleId)?.number;
  const all = journal.data?.entries ?? [];
  const entries = isEmbedded ? all.filter((entry) => entry.cycleNumber === number) : all;
  const write = (
    <Button
      icon={Plus}
      {...(isEmbedded ? { size: 'small' } : { variant: 'primary' })}
      onPress={() => {
        setEdited('new');
      }}
    >
      {t('journal.new')}
    </Button>
  );
  const Heading = isEmbedded ? 'h3' : 'h2';
  return (
    <section className={styles[isEmbedded ? 'group' : 'stage']} aria-label={t('journal.title')}>
      <header className={stageStyles['stageHead']}>
        <Heading className={styles[isEmbedded ? 'groupTitle' : 'stageTitle']}>{t('journal.title')}</Heading>
        <p className={styles[isEmbedded ? 'hint' : 'purpose']}>{t('journal.intro')}</p>
      </header>
      {journal.error ? <ErrorNote failure={journal.error.failure} /> : null}
      {journal.data && entries.length === 0 ? (
        <EmptyState icon={NotebookPen} compact title={t('journal.noneTitle')} actions={write}>
          {t('journal.none')}
        </EmptyState>
      ) : (
        <div>{write}</div>
      )}
      <ol className={journalStyles['entries']}>
        {entries.map((entry) => (
          <EntryCard
            key={entry.id}
            entry={entry}
            isWanted={entry.id === entryId}
            onEdit={() => {
              setEdited(entry);
            }}
          />
        ))}
      </ol>
      {edited === null ? null : (
        <JournalDialog
          entry={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

interface EntryCardProps {
  readonly entry: Entry;
  readonly isWanted: boolean;
  readonly onEdit: () => void;
}

function EntryCard({ entry, isWanted, onEdit }: EntryCardProps) {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const element = useBroughtIntoView<HTMLLIElement>(isWanted);
  const trash = useContractMutation('inquiry.trashEntry');
  const kind = isJournalKind(entry.kind) ? t(`journal.kinds.${entry.kind}`) : entry.kind;
  const name = entry.title || kind;
  return (
    <li
      ref={element}
      className={journalStyles['entry']}
      {...(isWanted ? { tabIndex: -1, 'aria-current': true } : {})}
    >
      <div className={projectsStyles['cardHead']}>
        <h4 className={journalStyles['entryTitle']}>{name}</h4>
        <Chip>{kind}</Chip>
        <Chip tone={entry.privacy === 'P2' ? 'neutral' : 'accent'}>{t(`privacy.${entry.privacy}`)}</Chip>
        {entry.isSmallWin ? (
          <Chip tone="ok" icon={Sparkles}>
            {t('journal.smallWin')}
          </Chip>
        ) : null}
        {entry.amends !== null ? <Chip tone="warn">{t('journal.amends')}</Chip> : null}
      </div>
      <p className={styles['meta']}>
        {formats.date(entry.date)}
        {entry.perspective ? ` · ${t(`perspective.${entry.perspective}`)}` : null}
        {` · ${t('journal.cycle', { number: entry.cycleNumber })}`}
      </p>
      {entry.description ? <p className={journalStyles['entryText']}>{entry.description}</p> : null}
      {entry.interpretation ? (
        <div className={journalStyles['interpretation']}>
          <span className={styles['small']}>{t('journal.interpretation')}</span>
          <p className={journalStyles['entryText']}>{entry.interpretation}</p>
        </div>
      ) : null}
      <div className={styles['buttons']}>
        <Button
          size="small"
          variant="quiet"
          aria-label={`${entry.isSigned ? t('journal.amend') : t('journal.edit')}: ${name}`}
          onPress={onEdit}
        >
          {entry.isSigned ? t('journal.amend') : t('journal.edit')}
        </Button>
        {entry.isSigned ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${t('journal.trash')}: ${name}`}
            onPress={() => void trash.run({ entryId: entry.id })}
          >
            {t('journal.trash')}
          </Button>
        )}
      </div>
    </li>
  );
}
