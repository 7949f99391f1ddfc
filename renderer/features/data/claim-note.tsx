import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { Note } from '../../ui';

const TABLES = ['analysis', 'dataset', 'dataset_row', 'journal_entry', 'cycle'] as const;

/** What the project's data can carry so far, worked out from raw facts; nobody can type it. */
export function ClaimNote({ projectId }: { readonly projectId: string }) {
  const { t, i18n } = useTranslation('data');
  const { list } = useFormats();
  const { data: claim } = useContract('data.claim', { projectId }, { tables: TABLES });
  if (!claim) return null;
  const perspectives = claim.perspectives.map((role) => wordsIfAny(i18n, `data:perspective.${role}`) ?? role);
  const next = claim.next === null ? undefined : wordsIfAny(i18n, `data:claim.next.${claim.next}`);
  return (
    <Note title={`${t('claim.title')}.`}>
      {t(`claim.level.${claim.level}`)}.{' '}
      {perspectives.length > 0 ? `${t('claim.perspectives', { list: list(perspectives) })}. ` : ''}
      {next}
    </Note>
  );
}
