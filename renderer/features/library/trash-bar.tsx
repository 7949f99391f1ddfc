import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, ToggleButton } from '../../ui';
import { putBack } from './actions';
import { useLibrary } from './state';
import { EmptyTrashDialog } from './trash-dialogs';
import styles from './view.module.css';

const TABS = ['papers', 'notes', 'documents'] as const;
export type TrashTab = (typeof TABS)[number];

interface TrashBarProps {
  readonly tab: TrashTab;
  readonly onTab: (tab: TrashTab) => void;
}

/** Over the lists of the trash: which of them, put back, delete for good, empty. */
export function TrashBar({ tab, onTab }: TrashBarProps) {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const chosen = useLibrary((state) => state.selection.ids);
  const openDialog = useLibrary((state) => state.openDialog);
  const all = useContract(
    'library.previewEmptyTrash',
    {},
    { tables: ['item', 'note', 'attachment'], keepPrevious: true },
  ).data;
  const counts = { papers: all?.items, notes: all?.looseNotes, documents: all?.looseDocuments };
  const isEmpty = TABS.every((id) => (counts[id] ?? 0) === 0);
  return (
    <>
      <div className={styles['strip']}>
        <span className={styles['stripText']}>{t('trash.bar')}</span>
        {tab === 'papers' ? (
          <>
            <Button size="small" isDisabled={chosen.size === 0} onPress={() => void putBack([...chosen])}>
              {t('trash.restore')}
            </Button>
            <Button
              size="small"
              isDisabled={chosen.size === 0}
              onPress={() => {
                openDialog('delete-for-good');
              }}
            >
              {t('trash.deleteMore')}
            </Button>
          </>
        ) : null}
        <Button
          size="small"
          isDisabled={isEmpty}
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('trash.empty')}
        </Button>
        {isAsking ? <EmptyTrashDialog onOpenChange={setAsking} /> : null}
      </div>
      <div className={styles['strip']} role="group" aria-label={t('trash.what')}>
        {TABS.map((id) => (
          <ToggleButton
            key={id}
            size="small"
            label={t(`trash.tab.${id}`, { formatted: number(counts[id] ?? 0) })}
            isSelected={tab === id}
            onChange={() => {
              onTab(id);
            }}
          />
        ))}
      </div>
    </>
  );
}
