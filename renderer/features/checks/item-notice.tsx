import { ListChecks, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { Button, Disclosure, Icon, Note } from '../../ui';
import { FindingView } from './finding-view';
import { attempt, checkTables, useKindWords } from './model';
import styles from './checks.module.css';

/** In the panel of a paper: a retraction, and what is odd in its record with one-click fixes. */
export default function ItemChecks({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('checks');
  const words = useKindWords();
  const found = useContract('checks.ofItem', { itemId }, { tables: checkTables }).data;
  if (found === undefined) return null;
  const open = found.findings.filter(({ isIgnored }) => !isIgnored);
  const kinds = [...new Set(open.map(({ check }) => check))];
  return (
    <>
      {found.retraction === null ? null : <Retraction retraction={found.retraction} />}
      {kinds.length === 0 ? null : (
        <Disclosure
          level={3}
          title={t('panel.title', { count: kinds.length })}
          aside={<Icon icon={ListChecks} size={16} />}
        >
          <ul className={styles['inPanel']}>
            {kinds.map((check) => (
              <li key={check}>
                <p className={styles['kindTitle']}>{words(check).title}</p>
                <FindingView itemId={itemId} findings={open.filter((finding) => finding.check === check)} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

type RetractionFacts = NonNullable<CallOutput<'checks.ofItem'>['retraction']>;

function Retraction({ retraction }: { readonly retraction: RetractionFacts }) {
  const { t, i18n } = useTranslation('checks');
  const { date } = useFormats();
  const kind = wordsIfAny(i18n, `checks:retraction.${retraction.kind}`) ?? retraction.kind;
  const { doi } = retraction;
  return (
    <Note
      tone="warn"
      icon={TriangleAlert}
      actions={
        doi === null ? null : (
          <Button
            size="small"
            onPress={() => void attempt('desktop.openExternal', { url: `https://doi.org/${encodeURI(doi)}` })}
          >
            {t('panel.notice')}
          </Button>
        )
      }
    >
      {retraction.date === null
        ? t('panel.retracted', { kind })
        : t('panel.retractedDate', { kind, date: date(retraction.date) })}
    </Note>
  );
}
