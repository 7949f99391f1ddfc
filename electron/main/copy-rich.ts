// eslint-disable-next-line no-restricted-imports -- ClipboardItem is asked for by name: importing one that the binary lacks would stop the app
import * as electron from 'electron';

/**
 * Puts a text on the clipboard twice: plain, and with formatting for editors that know it. Electron changed this call from one
 * object of formats to the `ClipboardItem` of the web; both are served, since the binary may be older than its types.
 * @param text plain @param html formatted
 */
export async function copyRich(text: string, html: string): Promise<void> {
  const { clipboard } = electron;
  const Item: unknown = Reflect.get(electron, 'ClipboardItem');
  if (typeof Item === 'function') {
    await clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    return;
  }
  const write: unknown = Reflect.get(clipboard, 'write');
  if (typeof write === 'function') Reflect.apply(write, clipboard, [{ text, html }]);
}
