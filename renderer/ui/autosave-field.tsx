import { useTranslation } from 'react-i18next';
import { useAutosave, type Autosave } from './autosave';
import { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './text-field';

export interface AutosaveProps {
  /** The stored text. */
  readonly value: string;
  /** Writes the text; resolve to false when it could not be stored. */
  readonly onSave: (value: string) => unknown;
}

type Own = 'value' | 'defaultValue' | 'onChange' | 'onBlur';

function useSaveWords({ state }: Autosave): string {
  const { t } = useTranslation('common');
  switch (state) {
    case 'pending':
    case 'saving':
      return t('autosave.saving');
    case 'failed':
      return t('autosave.failed');
    case 'saved':
      return '';
  }
}

/** A text area that saves by itself (600 ms after the last key, at most 3 s later, and on leaving it). */
export function AutosaveTextArea({
  value,
  onSave,
  aside,
  ...rest
}: Omit<TextAreaProps, Own> & AutosaveProps) {
  const autosave = useAutosave(value, onSave);
  const words = useSaveWords(autosave);
  return (
    <TextArea
      {...rest}
      aside={words === '' ? aside : words}
      value={autosave.draft}
      onChange={autosave.change}
      onBlur={autosave.flush}
    />
  );
}

/** A text field that saves by itself, like AutosaveTextArea. */
export function AutosaveTextField({
  value,
  onSave,
  aside,
  ...rest
}: Omit<TextFieldProps, Own> & AutosaveProps) {
  const autosave = useAutosave(value, onSave);
  const words = useSaveWords(autosave);
  return (
    <TextField
      {...rest}
      aside={words === '' ? aside : words}
      value={autosave.draft}
      onChange={autosave.change}
      onBlur={autosave.flush}
    />
  );
}
