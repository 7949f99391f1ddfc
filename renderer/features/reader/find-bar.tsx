import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindOptions, FindState, PdfViewer } from '../../pdf';
import { ChipToggle, IconButton, SearchField } from '../../ui';
import styles from './reader.module.css';
import { showFind } from './store';

interface FindBarProps {
  readonly viewer: PdfViewer;
  readonly found: FindState | undefined;
  readonly pageCount: number;
}

/** Typing pauses this long before the search starts. */
const PAUSE_MS = 150;

/** Search in the paper: hits as they are found, next and previous around its end. */
export function FindBar({ viewer, found, pageCount }: FindBarProps) {
  const { t } = useTranslation(['reader', 'common']);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(found?.query ?? '');
  const [options, setOptions] = useState<FindOptions>({ matchCase: false, wholeWords: false });
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    return () => {
      viewer.find('', { matchCase: false, wholeWords: false });
    };
  }, [viewer]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      viewer.find(query, options);
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [viewer, query, options]);
  const close = (): void => {
    showFind(false);
    viewer.scroller.focus();
  };
  return (
    <div className={styles.findBar} role="search">
      <SearchField
        className={styles.findField}
        label={t('find.label')}
        clearLabel={t('common:action.clear')}
        placeholder={t('find.placeholder')}
        value={query}
        onChange={setQuery}
        inputRef={input}
        onInputKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            viewer.stepFind(event.shiftKey ? -1 : 1);
          }
          if (event.key === 'Escape') close();
        }}
      />
      <span className={styles.findCount} role="status">
        <FindCount query={query} found={found} pageCount={pageCount} />
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t('find.previous')}
        onPress={() => viewer.stepFind(-1)}
      />
      <IconButton icon={ChevronDown} size="small" label={t('find.next')} onPress={() => viewer.stepFind(1)} />
      <ChipToggle
        isSelected={options.matchCase}
        onChange={(matchCase) => setOptions((old) => ({ ...old, matchCase }))}
      >
        {t('find.case')}
      </ChipToggle>
      <ChipToggle
        isSelected={options.wholeWords}
        onChange={(wholeWords) => setOptions((old) => ({ ...old, wholeWords }))}
      >
        {t('find.words')}
      </ChipToggle>
      <span className={styles.spring} />
      <IconButton icon={X} size="small" label={t('find.close')} onPress={close} />
    </div>
  );
}

function FindCount({ query, found, pageCount }: Omit<FindBarProps, 'viewer'> & { readonly query: string }) {
  const { t } = useTranslation('reader');
  if (query.trim() === '' || found?.query !== query) return null;
  const { hits, current, searched } = found;
  if (hits.length > 0) return t('find.count', { current: current + 1, count: hits.length });
  return searched < pageCount
    ? t('find.searching', { page: searched + 1, count: pageCount })
    : t('find.none');
}
