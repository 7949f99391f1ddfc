import i18next from 'i18next';
import { useEffect } from 'react';
import type { Settings } from '@shared/domain/settings/settings';
import { call } from '../lib/client';
import { nearestLanguage, type Language } from '../lib/i18n';

type ShownTheme = 'light' | 'dark' | 'high-contrast';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const moreContrast = window.matchMedia('(prefers-contrast: more)');

function shownTheme(theme: Settings['theme']): ShownTheme {
  if (theme !== 'system') return theme;
  if (moreContrast.matches) return 'high-contrast';
  return dark.matches ? 'dark' : 'light';
}

/** Puts the theme on the page; every colour follows from it. */
export function showTheme(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = shownTheme(theme);
}

/** The language to show: the chosen one, or the one nearest to the computer's. */
export function shownLanguage(language: Settings['language']): Language {
  return language === 'system' ? nearestLanguage(navigator.language) : language;
}

/** Keeps theme and language as the settings and the operating system say. */
export function useAppearance({ theme, language }: Settings): void {
  useEffect(() => {
    const show = (): void => {
      showTheme(theme);
    };
    show();
    void call('desktop.setTheme', { theme });
    dark.addEventListener('change', show);
    moreContrast.addEventListener('change', show);
    return () => {
      dark.removeEventListener('change', show);
      moreContrast.removeEventListener('change', show);
    };
  }, [theme]);

  useEffect(() => {
    void i18next.changeLanguage(shownLanguage(language));
  }, [language]);
}
