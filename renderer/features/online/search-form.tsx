import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeSent, ONLINE_TYPES, type OnlineSearchQuery } from '@shared/domain/online/search-query';
import type { CallParsed } from '@shared/ipc/contract';
import { useSettings } from '../../lib/settings';
import { Button, Checkbox, Note, NumberField, Select, TextField } from '../../ui';
import styles from './online.module.css';

type Service = CallParsed<'online.search'>['service'];

export interface SearchFormProps {
  readonly isSearching: boolean;
  readonly onSearch: (asked: { readonly service: Service; readonly query: OnlineSearchQuery }) => void;
}

/** What to look for, and exactly what will be sent. */
export function SearchForm({ isSearching, onSearch }: SearchFormProps) {
  const { t } = useTranslation('online');
  const { online } = useSettings();
  const [service, setService] = useState<Service>('eric');
  const [text, setText] = useState('');
  const [fromYear, setFrom] = useState<number | null>(null);
  const [toYear, setTo] = useState<number | null>(null);
  const [peerReviewed, setPeer] = useState(false);
  const [type, setType] = useState<OnlineSearchQuery['type']>('any');
  const query: OnlineSearchQuery = {
    text: text.trim(),
    fromYear,
    toYear,
    peerReviewed: peerReviewed && service === 'eric',
    type,
  };
  const isOff = !online.services[service];
  const isTurned = fromYear !== null && toYear !== null && fromYear > toYear;
  const canSearch = query.text.length >= 2 && !isOff && !isTurned && !isSearching;
  const year = (value: number): number | null =>
    Number.isInteger(value) && value >= 1000 && value <= 2200 ? value : null;
  return (
    <form
      className={styles['form']}
      role="search"
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSearch) onSearch({ service, query });
      }}
    >
      <div className={styles['formRow']}>
        <Select
          label={t('search.where')}
          value={service}
          onChange={setService}
          choices={[
            { id: 'eric', label: t('service.eric') },
            { id: 'openalex', label: t('service.openalex') },
          ]}
        />
        <div className={styles['words']}>
          <TextField
            label={t('search.words')}
            hint={t(`search.wordsHint.${service}`)}
            value={text}
            onChange={setText}
            maxLength={500}
          />
        </div>
      </div>
      <div className={styles['formRow']}>
        <NumberField
          label={t('search.from')}
          value={fromYear ?? NaN}
          onChange={(value) => {
            setFrom(year(value));
          }}
          formatOptions={{ useGrouping: false }}
        />
        <NumberField
          label={t('search.to')}
          value={toYear ?? NaN}
          onChange={(value) => {
            setTo(year(value));
          }}
          formatOptions={{ useGrouping: false }}
          {...(isTurned ? { error: t('search.yearBad') } : {})}
        />
        <Select
          label={t('search.type')}
          value={type}
          onChange={setType}
          choices={ONLINE_TYPES.map((id) => ({ id, label: t(`search.types.${id}`) }))}
        />
        {service === 'eric' ? (
          <div className={styles['peer']}>
            <Checkbox isSelected={peerReviewed} onChange={setPeer}>
              {t('search.peer')}
            </Checkbox>
          </div>
        ) : null}
        <div className={styles['peer']}>
          <Button type="submit" variant="primary" icon={Search} isDisabled={!canSearch}>
            {t('search.go')}
          </Button>
        </div>
      </div>
      {isOff ? <Note>{t('search.serviceOff', { service: t(`service.${service}`) })}</Note> : null}
      {query.text === '' ? null : (
        <p className={styles['sentLine']}>
          {t('search.sent', { service: t(`service.${service}`), query: describeSent(service, query) })}
        </p>
      )}
    </form>
  );
}
