import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format';
import { useGo } from '../../../lib/navigation';
import { useContract } from '../../../lib/queries';
import { Button, Dialog, IconButton, SearchField } from '../../../ui';
import { attempt } from '../actions';
import { PaperPicker } from './paper-picker';
import { PanelSection } from './panel-section';
import styles from './panel.module.css';

/** Papers that belong to this one, said by the person; the other paper shows it too. */
export function RelatedSection({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('items');
  const { number } = useFormats();
  const related = useContract('library.related', { itemId }, { tables: ['link', 'item'] }).data ?? [];
  return (
    <PanelSection
      id="related"
      title={t('panel.related')}
      aside={related.length === 0 ? undefined : number(related.length)}
    >
      <Related itemId={itemId} related={related} />
    </PanelSection>
  );
}

interface RelatedProps {
  readonly itemId: string;
  readonly related: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly authors: string;
    readonly year: number | null;
  }[];
}

function Related({ itemId, related }: RelatedProps) {
  const { t } = useTranslation(['items', 'library']);
  const go = useGo();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={styles['dense']}>
      {related.length === 0 ? <p className={styles['meta']}>{t('items:related.none')}</p> : null}
      <ul className={styles['uses']}>
        {related.map((other) => (
          <li key={other.itemId} className={styles['relatedLine']}>
            <span className={styles['relatedText']}>
              <Button
                variant="link"
                onPress={() => {
                  go(`/library/${other.itemId}`);
                }}
              >
                {other.title === '' ? t('library:table.untitled') : other.title}
              </Button>
              <span className={styles['meta']}>
                {[other.authors, other.year].filter((part) => part !== '' && part !== null).join(' · ')}
              </span>
            </span>
            <IconButton
              icon={X}
              size="small"
              label={t('items:related.remove', { title: other.title })}
              onPress={() => void attempt('library.unrelate', { itemId, otherId: other.itemId })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          onPress={() => {
            setAdding(true);
          }}
        >
          {t('items:related.add')}
        </Button>
      </div>
      {isAdding ? (
        <RelateDialog
          itemId={itemId}
          taken={related.map((other) => other.itemId)}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

interface RelateDialogProps {
  readonly itemId: string;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

function RelateDialog({ itemId, taken, onClose }: RelateDialogProps) {
  const { t } = useTranslation(['items', 'common']);
  const [query, setQuery] = useState('');
  return (
    <Dialog
      title={t('items:related.title')}
      isOpen
      onOpenChange={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('common:action.done')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        <SearchField
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just opened for this field
          autoFocus
          label={t('items:related.find')}
          placeholder={t('items:related.find')}
          clearLabel={t('items:related.find')}
          value={query}
          onChange={setQuery}
        />
        <PaperPicker
          query={query}
          without={[itemId, ...taken]}
          onPick={(otherId) => void attempt('library.relate', { itemId, otherIds: [otherId] })}
        />
      </div>
    </Dialog>
  );
}
