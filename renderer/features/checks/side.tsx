import { ListChecks } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { SideEntry } from '../../ui';
import { checkTables } from './model';

/** The way from the library to the room, with the number of records that could be better. */
export default function ChecksEntry() {
  const { t } = useTranslation('checks');
  const { number } = useFormats();
  const go = useGo();
  const isIdle = useIdle();
  const summary = useContract(
    'checks.summary',
    {},
    { tables: checkTables, keepPrevious: true, enabled: isIdle },
  ).data;
  return (
    <SideEntry
      label={t('entry')}
      icon={ListChecks}
      count={summary === undefined || summary.odd === 0 ? '' : number(summary.odd)}
      onPress={() => {
        go('/checks');
      }}
    />
  );
}

/** The first look at every record waits until the window has drawn its list. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const handle = window.requestIdleCallback(
      () => {
        setIdle(true);
      },
      { timeout: 3_000 },
    );
    return () => {
      window.cancelIdleCallback(handle);
    };
  }, []);
  return isIdle;
}
