import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '@shared/ipc/contract/tags';
import { useContract } from '../../lib/queries';
import { Button, ComboBox, Dialog } from '../../ui';
import { attempt } from './actions';
import { selectedIds } from './state';

/** Puts a tag on the chosen papers; a new name makes a new tag. */
export function TagPapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag'] }).data ?? [];
  const [text, setText] = useState('');
  // Those that were chosen when it was asked for: the title says how many, and no more are changed.
  const [itemIds] = useState(() => [...selectedIds()]);
  const name = text.trim();
  const apply = (): void => {
    if (name !== '') void attempt('tags.apply', { itemIds, tag: { name } });
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
