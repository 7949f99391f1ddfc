import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { SideEntry } from '../../ui';

/** The way from the library to the search in online services. */
export default function OnlineSideEntry() {
  const { t } = useTranslation('online');
  const go = useGo();
  return (
    <SideEntry
      label={t('title')}
      icon={Globe}
      onPress={() => {
        go('/online');
      }}
    />
  );
}
