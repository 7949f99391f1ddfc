import { useTranslation } from 'react-i18next';
import { DUPLICATE_IDENTIFIERS, type DuplicateRules } from '@shared/domain/bibliography/duplicate-rules';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, ButtonRow, CheckboxGroup, Lead, RadioGroup, Select, Skeleton, Switch } from '../../ui';
import { attempt, groupTables } from './model';
import styles from './duplicates.module.css';

const titles = ['similar', 'equal', 'off'] as const;
const authors = ['any', 'first', 'none'] as const;
const years = ['0', '1', '2', '3'] as const;

/** The rules in words, each to be changed; kept at once. */
export function RulesView() {
  const { t } = useTranslation('duplicates');
  const { number } = useFormats();
  const answer = useContract('duplicates.rules', {}, { tables: ['setting'] }).data;
  const summary = useContract('duplicates.summary', {}, { tables: groupTables, keepPrevious: true }).data;
  if (answer === undefined) return <Skeleton label={t('looking')} lines={6} />;
  const { rules, defaults } = answer;
  const change = (changes: Partial<DuplicateRules>): void => {
    void attempt('duplicates.setRules', { rules: { ...rules, ...changes } });
  };
  const found = summary === undefined ? undefined : summary.groups + summary.versions;
  const titlesCount = rules.titles !== 'off';
  return (
    <div className={styles['rules']}>
      <h2>{t('rules.title')}</h2>
      <Lead>{t('rules.intro')}</Lead>
      <CheckboxGroup
        label={t('rules.identifiers')}
        choices={DUPLICATE_IDENTIFIERS.map((id) => ({ id, label: t(`rules.identifier.${id}`) }))}
        value={rules.identifiers}
        onChange={(identifiers) => {
          change({ identifiers: [...identifiers] });
        }}
      />
      <RadioGroup
        label={t('rules.titles')}
        choices={titles.map((id) => ({ id, label: t(`rules.titlesChoice.${id}`) }))}
        value={rules.titles}
        onChange={(value) => {
          change({ titles: value });
        }}
      />
      <div className={styles['narrow']}>
        <Select
          label={t('rules.years')}
          isDisabled={!titlesCount}
          choices={years.map((id) => ({ id, label: t('rules.yearsChoice', { count: Number(id) }) }))}
          value={years[rules.yearTolerance] ?? '1'}
          onChange={(value) => {
            change({ yearTolerance: Number(value) });
          }}
        />
      </div>
      <RadioGroup
        label={t('rules.authors')}
        isDisabled={!titlesCount}
        choices={authors.map((id) => ({ id, label: t(`rules.authorsChoice.${id}`) }))}
        value={rules.authors}
        onChange={(value) => {
          change({ authors: value });
        }}
      />
      <Switch
        isSelected={rules.versions}
        description={t('rules.versionsHint')}
        onChange={(versions) => {
          change({ versions });
        }}
      >
        {t('rules.versions')}
      </Switch>
      <ButtonRow>
        <span role="status" className={styles['meta']}>
          {found === undefined ? '' : t('rules.found', { count: found, formatted: number(found) })}
        </span>
        <Button
          size="small"
          variant="quiet"
          isDisabled={JSON.stringify(rules) === JSON.stringify(defaults)}
          onPress={() => {
            change(defaults);
          }}
        >
          {t('action.defaults')}
        </Button>
      </ButtonRow>
    </div>
  );
}
