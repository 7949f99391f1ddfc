import { useTranslation } from 'react-i18next';
import { ANNOTATION_COLORS, COLOR_NAMES } from '@shared/domain/annotation/palette';
import { useContract, useContractMutation } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { AutosaveTextField } from '../../ui';
import styles from './settings.module.css';

/** The user's own names for the eight annotation colours; an empty field keeps the app's name. */
export function ColorMeanings() {
  const { t, i18n } = useTranslation('settings');
  const { run: rename } = useContractMutation('annotation.renameColor');
  const palette = useContract('annotation.palette', {}, { tables: ['setting'] });
  const meanings = palette.data?.meanings ?? {};
  return (
    <>
      <p className={styles['text']}>{t('colors.text')}</p>
      <div className={styles['colors']}>
        {ANNOTATION_COLORS.map((color, index) => {
          const name = COLOR_NAMES[color];
          const label = wordsIfAny(i18n, `reader:palette.name.${name}`) ?? name;
          return (
            <div key={color} className={styles['color']}>
              <span className={styles['swatch']} style={{ background: color }} aria-hidden="true" />
              <AutosaveTextField
                label={t('colors.label', { color: label, key: index + 1 })}
                hideLabel
                placeholder={wordsIfAny(i18n, `reader:palette.meaning.${name}`) ?? label}
                maxLength={60}
                value={meanings[color] ?? ''}
                onSave={async (meaning) => (await rename({ color, meaning })).ok}
              />
            </div>
          );
        })}
      </div>
    </>
  );
}
