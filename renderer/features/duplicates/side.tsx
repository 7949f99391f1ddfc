import { CopyCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { SideEntry } from '../../ui';

/** The way from the library to the room, with the number of groups; not there while there is nothing to decide. */
export default function DuplicatesEntry() {
  const { t } = useTranslation('duplicates');
  const { number } = useFormats();
  const go = useGo();
  const summary = useContract(
    'duplicates.summary',
    {},
    { tables: ['item', 'not_duplicate', 'setting', 'link'], keepPrevious: true },
  ).data;
  const open = summary === undefined ? 0 : summary.groups + summary.versions;
  return (
    <SideEntry
      label={t('entry')}
      icon={CopyCheck}
      count={open === 0 ? '' : number(open)}
      onPress={() => {
        go('/duplicates');
      }}
    />
  );
}
