import { Plus, Trash2 } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { AutosaveTextArea, Button, EmptyState, IconButton, toast } from '../../../ui';
import { attempt } from '../actions';
import styles from './panel.module.css';

async function trashNote(noteId: string): Promise<void> {
  const done = await attempt('notes.trash', { noteId });
  if (done)
    toast({
      text: i18next.t('library:steps.notes.trash'),
      action: { label: i18next.t('common:action.undo'), run: () => void attempt('history.undo', {}) },
    });
}

/** Free notes on the paper. */
export function NotesTab({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('library');
  const { dateTime } = useFormats();
  const notes = useContract('notes.list', { itemId }, { tables: ['note'] }).data;
  const add = (
    <Button size="small" icon={Plus} onPress={() => void attempt('notes.create', { itemId })}>
      {t('notes.add')}
    </Button>
  );
  if (notes?.length === 0)
    return (
      <EmptyState compact title={t('notes.none.title')} actions={add}>
        {t('notes.none.text')}
      </EmptyState>
    );
  return (
    <div className={styles['stack']}>
      <div>{add}</div>
      {notes?.map((note) => (
        <div key={note.id} className={styles['note']}>
          <div className={styles['noteHead']}>
            <span>{dateTime(note.updatedAt)}</span>
            <IconButton
              icon={Trash2}
              size="small"
              label={t('notes.delete')}
              onPress={() => void trashNote(note.id)}
            />
          </div>
          <AutosaveTextArea
            density="compact"
            hideLabel
            reading
            rows={2}
            label={t('notes.label', { date: dateTime(note.createdAt) })}
            placeholder={t('notes.none.text')}
            value={note.body}
            onSave={async (body) => (await attempt('notes.update', { noteId: note.id, body })) !== undefined}
          />
        </div>
      ))}
    </div>
  );
}
