import { pdfTextOf } from './adapters/pdf-text/pdf-text-of';
import type { Core } from './core';
import type { Handlers } from './handlers/handler';
import { libraryHandlers } from './handlers/library';
import { collectionsHandlers } from './handlers/collections';
import { tagsHandlers } from './handlers/tags';
import { notesHandlers } from './handlers/notes';
import { settingsHandlers } from './handlers/settings';
import { importHandlers } from './handlers/import';
import { searchHandlers } from './handlers/search';
import { annotationHandlers } from './handlers/annotation';
import { learnHandlers } from './handlers/learn';
import { appraisalHandlers } from './handlers/appraisal';
import { inquiryHandlers } from './handlers/inquiry';
import { dataHandlers } from './handlers/data';
import { reportHandlers } from './handlers/report';
import { citationHandlers } from './handlers/citation';
import { exchangeHandlers } from './handlers/exchange';
import { historyHandlers } from './handlers/history';
import { jobsHandlers } from './handlers/jobs';
import { backupHandlers } from './handlers/backup';
import { filesHandlers } from './handlers/files';
import { duplicatesHandlers } from './handlers/duplicates';
import { checksHandlers } from './handlers/checks';
import { healthHandlers } from './handlers/health';
import { onlineHandlers } from './handlers/online';
import { searchesHandlers } from './handlers/searches';
import { readingHandlers } from './handlers/reading';
import { trashHandlers } from './handlers/trash';
import { RecordExports } from './jobs/export-job';
import { BackupService } from './services/backup';
import { CitationKeys } from './services/citation-keys';
import { DocumentNames } from './services/document-names';
import { exchangeSources } from './services/exchange-joins';
import { readHighlightsWith } from './services/import-highlights';
import { inspectPaperWith } from './services/paper-facts';
import { buildWritingServices } from './services/report-composition';
import { createInquiryPort } from './services/report-inquiry';
import { HealthService } from './services/health';
import { ItemFilesService } from './services/item-files';
import { RebuildService } from './services/rebuild';
import { SearchService } from './services/search';
import { SidecarService } from './services/sidecars';
import { TrashService } from './services/trash';
import { UnusedFiles } from './services/unused-files';

/** Everything the library process runs, built by hand in dependency order. */
export interface Library {
  readonly handlers: Handlers;
  readonly backups: BackupService;
  readonly search: SearchService;
  readonly sidecars: SidecarService;
  /** Goes on with interrupted jobs and makes the daily backup. */
  start(): void;
  /** Stops jobs and workers so that they can go on next time. */
  stop(): Promise<void>;
}

/**
 * The composition root: the one place that knows every service.
 * @param core database, command log, jobs, clock, ids and ports
 */
export function composeLibrary(core: Core): Library {
  const backups = new BackupService(core);
  const search = new SearchService(core);
  const sidecars = new SidecarService(core);
  const keys = new CitationKeys(core);
  const exports = new RecordExports(core, (itemIds) => keys.pinAll(itemIds));
  const health = {
    health: new HealthService(core, backups, sidecars),
    rebuild: new RebuildService(core, sidecars),
    itemFiles: new ItemFilesService(core),
    names: new DocumentNames(core),
    unused: new UnusedFiles(core),
  };
  const trash = new TrashService(core);
  const writing = buildWritingServices(core, createInquiryPort(core));
  const handlers: Handlers = {
    ...libraryHandlers(core, keys, trash),
    ...collectionsHandlers(core),
    ...tagsHandlers(core),
    ...notesHandlers(core),
    ...settingsHandlers(core),
    ...importHandlers(core, exports, {
      inspect: inspectPaperWith(pdfTextOf(core)),
      highlights: readHighlightsWith(pdfTextOf(core)),
    }),
    ...searchHandlers(search),
    ...annotationHandlers(core),
    ...learnHandlers(core),
    ...appraisalHandlers(core),
    ...inquiryHandlers(core),
    ...dataHandlers(core),
    ...reportHandlers(writing),
    ...citationHandlers(writing),
    ...exchangeHandlers(core, exchangeSources(core, writing)),
    ...historyHandlers(core),
    ...jobsHandlers(core),
    ...filesHandlers(core),
    ...duplicatesHandlers(core),
    ...checksHandlers(core),
    ...healthHandlers(health),
    ...onlineHandlers(core),
    ...searchesHandlers(core),
    ...readingHandlers(core),
    ...trashHandlers(trash),
    ...backupHandlers(backups),
  };
  return {
    handlers,
    backups,
    search,
    sidecars,
    start: () => {
      core.jobs.resume();
      search.start();
      sidecars.start();
      void backups.createIfDue().then((made) => {
        if (made && !made.ok)
          core.log.warn('backup.failed', { code: made.error.code, cause: made.error.cause });
      });
    },
    stop: async () => {
      await Promise.all([core.jobs.shutdown(), search.stop(), sidecars.stop()]);
    },
  };
}
