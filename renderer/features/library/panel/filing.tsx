import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { Button, Chip } from '../../../ui';
import { attempt, takeOutOfCollection } from '../actions';
import { useLibrary } from '../state';
import styles from './panel.module.css';

/** Tags and collections of the paper. */
export function Filing({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const openDialog = useLibrary((state) => state.openDialog);
  const show = useLibrary((state) => state.show);
  return (
    <div className={styles['dense']}>
      <span className={styles['label']}>{t('details.tags')}</span>
      <div className={styles['chips']}>
        {paper.tags.map((tag) => (
          <Chip
            key={tag.id}
            color={tag.color ?? undefined}
            removeLabel={t('tags.remove', { name: tag.name })}
            onRemove={() => void attempt('tags.unapply', { itemIds: [paper.id], tagId: tag.id })}
          >
            {tag.name}
          </Chip>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          onPress={() => {
            openDialog('tag');
          }}
        >
          {t('tags.add')}
        </Button>
      </div>
      <span className={styles['label']}>{t('details.collections')}</span>
      <div className={styles['chips']}>
        {paper.collections.map((collection) => (
          <Chip
            key={collection.id}
            removeLabel={t('collections.takeOut', { name: collection.name })}
            onRemove={() => void takeOutOfCollection(collection, [paper.id])}
          >
            <Button
              variant="link"
              size="small"
              className={styles['filed']}
              onPress={() => {
                show({ kind: 'collection', collectionId: collection.id });
              }}
            >
              {collection.name}
            </Button>
          </Chip>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          onPress={() => {
            openDialog('add-to-collection');
          }}
        >
          {t('collections.addPaper')}
        </Button>
      </div>
    </div>
  );
}
