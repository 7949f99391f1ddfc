import { useTranslation } from 'react-i18next';
import type { KeyboardSelection } from '../../pdf';
import styles from './reader.module.css';
import { useReader } from './store';

/** Says to a screen reader what was done, and what the keyboard selects. */
export function Announcer({ keyboard }: { readonly keyboard: KeyboardSelection | undefined }) {
  const { t } = useTranslation('reader');
  const { text, number } = useReader((state) => state.announcement);
  return (
    <>
      <div role="status" className={styles.unseen} data-announcement>
        {/* A sentence said twice is a new element, or it would not be read again. */}
        <span key={number}>{text}</span>
      </div>
      <div aria-live="assertive" className={styles.unseen}>
        {keyboard ? t('keyboard.selected', { text: keyboard.spoken }) : ''}
      </div>
    </>
  );
}
