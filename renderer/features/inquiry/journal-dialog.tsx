import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSPECTIVES } from '@shared/domain/inquiry';
import type { Perspective } from '@shared/domain/inquiry';
import type { CallOutput } from '@shared/ipc/contract';
import { useContractMutation } from '../../lib/queries';
import { Button, Checkbox, Dialog, Note, RadioGroup, Select, TextArea, TextField } from '../../ui';
import { isJournalKind, journalKinds, type JournalKind } from './journal-kinds';
import { useProject } from './project-context';
import styles from './inquiry.module.css';

type Entry = CallOutput<'inquiry.journal'>['entries'][number];
const classes = ['P2', 'P1', 'P0'] as const;
type EntryClass = (typeof classes)[number];

interface JournalDialogProps {
  /** The entry to change or amend; a new one when null. */
  readonly entry: Entry | null;
  readonly onClose: () => void;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Writes an entry: what happened and what to make of it stand in two fields. */
export function JournalDialog({ entry, onClose }: JournalDialogProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const { detail } = useProject();
  const write = useContractMutation('inquiry.writeEntry');
  const known = entry && isJournalKind(entry.kind) ? entry.kind : 'observation';
  const [kind, setKind] = useState<JournalKind>(known);
  const [date, setDate] = useState(entry?.date ?? today());
  const [title, setTitle] = useState(entry?.title ?? '');
  const [description, setDescription] = useState(entry?.description ?? '');
  const [interpretation, setInterpretation] = useState(entry?.interpretation ?? '');
  const [perspective, setPerspective] = useState<Perspective | null>(entry?.perspective ?? 'teacher');
  const [isSmallWin, setIsSmallWin] = useState(entry?.isSmallWin ?? false);
  const [privacy, setPrivacy] = useState<EntryClass>(
    classes.find((known) => known === entry?.privacy) ?? 'P2',
  );
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  const isEmpty = `${title}${description}${interpretation}`.trim() === '';
  const run = async (): Promise<void> => {
    const result = await write.run({
      projectId: detail.project.id,
      cycleId: detail.cycleId,
      entryId: entry?.id ?? null,
      kind,
      date,
      title,
      description,
      interpretation,
      perspective,
      isSmallWin,
      privacy,
    });
    if (result.ok) onClose();
  };
  const heading =
    entry === null ? 'journal.new' : entry.isSigned ? 'journal.amendTitle' : 'journal.editTitle';
  return (
    <Dialog
      title={t(heading)}
      size="wide"
      isOpen
      // A click beside the dialog must not cost what was written.
      isDismissable={isEmpty}
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={isEmpty || !isDate || write.isPending}
            onPress={() => void run()}
          >
            {t('journal.save')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {entry?.isSigned === true ? <Note>{t('journal.signedHint')}</Note> : null}
        <div className={styles['pair']}>
          <Select
            label={t('journal.kind')}
            value={kind}
            onChange={setKind}
            choices={journalKinds.map((id) => ({ id, label: t(`journal.kinds.${id}`) }))}
          />
          <TextField
            label={t('journal.date')}
            value={date}
            onChange={setDate}
            error={isDate ? undefined : t('field.dateWrong')}
          />
        </div>
        <TextField
          label={t('journal.heading')}
          value={title}
          onChange={setTitle} // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
          autoFocus
        />
        <TextArea
          label={t('journal.description')}
          hint={t('journal.descriptionHint')}
          value={description}
          onChange={setDescription}
          rows={5}
        />
        <TextArea
          label={t('journal.interpretation')}
          hint={t('journal.interpretationHint')}
          value={interpretation}
          onChange={setInterpretation}
        />
        <Select
          label={t('journal.perspective')}
          value={perspective}
          onChange={setPerspective}
          choices={PERSPECTIVES.map((id) => ({ id, label: t(`perspective.${id}`) }))}
        />
        <RadioGroup
          label={t('journal.privacy')}
          orientation="horizontal"
          value={privacy}
          onChange={setPrivacy}
          choices={classes.map((id) => ({ id, label: t(`privacy.${id}`) }))}
        />
        <Checkbox isSelected={isSmallWin} onChange={setIsSmallWin}>
          {t('journal.smallWin')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
