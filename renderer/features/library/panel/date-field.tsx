import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CslDate, CslDateVariable } from '@shared/domain/bibliography/csl-item';
import { readTypedDate, seasonName, typedDate } from '@shared/domain/bibliography/typed-date';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { useFormats } from '../../../lib/format';
import { TextField, useAutosave } from '../../../ui';
import { FoundField } from './provenance';

/** How a date was understood: "14 March 2019", "spring 2019", "about 1990", "2018 to 2020". */
function dateWords(date: CslDate, t: TFunction<['library', 'items']>, locale: string): string {
  const [start, end] = (date['date-parts'] ?? []).map((parts) => partWords(parts, locale));
  if (start === undefined) return date.literal ?? '';
  const season = seasonName(date.season);
  const plain =
    season !== undefined
      ? t('items:date.season', { season: t(`items:season.${season}`), year: start })
      : end === undefined
        ? start
        : t('items:date.range', { from: start, to: end });
  return date.circa === true ? t('items:date.circa', { date: plain }) : plain;
}

function partWords([year = 0, month, day]: readonly number[], locale: string): string {
  if (month === undefined) return String(year);
  const at = new Date(Date.UTC(year, month - 1, day ?? 1));
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' as const }),
  }).format(at);
}

export interface DateFieldProps {
  readonly paper: ItemDetail;
  readonly field: CslDateVariable;
  readonly onSave: (fields: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** A date as people write it, and below it how it was understood. */
export function DateField({ paper, field, onSave }: DateFieldProps) {
  const { t } = useTranslation(['library', 'items']);
  const { locale } = useFormats();
  const [error, setError] = useState<string>();
  const stored = paper.csl[field];
  const text =
    stored === undefined
      ? ''
      : typedDate(stored, (season) => t(`items:season.${season}`), t('items:date.circaWord'));
  const { draft, change, flush } = useAutosave(text, (typed) => {
    if (typed.trim() === text) return true;
    const date = readTypedDate(typed);
    if (date === undefined) {
      setError(t('items:date.bad'));
      return false;
    }
    setError(undefined);
    return onSave({ [field]: date });
  });
  const understood = readTypedDate(draft);
  const words = understood ? dateWords(understood, t, locale) : '';
  return (
    <TextField
      density="compact"
      label={t(`items:field.${field}`)}
      aside={<FoundField paper={paper} field={field} />}
      placeholder={t('items:date.hint')}
      error={error}
      hint={words === '' || words === draft.trim() ? undefined : t('items:date.understood', { date: words })}
      value={draft}
      onChange={(next) => {
        setError(undefined);
        change(next);
      }}
      onBlur={flush}
    />
  );
}
