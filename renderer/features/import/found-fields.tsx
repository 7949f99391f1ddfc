import { BookOpen, Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundField } from '@shared/ipc/contract/import';
import { failureOf } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Chip, ErrorNote, Skeleton, TextArea, TextField, type ChipTone } from '../../ui';
import styles from './import.module.css';
import { useImportStore } from './import-store';
import { confidenceWord, type ConfidenceWord } from './model';

const tones: Readonly<Record<ConfidenceWord, ChipTone>> = { sure: 'ok', likely: 'neutral', unsure: 'warn' };

interface FoundFieldsProps {
  readonly itemId: string;
  readonly onApproved: () => void;
}

/** The fields found in one paper: value, where it was found, how sure; to correct and approve. */
export function FoundFields({ itemId, onApproved }: FoundFieldsProps) {
  const { t } = useTranslation(['import', 'common']);
  const go = useGo();
  const show = useImportStore((state) => state.show);
  const [edits, setEdits] = useState<Readonly<Partial<Record<FoundField['field'], string>>>>({});
  const [refused, setRefused] = useState<FoundField['field'] | null>(null);
  const { data, error } = useContract('import.foundFields', { itemId }, { tables: ['item'] });
  const { run, isPending } = useContractMutation('import.approveFields', { quiet: true });
  const [failure, setFailure] = useState<ReturnType<typeof failureOf> | null>(null);
  if (error) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton lines={8} label={t('common:loading')} />;
  const { attachmentId, fields } = data;

  const openAt = (page: number | null): void => {
    if (attachmentId === null) return;
    show({ kind: 'closed' });
    go(`/reader/${attachmentId}${page === null ? '' : `?page=${String(page + 1)}`}`);
  };
  const approve = async (): Promise<void> => {
    const result = await run({
      itemId,
      fields: fields.map(({ field }) => {
        const value = edits[field];
        return value === undefined ? { field } : { field, value };
      }),
    });
    if (result.ok) {
      onApproved();
      return;
    }
    const named = fields.find(({ field }) => field === result.error.details?.['field']);
    setRefused(named?.field ?? null);
    setFailure(named === undefined ? result.error : null);
  };

  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      {failure ? <ErrorNote failure={failure} /> : null}
      {fields.map((found) => (
        <FieldRow
          key={found.field}
          found={found}
          value={edits[found.field] ?? found.value}
          isRefused={refused === found.field}
          onChange={(value) => {
            setEdits({ ...edits, [found.field]: value });
            if (refused === found.field) setRefused(null);
          }}
          onOpen={attachmentId === null ? undefined : openAt}
        />
      ))}
      <div className={styles['footer']}>
        {attachmentId === null ? null : (
          <Button
            icon={BookOpen}
            onPress={() => {
              openAt(null);
            }}
          >
            {t('approve.openPaper')}
          </Button>
        )}
        <Button type="submit" variant="primary" icon={Check} isDisabled={isPending}>
          {t('approve.approveAll')}
        </Button>
      </div>
    </form>
  );
}

interface FieldRowProps {
  readonly found: FoundField;
  readonly value: string;
  readonly isRefused: boolean;
  readonly onChange: (value: string) => void;
  readonly onOpen: ((page: number | null) => void) | undefined;
}

function FieldRow({ found, value, isRefused, onChange, onOpen }: FieldRowProps) {
  const { t } = useTranslation('import');
  const word = confidenceWord(found.confidence);
  const { page } = found;
  const shared = {
    label: t(`approve.fields.${found.field}`),
    value,
    onChange,
    ...(isRefused ? { error: t('approve.unusable', { hint: t(`approve.hints.${found.field}`) }) } : {}),
  };
  const isLong = found.field === 'abstract' || found.field === 'author' || found.field === 'title';
  return (
    <div>
      {isLong ? (
        <TextArea {...shared} rows={found.field === 'abstract' ? 4 : 2} />
      ) : (
        <TextField {...shared} />
      )}
      <p className={styles['origin']}>
        <Chip tone={found.approved ? 'ok' : tones[word]}>
          {found.approved ? t('approve.approved') : t(`approve.confidence.${word}`)}
        </Chip>
        <span className={styles['muted']}>
          {t('approve.found', { source: t(`approve.sources.${found.source}`) })}
        </span>
        {page === null || onOpen === undefined ? null : (
          <Button
            variant="link"
            size="small"
            onPress={() => {
              onOpen(page);
            }}
          >
            {t('approve.openPage', { page: page + 1 })}
          </Button>
        )}
      </p>
    </div>
  );
}
