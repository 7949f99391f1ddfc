import { BadgeCheck, ScanSearch } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { fieldsToApprove, type FieldProvenance } from '@shared/domain/library/provenance';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { useFormats } from '../../../lib/format';
import { wordsIfAny } from '../../../lib/words';
import { Button, Icon, Note, Popover, PopoverTrigger } from '../../../ui';
import { attempt } from '../actions';
import styles from './panel.module.css';

const sources = [
  'info-dictionary',
  'xmp',
  'layout',
  'page-text',
  'file-name',
  'person',
  'crossref',
  'doi',
  'openalex',
  'eric',
] as const;

function sourceWords(t: TFunction<'library'>, { source, page }: FieldProvenance): string {
  const known = sources.find((candidate) => candidate === source) ?? 'other';
  return t(`provenance.source.${known}`, { page: (page ?? 0) + 1 });
}

interface FoundFieldProps {
  readonly paper: ItemDetail;
  readonly field: string;
}

/** Beside a field that the app found by itself: where, how sure, and the way to say that it is right. */
export function FoundField({ paper, field }: FoundFieldProps) {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const found = paper.provenance[field];
  if (found === undefined || found.approved) return null;
  const percent = `${number(found.confidence * 100, 0)} %`;
  return (
    <PopoverTrigger>
      <Button variant="link" size="small" className={styles['found']} icon={ScanSearch}>
        {t('provenance.check')}
      </Button>
      <Popover label={t('provenance.found')}>
        {(close) => (
          <div className={styles['stack']}>
            <p>{t('provenance.from', { source: sourceWords(t, found), percent })}</p>
            <Button
              size="small"
              icon={BadgeCheck}
              onPress={() => {
                void attempt('library.approve', { itemId: paper.id, fields: [field] });
                close();
              }}
            >
              {t('provenance.approve')}
            </Button>
          </div>
        )}
      </Popover>
    </PopoverTrigger>
  );
}

/** Over the record while fields wait for a look: which, from where, and one button for all. */
export function ToCheck({ paper }: { readonly paper: ItemDetail }) {
  const { t, i18n } = useTranslation('library');
  const { number, list } = useFormats();
  const fields = fieldsToApprove(paper.provenance);
  if (fields.length === 0) return null;
  const name = (field: string): string => {
    const found = paper.provenance[field];
    const words =
      wordsIfAny(i18n, `items:field.${field}`) ?? wordsIfAny(i18n, `items:role.${field}`) ?? field;
    return found === undefined ? words : `${words} (${number(found.confidence * 100, 0)} %)`;
  };
  return (
    <Note
      icon={ScanSearch}
      title={t('provenance.toCheck', { count: fields.length })}
      actions={
        <Button size="small" onPress={() => void attempt('library.approve', { itemId: paper.id })}>
          <Icon icon={BadgeCheck} size={16} />
          {t('provenance.approveAll')}
        </Button>
      }
    >
      {list(fields.map(name))}
    </Note>
  );
}
