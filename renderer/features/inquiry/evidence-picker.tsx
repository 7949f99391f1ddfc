import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '@shared/domain/inquiry';
import type { CallOutput } from '@shared/ipc/contract';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Chip, Dialog, ErrorNote, Quote, SearchField } from '../../ui';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import evidenceStyles from './evidence.module.css';

type Candidate = CallOutput<'inquiry.findEvidence'>['candidates'][number];

interface EvidencePickerProps {
  readonly field: Extract<FieldDefinition, { type: 'links' }>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Searches papers and highlights of the library and links them; stays open for the next one. */
export function EvidencePicker({ field, isOpen, onOpenChange }: EvidencePickerProps) {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const go = useGo();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const found = useContract(
    'inquiry.findEvidence',
    { text: asked },
    { enabled: isOpen, keepPrevious: true, tables: ['item', 'annotation'] },
  );
  const candidates = found.data?.candidates ?? [];
  const groups = [
    { title: t('links.highlights'), list: candidates.filter((candidate) => candidate.kind === 'annotation') },
    { title: t('links.papers'), list: candidates.filter((candidate) => candidate.kind === 'item') },
  ];
  const isEmptyLibrary = found.data !== undefined && asked === '' && candidates.length === 0;
  return (
    <Dialog
      title={t('links.title')}
      size="wide"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <Button
          variant="primary"
          onPress={() => {
            onOpenChange(false);
          }}
        >
          {common('action.done')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        <SearchField
          label={t('links.search')}
          clearLabel={t('links.clear')}
          placeholder={t('links.searchPlaceholder')}
          value={text}
          onChange={setText}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the focus belongs to its first field
          autoFocus
        />
        {found.error ? <ErrorNote failure={found.error.failure} /> : null}
        <div role="status" className={styles['meta']}>
          {isEmptyLibrary ? t('links.emptyLibrary') : null}
          {found.data && !isEmptyLibrary && candidates.length === 0 ? t('links.nothing') : null}
        </div>
        {isEmptyLibrary ? (
          <div>
            <Button
              onPress={() => {
                go('/library');
              }}
            >
              {t('links.toLibrary')}
            </Button>
          </div>
        ) : null}
        {groups.map((group) =>
          group.list.length === 0 ? null : (
            <section key={group.title}>
              <h3 className={styles['groupTitle']}>{group.title}</h3>
              <ul className={evidenceStyles['candidates']}>
                {group.list.map((candidate) => (
                  <CandidateEntry key={candidate.id} candidate={candidate} fieldKey={field.key} />
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </Dialog>
  );
}

function CandidateEntry({
  candidate,
  fieldKey,
}: {
  readonly candidate: Candidate;
  readonly fieldKey: string;
}) {
  const { t } = useTranslation('inquiry');
  const { detail } = useProject();
  const link = useContractMutation('inquiry.link');
  const isLinked = detail.links.some(
    (existing) => existing.targetId === candidate.id && existing.fieldKey === fieldKey,
  );
  const year = candidate.itemYear === null ? '' : String(candidate.itemYear);
  const source = [candidate.itemAuthors, year].filter(Boolean).join(' ');
  const page = candidate.pageLabel === null ? '' : t('links.page', { page: candidate.pageLabel });
  return (
    <li className={evidenceStyles['candidate']}>
      <div className={evidenceStyles['evidenceText']}>
        <Quote
          color={candidate.color ?? 'var(--rule)'}
          meta={[candidate.quote ? candidate.itemTitle : '', source, page].filter(Boolean).join(', ')}
        >
          {candidate.quote ?? candidate.itemTitle}
        </Quote>
      </div>
      {isLinked ? (
        <Chip tone="ok">{t('links.linked')}</Chip>
      ) : (
        <Button
          size="small"
          aria-label={`${t('links.link')}: ${candidate.quote ?? candidate.itemTitle}`}
          onPress={() =>
            void link.run({
              projectId: detail.project.id,
              cycleId: detail.cycleId,
              key: fieldKey,
              kind: candidate.kind,
              id: candidate.id,
            })
          }
        >
          {t('links.link')}
        </Button>
      )}
    </li>
  );
}
