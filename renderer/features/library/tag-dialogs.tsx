import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '@shared/ipc/contract/tags';
import { ANNOTATION_COLORS } from '@shared/domain/annotation/palette';
import { useContract } from '../../lib/queries';
import {
  AutosaveTextField,
  Button,
  ColorDot,
  ComboBox,
  Dialog,
  IconButton,
  Select,
  TextField,
} from '../../ui';
import { attempt } from './actions';
import { selectedIds } from './state';
import styles from './tag-dialogs.module.css';

/** Puts a tag on the chosen papers; a new name makes a new tag. */
export function TagPapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag'] }).data ?? [];
  const [text, setText] = useState('');
  const itemIds = selectedIds();
  const name = text.trim();
  const apply = (): void => {
    if (name !== '') void attempt('tags.apply', { itemIds: [...itemIds], tag: { name } });
    onClose();
  };
  return (
    <Dialog
      title={t('tags.applyTitle', { count: itemIds.length })}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" isDisabled={name === ''} onPress={apply}>
            {t('common:action.add')}
          </Button>
        </>
      }
    >
      <TagBox tags={tags} text={text} onText={setText} />
    </Dialog>
  );
}

interface TagBoxProps {
  readonly tags: readonly Tag[];
  readonly text: string;
  readonly onText: (text: string) => void;
}

function TagBox({ tags, text, onText }: TagBoxProps) {
  const { t } = useTranslation('library');
  const fitting = tags.filter(({ name }) =>
    name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
  );
  return (
    <ComboBox
      label={t('tags.name')}
      hint={t('tags.applyHint')}
      openLabel={t('tags.title')}
      choices={fitting.map(({ id, name }) => ({ id, label: name }))}
      value={null}
      onChange={(id) => {
        const tag = tags.find((candidate) => candidate.id === id);
        if (tag) onText(tag.name);
      }}
      inputValue={text}
      onInputChange={onText}
      emptyText={t('tags.applyHint')}
      allowsCustomValue
    />
  );
}

/** Names, colours and keys of all tags. */
export function EditTagsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag'] }).data ?? [];
  const [name, setName] = useState('');
  const create = (): void => {
    if (name.trim() === '') return;
    void attempt('tags.create', { name }).then((done) => {
      if (done) setName('');
    });
  };
  return (
    <Dialog
      title={t('tags.edit')}
      isOpen
      onOpenChange={onClose}
      size="wide"
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('common:action.done')}
        </Button>
      }
    >
      {tags.length === 0 ? <p>{t('tags.none')}</p> : null}
      <ul className={styles['tags']}>
        {tags.map((tag) => (
          <TagLine key={tag.id} tag={tag} />
        ))}
      </ul>
      <form
        className={styles['create']}
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField
          label={t('tags.create')}
          hideLabel
          placeholder={t('tags.name')}
          value={name}
          onChange={setName}
        />
        <Button type="submit">{t('tags.create')}</Button>
      </form>
    </Dialog>
  );
}

const noColor = 'none';
const noKey = '0';

function TagLine({ tag }: { readonly tag: Tag }) {
  const { t } = useTranslation('library');
  return (
    <li className={styles['line']}>
      <span className={styles['dot']}>{tag.color === null ? null : <ColorDot color={tag.color} />}</span>
      <AutosaveTextField
        label={t('tags.name')}
        hideLabel
        value={tag.name}
        onSave={async (name) =>
          name.trim() !== '' && (await attempt('tags.update', { tagId: tag.id, name })) !== undefined
        }
      />
      <Select
        label={t('tags.color')}
        hideLabel
        choices={[
          { id: noColor, label: t('tags.noColor') },
          ...ANNOTATION_COLORS.map((color) => ({ id: color, label: t(`color.${color}`) })),
        ]}
        value={ANNOTATION_COLORS.find((color) => color === tag.color) ?? noColor}
        onChange={(color) => {
          void attempt('tags.update', { tagId: tag.id, color: color === noColor ? null : color });
        }}
      />
      <Select
        label={t('tags.key')}
        hideLabel
        choices={[
          { id: noKey, label: t('tags.noKey') },
          ...Array.from({ length: 9 }, (_, index) => ({
            id: String(index + 1),
            label: `${t('tags.key')} ${index + 1}`,
          })),
        ]}
        value={tag.shortcut === null ? noKey : String(tag.shortcut)}
        onChange={(key) => {
          void attempt('tags.update', { tagId: tag.id, shortcut: key === noKey ? null : Number(key) });
        }}
      />
      <IconButton
        icon={Trash2}
        label={t('tags.delete', { name: tag.name })}
        onPress={() => {
          void attempt('tags.remove', { tagId: tag.id });
        }}
      />
    </li>
  );
}
