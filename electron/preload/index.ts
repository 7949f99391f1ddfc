import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channels, eventChannels } from '@shared/ipc/channels';

/** The whole surface of the page: one method per call name, one subscription function. Nothing generic. */
const call: Record<string, (input: unknown) => Promise<unknown>> = {};
for (const name of channels) call[name] = (input) => ipcRenderer.invoke(name, input);

const allowedEvents: ReadonlySet<string> = new Set(eventChannels);

contextBridge.exposeInMainWorld('inquiry', {
  call,
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    if (!allowedEvents.has(name)) throw new Error(`No such event: ${name}`);
    const forward = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
  pathsOfFiles: (files: readonly File[]): string[] =>
    files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
});
