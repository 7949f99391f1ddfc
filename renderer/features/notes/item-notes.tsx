import { NotebookText, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, IconButton } from '../../ui';
import { createNote, trashNote } from './note-actions';
import { NoteEditor } from './note-editor';
import styles from './notes.module.css';

/** The notes on a paper. */
export function ItemNotes({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation(['items', 'library']);
  const { dateTime } = useFormats();
  const go = useGo();
  const [newId, setNewId] = useState<string>();
  const notes = useContract('notes.list', { itemId }, { tables: ['note'] }).data;
  const bar = (
    <div className={styles['bar']}>
      <Button size="small" icon={Plus} onPress={() => void createNote(itemId).then(setNewId)}>
        {t('items:notes.new')}
      </Button>
      <Button size="small" variant="quiet" icon={NotebookText} onPress={() => go('/notes')}>
        {t('items:notes.all')}
      </Button>
    </div>
  );
  if (notes?.length === 0)
    return (
      <EmptyState compact title={t('items:notes.noneTitle')} actions={bar}>
        {t('items:notes.prompt')}
      </EmptyState>
    );
  return (
    <div className={styles['stack']}>
      {bar}
      {notes?.map((note) => (
        <div key={note.id} className={styles['note']}>
          <div className={styles['noteHead']}>
            <span>{dateTime(note.updatedAt)}</span>
            <IconButton
              icon={Trash2}
              size="small"
              label={t('items:notes.delete')}
              onPress={() => void trashNote(note.id)}
            />
          </div>
          <NoteEditor note={note} startsWriting={note.id === newId} />
        </div>
      ))}
    </div>
  );
}
