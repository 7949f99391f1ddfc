import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_KINDS, type EvidenceKind } from '@shared/domain/report/evidence';
import type { CallOutput } from '@shared/ipc/contract';
import { useContract } from '../../../lib/queries';
import { Dialog, EmptyState, ErrorNote, SearchField, Tabs } from '../../../ui';
import styles from './panels.module.css';

export type Candidate = CallOutput<'report.evidenceCandidates'>['candidates'][number];

export interface EvidenceDialogProps {
  readonly reportId: string;
  readonly title: string;
  /** What the evidence is for: the words of the claim, or a sentence about inserting. */
  readonly purpose: string;
  readonly onChoose: (candidate: Candidate) => void;
  readonly onClose: () => void;
}

/** Chooses a highlight, a paper, a result or an observation. */
export function EvidenceDialog({ reportId, title, purpose, onChoose, onClose }: EvidenceDialogProps) {
  const { t } = useTranslation('write');
  const [kind, setKind] = useState<EvidenceKind>('annotation');
  return (
    <Dialog
      title={title}
      size="wide"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <p className={styles['purpose']}>{purpose}</p>
      <Tabs
        label={t('evidence.kinds')}
        selected={kind}
        onSelect={setKind}
        items={EVIDENCE_KINDS.map((id) => ({
          id,
          label: t(`evidence.kind.${id}`),
          content: <Candidates reportId={reportId} kind={id} onChoose={onChoose} />,
        }))}
      />
    </Dialog>
  );
}

interface CandidatesProps {
  readonly reportId: string;
  readonly kind: EvidenceKind;
  readonly onChoose: (candidate: Candidate) => void;
}

function Candidates({ reportId, kind, onChoose }: CandidatesProps) {
  const { t } = useTranslation('write');
  const [query, setQuery] = useState('');
  const { data, error, refetch } = useContract(
    'report.evidenceCandidates',
    { reportId, kind, query },
    { keepPrevious: true },
  );
  const candidates = data?.candidates ?? [];
  return (
    <div className={styles['candidates']}>
      <SearchField
        label={t('evidence.search')}
        clearLabel={t('evidence.clear')}
        placeholder={t(`evidence.placeholder.${kind}`)}
        value={query}
        onChange={setQuery}
      />
      {error ? <ErrorNote failure={error.failure} onRetry={() => void refetch()} /> : null}
      {data !== undefined && candidates.length === 0 ? (
        <EmptyState title={query === '' ? t(`evidence.empty.${kind}`) : t('evidence.nothing')} compact />
      ) : null}
      <ul className={styles['candidateList']}>
        {candidates.map((candidate) => (
          <li key={candidate.sourceId}>
            <button
              type="button"
              className={styles['candidate']}
              onClick={() => {
                onChoose(candidate);
              }}
            >
              <span className={styles['source']}>
                {candidate.pageLabel === ''
                  ? candidate.source
                  : `${candidate.source}, ${t('page', { page: candidate.pageLabel })}`}
              </span>
              {candidate.quote === '' ? null : <span className={styles['quote']}>{candidate.quote}</span>}
              {candidate.statement === '' ? null : (
                <span className={styles['statement']}>{candidate.statement}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
