import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Tag } from '@shared/ipc/contract/tags';
import { ANNOTATION_COLORS } from '@shared/domain/annotation/palette';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import {
  AutosaveTextField,
  Button,
  Checkbox,
  ColorDot,
  ComboBox,
  Dialog,
  SearchField,
  Select,
  TextField,
  toast,
} from '../../ui';
import { attempt } from './actions';
import styles from './tag-dialogs.module.css';

/** Names, colours and keys of all tags: a list that can be searched, and the chosen tag beside it. */
export function TagManager({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['items', 'library', 'common']);
  const { number } = useFormats();
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag', 'item'] }).data ?? [];
  const [query, setQuery] = useState('');
  const [unusedOnly, setUnusedOnly] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const [name, setName] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const shown = tags.filter(
    (tag) => tag.name.toLocaleLowerCase().includes(wanted) && (!unusedOnly || tag.count === 0),
  );
  const chosen = tags.find(({ id }) => id === chosenId);
  const create = (): void => {
    if (name.trim() === '') return;
    void attempt('tags.create', { name }).then((done) => {
      if (!done) return;
      setName('');
      setQuery('');
      setChosenId(done.tagId);
    });
  };
  const removeUnused = async (): Promise<void> => {
    const done = await attempt('tags.removeUnused', {});
    if (done)
      toast({
        text: t('items:tagManager.removed', { count: done.removed }),
        action: { label: t('common:action.undo'), run: () => void attempt('history.undo', {}) },
      });
  };
  return (
    <Dialog
      title={t('library:tags.edit')}
      isOpen
      onOpenChange={onClose}
      size="wide"
      footer={
        <>
          {tags.some(({ count }) => count === 0) ? (
            <Button onPress={() => void removeUnused()}>{t('items:tagManager.removeUnused')}</Button>
          ) : null}
          <Button variant="primary" onPress={onClose}>
            {t('common:action.done')}
          </Button>
        </>
      }
    >
      <div className={styles['manager']}>
        <div className={styles['column']}>
          <SearchField
            label={t('items:tagManager.filter')}
            placeholder={t('items:tagManager.filter')}
            clearLabel={t('library:search.clear')}
            value={query}
            onChange={setQuery}
          />
          <Checkbox isSelected={unusedOnly} onChange={setUnusedOnly}>
            {t('items:tagManager.unusedOnly')}
          </Checkbox>
          {/* Imported keywords make thousands of tags: only those in sight are drawn. */}
          <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 34 }}>
            <GridList
              aria-label={t('items:tagManager.list')}
              className={styles['list'] ?? ''}
              items={shown}
              selectionMode="single"
              // Escape closes the dialog, whatever is chosen in it.
              escapeKeyBehavior="none"
              selectionBehavior="replace"
              selectedKeys={chosenId === undefined ? [] : [chosenId]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : [...keys];
                if (key !== undefined) setChosenId(String(key));
              }}
              renderEmptyState={() => (
                <p className={styles['quiet']}>
                  {tags.length === 0 ? t('library:tags.none') : t('items:tagManager.noneFit')}
                </p>
              )}
            >
              {(tag) => (
                <GridListItem id={tag.id} textValue={tag.name} className={styles['entry'] ?? ''}>
                  <span className={styles['dot']}>
                    {tag.color === null ? null : <ColorDot color={tag.color} />}
                  </span>
                  <span className={styles['entryName']}>{tag.name}</span>
                  <span className={styles['quiet']}>
                    {tag.shortcut === null ? '' : `${t('items:tagManager.key', { key: tag.shortcut })} · `}
                    {number(tag.count)}
                  </span>
                </GridListItem>
              )}
            </GridList>
          </Virtualizer>
          <form
            className={styles['create']}
            onSubmit={(event) => {
              event.preventDefault();
              create();
            }}
          >
            <TextField
              label={t('library:tags.create')}
              hideLabel
              placeholder={t('library:tags.create')}
              value={name}
              onChange={setName}
            />
            <Button type="submit">{t('library:tags.create')}</Button>
          </form>
        </div>
        <div className={styles['column']}>
          {chosen === undefined ? (
            <p className={styles['quiet']}>{t('items:tagManager.choose')}</p>
          ) : (
            <TagForm
              key={chosen.id}
              tag={chosen}
              others={tags.filter(({ id }) => id !== chosen.id)}
              onMerged={setChosenId}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

const noColor = 'none';
const noKey = '0';

interface TagFormProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
  readonly onMerged: (tagId: string) => void;
}

function TagForm({ tag, others, onMerged }: TagFormProps) {
  const { t } = useTranslation(['items', 'library', 'common']);
  const { number } = useFormats();
  const [intoId, setIntoId] = useState<string | null>(null);
  const merge = async (): Promise<void> => {
    if (intoId === null) return;
    const done = await attempt('tags.merge', { tagIds: [tag.id], intoId });
    if (!done) return;
    toast({
      text: t('items:tagManager.merged', { count: done.changed }),
      action: { label: t('common:action.undo'), run: () => void attempt('history.undo', {}) },
    });
    onMerged(intoId);
  };
  return (
    <>
      <p className={styles['quiet']}>
        {t('items:tagManager.papers', { count: tag.count, formatted: number(tag.count) })}
      </p>
      <AutosaveTextField
        label={t('library:tags.name')}
        value={tag.name}
        onSave={async (name) =>
          name.trim() !== '' && (await attempt('tags.update', { tagId: tag.id, name })) !== undefined
        }
      />
      <div className={styles['pair']}>
        <Select
          label={t('library:tags.color')}
          choices={[
            { id: noColor, label: t('library:tags.noColor') },
            ...ANNOTATION_COLORS.map((color) => ({ id: color, label: t(`library:color.${color}`) })),
          ]}
          value={ANNOTATION_COLORS.find((color) => color === tag.color) ?? noColor}
          onChange={(color) => {
            void attempt('tags.update', { tagId: tag.id, color: color === noColor ? null : color });
          }}
        />
        <Select
          label={t('library:tags.key')}
          choices={[
            { id: noKey, label: t('library:tags.noKey') },
            ...Array.from({ length: 9 }, (_, index) => {
              const key = index + 1;
              const holder = others.find(({ shortcut }) => shortcut === key);
              return { id: String(key), label: String(key), description: holder?.name };
            }),
          ]}
          value={tag.shortcut === null ? noKey : String(tag.shortcut)}
          onChange={(key) => {
            void attempt('tags.update', { tagId: tag.id, shortcut: key === noKey ? null : Number(key) });
          }}
        />
      </div>
      <ComboBox
        label={t('items:tagManager.mergeInto')}
        openLabel={t('items:tagManager.mergeInto')}
        hint={t('items:tagManager.mergeHint')}
        choices={others.map(({ id, name }) => ({ id, label: name }))}
        value={intoId}
        onChange={setIntoId}
      />
      <div className={styles['buttons']}>
        <Button isDisabled={intoId === null} onPress={() => void merge()}>
          {t('items:tagManager.merge')}
        </Button>
        <Button
          variant="danger"
          icon={Trash2}
          onPress={() => {
            void attempt('tags.remove', { tagId: tag.id });
          }}
        >
          {t('items:tagManager.delete')}
        </Button>
      </div>
    </>
  );
}
