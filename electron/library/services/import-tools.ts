import type { BibliographyReader } from '../adapters/bibliography-reader';
import type { FileStore } from '../adapters/file-store';
import type { Core } from '../core';
import type { ReadHighlights } from './import-highlights';
import type { PaperInspector } from './import-inspect';

/** What an import and its preview work with. */
export interface ImportTools {
  readonly core: Core;
  readonly files: FileStore;
  readonly inspector: PaperInspector;
  readonly reader: BibliographyReader;
  /** Reads highlights out of PDFs; without it they stay in the files only. */
  readonly highlights?: ReadHighlights | undefined;
}
