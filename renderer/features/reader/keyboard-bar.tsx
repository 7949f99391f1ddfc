import { useTranslation } from 'react-i18next';
import { isMac, showShortcut } from '../../lib/shortcut';
import { Kbd } from '../../ui';
import styles from './reader.module.css';

/** The keys of selecting with the keyboard, while it is on. */
export function KeyboardBar() {
  const { t } = useTranslation('reader');
  return (
    <div className={styles.keyboardBar}>
      <span>{t('keyboard.hint')}</span>
      <span>
        <Kbd>{showShortcut('enter', isMac)}</Kbd> {t('keyboard.highlight')}
      </span>
      <span>
        <Kbd>{showShortcut('shift+enter', isMac)}</Kbd> {t('keyboard.comment')}
      </span>
      <span>
        <Kbd>{showShortcut('esc', isMac)}</Kbd> {t('keyboard.end')}
      </span>
    </div>
  );
}
