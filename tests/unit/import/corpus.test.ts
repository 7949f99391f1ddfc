import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cslItemSchema } from '@shared/domain/bibliography';
import { openBibliography } from '../../../electron/library/adapters/bibliography';

const corpus = process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
const folder = join(corpus, 'bib');
const present = existsSync(folder);
if (!present) console.warn(`No corpus at ${folder}: its bibliographies are not read.`);

const files = present
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => ['.bib', '.ris', '.json', '.nbib', '.xml'].includes(extname(name)))
  : [];

/** Counts records in the crudest way that is right for well-formed files. */
function independentCount(name: string, text: string): number {
  if (extname(name) === '.bib') {
    return (text.match(/^\s*@(?!comment|string|preamble)\w+\s*\{/gim) ?? []).length;
  }
  return (text.match(/^(?:\uFEFF)?TY {2}-/gm) ?? text.match(/^PMID- |^OWN - ERIC/gm) ?? []).length;
}

describe.skipIf(!present)('bibliographies of the corpus', () => {
  it.each(files.filter((name) => ['.bib', '.ris', '.nbib'].includes(extname(name))))(
    'reads every record of %s',
    (name) => {
      const bytes = readFileSync(join(folder, name));
      const opened = openBibliography(bytes);
      if (!opened.ok) throw new Error(opened.error.code);
      const records = [...opened.value.records];
      expect(records).toHaveLength(independentCount(name, bytes.toString('utf8')));
      for (const record of records) {
        if (record.outcome.kind === 'failed')
          throw new Error(`line ${String(record.line)}: ${record.outcome.code}`);
        expect(cslItemSchema.safeParse(record.outcome.item).error).toBeUndefined();
      }
    },
  );

  it.each(files.filter((name) => extname(name) === '.json'))(
    'says plainly that %s is not CSL-JSON',
    (name) => {
      const opened = openBibliography(readFileSync(join(folder, name)));
      const codes = opened.ok
        ? [...opened.value.records].map((record) =>
            record.outcome.kind === 'failed' ? record.outcome.code : 'read',
          )
        : [opened.error.code];
      expect(new Set(codes)).toHaveProperty('size', 1);
      expect([
        'import.other-program-json',
        'import.unsupported-zotero-json',
        'import.unsupported-xml',
      ]).toContain(codes[0]);
    },
  );
});
