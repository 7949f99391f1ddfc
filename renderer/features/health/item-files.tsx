import {
  BookOpen,
  Download,
  Ellipsis,
  ExternalLink,
  FilePlus2,
  FileSearch,
  FolderOpen,
  PenLine,
  Star,
  Trash2,
  WandSparkles,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, ButtonRow, Dialog, Eyebrow, IconButton, Menu, TextField, type MenuEntry } from '../../ui';
import { openElsewhere, saveCopy } from './hand-out';
import { useRepair } from './use-repair';
import styles from './health.module.css';

type ItemFile = CallOutput<'health.itemFiles'>[number];

/** The documents of one record: open, name, find again, take off, add another. */
export default function ItemFiles({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('health');
  const files = useContract('health.itemFiles', { itemId }, { tables: ['attachment', 'file', 'item'] });
  const pdfs = files.data?.filter(({ isPdf }) => isPdf).length ?? 0;
  const repair = useRepair(() => void files.refetch());
  const [renaming, setRenaming] = useState<ItemFile | null>(null);
  const add = async (): Promise<void> => {
    const picked = await call('desktop.pickFiles', { kind: 'any', multiple: true });
    if (!picked.ok) {
      reportFailure(picked.error);
      return;
    }
    for (const path of picked.value.paths) {
      const added = await call('health.addFile', { itemId, path });
      if (!added.ok) reportFailure(added.error);
    }
  };
  return (
    <section className={styles['files']}>
      <Eyebrow level={3}>{t('file.title')}</Eyebrow>
      {files.data === undefined || files.data.length === 0 ? (
        <p className={styles['text']}>{t('file.none')}</p>
      ) : (
        <ul className={styles['fileList']}>
          {files.data.map((file) => (
            <FileRow
              key={file.attachmentId}
              file={file}
              isOneOfMany={pdfs > 1}
              onRename={() => {
                setRenaming(file);
              }}
              onFind={() => void repair.choose(file.attachmentId)}
            />
          ))}
        </ul>
      )}
      <ButtonRow>
        <Button size="small" icon={FilePlus2} onPress={() => void add()}>
          {t('file.add')}
        </Button>
      </ButtonRow>
      {repair.question}
      {renaming === null ? null : (
        <RenameDialog
          file={renaming}
          onClose={() => {
            setRenaming(null);
          }}
        />
      )}
    </section>
  );
}

async function rename(attachmentId: string, title: string): Promise<void> {
  const result = await call('health.renameFile', { attachmentId, title });
  if (!result.ok) reportFailure(result.error);
}

async function makeMain(attachmentId: string): Promise<void> {
  const result = await call('health.setMainFile', { attachmentId });
  if (!result.ok) reportFailure(result.error);
}

function FileRow({
  file,
  isOneOfMany,
  onRename,
  onFind,
}: {
  readonly file: ItemFile;
  /** The record has several PDFs: then it matters which one is read. */
  readonly isOneOfMany: boolean;
  readonly onRename: () => void;
  readonly onFind: () => void;
}) {
  const { t } = useTranslation('health');
  const { bytes, number } = useFormats();
  const go = useGo();
  const { suggestedName } = file;
  const facts = [
    isOneOfMany && file.isMain ? t('file.main') : '',
    bytes(file.size),
    file.pageCount === null
      ? ''
      : t('file.pages', { count: file.pageCount, formatted: number(file.pageCount) }),
    file.textStatus === 'indexed' ? '' : t(`file.text.${file.textStatus}`),
    file.linkedPath === null ? '' : t('file.linked'),
  ];
  const read = (): void => {
    go(`/reader/${file.attachmentId}`);
  };
  const open = (): void => void openElsewhere(file.attachmentId, 'open');
  const there: readonly MenuEntry[] = [
    ...(file.isPdf ? [{ id: 'read', label: t('file.read'), icon: BookOpen, onAction: read }] : []),
    { id: 'open', label: t('file.openElsewhere'), icon: ExternalLink, onAction: open },
    {
      id: 'show',
      label: t('file.show'),
      icon: FolderOpen,
      onAction: () => void openElsewhere(file.attachmentId, 'show'),
    },
    { id: 'save', label: t('file.save'), icon: Download, onAction: () => void saveCopy(file) },
    'separator',
  ];
  const entries: readonly MenuEntry[] = [
    ...(file.isThere ? there : []),
    ...(isOneOfMany && file.isPdf && !file.isMain
      ? [
          {
            id: 'main',
            label: t('file.makeMain'),
            icon: Star,
            onAction: () => void makeMain(file.attachmentId),
          },
        ]
      : []),
    { id: 'rename', label: t('file.rename'), icon: PenLine, onAction: onRename },
    ...(suggestedName === null
      ? []
      : [
          {
            id: 'pattern',
            label: t('file.byPattern'),
            icon: WandSparkles,
            onAction: () => void rename(file.attachmentId, suggestedName),
          },
        ]),
    ...(file.isThere ? [] : [{ id: 'find', label: t('file.find'), icon: FileSearch, onAction: onFind }]),
    'separator',
    {
      id: 'remove',
      label: t('file.remove'),
      icon: Trash2,
      tone: 'danger',
      onAction: () => {
        void call('health.removeFile', { attachmentId: file.attachmentId }).then((result) => {
          if (!result.ok) reportFailure(result.error);
        });
      },
    },
  ];
  return (
    <li className={styles['file']}>
      <div>
        <Button
          variant="quiet"
          size="small"
          isDisabled={!file.isThere}
          onPress={file.isPdf ? read : open}
          {...(file.isPdf ? {} : { 'aria-label': t('file.openElsewhereOf', { title: file.title }) })}
        >
          <span className={styles['fileName']}>{file.title}</span>
        </Button>
        <div className={styles['fileFacts']}>
          {file.isThere ? null : <span className={styles['missing']}>{t('file.missing')} · </span>}
          {facts.filter(Boolean).join(' · ')}
        </div>
      </div>
      <Menu
        label={t('file.menu', { title: file.title })}
        trigger={<IconButton icon={Ellipsis} size="small" label={t('file.menu', { title: file.title })} />}
        entries={entries}
      />
    </li>
  );
}

function RenameDialog({ file, onClose }: { readonly file: ItemFile; readonly onClose: () => void }) {
  const { t } = useTranslation(['health', 'common']);
  const [title, setTitle] = useState(file.title);
  return (
    <Dialog
      title={t('file.rename')}
      isOpen
      onOpenChange={onClose}
      footer={
        <Button
          variant="primary"
          isDisabled={title.trim() === ''}
          onPress={() => {
            void rename(file.attachmentId, title.trim()).then(onClose);
          }}
        >
          {t('file.rename')}
        </Button>
      }
    >
      <TextField label={t('file.name')} value={title} onChange={setTitle} />
    </Dialog>
  );
}
