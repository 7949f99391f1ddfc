import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedField } from '@shared/domain/online/proposals';
import type { CallOutput } from '@shared/ipc/contract';
import type { ShownProposal } from '@shared/ipc/contract/online';
import { useFormats } from '../../lib/format';
import { useContractMutation } from '../../lib/queries';
import { Button, failureWords, Note, toast } from '../../ui';
import styles from './online.module.css';

export interface ProposalListProps {
  readonly itemId: string;
  readonly answer: CallOutput<'online.propose'>;
  readonly onClose: () => void;
}

/** Proposed changes, to be taken one by one or all. */
export function ProposalList({ itemId, answer, onClose }: ProposalListProps) {
  const { t, i18n } = useTranslation('online');
  const { run, isPending } = useContractMutation('online.apply');
  const [taken, setTaken] = useState<readonly ProposedField[]>([]);
  const open = answer.proposals.filter(({ field }) => !taken.includes(field));
  const missing = open.filter(({ current }) => current === '');
  const take = async (chosen: readonly ShownProposal[]): Promise<void> => {
    const fields = chosen.map(({ field }) => field);
    const result = await run({ itemId, fields });
    if (!result.ok) return;
    setTaken([...taken, ...fields]);
    toast({ text: t('proposals.taken', { count: result.value.applied }) });
  };
  return (
    <section className={styles['proposals']} aria-label={t('proposals.title')}>
      <h3 className={styles['proposalsTitle']}>{t('proposals.title')}</h3>
      {answer.proposals.length === 0 ? <Note>{t('proposals.none')}</Note> : null}
      {open.map((proposal) => (
        <ProposalRow
          key={proposal.field}
          proposal={proposal}
          isDisabled={isPending}
          onTake={() => void take([proposal])}
        />
      ))}
      <ul className={styles['asked']}>
        {answer.asked.map(({ service, state, failure }) => (
          <li key={service}>
            {t(`asked.${state}`, {
              service: t(`service.${service}`),
              why:
                failure === null
                  ? ''
                  : failureWords(i18n, { code: failure.code, details: failure.details ?? {} }),
            })}
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        {open.length > 0 ? (
          <Button size="small" variant="primary" isDisabled={isPending} onPress={() => void take(open)}>
            {t('proposals.takeAll')}
          </Button>
        ) : null}
        {missing.length > 0 && missing.length < open.length ? (
          <Button size="small" isDisabled={isPending} onPress={() => void take(missing)}>
            {t('proposals.takeMissing')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onPress={onClose}>
          {t('proposals.close')}
        </Button>
      </div>
    </section>
  );
}

interface ProposalRowProps {
  readonly proposal: ShownProposal;
  readonly isDisabled: boolean;
  readonly onTake: () => void;
}

function ProposalRow({ proposal, isDisabled, onTake }: ProposalRowProps) {
  const { t } = useTranslation('online');
  const { list } = useFormats();
  const field = t(`field.${proposal.field}`);
  const services = [proposal.source, ...proposal.agreeing].map((service) => t(`service.${service}`));
  return (
    <div className={styles['proposal']}>
      <div className={styles['proposalHead']}>
        <strong>{field}</strong>
        <Button
          size="small"
          icon={Check}
          isDisabled={isDisabled}
          aria-label={t('proposals.takeField', { field })}
          onPress={onTake}
        >
          {t('proposals.take')}
        </Button>
      </div>
      <dl className={styles['values']}>
        <dt>{t('proposals.current')}</dt>
        <dd>{proposal.current === '' ? <em>{t('proposals.empty')}</em> : proposal.current}</dd>
        <dt>{t('proposals.proposed')}</dt>
        <dd className={styles['proposed']}>{proposal.proposed}</dd>
      </dl>
      <p className={styles['source']}>{t('proposals.source', { services: list(services) })}</p>
    </div>
  );
}
