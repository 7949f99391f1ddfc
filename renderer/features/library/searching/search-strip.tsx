import { BookmarkPlus, List, Pencil, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../../lib/queries';
import { Button } from '../../../ui';
import { attempt } from '../actions';
import { useLibrary } from '../state';
import styles from '../view.module.css';

/** Over the hits or the list of a search: to save it, to see its papers as a list, to change a saved one. */
export function SearchStrip() {
  const { t } = useTranslation('searches');
  const { scope } = useLibrary((state) => state.view);
  const query = useLibrary((state) => state.query);
  const setAsList = useLibrary((state) => state.setAsList);
  const openSearch = useLibrary((state) => state.openSearch);
  const saved = useContract('searches.list', {}, { tables: ['saved_search'] }).data;
  const searchId = scope.kind === 'search' ? scope.searchId : undefined;
  const search = saved?.find(({ id }) => id === searchId);
  if (query.trim() !== '')
    return (
      <div className={styles['strip']}>
        <span className={styles['stripText']}>
          {scope.kind === 'query' ? t('listOf', { query: query.trim() }) : ''}
        </span>
        <Button
          size="small"
          variant="quiet"
          icon={scope.kind === 'query' ? ScrollText : List}
          onPress={() => {
            setAsList(scope.kind !== 'query');
          }}
        >
          {scope.kind === 'query' ? t('asHits') : t('asList')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={BookmarkPlus}
          onPress={() => {
            void attempt('searches.fromText', { text: query }).then((made) => {
              if (made) openSearch({ kind: 'create', name: query.trim(), condition: made.condition });
            });
          }}
        >
          {t('save')}
        </Button>
      </div>
    );
  return search === undefined ? null : (
    <div className={styles['strip']}>
      <span className={styles['stripText']}>{search.name}</span>
      <Button
        size="small"
        variant="quiet"
        icon={Pencil}
        onPress={() => {
          openSearch({ kind: 'edit', search });
        }}
      >
        {t('edit')}
      </Button>
    </div>
  );
}
