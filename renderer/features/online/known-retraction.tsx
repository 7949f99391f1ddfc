import { ExternalLink, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import type { SlotProps } from '../../lib/slots';
import { Button, Note } from '../../ui';
import { openAddress } from './open-address';

/** Item panel, above everything else: the paper was withdrawn. */
export default function KnownRetraction({ itemId }: SlotProps['item.retraction']) {
  const { t } = useTranslation('online');
  const { date } = useFormats();
  const retraction = useContract('online.retraction', { itemId }, { tables: ['item'] }).data?.retraction;
  if (retraction == null) return null;
  const day =
    retraction.date === null || retraction.date.length < 10 ? retraction.date : date(retraction.date);
  const { doi } = retraction;
  return (
    <Note
      tone="warn"
      icon={ShieldAlert}
      title={t(`retractions.known.${retraction.kind}`)}
      actions={
        doi === null ? null : (
          <Button size="small" icon={ExternalLink} onPress={() => void openAddress(`https://doi.org/${doi}`)}>
            {t('retractions.notice')}
          </Button>
        )
      }
    >
      {t('retractions.details', { service: t(`service.${retraction.source}`), date: day ?? '' })}
    </Note>
  );
}
