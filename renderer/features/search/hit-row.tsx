import { useTranslation } from 'react-i18next';
import type { SearchHit } from '@shared/ipc/contract/search';
import styles from './search.module.css';

export interface HitRowProps {
  readonly hit: SearchHit;
  readonly onOpen: (hit: SearchHit) => void;
}

/** One hit: the paper, the passage with the found words marked, the page. Pressing it opens the place. */
export function HitRow({ hit, onOpen }: HitRowProps) {
  const { t } = useTranslation('search');
  const names = hit.authors.split(', ');
  const authors = names.length > 3 ? t('et-al', { name: names[0] ?? '' }) : hit.authors;
  const about = [authors, hit.year].filter((part) => part !== '' && part !== null).join(' · ');
  const page = hit.pageIndex === null ? null : (hit.pageLabel ?? String(hit.pageIndex + 1));
  return (
    <li>
      <button
        type="button"
        className={styles['hit']}
        data-hit=""
        onClick={() => {
          onOpen(hit);
        }}
      >
        <span className={styles['title']}>{hit.title === '' ? t('untitled') : hit.title}</span>
        <span className={styles['about']}>
          {about}
          {page === null ? null : (
            <>
              {about === '' ? '' : ' · '}
              <span className={styles['page']}>{t('page', { page })}</span>
            </>
          )}
        </span>
        {hit.snippet.length === 0 ? null : (
          <span className={styles['snippet']}>
            {hit.snippet.map((part, index) =>
              part.isHit ? (
                // Pieces of one snippet never change places.
                <mark key={index} className={styles['found']}>
                  {part.text}
                </mark>
              ) : (
                part.text
              ),
            )}
          </span>
        )}
      </button>
    </li>
  );
}
