import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, IconButton, Place, SearchField } from '../../ui';
import { createNote, trashNote } from './note-actions';
import { NoteEditor } from './note-editor';
import { wordsOf } from './note-extensions';
import styles from './notes.module.css';

/** Every note of the library, also those that belong to no paper. Address: /notes or /notes/NOTE. */
export default function NotesPlace({ segments, search }: PlaceLocation) {
  const { t } = useTranslation(['items', 'library']);
  const { dateTime } = useFormats();
  const go = useGo();
  const [query, setQuery] = useState('');
  const notes = useContract('notes.all', {}, { tables: ['note', 'item'] }).data;
  const listed = useMemo(
    () => notes?.map((note) => ({ note, words: wordsOf(note.body, note.format) })),
    [notes],
  );
  const wanted = query.trim().toLocaleLowerCase();
  const shown = listed?.filter(({ note, words }) =>
    `${words} ${note.itemTitle}`.toLocaleLowerCase().includes(wanted),
  );
  const chosen = notes?.find(({ id }) => id === segments[0]);
  const open = (noteId: string): void => {
    go(`/notes/${noteId}`, { replace: segments[0] !== undefined });
  };
  const create = (): void => {
    void createNote(null).then((noteId) => {
      if (noteId !== undefined) go(`/notes/${noteId}?new=1`);
    });
  };
  const add = (
    <Button variant="primary" icon={Plus} onPress={create}>
      {t('items:notes.new')}
    </Button>
  );
  return (
    <Place
      title={t('items:notes.title')}
      sideLabel={t('items:notes.all')}
      sideSize="wide"
      back={{
        label: t('items:notes.back'),
        onPress: () => {
          go('/library');
        },
      }}
      end={
        <>
          <SearchField
            label={t('items:notes.filter')}
            placeholder={t('items:notes.filter')}
            clearLabel={t('library:search.clear')}
            value={query}
            onChange={setQuery}
          />
          {add}
        </>
      }
      side={
        <GridList
          aria-label={t('items:notes.all')}
          className={styles['list'] ?? ''}
          items={shown ?? []}
          selectionMode="single"
          escapeKeyBehavior="none"
          selectionBehavior="replace"
          selectedKeys={chosen === undefined ? [] : [chosen.id]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) open(String(key));
          }}
          renderEmptyState={() =>
            notes !== undefined && notes.length > 0 ? (
              <p className={styles['quiet']}>{t('items:notes.noneFit')}</p>
            ) : null
          }
        >
          {({ note, words }) => (
            <GridListItem
              id={note.id}
              textValue={words === '' ? t('items:notes.emptyNote') : words}
              className={styles['entry'] ?? ''}
            >
              <span className={styles['entryWords']}>
                {words === '' ? t('items:notes.emptyNote') : words.slice(0, 160)}
              </span>
              <span className={styles['quiet']}>
                {note.itemId === null ? t('items:notes.free') : note.itemTitle}
              </span>
            </GridListItem>
          )}
        </GridList>
      }
    >
      {chosen === undefined ? (
        notes?.length === 0 ? (
          <EmptyState title={t('items:notes.noneTitle')} actions={add}>
            {t('items:notes.noneText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('items:notes.choose')}>{t('items:notes.chooseText')}</EmptyState>
        )
      ) : (
        <article className={styles['page']}>
          <div className={styles['noteHead']}>
            <span>
              {chosen.itemId === null
                ? t('items:notes.free')
                : t('items:notes.paper', { title: chosen.itemTitle })}
              {' · '}
              {dateTime(chosen.updatedAt)}
            </span>
            <span className={styles['bar']}>
              {chosen.itemId === null ? null : (
                <Button
                  size="small"
                  onPress={() => {
                    go(`/library/${chosen.itemId ?? ''}`);
                  }}
                >
                  {t('items:notes.openPaper')}
                </Button>
              )}
              <IconButton
                icon={Trash2}
                size="small"
                label={t('items:notes.delete')}
                onPress={() => void trashNote(chosen.id)}
              />
            </span>
          </div>
          <NoteEditor key={chosen.id} note={chosen} startsWriting={search['new'] === '1'} />
        </article>
      )}
    </Place>
  );
}
