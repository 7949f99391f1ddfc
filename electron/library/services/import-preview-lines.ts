import { INFORMING_REMARKS } from '@shared/domain/pdf-metadata/remark';
import type { CallOutput } from '@shared/ipc/contract';
import type { Failure } from '@shared/lib/result';

export type PreviewFile = CallOutput<'import.previewState'>['files'][number];
export type PreviewLine = CallOutput<'import.previewLines'>['lines'][number];
export type PreviewFilter = 'all' | 'fresh' | 'duplicate' | 'attention';

/** @returns whether a record is among those of a filter */
export function isShown(line: PreviewLine, show: PreviewFilter): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'fresh':
      return line.kind === 'fresh';
    case 'duplicate':
      return line.kind === 'duplicate';
    case 'attention':
      return line.kind === 'failed' || line.remarks.some(({ code }) => !INFORMING_REMARKS.includes(code));
  }
}

/** What a record has when nothing is said of it. */
export const emptyLine = {
  line: null,
  title: '',
  authors: '',
  year: null,
  duplicate: null,
  remarks: [],
  files: 0,
  raw: null,
} satisfies Partial<PreviewLine>;

/** @param name of a file @param order its place @returns the file with nothing read from it yet */
export function fileOf(name: string, order: string): PreviewFile {
  return {
    order,
    name,
    format: null,
    encoding: null,
    table: null,
    records: 0,
    fresh: 0,
    duplicate: 0,
    attention: 0,
    code: null,
    details: {},
  };
}

/** @returns why a whole file cannot be imported */
export function codeOf({ code, details }: Failure): Pick<PreviewFile, 'code' | 'details'> {
  return { code, details: { ...details } };
}
