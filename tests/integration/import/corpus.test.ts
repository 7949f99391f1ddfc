import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestLibrary } from '../../builders/open-test-library';
import { builtPdfWorker } from '../../builders/pdf-worker';

const corpus = process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.warn(`No corpus at ${corpus}: it is not imported.`);

it.skipIf(!present)(
  'imports the whole corpus with a report on every file, and the same corpus again as duplicates',
  { timeout: 300_000 },
  async () => {
    const library = openTestLibrary({ workers: dirname(await builtPdfWorker()) });
    const run = async (): Promise<{
      counts: unknown;
      lines: readonly { source: string; outcome: string; code: string | null }[];
    }> => {
      const { jobId } = await library.get('import.start', { paths: [corpus] });
      const job = await library.library.core.jobs.finished(jobId);
      expect(job).toMatchObject({ value: { state: 'done' } });
      const first = await library.get('import.report', { jobId, limit: 500 });
      const rest = await library.get('import.report', { jobId, limit: 500, offset: 500 });
      return { counts: first.counts, lines: [...first.lines, ...rest.lines] };
    };
    const first = await run();
    const readable = readdirSync(corpus, { recursive: true })
      .map(String)
      .filter((name) => ['.pdf', '.bib', '.ris', '.nbib', '.json', '.xml', '.csv'].includes(extname(name)));
    const reported = new Set(first.lines.map((line) => line.source));
    expect(reported.size).toBe(readable.length);
    // Made by hand, so that a change for the worse is seen: XML and tables that are no bibliographies, metadata that is not CSL.
    const failed = first.lines
      .filter((line) => line.outcome === 'failed')
      .map((line) => `${line.source} ${line.code ?? ''}`);
    expect(
      failed.filter(
        (line) =>
          !/unsupported-zotero-json|\.xml import\.unsupported-xml|rdatasets\S+ import\.no-records|GOLD\.json import\.not-csl-item/.test(
            line,
          ),
      ),
    ).toEqual([]);
    const papers = first.lines.filter((line) => line.source.endsWith('.pdf'));
    expect(papers.filter((line) => line.outcome !== 'imported')).toEqual([]);

    const second = await run();
    expect(second.lines.filter((line) => line.outcome === 'imported')).toEqual([]);
    expect(library.library.backups.check()).toMatchObject({ integrity: 'ok', missingFiles: 0 });
    await library.close();
  },
);
