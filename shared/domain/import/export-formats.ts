import { z } from 'zod';

/** Formats in which records go out, in the order in which they are offered. */
export const EXPORT_FORMATS = ['bib', 'biblatex', 'ris', 'csl-json'] as const;
export const exportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Whether a format can name the papers, so that they can go along. */
export function carriesFiles(format: ExportFormat): boolean {
  return format === 'bib' || format === 'biblatex';
}
