import { existsSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  shell,
  type BrowserWindow,
  type FileFilter,
} from 'electron';
import type { CallOutput, CallParsed, MainCallName } from '@shared/ipc/contract';
import { BIBLIOGRAPHY_ENDINGS, kindOfFile, PAPER_ENDINGS } from '@shared/domain/import';
import { fail, ok, type Result } from '@shared/lib/result';
import type { MainHandlers } from '../ipc/register';
import { copyRich } from './copy-rich';
import type { LibraryProcess } from './library-process';
import type { DocumentOpener } from './open-document';

const FILTERS: Readonly<Record<string, FileFilter[]>> = {
  'papers-and-bibliographies': [
    {
      name: 'PDF, BibTeX, RIS, EndNote, Zotero RDF, CSL-JSON, CSV, XLSX',
      extensions: [...PAPER_ENDINGS, ...BIBLIOGRAPHY_ENDINGS],
    },
  ],
  table: [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }],
  'case-package': [{ name: 'Inquiry Desk', extensions: ['zip'] }],
  any: [],
};
const EXTENSIONS: Readonly<Record<string, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
  zip: 'inquiry.zip',
  bib: 'bib',
  biblatex: 'bib',
  ris: 'ris',
  'csl-json': 'json',
  csv: 'csv',
  xlsx: 'xlsx',
};

type Typed = {
  readonly [Name in MainCallName]: (input: CallParsed<Name>) => Promise<Result<CallOutput<Name>>>;
};

/** Scripted answers of the file dialogs, so that e2e tests and the demo can press the same buttons as a person. */
export interface DialogScript {
  nextOpen(): readonly string[] | undefined;
  nextSave(): string | undefined;
  /** Notes what would be handed to the system. @returns whether it stands in for the system */
  noteOpened(how: 'open' | 'show', path: string): boolean;
}

/** What main itself answers. @param options window, folder, menu clicks */
export function desktopHandlers(options: {
  readonly window: () => BrowserWindow | null;
  readonly libraryFolder: string;
  readonly onMenu: (id: string) => void;
  readonly script: DialogScript;
  readonly library: Pick<LibraryProcess, 'status' | 'recover'>;
  readonly documents: Pick<DocumentOpener, 'hand'>;
}): MainHandlers {
  const handlers: Typed = {
    'desktop.libraryStatus': () => Promise.resolve(ok(options.library.status)),
    'desktop.recoverLibrary': (input) => options.library.recover(input.mode),
    'desktop.pickFiles': async (input) => {
      const scripted = options.script.nextOpen();
      if (scripted) return ok({ paths: [...scripted] });
      const window = options.window();
      const folder = input.kind === 'folder';
      const settings: Electron.OpenDialogOptions = {
        filters: FILTERS[input.kind] ?? [],
        properties: folder
          ? ['openDirectory']
          : input.multiple
            ? ['openFile', 'multiSelections']
            : ['openFile'],
      };
      const picked = await (window
        ? dialog.showOpenDialog(window, settings)
        : dialog.showOpenDialog(settings));
      return ok({ paths: picked.canceled ? [] : picked.filePaths });
    },
    'desktop.pickSavePath': async (input) => {
      const scripted = options.script.nextSave();
      if (scripted) return ok({ path: scripted });
      const extension = EXTENSIONS[input.kind] ?? '';
      const settings: Electron.SaveDialogOptions = {
        defaultPath: `${input.suggestedName.replaceAll(/[/\\:*?"<>|]/g, '_')}${extension === '' ? '' : `.${extension}`}`,
        // A new folder has no extension; a document brings its own.
        filters: extension === '' ? [] : [{ name: extension, extensions: [extension] }],
      };
      const window = options.window();
      const picked = await (window
        ? dialog.showSaveDialog(window, settings)
        : dialog.showSaveDialog(settings));
      return ok({ path: picked.canceled || !picked.filePath ? null : picked.filePath });
    },
    'desktop.openLibraryFolder': async () => {
      const problem = await shell.openPath(options.libraryFolder);
      return problem === ''
        ? ok({ path: options.libraryFolder })
        : fail('desktop.cannot-open-folder', { path: options.libraryFolder });
    },
    'desktop.showInFolder': (input) => {
      if (!isAbsolute(input.path) || !existsSync(input.path))
        return Promise.resolve(fail('desktop.file-missing'));
      shell.showItemInFolder(input.path);
      return Promise.resolve(ok({ shown: true }));
    },
    'desktop.openDocument': (input) => options.documents.hand(input.attachmentId, input.how),
    'desktop.openExternal': async (input) => {
      await shell.openExternal(input.url);
      return ok({ opened: true });
    },
    'desktop.setMenu': (input) => {
      const template = input.menus.map((menu) => ({
        label: menu.label,
        submenu: menu.items.flatMap((item) => [
          ...(item.separatorBefore ? [{ type: 'separator' as const }] : []),
          {
            label: item.label,
            enabled: item.enabled,
            ...(item.accelerator ? { accelerator: item.accelerator, registerAccelerator: false } : {}),
            click: () => {
              options.onMenu(item.id);
            },
          },
        ]),
      }));
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      return Promise.resolve(ok({ set: true as const }));
    },
    'desktop.setTheme': (input) => {
      nativeTheme.themeSource = input.theme === 'light' || input.theme === 'dark' ? input.theme : 'system';
      return Promise.resolve(ok({ dark: nativeTheme.shouldUseDarkColors }));
    },
    'desktop.info': () =>
      Promise.resolve(
        ok({
          version: app.getVersion(),
          platform: process.platform,
          locale: app.getLocale(),
          libraryFolder: options.libraryFolder,
        }),
      ),
    'desktop.copyText': async (input) => {
      if (input.html === undefined) {
        await clipboard.writeText(input.text);
      } else {
        await copyRich(input.text, input.html);
      }
      return ok({ copied: true as const });
    },
  };
  // Inputs were parsed with the schema of the same name just before: the table is typed inside and plain outside.
  return handlers as unknown as MainHandlers;
}

/** @param path a file from "open with" or the command line @returns whether the app imports such files */
export function isOpenable(path: string): boolean {
  return (kindOfFile(path) !== 'other' || extname(path).toLowerCase() === '.zip') && existsSync(path);
}
