import { z } from 'zod';

/** Formats in which records go out, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  'bib',
  'biblatex',
  'ris',
  'csl-json',
  'csv',
  'xlsx',
  'zotero-rdf',
  'open-folder',
] as const;
export const exportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Formats that are a folder with the papers in it. */
export const FOLDER_FORMATS = ['zotero-rdf', 'open-folder'] as const satisfies readonly ExportFormat[];
export type FolderFormat = (typeof FOLDER_FORMATS)[number];
export type FileFormat = Exclude<ExportFormat, FolderFormat>;

/** @returns whether the format is a folder, whose papers always go along */
export function isFolderFormat(format: ExportFormat): format is FolderFormat {
  return FOLDER_FORMATS.some((folder) => folder === format);
}

/** Whether a format can name the papers beside it, so that they can go along. */
export function carriesFiles(format: ExportFormat): boolean {
  return format === 'bib' || format === 'biblatex';
}
