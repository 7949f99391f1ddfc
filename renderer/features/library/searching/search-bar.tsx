import { CircleQuestionMark } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { complete, completingAt, fieldsFor } from '@shared/domain/search/complete';
import { useFormats } from '../../../lib/format';
import { nearestLanguage } from '../../../lib/i18n';
import { useContract } from '../../../lib/queries';
import { IconButton, Popover, PopoverTrigger, SuggestField } from '../../../ui';
import { SEARCH_BOX } from '../search-box';
import { useLibrary } from '../state';
import styles from '../view.module.css';
import { useSuggestions } from './use-suggestions';

/** The search box of the library, with suggestions, help, and how many papers are shown. */
export function SearchBar() {
  const { t } = useTranslation(['library', 'searches']);
  const { number } = useFormats();
  const query = useLibrary((state) => state.query);
  const setQuery = useLibrary((state) => state.setQuery);
  const shown = useLibrary((state) => state.shown);
  const all = useContract('library.counts', {}, { tables: ['item', 'collection_item'] }).data?.all ?? 0;
  const [caret, setCaret] = useState(0);
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const at = useMemo(() => completingAt(query, Math.min(caret, query.length)), [query, caret]);
  const suggestions = useSuggestions(at, askedAt === `${query}|${String(caret)}`);
  return (
    <>
      <SuggestField
        className={styles['search']}
        id={SEARCH_BOX}
        label={t('search.label')}
        placeholder={t('search.label')}
        clearLabel={t('search.clear')}
        listLabel={t('searches:suggest.list')}
        shortcut="/"
        value={query}
        onChange={(value, place) => {
          setCaret(place);
          setAskedAt(null);
          setQuery(value);
        }}
        onCaret={setCaret}
        suggestions={suggestions}
        onTake={({ id }) => {
          const taken = suggestions.find((suggestion) => suggestion.id === id)?.taken ?? '';
          if (at === null) return caret;
          const done = complete(query, at, taken);
          setQuery(done.text);
          setCaret(done.caret);
          return done.caret;
        }}
        onAsk={() => {
          setAskedAt(`${query}|${String(caret)}`);
        }}
        end={<QueryHelp />}
      />
      <span className={styles['count']} role="status">
        {shown === all
          ? t('papers', { count: all, formatted: number(all) })
          : t('count', { shown: number(shown), all: number(all) })}
      </span>
    </>
  );
}

const EXAMPLES = ['phrase', 'field', 'date', 'education', 'record', 'or', 'not'] as const;

/** What can be typed, in short. */
function QueryHelp() {
  const { t, i18n } = useTranslation('searches');
  const names = fieldsFor('', nearestLanguage(i18n.language)).map(({ name }) => `${name}:`);
  return (
    <PopoverTrigger>
      <IconButton icon={CircleQuestionMark} size="small" label={t('help.open')} />
      <Popover label={t('help.title')} placement="bottom end">
        <div className={styles['help']}>
          <p>{t('help.plain')}</p>
          <dl className={styles['examples']}>
            {EXAMPLES.map((part) => (
              <div key={part}>
                <dt>{t(`help.example.${part}`)}</dt>
                <dd>{t(`help.${part}`)}</dd>
              </div>
            ))}
          </dl>
          <p>
            {t('help.fields')} <span className={styles['fieldNames']}>{names.join(' ')}</span>
          </p>
          <p>{t('help.keys')}</p>
        </div>
      </Popover>
    </PopoverTrigger>
  );
}
