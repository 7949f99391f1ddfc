import { CopyCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Note } from '../../ui';
import { compareAddress } from './model';

/** In the panel of a paper: that it seems to be there twice, or what it was merged into. */
export default function ItemDuplicates({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('duplicates');
  const go = useGo();
  const found = useContract(
    'duplicates.ofItem',
    { itemId },
    { tables: ['item', 'not_duplicate', 'setting', 'link'] },
  ).data;
  if (found === undefined) return null;
  const { groups, mergedInto, mergedFrom } = found;
  return (
    <>
      {mergedInto === null ? null : (
        <Note
          icon={CopyCheck}
          actions={
            <Button
              size="small"
              onPress={() => {
                go(`/library/${mergedInto.id}`);
              }}
            >
              {t('panel.openKeeper')}
            </Button>
          }
        >
          {t('panel.mergedInto', { title: mergedInto.title })}
        </Note>
      )}
      {groups.map(({ kind, itemIds }) => (
        <Note
          key={itemIds.join()}
          icon={CopyCheck}
          actions={
            <Button
              size="small"
              onPress={() => {
                go(compareAddress(itemIds));
              }}
            >
              {t('panel.look')}
            </Button>
          }
        >
          {kind === 'version' ? t('panel.version') : t('panel.same', { count: itemIds.length - 1 })}
        </Note>
      ))}
      {mergedFrom.length === 0 ? null : <Note>{t('panel.mergedFrom', { count: mergedFrom.length })}</Note>}
    </>
  );
}
