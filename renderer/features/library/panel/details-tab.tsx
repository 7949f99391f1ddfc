import { ExternalLink, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CslTextVariable } from '@shared/domain/bibliography/csl-item';
import { dateToIso, parseDate } from '@shared/domain/bibliography/dates';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { useFormats } from '../../../lib/format';
import { AutosaveTextArea, AutosaveTextField, Button, Chip, cx, Disclosure, Select } from '../../../ui';
import { attempt } from '../actions';
import { useLibrary } from '../state';
import { CreatorsField } from './creators-field';
import { FoundField, ToCheck } from './provenance';
import styles from './panel.module.css';

const types = [
  'article-journal',
  'article',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'document',
  'paper-conference',
  'report',
  'review',
  'thesis',
  'webpage',
] as const;

type EditableField = Extract<
  CslTextVariable,
  | 'title'
  | 'container-title'
  | 'volume'
  | 'issue'
  | 'page'
  | 'publisher'
  | 'publisher-place'
  | 'collection-title'
  | 'edition'
  | 'number'
  | 'event-title'
  | 'genre'
  | 'DOI'
  | 'ISBN'
  | 'ISSN'
  | 'URL'
  | 'language'
  | 'abstract'
  | 'note'
>;

/** Fields whose values need the whole width. */
const long: ReadonlySet<EditableField> = new Set([
  'container-title',
  'publisher',
  'collection-title',
  'event-title',
  'DOI',
  'URL',
  'note',
]);
const journal: readonly EditableField[] = ['container-title', 'volume', 'issue', 'page', 'DOI'];
const bookish: readonly EditableField[] = ['publisher', 'publisher-place', 'edition', 'ISBN'];
const mainFields: Readonly<Record<string, readonly EditableField[]>> = {
  book: bookish,
  chapter: ['container-title', 'page', ...bookish],
  report: ['publisher', 'number', 'publisher-place', 'URL'],
  thesis: ['publisher', 'genre', 'publisher-place', 'URL'],
  webpage: ['container-title', 'URL'],
  'paper-conference': ['event-title', 'container-title', 'page', 'DOI'],
  dataset: ['publisher', 'DOI', 'URL'],
};
const rest: readonly EditableField[] = [
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'collection-title',
  'edition',
  'number',
  'event-title',
  'genre',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
  'language',
  'note',
];

/** The record, every field saved as it is written. */
export function DetailsTab({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const { csl } = paper;
  const main = mainFields[csl.type] ?? journal;
  const save = (fields: Readonly<Record<string, unknown>>): Promise<boolean> =>
    attempt('library.update', { itemId: paper.id, fields: { ...fields } }).then((done) => done !== undefined);
  const known = types.find((type) => type === csl.type);
  return (
    <div className={styles['stack']}>
      <ToCheck paper={paper} />
      <div className={styles['dense']}>
        <AutosaveTextArea
          density="compact"
          rows={1}
          label={t('details.field.title')}
          aside={<FoundField paper={paper} field="title" />}
          value={csl.title ?? ''}
          onSave={(title) => save({ title })}
        />
        <CreatorsField paper={paper} field="author" onSave={(author) => save({ author })} />
        {csl.editor === undefined ? null : (
          <CreatorsField paper={paper} field="editor" onSave={(editor) => save({ editor })} />
        )}
        <div className={styles['two']}>
          <IssuedField paper={paper} onSave={save} />
          <Select
            density="compact"
            label={t('details.type')}
            choices={[
              ...types.map((id) => ({ id, label: t(`type.${id}`) })),
              ...(known === undefined ? [{ id: 'other' as const, label: t('type.other') }] : []),
            ]}
            value={known ?? 'other'}
            onChange={(type) => {
              if (type !== 'other') void save({ type });
            }}
          />
        </div>
        <div className={styles['two']}>
          {main.map((field) => (
            <RecordField key={field} paper={paper} field={field} onSave={save} />
          ))}
        </div>
        <DesignField paper={paper} />
      </div>
      <Filing paper={paper} />
      {csl.abstract === undefined ? null : (
        <AutosaveTextArea
          density="compact"
          reading
          rows={3}
          label={t('details.field.abstract')}
          value={csl.abstract}
          onSave={(abstract) => save({ abstract })}
        />
      )}
      <Disclosure title={t('details.moreFields')}>
        <div className={styles['two']}>
          {rest
            .filter((field) => !main.includes(field))
            .map((field) => (
              <RecordField key={field} paper={paper} field={field} onSave={save} />
            ))}
        </div>
      </Disclosure>
      <Facts paper={paper} />
    </div>
  );
}

interface FieldProps {
  readonly paper: ItemDetail;
  readonly onSave: (fields: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

function RecordField({ paper, field, onSave }: FieldProps & { readonly field: EditableField }) {
  const { t } = useTranslation('library');
  return (
    <div className={cx(long.has(field) && styles['wide'])}>
      <AutosaveTextField
        density="compact"
        label={t(`details.field.${field}`)}
        aside={<FoundField paper={paper} field={field} />}
        value={paper.csl[field] ?? ''}
        onSave={(value) => onSave({ [field]: value.trim() === '' ? null : value.trim() })}
      />
    </div>
  );
}

function IssuedField({ paper, onSave }: FieldProps) {
  const { t } = useTranslation('library');
  const [error, setError] = useState<string>();
  const { issued } = paper.csl;
  return (
    <AutosaveTextField
      density="compact"
      label={t('details.issued')}
      aside={<FoundField paper={paper} field="issued" />}
      placeholder={t('details.issuedHint')}
      error={error}
      value={issued === undefined ? '' : dateToIso(issued)}
      onSave={(text) => {
        const date = parseDate(text);
        if (date !== undefined && date['date-parts'] === undefined) {
          setError(t('details.issuedBad'));
          return Promise.resolve(false);
        }
        setError(undefined);
        return onSave({ issued: date ?? null });
      }}
    />
  );
}

const noDesign = 'none';

function DesignField({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const known = RESEARCH_DESIGNS.find((design) => design === paper.design);
  return (
    <Select
      density="compact"
      label={t('details.design')}
      choices={[
        { id: noDesign, label: t('details.designNone') },
        ...RESEARCH_DESIGNS.map((id) => ({ id, label: t(`design.${id}`) })),
      ]}
      value={known ?? noDesign}
      onChange={(design) => {
        void attempt('library.update', { itemId: paper.id, design: design === noDesign ? null : design });
      }}
    />
  );
}

function Filing({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const openDialog = useLibrary((state) => state.openDialog);
  const show = useLibrary((state) => state.show);
  return (
    <div className={styles['dense']}>
      <span className={styles['label']}>{t('details.tags')}</span>
      <div className={styles['chips']}>
        {paper.tags.map((tag) => (
          <Chip
            key={tag.id}
            color={tag.color ?? undefined}
            removeLabel={t('tags.remove', { name: tag.name })}
            onRemove={() => void attempt('tags.unapply', { itemIds: [paper.id], tagId: tag.id })}
          >
            {tag.name}
          </Chip>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          onPress={() => {
            openDialog('tag');
          }}
        >
          {t('tags.add')}
        </Button>
      </div>
      {paper.collections.length === 0 ? null : (
        <>
          <span className={styles['label']}>{t('details.collections')}</span>
          <div className={styles['chips']}>
            {paper.collections.map((collection) => (
              <Button
                key={collection.id}
                variant="link"
                onPress={() => {
                  show({ kind: 'collection', collectionId: collection.id });
                }}
              >
                {collection.name}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function Facts({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const { date } = useFormats();
  const doi = paper.csl.DOI;
  return (
    <div className={styles['facts']}>
      {doi === undefined ? null : (
        <Button
          variant="link"
          size="small"
          icon={ExternalLink}
          onPress={() => void attempt('desktop.openExternal', { url: `https://doi.org/${encodeURI(doi)}` })}
        >
          {t('details.openDoi')}
        </Button>
      )}
      <p>{t('details.added', { date: date(paper.addedAt) })}</p>
      {paper.updatedAt === paper.addedAt ? null : (
        <p>{t('details.changed', { date: date(paper.updatedAt) })}</p>
      )}
      {paper.citationKey === null ? null : <p>{paper.citationKey}</p>}
    </div>
  );
}
