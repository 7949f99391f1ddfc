import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Button, Popover, PopoverTrigger } from '../../ui';
import styles from './learn.module.css';
import { useLanguage } from './use-language';

/** Words of a card that the glossary explains; each opens its meaning in place. */
export function TermLinks({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('learn');
  const language = useLanguage();
  const glossary = useContract('learn.glossary', { language }, { tables: [] });
  const terms = ids.flatMap((id) => glossary.data?.terms.find((term) => term.id === id) ?? []);
  if (terms.length === 0) return null;
  return (
    <div className={styles.termLinks}>
      <span className={styles.quiet}>{t('glossary.words')}</span>
      {terms.map(({ id, term, meaning }) => (
        <PopoverTrigger key={id}>
          <Button variant="link">{term}</Button>
          <Popover label={term}>
            <div className={styles.meaning}>
              <strong>{term}</strong>
              <p>{meaning}</p>
            </div>
          </Popover>
        </PopoverTrigger>
      ))}
    </div>
  );
}
