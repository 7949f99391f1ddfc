import { useTranslation } from 'react-i18next';
import type { UsedInEntry } from '@shared/ipc/contract/library';
import { useGo } from '../../../lib/navigation';
import { useContract } from '../../../lib/queries';
import { wordsIfAny } from '../../../lib/words';
import { Button, EmptyState, Quote } from '../../../ui';
import styles from './panel.module.css';

function addressOf({ ownerKind, ownerId }: UsedInEntry): string | undefined {
  if (ownerId === null) return undefined;
  if (ownerKind === 'project') return `/inquiry/${ownerId}`;
  return ownerKind === 'report' ? `/write/${ownerId}` : undefined;
}

/** Where in the user's work the paper or its annotations are used. */
export function UsedInTab({ itemId }: { readonly itemId: string }) {
  const { t, i18n } = useTranslation('library');
  const go = useGo();
  const tables = ['link', 'annotation', 'project', 'cycle', 'report', 'appraisal', 'appraisal_answer'];
  const uses = useContract('library.usedIn', { itemId }, { tables }).data;
  if (uses?.length === 0)
    return (
      <EmptyState compact title={t('usedIn.none.title')}>
        {t('usedIn.none.text')}
      </EmptyState>
    );
  return (
    <ul className={styles['uses']}>
      {uses?.map((use) => {
        const address = addressOf(use);
        return (
          <li key={use.linkId} className={styles['use']}>
            <div className={styles['useHead']}>
              <span className={styles['useTitle']}>
                {use.title === '' ? t(`usedIn.${use.ownerKind}`) : use.title}
              </span>
              {address === undefined ? null : (
                <Button
                  variant="link"
                  size="small"
                  onPress={() => {
                    go(address);
                  }}
                >
                  {t('usedIn.open')}
                </Button>
              )}
            </div>
            <span className={styles['meta']}>
              {wordsIfAny(i18n, `library:usedIn.relation.${use.relation}`) ?? use.relation}
              {use.title === '' ? null : ` · ${t(`usedIn.${use.ownerKind}`)}`}
            </span>
            {use.quote === '' ? null : <Quote>{use.quote}</Quote>}
          </li>
        );
      })}
    </ul>
  );
}
