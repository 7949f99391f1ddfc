import { identifierRecord, readIdentifierList } from '@shared/formats/bibliography';
import { HopelessFileError, openBibliography, type ParsedRecord } from '../adapters/bibliography';
import type { OpenBibliography } from '../adapters/bibliography-reader';
import type { ImportSource } from './import-sources';

/** Identifiers somebody pasted, and what the report calls them. */
export interface PastedText {
  readonly text: string;
  readonly name: string;
}

/** After all files, which are numbered. */
const PASTED_ORDER = 'pasted';

/** @param pasted what was pasted @returns it as one source among the files of an import */
export function pastedSource({ text, name }: PastedText): ImportSource {
  return {
    path: '',
    name,
    kind: 'bibliography',
    chosen: true,
    order: PASTED_ORDER,
    bytes: text.length,
    modified: 0,
    folders: [],
  };
}

/** @returns whether a source is the pasted text */
export function isPasted(source: ImportSource): boolean {
  return source.order === PASTED_ORDER;
}

/** Records per batch. */
const BATCH = 50;

/**
 * @param text what was pasted
 * @returns the records of a pasted bibliography (BibTeX, RIS, …; files that it names are not looked for), else the
 *   identifiers in it as records that wait to be completed
 */
export function openPasted(text: string): OpenBibliography {
  return pastedBibliography(text) ?? pastedIdentifiers(text);
}

/** Undefined for a text that is no bibliography. A table is not looked for: lists of identifiers look like one. */
function pastedBibliography(text: string): OpenBibliography | undefined {
  const opened = openBibliography(Buffer.from(text, 'utf8'));
  if (!opened.ok || opened.value.format === 'table') return undefined;
  try {
    const records = [...opened.value.records].map((record): ParsedRecord =>
      record.outcome.kind === 'read' ? { ...record, outcome: { ...record.outcome, files: [] } } : record,
    );
    const { format, estimate } = opened.value;
    return { format, encoding: 'utf-8', estimate, batches: inBatches(records) };
  } catch (error) {
    if (error instanceof HopelessFileError) return undefined;
    throw error;
  }
}

function pastedIdentifiers(text: string): OpenBibliography {
  const records = readIdentifierList(text).map(({ line, raw, found }, index): ParsedRecord => {
    const place = { index, line, raw };
    if (found === null) return { ...place, outcome: { kind: 'failed', code: 'import.not-identifier' } };
    return {
      ...place,
      outcome: { kind: 'read', item: identifierRecord(found), key: '', remarks: [], files: [] },
    };
  });
  return { format: 'identifiers', encoding: 'utf-8', estimate: records.length, batches: inBatches(records) };
}

async function* inBatches(records: readonly ParsedRecord[]): OpenBibliography['batches'] {
  for (let start = 0; ; start += BATCH) {
    const isLast = start + BATCH >= records.length;
    yield await Promise.resolve({ records: records.slice(start, start + BATCH), isLast });
    if (isLast) return;
  }
}
