import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Button, Dialog, PaperList, SearchField, TextField } from '../../ui';
import { paperLink } from './follow-link';
import styles from './notes.module.css';

export interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Sets, changes or removes the link at the cursor: a web address, or a paper of the library. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['items', 'common']);
  const current: unknown = editor.getAttributes('link')['href'];
  const isLinked = typeof current === 'string';
  const [address, setAddress] = useState(isLinked && current.startsWith('http') ? current : '');
  const [query, setQuery] = useState('');
  const [error, setError] = useState<string>();
  const found = useContract(
    'citation.search',
    { query, limit: 20 },
    { tables: ['item'], keepPrevious: true, enabled: query.trim() !== '' },
  ).data?.items;

  const put = (href: string, words: string): void => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !isLinked)
      chain
        .insertContent([
          { type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] },
          { type: 'text', text: ' ' },
        ])
        .run();
    else chain.setLink({ href }).run();
    onClose();
  };
  const apply = (): void => {
    const href = /^[\w.-]+\.\w{2,}(?:\/|$)/.test(address.trim())
      ? `https://${address.trim()}`
      : address.trim();
    if (/^https?:\/\/[^\s]+\.[^\s]+$/.test(href)) put(href, address.trim());
    else setError(t('items:notes.linkBad'));
  };
  return (
    <Dialog
      title={t('items:notes.link')}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {isLinked ? (
            <Button
              onPress={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              {t('items:notes.linkRemove')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" onPress={apply} isDisabled={address.trim() === ''}>
            {t('items:notes.linkSet')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextField
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just opened for this field
          autoFocus
          label={t('items:notes.linkAddress')}
          error={error}
          value={address}
          onChange={(next) => {
            setError(undefined);
            setAddress(next);
          }}
        />
      </form>
      <div className={styles['form']}>
        <SearchField
          label={t('items:notes.linkPaper')}
          placeholder={t('items:related.find')}
          clearLabel={t('common:action.clear')}
          value={query}
          onChange={setQuery}
        />
        <PaperList
          label={t('items:notes.linkPaper')}
          papers={query.trim() === '' ? [] : (found ?? [])}
          onPick={({ itemId, title }) => {
            put(paperLink(itemId), title);
          }}
        />
      </div>
    </Dialog>
  );
}
