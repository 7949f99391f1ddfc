import { z } from 'zod';
import type { Area } from '../endpoint';
import type { desktopChannels } from '../channels/desktop';

const pickKind = z.enum(['papers-and-bibliographies', 'folder', 'table', 'case-package', 'any']);
const saveKind = z.enum([
  'docx',
  'pdf',
  'html',
  'markdown',
  'zip',
  'bib',
  'biblatex',
  'ris',
  'csl-json',
  'csv',
  'xlsx',
  'zotero-rdf',
  'open-folder',
  'any',
]);

const libraryStatus = z.object({
  state: z.enum(['ready', 'restarting', 'failed']),
  /** Why it failed. */
  code: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** How the library process stands. */
export type LibraryStatus = z.infer<typeof libraryStatus>;

/** What the page may ask of the operating system; answered by main, never by the library process. */
export const desktopContract = {
  'desktop.pickFiles': {
    input: z.object({ kind: pickKind, multiple: z.boolean().default(true) }),
    output: z.object({ paths: z.array(z.string()) }),
  },
  'desktop.pickSavePath': {
    input: z.object({ kind: saveKind, suggestedName: z.string().max(200) }),
    output: z.object({ path: z.string().nullable() }),
  },
  'desktop.openLibraryFolder': { input: z.object({}), output: z.object({ path: z.string() }) },
  'desktop.showInFolder': { input: z.object({ path: z.string() }), output: z.object({ shown: z.boolean() }) },
  /** Hands a document to the system's program or shows it in its folder. The page names it and learns no path. */
  'desktop.openDocument': {
    input: z.object({ attachmentId: z.uuid(), how: z.enum(['open', 'show']) }),
    /** `isCopy`: what is changed in the other program does not come back. */
    output: z.object({ isCopy: z.boolean() }),
  },
  'desktop.openExternal': {
    input: z.object({ url: z.url({ protocol: /^https$/ }) }),
    output: z.object({ opened: z.boolean() }),
  },
  'desktop.setMenu': {
    input: z.object({
      menus: z.array(
        z.object({
          label: z.string(),
          items: z.array(
            z.object({
              id: z.string(),
              label: z.string(),
              accelerator: z.string().optional(),
              enabled: z.boolean().default(true),
              separatorBefore: z.boolean().default(false),
            }),
          ),
        }),
      ),
    }),
    output: z.object({ set: z.literal(true) }),
  },
  'desktop.setTheme': {
    input: z.object({ theme: z.enum(['system', 'light', 'dark', 'high-contrast']) }),
    output: z.object({ dark: z.boolean() }),
  },
  'desktop.info': {
    input: z.object({}),
    output: z.object({
      version: z.string(),
      platform: z.string(),
      locale: z.string(),
      libraryFolder: z.string(),
    }),
  },
  'desktop.copyText': {
    input: z.object({
      text: z.string().max(4_000_000),
      /** The same with formatting, for editors that know it. */
      html: z.string().max(8_000_000).optional(),
    }),
    output: z.object({ copied: z.literal(true) }),
  },
  /** How the library process stands; it cannot say so itself when it could not open the library. */
  'desktop.libraryStatus': { input: z.object({}), output: libraryStatus },
  /** After a failed start: puts the damaged database aside and starts again. */
  'desktop.recoverLibrary': {
    input: z.object({ mode: z.enum(['newest-backup', 'set-aside']) }),
    output: libraryStatus,
  },
} satisfies Area<typeof desktopChannels>;
