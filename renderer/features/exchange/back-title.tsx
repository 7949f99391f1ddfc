import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { IconButton } from '../../ui';
import styles from './exchange.module.css';

/** The start of the bar on pages below Exchange: the way back and where one is. */
export function BackTitle({ title }: { readonly title: string }) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  return (
    <div className={styles['row']}>
      <IconButton
        icon={ArrowLeft}
        label={t('case.back')}
        onPress={() => {
          go('/exchange');
        }}
      />
      <h1 className={styles['barTitle']}>{title}</h1>
    </div>
  );
}
