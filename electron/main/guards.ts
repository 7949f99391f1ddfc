import { app, session, type WebContents } from 'electron';
import { APP_ORIGIN } from '../ipc/trusted-sender';

/** Permissions the page may use; everything else is refused. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Electron's security checklist for sessions and pages: permissions, navigation, new windows, webviews, network. */
export function installGuards(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(ALLOWED_PERMISSIONS.has(permission));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission) =>
    ALLOWED_PERMISSIONS.has(permission),
  );
  // The page is local: any request that leaves the machine is a bug or an attack.
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: /^(https?|wss?|ftp|file):/.test(details.url) });
  });
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
