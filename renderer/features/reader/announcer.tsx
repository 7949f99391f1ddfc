import { useTranslation } from 'react-i18next';
import type { KeyboardSelection } from '../../pdf';
import { Unseen } from '../../ui';
import { useReader } from './store';

/** Says to a screen reader what was done, and what the keyboard selects. */
export function Announcer({ keyboard }: { readonly keyboard: KeyboardSelection | undefined }) {
  const { t } = useTranslation('reader');
  const { text, number } = useReader((state) => state.announcement);
  return (
    <>
      <Unseen role="status" data-announcement="">
        {/* A sentence said twice is a new element, or it would not be read again. */}
        <span key={number}>{text}</span>
      </Unseen>
      <Unseen aria-live="assertive">
        {keyboard ? t('keyboard.selected', { text: keyboard.spoken }) : ''}
      </Unseen>
    </>
  );
}
