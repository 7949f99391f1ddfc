import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MERGE_KINDS, MERGE_SOURCES, mergePolicySchema } from '@shared/domain/bibliography/merge-policy';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { Button, Checkbox, Dialog, ErrorNote, Facts, Pager, Select, Skeleton, toast } from '../../ui';
import { answerWords, attempt, groupTables, tellDone } from './model';
import styles from './duplicates.module.css';

const PAGE = 25;

/** Merges all sure groups, after asking whose values count and which groups wait. */
export function MergeSure({ count }: { readonly count: number }) {
  const { t } = useTranslation('duplicates');
  const { number } = useFormats();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('action.mergeSure', { count, formatted: number(count) })}
      </Button>
      {isAsking ? (
        <MergeDialog
          count={count}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

interface MergeDialogProps {
  readonly count: number;
  readonly onClose: () => void;
}

function MergeDialog({ count, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['duplicates', 'common']);
  const { number } = useFormats();
  const [policy, setPolicy] = useState(() => mergePolicySchema.parse({}));
  // One record of each group that stays as it is.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [offset, setOffset] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const preview = useContract(
    'duplicates.previewMany',
    { offset, limit: PAGE },
    { tables: groupTables, keepPrevious: true, enabled: !isBusy },
  );
  const merged = count - leftOut.size;
  const run = async (): Promise<void> => {
    setBusy(true);
    const done = await attempt('duplicates.mergeMany', {
      answerWords: answerWords(),
      policy,
      leaveOut: [...leftOut],
    });
    onClose();
    if (!done) return;
    if (done.refused.length > 0)
      toast({ text: t('duplicates:done.refused', { count: done.refused.length }), tone: 'warn' });
    tellDone(t('duplicates:done.many', { count: done.groups, formatted: number(done.groups) }));
  };
  const kinds = MERGE_KINDS.filter((kind) => (preview.data?.differing[kind] ?? 0) > 0);
  return (
    <Dialog
      title={t('duplicates:confirm.title', { count: merged, formatted: number(merged) })}
      isOpen
      onOpenChange={onClose}
      isDismissable={!isBusy}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" isDisabled={isBusy || merged <= 0} onPress={() => void run()}>
            {t('duplicates:action.merge')}
          </Button>
        </>
      }
    >
      <p>{t('duplicates:confirm.text')}</p>
      {preview.isError ? <ErrorNote failure={preview.error.failure} /> : null}
      {preview.data === undefined ? (
        preview.isError ? null : (
          <Skeleton label={t('duplicates:looking')} lines={4} />
        )
      ) : (
        <>
          <p role="status">
            {kinds.length === 0 ? t('duplicates:confirm.nothingDiffers') : t('duplicates:confirm.differs')}
          </p>
          <div className={styles['policy']}>
            {kinds.map((kind) => {
              const differing = preview.data.differing[kind];
              return (
                <Select
                  key={kind}
                  label={t('duplicates:confirm.kind', {
                    kind: t(`duplicates:kind.${kind}`),
                    formatted: number(differing),
                  })}
                  choices={MERGE_SOURCES.map((id) => ({ id, label: t(`duplicates:valueOf.${id}`) }))}
                  value={policy[kind]}
                  onChange={(source) => {
                    setPolicy({ ...policy, [kind]: source });
                  }}
                />
              );
            })}
          </div>
          <h3>{t('duplicates:confirm.groups')}</h3>
          <ul className={styles['records']}>
            {preview.data.groups.map((group) => (
              <li key={group.itemIds.join()}>
                <GroupTick
                  group={group}
                  isTaken={!group.itemIds.some((id) => leftOut.has(id))}
                  onChange={(isTaken) => {
                    const [first = ''] = group.itemIds;
                    const next = new Set([...leftOut].filter((id) => !group.itemIds.includes(id)));
                    setLeftOut(isTaken ? next : next.add(first));
                  }}
                />
              </li>
            ))}
          </ul>
          <Pager offset={offset} size={PAGE} total={preview.data.total} onMove={setOffset} />
        </>
      )}
    </Dialog>
  );
}

interface GroupTickProps {
  readonly group: {
    readonly title: string;
    readonly authors: string;
    readonly year: number | null;
    readonly itemIds: readonly string[];
    readonly differing: readonly string[];
  };
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
}

function GroupTick({ group, isTaken, onChange }: GroupTickProps) {
  const { t, i18n } = useTranslation('duplicates');
  const { list } = useFormats();
  const { title, authors, year, itemIds, differing } = group;
  const words = (field: string): string =>
    wordsIfAny(i18n, `items:field.${field}`) ?? wordsIfAny(i18n, `items:role.${field}`) ?? t('field.type');
  return (
    <>
      <Checkbox isSelected={isTaken} onChange={onChange}>
        {t('group', { count: itemIds.length, title: title === '' ? t('untitled') : title })}
      </Checkbox>
      <Facts>
        {[
          authors === '' ? t('noAuthor') : authors,
          year === null ? t('noYear') : String(year),
          differing.length === 0
            ? t('confirm.same')
            : t('confirm.fields', { count: differing.length, fields: list(differing.map(words)) }),
        ].join(' · ')}
      </Facts>
    </>
  );
}
