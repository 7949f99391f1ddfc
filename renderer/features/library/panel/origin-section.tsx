import { ExternalLink, KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { useFormats } from '../../../lib/format';
import { Button } from '../../../ui';
import { attempt } from '../actions';
import { KeyField } from './key-field';
import { PanelSection } from './panel-section';
import styles from './panel.module.css';

/** The citation key, and where the record came from. */
export function OriginSection({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('items');
  return (
    <PanelSection id="origin" title={t('panel.origin')} aside={paper.citationKey ?? undefined}>
      <Origin paper={paper} />
    </PanelSection>
  );
}

/** @param text the URL field @returns an address that the browser may be given (always https), null when it is none */
function webAddress(text: string | undefined): string | null {
  const address = text?.trim().replace(/^http:/i, 'https:') ?? '';
  return /^https:/i.test(address) && URL.canParse(address) ? address : null;
}

function Origin({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation(['items', 'common']);
  const { date } = useFormats();
  const { foundVia } = paper;
  const doi = paper.csl.DOI;
  const address = webAddress(paper.csl.URL);
  return (
    <div className={styles['dense']}>
      <KeyField key={paper.id} paper={paper} />
      {paper.citationKey === null ? (
        <div>
          <Button
            size="small"
            variant="quiet"
            icon={KeyRound}
            onPress={() => void attempt('library.makeKeys', { itemIds: [paper.id] })}
          >
            {t('items:key.make')}
          </Button>
        </div>
      ) : null}
      <div className={styles['facts']}>
        <p>
          {foundVia === null
            ? t('items:origin.added', { date: date(paper.addedAt) })
            : t('items:origin.import', { source: foundVia.source, date: date(foundVia.at) })}
        </p>
        {foundVia === null || foundVia.foundVia === '' ? null : (
          <p>{t('items:origin.via', { via: foundVia.foundVia })}</p>
        )}
        {paper.updatedAt === paper.addedAt ? null : (
          <p>{t('items:origin.changed', { date: date(paper.updatedAt) })}</p>
        )}
        {doi === undefined ? null : (
          <Button
            variant="link"
            size="small"
            icon={ExternalLink}
            onPress={() => void attempt('desktop.openExternal', { url: `https://doi.org/${encodeURI(doi)}` })}
          >
            {t('items:origin.openDoi')}
          </Button>
        )}
        {address === null ? null : (
          <Button
            variant="link"
            size="small"
            icon={ExternalLink}
            onPress={() => void attempt('desktop.openExternal', { url: address })}
          >
            {t('items:origin.openUrl')}
          </Button>
        )}
      </div>
    </div>
  );
}
