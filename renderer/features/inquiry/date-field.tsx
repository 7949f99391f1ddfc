import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AutosaveTextField } from '../../ui';

interface DateFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly density?: 'normal' | 'compact';
  readonly value: string;
  readonly onSave: (value: string) => Promise<boolean>;
}

/** A date as year-month-day; what is not a date is not stored and says why. */
export function DateField({ error, onSave, ...rest }: DateFieldProps) {
  const { t } = useTranslation('inquiry');
  const [isWrong, setIsWrong] = useState(false);
  const store = async (next: string): Promise<boolean> => {
    const isDate = next === '' || (/^\d{4}-\d{2}-\d{2}$/.test(next) && !Number.isNaN(Date.parse(next)));
    setIsWrong(!isDate);
    return isDate ? onSave(next) : false;
  };
  return (
    <AutosaveTextField
      {...rest}
      placeholder={t('field.date')}
      error={isWrong ? t('field.dateWrong') : error}
      onSave={store}
    />
  );
}
