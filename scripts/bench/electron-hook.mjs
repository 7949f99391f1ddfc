/**
 * Loaded by Electron before the application (electron -r). It tells the benchmark when the window is usable and runs its
 * scripts in the page, so that the application and the bare window are measured in the same way and nothing else is attached.
 */
import { app, BrowserWindow } from 'electron';

const usable = process.env.INQUIRY_BENCH_USABLE ?? 'body';
const hash = process.env.INQUIRY_BENCH_HASH ?? '';
/** @type {Electron.WebContents | undefined} */
let page;

// The window opens on the place that is measured, as if it had been left there.
const { loadURL } = BrowserWindow.prototype;
BrowserWindow.prototype.loadURL = function (url, ...rest) {
  return loadURL.call(this, url + hash, ...rest);
};

const whenUsable = `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(usable)})
    ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    : false;
  if (look() !== false) return;
  const observer = new MutationObserver(() => { if (look() !== false) observer.disconnect(); });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  page ??= contents;
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(whenUsable).then((at) => process.send?.({ kind: 'usable', at }));
  });
});

process.on('message', (message) => {
  const { id, script } = message;
  if (script === null) {
    app.quit();
    return;
  }
  page?.executeJavaScript(script).then(
    (value) => process.send?.({ kind: 'answer', id, value }),
    (error) => process.send?.({ kind: 'answer', id, error: String(error) }),
  );
});
