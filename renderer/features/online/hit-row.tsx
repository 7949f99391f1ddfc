import { useTranslation } from 'react-i18next';
import { creatorSummary } from '@shared/domain/bibliography/creators';
import { yearOf } from '@shared/domain/bibliography/dates';
import type { OnlineHit } from '@shared/ipc/contract/online';
import { useGo } from '../../lib/navigation';
import { Button, Checkbox, Chip, Disclosure } from '../../ui';
import styles from './online.module.css';

export interface HitRowProps {
  readonly hit: OnlineHit;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One result: choose it, or go to the record when the library has it. */
export function HitRow({ hit, isChosen, onChoose }: HitRowProps) {
  const { t } = useTranslation('online');
  const go = useGo();
  const { csl, itemId } = hit;
  const title = csl.title ?? t('search.untitled');
  const about = [creatorSummary(csl), yearOf(csl.issued), csl['container-title'] ?? csl.publisher]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <li className={styles['hit']}>
      <Checkbox
        aria-label={t('search.select', { title })}
        isSelected={isChosen && itemId === null}
        isDisabled={itemId !== null}
        onChange={onChoose}
      >
        <span className={styles['hitTitle']} lang={csl.language}>
          {title}
        </span>
      </Checkbox>
      <div className={styles['hitBody']}>
        <p className={styles['text']}>{about}</p>
        <div className={styles['chips']}>
          {hit.retraction === null ? null : <Chip tone="warn">{t('search.retracted')}</Chip>}
          {hit.isPeerReviewed === true ? <Chip>{t('search.peerReviewed')}</Chip> : null}
          {hit.openUrl === null ? null : <Chip>{t('search.free')}</Chip>}
          {itemId === null ? null : (
            <Button
              size="small"
              variant="link"
              onPress={() => {
                go(`/library/${itemId}`);
              }}
            >
              {t('search.inLibrary')}
            </Button>
          )}
        </div>
        {csl.abstract === undefined ? null : (
          <Disclosure title={t('search.abstract')}>
            <p className={styles['abstract']} lang={csl.language}>
              {csl.abstract}
            </p>
          </Disclosure>
        )}
      </div>
    </li>
  );
}
