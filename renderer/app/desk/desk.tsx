import { useTranslation } from 'react-i18next';
import { Place } from '../../ui';

/** Where I left off. */
export default function Desk() {
  const { t } = useTranslation('shell');
  return <Place title={t('place.desk')}>{null}</Place>;
}
