import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { shownLanguage, showTheme } from './app/appearance';
import { call } from './lib/client';
import { startI18n } from './lib/i18n';

async function start(): Promise<void> {
  // Before the first paint: neither the colours nor the language may change under the reader's eyes.
  const settings = await call('settings.get', {});
  showTheme(settings.ok ? settings.value.theme : 'system');
  await startI18n(shownLanguage(settings.ok ? settings.value.language : 'system'));
  const root = document.querySelector('#root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
