import { NotebookPen } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, cx, ErrorNote, Menu, Skeleton } from '../../ui';
import { makeNote } from './make-note';
import styles from './annotations.module.css';
import { shortened } from './use-annotating';
import { useMeanings } from './use-annotations';

/** In the library's panel: the annotations of an item; a press opens the page. */
export default function ItemAnnotations({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('reader');
  const go = useGo();
  const meaning = useMeanings();
  const { data, error } = useContract(
    'annotation.listForItem',
    { itemId },
    { tables: ['annotation', 'attachment', 'link'] },
  );
  if (error) return <ErrorNote failure={error.failure} />;
  if (!data) return <Skeleton label={t('list.label')} />;
  if (data.annotations.length === 0) return <p className={styles.muted}>{t('list.empty.title')}</p>;
  return (
    <div className={styles.panelList}>
      <Menu
        label={t('note.make')}
        trigger={
          <Button size="small" icon={NotebookPen}>
            {t('note.make')}
          </Button>
        }
        entries={(['reading', 'meaning'] as const).map((order) => ({
          id: order,
          label: t(`note.${order}`),
          onAction: () => void makeNote([itemId], order, go),
        }))}
      />
      <ul className={styles.cards} aria-label={t('list.count', { count: data.annotations.length })}>
        {data.annotations.map(({ id, attachmentId, color, comment, pageLabel: label, quote }) => {
          // A custom property, typed by React only through an index signature.
          const style: CSSProperties & { '--mark': string } = { '--mark': color };
          const words = quote === '' ? t('list.noteWithoutText') : quote;
          return (
            <li key={id} className={styles.card} style={style}>
              <div className={styles.cardHead}>
                <span className={styles.cardMeaning}>{meaning(color)}</span>
                <span>{t('list.page', { label })}</span>
              </div>
              <AriaButton
                className={cx(styles.cardQuote, styles.clamped)}
                aria-label={t('list.goTo', { label, text: shortened(words) })}
                onPress={() => go(`/reader/${attachmentId}?annotation=${id}`)}
              >
                {words}
              </AriaButton>
              {comment === '' ? null : <p className={styles.clamped}>{comment}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
