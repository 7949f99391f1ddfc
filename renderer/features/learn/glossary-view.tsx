import { BookA } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, Place, SearchField, Skeleton } from '../../ui';
import styles from './learn.module.css';
import glossaryStyles from './glossary.module.css';
import { useLanguage } from './use-language';

interface GlossaryViewProps {
  /** Term to show first. */
  readonly termId: string | undefined;
}

/** The words of research methods, searchable. */
export function GlossaryView({ termId }: GlossaryViewProps) {
  const { t } = useTranslation(['learn', 'common']);
  const language = useLanguage();
  const go = useGo();
  const [sought, setSought] = useState('');
  const glossary = useContract('learn.glossary', { language }, { tables: [] });
  const shown = useMemo(() => {
    const words = sought.trim().toLocaleLowerCase(language);
    return (glossary.data?.terms ?? []).filter(
      ({ term, forms }) =>
        words === '' || [term, ...forms].some((name) => name.toLocaleLowerCase(language).includes(words)),
    );
  }, [glossary.data, language, sought]);
  const names = new Map(glossary.data?.terms.map(({ id, term }) => [id, term]));
  const chosen = useRef<HTMLElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'center' });
  }, [termId, glossary.data]);
  return (
    <Place
      title={t('glossary.title')}
      surface="sheet"
      back={{
        label: t('backToMap'),
        onPress: () => {
          go('/learn');
        },
      }}
      end={
        <SearchField
          label={t('glossary.search')}
          placeholder={t('glossary.search')}
          clearLabel={t('common:action.clear')}
          value={sought}
          onChange={setSought}
        />
      }
    >
      {glossary.isError ? <ErrorNote failure={glossary.error.failure} /> : null}
      {glossary.isPending ? <Skeleton label={t('common:loading')} lines={8} /> : null}
      {glossary.data && shown.length === 0 ? (
        <EmptyState icon={BookA} title={t('glossary.none.title')}>
          {t('glossary.none.text')}
        </EmptyState>
      ) : null}
      <dl className={glossaryStyles.glossary}>
        {shown.map(({ id, term, forms, meaning, related }) => (
          <div
            key={id}
            className={glossaryStyles.term}
            data-chosen={id === termId}
            {...(id === termId
              ? { ref: (element: HTMLDivElement | null) => void (chosen.current = element) }
              : {})}
          >
            <dt>
              {term}
              {forms.length > 0 ? <span className={glossaryStyles.forms}>{forms.join(' · ')}</span> : null}
            </dt>
            <dd>{meaning}</dd>
            {related.length > 0 ? (
              <dd className={glossaryStyles.related}>
                <span className={styles.quiet}>{t('glossary.related')}</span>
                {related.map((other) => (
                  <Button
                    key={other}
                    variant="link"
                    onPress={() => {
                      setSought('');
                      go(`/learn/glossary/${other}`, { replace: true });
                    }}
                  >
                    {names.get(other) ?? other}
                  </Button>
                ))}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </Place>
  );
}
