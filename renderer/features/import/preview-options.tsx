import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Checkbox, ComboBox, RadioGroup, Select } from '../../ui';
import styles from './preview.module.css';
import { usePreviewStore } from './preview-store';
import { useDuplicateChoices } from './words';

/** Stands for "no collection" in the list of choices. */
const NONE = 'none';
const usual = ['eric', 'scholar', 'openalex', 'scopus', 'wos', 'reference-list', 'colleague'] as const;

/** Where the records go, where they come from, and what is done with works that are there already. */
export function PreviewOptions({ hasFolders }: { readonly hasFolders: boolean }) {
  const { t } = useTranslation('import');
  const state = usePreviewStore();
  const choices = useDuplicateChoices();
  const { data: collections = [] } = useContract('collections.list', {}, { tables: ['collection'] });
  const { data: used } = useContract('import.foundVia', {}, { tables: ['import_batch'] });
  const words = [...new Set([...(used?.words ?? []), ...usual.map((id) => t(`foundVia.${id}`))])];
  const typed = state.foundVia.toLocaleLowerCase();
  const suggested = words.filter((word) => typed === '' || word.toLocaleLowerCase().includes(typed));
  return (
    <div className={styles['options']}>
      <Select
        label={t('start.collection')}
        choices={[
          { id: NONE, label: t('start.noCollection') },
          ...collections.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={state.collectionId ?? NONE}
        onChange={(id) => {
          state.set({ collectionId: id === NONE ? null : id });
        }}
      />
      {hasFolders ? (
        <Checkbox
          isSelected={state.foldersAsCollections}
          onChange={(foldersAsCollections) => {
            state.set({ foldersAsCollections });
          }}
        >
          {t('preview.folders')}
        </Checkbox>
      ) : null}
      <ComboBox
        label={t('foundVia.label')}
        hint={t('foundVia.hint')}
        openLabel={t('foundVia.open')}
        emptyText={t('foundVia.own')}
        allowsCustomValue
        choices={suggested.map((word) => ({ id: word, label: word }))}
        value={null}
        inputValue={state.foundVia}
        onInputChange={(foundVia) => {
          state.set({ foundVia });
        }}
        onChange={(foundVia) => {
          if (foundVia !== null) state.set({ foundVia });
        }}
      />
      <RadioGroup
        label={t('preview.papers')}
        choices={[
          { id: 'copy', label: t('preview.copy'), description: t('preview.copyHint') },
          { id: 'link', label: t('preview.link'), description: t('preview.linkHint') },
        ]}
        value={state.files}
        onChange={(files) => {
          state.set({ files });
        }}
      />
      <Checkbox
        isSelected={state.nameByPattern}
        onChange={(nameByPattern) => {
          state.set({ nameByPattern });
        }}
      >
        {t('preview.names')}
      </Checkbox>
      <Select
        label={t('preview.duplicates')}
        hint={t('preview.duplicatesHint')}
        choices={choices}
        value={state.duplicates}
        onChange={(duplicates) => {
          state.rule({ duplicates });
        }}
      />
    </div>
  );
}
