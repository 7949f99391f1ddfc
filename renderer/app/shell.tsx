import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider } from 'react-aria-components';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../lib/client';
import { useFormats } from '../lib/format';
import { useEvent } from '../lib/queries';
import { useSettings } from '../lib/settings';
import { Slot } from '../lib/slots';
import { ToastRegion } from '../ui';
import { useAppearance } from './appearance';
import { CommandPalette } from './command-palette';
import { CommandProvider } from './command-provider';
import { ErrorBoundary } from './error-boundary';
import { LibraryFailed } from './library-failed';
import { Rail } from './rail';
import { TourCard } from './tour/tour-card';
import styles from './shell.module.css';

type Status = CallOutput<'desktop.libraryStatus'>;
const READY: Status = { state: 'ready', code: null, details: {} };

async function ask(set: (status: Status) => void): Promise<void> {
  const status = await call('desktop.libraryStatus', {});
  // While it starts for the first time nothing needs to be said: what is asked of it waits.
  if (status.ok && status.value.state === 'failed') set(status.value);
}

/** The frame of every place: rail, messages, palette. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { locale } = useFormats();
  const address = useRouterState({ select: (state) => state.location.pathname });
  const [library, setLibrary] = useState<Status>(READY);
  useAppearance(useSettings());
  useEvent(
    'library.status',
    useCallback(({ state, code }) => {
      if (state === 'failed') void ask(setLibrary);
      else setLibrary({ state, code, details: {} });
    }, []),
  );
  // A library that could not be opened said so before the page was there to hear it.
  useEffect(() => {
    void ask(setLibrary);
  }, []);
  return (
    <I18nProvider locale={locale}>
      <CommandProvider>
        <div className={styles['shell']}>
          <Rail />
          <div className={styles['content']}>
            <div className={styles['column']}>
              {library.state !== 'restarting' ? null : (
                <div className={styles['banner']} role="status">
                  {t('library.restarting')}
                </div>
              )}
              <div className={styles['fill']}>
                <ErrorBoundary resetKey={address}>
                  {library.state === 'failed' ? (
                    <LibraryFailed status={library} onRecovered={setLibrary} />
                  ) : (
                    <Outlet />
                  )}
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
