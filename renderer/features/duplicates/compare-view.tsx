import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { Button, Chip, cx, Disclosure, EmptyState, ErrorNote, Facts, Lead, Skeleton, Unseen } from '../../ui';
import { RecordFacts } from './group-list';
import { dismiss, groupTables, merge } from './model';
import styles from './duplicates.module.css';

type Comparison = CallOutput<'duplicates.compare'>;

interface CompareViewProps {
  readonly itemIds: readonly string[];
  /** Where it goes when the question is settled. */
  readonly doneAddress: string;
}

/** Records side by side, with a choice where they differ. */
export function CompareView({ itemIds, doneAddress }: CompareViewProps) {
  const { t } = useTranslation('duplicates');
  const go = useGo();
  // Once this group is merged there is nothing more to ask about it.
  const [isDone, setDone] = useState(false);
  const answer = useContract(
    'duplicates.compare',
    { itemIds: [...itemIds] },
    { tables: groupTables, enabled: !isDone && itemIds.length > 1 },
  );
  if (isDone || itemIds.length < 2)
    return (
      <EmptyState
        title={t('compare.gone')}
        actions={
          <Button
            onPress={() => {
              go('/duplicates');
            }}
          >
            {t('action.toList')}
          </Button>
        }
      />
    );
  if (answer.isError) return <ErrorNote failure={answer.error.failure} />;
  if (answer.data === undefined) return <Skeleton label={t('looking')} lines={8} />;
  const leave = (done: boolean): void => {
    if (!done) return;
    setDone(true);
    go(doneAddress, { replace: true });
  };
  return <Comparing comparison={answer.data} onDone={leave} />;
}

interface ComparingProps {
  readonly comparison: Comparison;
  readonly onDone: (done: boolean) => void;
}

function Comparing({ comparison, onDone }: ComparingProps) {
  const { t } = useTranslation('duplicates');
  const shownText = useShownText();
  const { records, fields } = comparison;
  const [keeperId, setKeeper] = useState(comparison.keeperId);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const ids = records.map(({ id }) => id);
  const differing = fields.filter(({ differs }) => differs);
  const same = fields.filter(({ differs }) => !differs);
  const keeperNumber = ids.indexOf(keeperId) + 1;
  /** The chosen record, else the keeper, else the first that has something. */
  const chosen = (field: Comparison['fields'][number]): string => {
    const own = field.texts[ids.indexOf(keeperId)] ?? '';
    return (
      choices[field.name] ??
      (own === '' ? (ids[field.texts.findIndex((text) => text !== '')] ?? keeperId) : keeperId)
    );
  };
  const act = (work: () => Promise<boolean>): void => {
    setBusy(true);
    void work().then((done) => {
      setBusy(false);
      onDone(done);
    });
  };
  return (
    <div className={styles['compare']}>
      <Lead>{t('compare.kept')}</Lead>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- required by axe's scrollable-region-focusable */}
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('compare.table')}>
        <table className={styles['table']}>
          <caption>
            <Unseen>{t('compare.table')}</Unseen>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.field')}</th>
              {records.map((record, index) => (
                <th key={record.id} scope="col">
                  <span className={styles['recordTitle']}>
                    {t('compare.record', { number: index + 1 })}
                    {record.id === comparison.keeperId ? <Chip>{t('compare.proposed')}</Chip> : null}
                  </span>
                  <label className={styles['keep']}>
                    <input
                      type="radio"
                      name="keeper"
                      checked={record.id === keeperId}
                      onChange={() => {
                        setKeeper(record.id);
                      }}
                    />
                    <span>{t('compare.keepThis')}</span>
                  </label>
                  <RecordFacts record={record} />
                  {record.citationKey === null ? null : (
                    <Facts>
                      {record.citationKey}
                      {record.keyIsPinned ? ` (${t('compare.pinned')})` : ''}
                    </Facts>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <FieldRow
                key={field.name}
                field={field}
                ids={ids}
                chosen={chosen(field)}
                onChoose={(id) => {
                  setChoices((known) => ({ ...known, [field.name]: id }));
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {same.length === 0 ? null : (
        <Disclosure title={t('compare.same', { count: same.length })}>
          <dl className={styles['same']}>
            {same.map((field) => (
              <div key={field.name}>
                <dt>
                  <FieldName name={field.name} />
                </dt>
                <dd>{shownText(field.name, field.texts[0] ?? '')}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
      <div className={styles['foot']}>
        <Button
          variant="quiet"
          isDisabled={isBusy}
          onPress={() => {
            act(() => dismiss(ids));
          }}
        >
          {t('action.dismiss')}
        </Button>
        <Button
          variant="primary"
          isDisabled={isBusy}
          onPress={() => {
            const wanted = Object.fromEntries(differing.map((field) => [field.name, chosen(field)]));
            act(() => merge(keeperId, ids, wanted));
          }}
        >
          {t('compare.merge', { number: keeperNumber, count: ids.length - 1 })}
        </Button>
      </div>
    </div>
  );
}

/** Characters of an abstract that are shown until the whole of it is asked for. */
const LONG_TEXT = 200;

function beginning(text: string): string {
  return text.length > LONG_TEXT ? `${text.slice(0, LONG_TEXT).trimEnd()}…` : text;
}

interface FieldRowProps {
  readonly field: Comparison['fields'][number];
  readonly ids: readonly string[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function FieldRow({ field, ids, chosen, onChoose }: FieldRowProps) {
  const { t } = useTranslation('duplicates');
  const name = useFieldName(field.name);
  const shownText = useShownText();
  const isLong = field.texts.some((text) => text.length > LONG_TEXT);
  const [isCut, setCut] = useState(isLong);
  return (
    <tr>
      <th scope="row">
        {name}
        {isLong ? (
          <Button
            className={styles['more']}
            size="small"
            variant="link"
            aria-expanded={!isCut}
            onPress={() => {
              setCut(!isCut);
            }}
          >
            {t(isCut ? 'action.wholeText' : 'action.lessText')}
          </Button>
        ) : null}
      </th>
      {ids.map((id, index) => {
        const text = shownText(field.name, field.texts[index] ?? '');
        return (
          <td key={id}>
            <label className={cx(styles['choice'], id === chosen && styles['chosen'])}>
              <input
                type="radio"
                name={`field-${field.name}`}
                checked={id === chosen}
                disabled={field.texts[index] === ''}
                aria-label={t('compare.choose', {
                  field: name,
                  number: index + 1,
                  text: text === '' ? t('compare.empty') : text.slice(0, 200),
                })}
                onChange={() => {
                  onChoose(id);
                }}
              />
              <span className={text === '' ? styles['emptyText'] : styles['text']}>
                {text === '' ? t('compare.empty') : isCut ? beginning(text) : text}
              </span>
            </label>
          </td>
        );
      })}
    </tr>
  );
}

function FieldName({ name }: { readonly name: string }) {
  return useFieldName(name);
}

/** The name of a CSL variable as the library shows it; the variable itself when it has no words. */
function useFieldName(name: string): string {
  const { i18n } = useTranslation();
  return (
    wordsIfAny(i18n, `library:details.field.${name}`) ?? wordsIfAny(i18n, `duplicates:field.${name}`) ?? name
  );
}

/** The type of a record in words; every other field as it is. */
function useShownText(): (name: string, text: string) => string {
  const { i18n } = useTranslation();
  return (name, text) =>
    name === 'type' && text !== '' ? (wordsIfAny(i18n, `library:type.${text}`) ?? text) : text;
}
