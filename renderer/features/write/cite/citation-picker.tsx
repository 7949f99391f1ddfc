import { useId, useMemo, useReducer, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitationItem, StyleId, StyleLocale } from '@shared/domain/report/citation';
import type { CallOutput } from '@shared/ipc/contract';
import { useContract } from '../../../lib/queries';
import { Button, Dialog, ErrorNote } from '../../../ui';
import { CitedWorkForm } from './cited-work-form';
import { enterMeans, pendingLocator, pick, searchWords, startPicker, type PickerState } from './picker-model';
import styles from './cite.module.css';

type Citable = CallOutput<'citation.search'>['items'][number];

export interface CitationPickerProps {
  /** Works of the citation that is being changed; empty for a new one. */
  readonly items: readonly CitationItem[];
  readonly isNew: boolean;
  readonly alreadyCited: readonly string[];
  readonly styleId: StyleId;
  readonly locale: StyleLocale;
  readonly onFinish: (items: readonly CitationItem[]) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const FOUND_AT_MOST = 12;

/** Type a name, Enter adds it, digits are the page, Enter again puts the citation into the text. */
export function CitationPicker(props: CitationPickerProps) {
  const { items, isNew, alreadyCited, styleId, locale, onFinish, onRemove, onClose } = props;
  const { t } = useTranslation('write');
  const [state, dispatch] = useReducer(pick, items, startPicker);
  // A work may be found, chosen and then no longer match: its name is kept.
  const works = useWorks(state);
  const words = searchWords(state);
  const isSearching = words !== '';
  const search = useContract(
    'citation.search',
    { query: words, limit: FOUND_AT_MOST },
    { keepPrevious: true, enabled: isSearching, tables: ['item'] },
  );
  const cited = useContract(
    'citation.items',
    { itemIds: [...alreadyCited] },
    { keepPrevious: true, tables: ['item'] },
  );
  const offered = isSearching ? (search.data?.items ?? []) : (cited.data?.items ?? []);
  const found = pendingLocator(state) === null ? offered : [];
  const listId = useId();
  const hintId = useId();

  const add = (work: Citable): void => {
    works.remember(work);
    dispatch({ kind: 'add', itemId: work.itemId });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      dispatch({ kind: 'move', by: event.key === 'ArrowDown' ? 1 : -1, count: found.length });
      return;
    }
    if (event.key === 'Backspace' && state.typed === '' && state.items.length > 0) {
      dispatch({ kind: 'remove', index: state.items.length - 1 });
      return;
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const meaning = event.ctrlKey || event.metaKey ? 'finish' : enterMeans(state, found.length);
    if (meaning === 'locate') dispatch({ kind: 'locate' });
    const chosen = found[state.active];
    if (meaning === 'add' && chosen !== undefined) add(chosen);
    if (meaning === 'finish' && state.items.length > 0) onFinish(state.items);
  };

  const open = state.open === null ? undefined : state.items[state.open];
  return (
    <Dialog
      title={isNew ? t('cite.title') : t('cite.edit-title')}
      isOpen
      size="wide"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <>
          {isNew ? null : (
            <Button variant="danger" onPress={onRemove}>
              {t('cite.remove-citation')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cite.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={state.items.length === 0}
            onPress={() => {
              onFinish(state.items);
            }}
          >
            {isNew ? t('cite.insert') : t('cite.save')}
          </Button>
        </>
      }
    >
      <div className={styles['picker']}>
        <div className={styles['field']}>
          {state.items.map((item, index) => (
            <Button
              key={`${item.itemId}-${String(index)}`}
              size="small"
              className={styles['chip']}
              aria-expanded={state.open === index}
              onPress={() => {
                dispatch({ kind: 'open', index: state.open === index ? null : index });
              }}
            >
              {chipText(works.get(item.itemId), item, t('cite.unknown-work'))}
            </Button>
          ))}
          <input
            className={styles['input']}
            role="combobox"
            aria-label={t('cite.search')}
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-describedby={hintId}
            aria-activedescendant={
              found[state.active] === undefined ? undefined : `${listId}-${String(state.active)}`
            }
            placeholder={state.items.length === 0 ? t('cite.search-placeholder') : t('cite.search-more')}
            value={state.typed}
            // The dialog was opened to type a name.
            // eslint-disable-next-line jsx-a11y/no-autofocus -- focus belongs in the one field of this dialog
            autoFocus
            onChange={(event) => {
              dispatch({ kind: 'type', text: event.target.value });
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <p id={hintId} className={styles['hint']}>
          <Hint state={state} />
        </p>
        {open === undefined || state.open === null ? (
          <WorkList
            id={listId}
            label={isSearching ? t('cite.found') : t('cite.already-cited')}
            works={found}
            active={state.active}
            onChoose={add}
            emptyText={isSearching && search.isSuccess ? t('cite.nothing-found', { query: words }) : ''}
          />
        ) : (
          <CitedWorkForm
            key={state.open}
            item={open}
            title={works.get(open.itemId)?.title ?? t('cite.unknown-work')}
            onChange={(patch) => {
              if (state.open !== null) dispatch({ kind: 'change', index: state.open, patch });
            }}
            onRemove={() => {
              if (state.open !== null) dispatch({ kind: 'remove', index: state.open });
            }}
          />
        )}
        <Preview items={state.items} styleId={styleId} locale={locale} />
      </div>
    </Dialog>
  );
}

function Hint({ state }: { readonly state: PickerState }) {
  const { t } = useTranslation('write');
  const place = pendingLocator(state);
  if (place !== null)
    return t('cite.hint-locator', { label: t(`locator.${place.label}`), locator: place.locator });
  if (state.items.length > 0 && state.typed === '') return t('cite.hint-finish');
  return t('cite.hint-search');
}

/** Works seen so far, by id: those found while typing and those the citation came with. */
function useWorks(state: PickerState): {
  readonly get: (itemId: string) => Citable | undefined;
  readonly remember: (work: Citable) => void;
} {
  const [seen, setSeen] = useState<ReadonlyMap<string, Citable>>(new Map());
  const unknown = state.items.map((item) => item.itemId).filter((id) => !seen.has(id));
  const { data } = useContract(
    'citation.items',
    { itemIds: unknown },
    { enabled: unknown.length > 0, tables: ['item'] },
  );
  return useMemo(
    () => ({
      get: (itemId) => seen.get(itemId) ?? data?.items.find((work) => work.itemId === itemId),
      remember: (work) => {
        setSeen((before) => new Map(before).set(work.itemId, work));
      },
    }),
    [data, seen],
  );
}

interface WorkListProps {
  readonly id: string;
  readonly label: string;
  readonly works: readonly Citable[];
  readonly active: number;
  readonly onChoose: (work: Citable) => void;
  readonly emptyText: string;
}

function WorkList({ id, label, works, active, onChoose, emptyText }: WorkListProps) {
  return (
    <div className={styles['results']}>
      {works.length > 0 ? <p className={styles['resultsLabel']}>{label}</p> : null}
      {works.length === 0 && emptyText !== '' ? <p className={styles['hint']}>{emptyText}</p> : null}
      <ul id={id} role="listbox" aria-label={label} className={styles['list']}>
        {works.map((work, index) => (
          // Keys are handled by the field that owns the list (aria-activedescendant).
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
          <li
            key={work.itemId}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            className={styles['option']}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onChoose(work);
            }}
          >
            <span className={styles['optionWho']}>{whoAndWhen(work)}</span>
            <span className={styles['optionTitle']}>{work.title}</span>
            {work.containerTitle === '' ? null : (
              <span className={styles['optionIn']}>{work.containerTitle}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Preview({ items, styleId, locale }: Pick<CitationPickerProps, 'items' | 'styleId' | 'locale'>) {
  const { t } = useTranslation('write');
  const { data, error } = useContract(
    'citation.format',
    { styleId, locale, clusters: items.length === 0 ? [] : [{ id: 'preview', items: [...items] }] },
    { keepPrevious: true, enabled: items.length > 0, tables: ['item'] },
  );
  if (error) return <ErrorNote failure={error.failure} />;
  const text = items.length === 0 ? '' : (data?.citations[0]?.plain ?? '');
  return (
    <div className={styles['preview']} aria-live="polite">
      <span className={styles['previewLabel']}>{t('cite.preview')}</span>
      <span className={styles['previewText']} data-testid="citation-preview">
        {text === '' ? t('cite.preview-empty') : text}
      </span>
    </div>
  );
}

function whoAndWhen(work: Citable): string {
  return [work.authors, work.year === null ? '' : String(work.year)]
    .filter((part) => part !== '')
    .join(' · ');
}

function chipText(work: Citable | undefined, item: CitationItem, unknown: string): string {
  const name = work === undefined ? unknown : whoAndWhen(work) || work.title;
  return item.locator === '' ? name : `${name}, ${item.locator}`;
}
