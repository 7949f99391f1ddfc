import { FolderPlus, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  CONDITION_FIELDS,
  CONDITION_OPERATORS,
  MAX_DEPTH,
  type ConditionField,
  type ConditionGroup,
  type ConditionOperator,
  type ConditionRule,
  type SearchCondition,
} from '@shared/domain/search/condition';
import { Button, IconButton, Select } from '../../../ui';
import { ConditionValue } from './condition-value';
import styles from './search-dialog.module.css';

const NEW_RULE: ConditionRule = { kind: 'rule', field: 'anywhere', operator: 'contains', value: '' };
const FIELDS = Object.keys(CONDITION_FIELDS).filter((id): id is ConditionField => id in CONDITION_FIELDS);

function operatorsOf(field: ConditionField): readonly ConditionOperator[] {
  const allowed: readonly string[] = CONDITION_FIELDS[field];
  // In the order of the field: the usual one first.
  return allowed.flatMap((id) => CONDITION_OPERATORS.filter((operator) => operator === id));
}

export interface ConditionGroupEditorProps {
  readonly group: ConditionGroup;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly onChange: (group: ConditionGroup) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** All, any or none of some conditions, which may be groups themselves. */
export function ConditionGroupEditor({ group, depth, onChange, onRemove }: ConditionGroupEditorProps) {
  const { t } = useTranslation('searches');
  const { match, conditions } = group;
  const set = (next: readonly SearchCondition[]): void => {
    onChange({ ...group, conditions: next });
  };
  const replace = (index: number, condition: SearchCondition): void => {
    set(conditions.map((old, at) => (at === index ? condition : old)));
  };
  const remove = (index: number) => (): void => {
    set(conditions.filter((_, at) => at !== index));
  };
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{depth === 1 ? t('conditions') : t('group')}</legend>
      <div className={styles['groupHead']}>
        <Select
          label={depth === 1 ? t('match') : t('matchInner')}
          choices={(['all', 'any', 'none'] as const).map((id) => ({ id, label: t(`matchKind.${id}`) }))}
          value={match}
          onChange={(chosen) => {
            onChange({ ...group, match: chosen });
          }}
        />
        {onRemove === undefined ? null : (
          <IconButton icon={Trash2} label={t('removeGroup')} onPress={onRemove} />
        )}
      </div>
      {conditions.map((condition, index) =>
        condition.kind === 'group' ? (
          <ConditionGroupEditor
            // Conditions have no names of their own; each is written by what is shown here.
            key={index}
            group={condition}
            depth={depth + 1}
            onChange={(changed) => {
              replace(index, changed);
            }}
            onRemove={remove(index)}
          />
        ) : (
          <RuleEditor
            key={index}
            rule={condition}
            number={index + 1}
            onChange={(changed) => {
              replace(index, changed);
            }}
            onRemove={remove(index)}
          />
        ),
      )}
      <div className={styles['adders']}>
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            set([...conditions, NEW_RULE]);
          }}
        >
          {t('addRule')}
        </Button>
        {depth >= MAX_DEPTH ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={FolderPlus}
            onPress={() => {
              set([
                ...conditions,
                { kind: 'group', match: match === 'any' ? 'all' : 'any', conditions: [NEW_RULE] },
              ]);
            }}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface RuleEditorProps {
  readonly rule: ConditionRule;
  /** From 1, for screen readers. */
  readonly number: number;
  readonly onChange: (rule: ConditionRule) => void;
  readonly onRemove: () => void;
}

function RuleEditor({ rule, number, onChange, onRemove }: RuleEditorProps) {
  const { t } = useTranslation('searches');
  return (
    <div className={styles['rule']} role="group" aria-label={t('rule', { number })}>
      <Select
        label={t('field')}
        hideLabel
        choices={FIELDS.map((id) => ({ id, label: t(`fieldName.${id}`) }))}
        value={rule.field}
        onChange={(field) => {
          const operators = operatorsOf(field);
          const isKept = operators.includes(rule.operator);
          const areWords = operatorsOf(rule.field).includes('contains') && operators.includes('contains');
          onChange({
            kind: 'rule',
            field,
            operator: isKept ? rule.operator : (operators[0] ?? 'contains'),
            // Words stay when the place to look for them changes; a chosen value would not fit.
            value: areWords && isKept ? rule.value : '',
          });
        }}
      />
      <Select
        label={t('operator')}
        hideLabel
        choices={operatorsOf(rule.field).map((id) => ({ id, label: t(`operatorName.${id}`) }))}
        value={rule.operator}
        onChange={(operator) => {
          onChange({ ...rule, operator });
        }}
      />
      <ConditionValue
        rule={rule}
        onChange={(value) => {
          onChange({ ...rule, value });
        }}
      />
      <IconButton icon={Trash2} label={t('removeRule', { number })} onPress={onRemove} />
    </div>
  );
}
