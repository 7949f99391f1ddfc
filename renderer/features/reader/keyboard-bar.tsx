import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui';
import styles from './reader.module.css';

/** The keys of selecting with the keyboard, while it is on. */
export function KeyboardBar() {
  const { t } = useTranslation('reader');
  return (
    <div className={styles.keyboardBar}>
      <span>{t('keyboard.hint')}</span>
      <span>
        <Kbd>Enter</Kbd> {t('keyboard.highlight')}
      </span>
      <span>
        <Kbd>Shift+Enter</Kbd> {t('keyboard.comment')}
      </span>
      <span>
        <Kbd>Esc</Kbd> {t('keyboard.end')}
      </span>
    </div>
  );
}
