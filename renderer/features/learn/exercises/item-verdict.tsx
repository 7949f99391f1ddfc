import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui';
import styles from '../learn.module.css';

interface ItemVerdictProps {
  readonly isRight: boolean;
  /** Why the right answer is right; said in both cases. */
  readonly why?: string | undefined;
}

/** Right or worth another look, in words and with an icon. */
export function ItemVerdict({ isRight, why }: ItemVerdictProps) {
  const { t } = useTranslation('learn');
  return (
    <p className={styles.verdict} data-right={isRight}>
      <Icon icon={isRight ? CircleCheck : CircleAlert} size={16} />
      <span>
        <strong>{isRight ? t('outcome.right') : t('outcome.look')}</strong> {why}
      </span>
    </p>
  );
}
