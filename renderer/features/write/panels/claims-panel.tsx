import {
  BadgeCheck,
  BookOpen,
  ChartNoAxesColumn,
  CircleAlert,
  Link2,
  NotebookPen,
  TextQuote,
  Unlink,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ClaimTrail, EvidenceEntry, EvidenceKind } from '@shared/domain/report/evidence';
import { useGo } from '../../../lib/navigation';
import { useContractMutation } from '../../../lib/queries';
import { Button, Chip, EmptyState, Icon, IconButton, type LucideIcon } from '../../../ui';
import { addressOfEvidence } from '../addresses';
import styles from './panels.module.css';

const KIND_ICONS: Readonly<Record<EvidenceKind, LucideIcon>> = {
  annotation: TextQuote,
  item: BookOpen,
  analysis: ChartNoAxesColumn,
  observation: NotebookPen,
};

export interface ClaimsPanelProps {
  readonly trail: readonly ClaimTrail[];
  readonly projectId: string | null;
  /** Claim the cursor stands in. */
  readonly currentClaimId: string | null;
  readonly onShowClaim: (claimId: string) => void;
  readonly onLink: (claimId: string) => void;
}

/** Every claim of the report with what it rests on, each one step away from its source. */
export function ClaimsPanel({ trail, projectId, currentClaimId, onShowClaim, onLink }: ClaimsPanelProps) {
  const { t } = useTranslation('write');
  if (trail.length === 0) {
    return (
      <EmptyState icon={BadgeCheck} title={t('claims-panel.empty-title')} compact>
        {t('claims-panel.empty')}
      </EmptyState>
    );
  }
  return (
    <ol className={styles['claims']}>
      {trail.map((claim) => (
        <li
          key={claim.claimId}
          className={styles['claim']}
          data-current={claim.claimId === currentClaimId ? '' : undefined}
        >
          <button
            type="button"
            className={styles['claimText']}
            onClick={() => {
              onShowClaim(claim.claimId);
            }}
          >
            <span className={styles['number']}>{t('claims-panel.number', { number: claim.number })}</span>{' '}
            {claim.text}
          </button>
          {claim.entries.length === 0 ? (
            <Chip tone="warn" icon={CircleAlert}>
              {t('claims-panel.none')}
            </Chip>
          ) : (
            <ul className={styles['entries']}>
              {claim.entries.map((entry) => (
                <Entry key={entry.linkId} entry={entry} projectId={projectId} />
              ))}
            </ul>
          )}
          <div>
            <Button
              size="small"
              variant="quiet"
              icon={Link2}
              aria-label={t('claims-panel.link-to', { number: claim.number })}
              onPress={() => {
                onLink(claim.claimId);
              }}
            >
              {t('claims-panel.link')}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, projectId }: { readonly entry: EvidenceEntry; readonly projectId: string | null }) {
  const { t } = useTranslation('write');
  const go = useGo();
  const { run: unlink } = useContractMutation('report.unlinkEvidence');
  const address = addressOfEvidence(entry, projectId);
  const where =
    entry.pageLabel === '' ? entry.source : `${entry.source}, ${t('page', { page: entry.pageLabel })}`;
  const words = entry.quote === '' ? entry.statement : entry.quote;
  return (
    <li className={styles['entry']}>
      <Icon icon={KIND_ICONS[entry.kind]} size={16} label={t(`kind.${entry.kind}`)} />
      <div className={styles['entryBody']}>
        {address === null ? (
          <span className={styles['source']}>{where}</span>
        ) : (
          <Button
            variant="link"
            className={styles['source']}
            onPress={() => {
              go(address);
            }}
          >
            {where}
          </Button>
        )}
        {words === '' ? null : <p className={styles['quote']}>{words}</p>}
        {entry.missing ? <Chip tone="warn">{t('claims-panel.gone')}</Chip> : null}
      </div>
      <IconButton
        icon={Unlink}
        size="small"
        label={t('claims-panel.unlink', { source: entry.source })}
        onPress={() => void unlink({ linkId: entry.linkId })}
      />
    </li>
  );
}
