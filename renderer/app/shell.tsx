import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider } from 'react-aria-components';
import { useFormats } from '../lib/format';
import { useEvent } from '../lib/queries';
import { useSettings } from '../lib/settings';
import { Slot } from '../lib/slots';
import { ToastRegion } from '../ui';
import { useAppearance } from './appearance';
import { CommandPalette } from './command-palette';
import { CommandProvider } from './command-provider';
import { ErrorBoundary } from './error-boundary';
import { Rail } from './rail';
import { TourCard } from './tour/tour-card';
import styles from './shell.module.css';

type LibraryState = 'ready' | 'restarting' | 'failed';

/** The frame of every place: rail, messages, palette. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { locale } = useFormats();
  const address = useRouterState({ select: (state) => state.location.pathname });
  const [library, setLibrary] = useState<LibraryState>('ready');
  useAppearance(useSettings());
  useEvent(
    'library.status',
    useCallback(({ state }) => {
      setLibrary(state);
    }, []),
  );
  return (
    <I18nProvider locale={locale}>
      <CommandProvider>
        <div className={styles['shell']}>
          <Rail />
          <div className={styles['content']}>
            <div className={styles['column']}>
              {library === 'ready' ? null : (
                <div className={styles['banner']} role="status">
                  {t(`library.${library}`)}
                </div>
              )}
              <div className={styles['fill']}>
                <ErrorBoundary resetKey={address}>
                  <Outlet />
                </ErrorBoundary>
              </div>
            </div>
          </div>
        </div>
        <Slot name="app.layer" props={{}} />
        <Slot name="app.online" props={{}} />
        <TourCard />
        <CommandPalette />
        <ToastRegion />
      </CommandProvider>
    </I18nProvider>
  );
}
