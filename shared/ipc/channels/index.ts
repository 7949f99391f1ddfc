import { libraryChannels } from './library';
import { collectionsChannels } from './collections';
import { tagsChannels } from './tags';
import { notesChannels } from './notes';
import { settingsChannels } from './settings';
import { historyChannels } from './history';
import { jobsChannels } from './jobs';
import { backupChannels } from './backup';
import { filesChannels } from './files';
import { importChannels } from './import';
import { searchChannels } from './search';
import { annotationChannels } from './annotation';
import { learnChannels } from './learn';
import { appraisalChannels } from './appraisal';
import { inquiryChannels } from './inquiry';
import { dataChannels } from './data';
import { reportChannels } from './report';
import { citationChannels } from './citation';
import { exchangeChannels } from './exchange';
import { duplicatesChannels } from './duplicates';
import { checksChannels } from './checks';
import { healthChannels } from './health';
import { onlineChannels } from './online';
import { searchesChannels } from './searches';
import { readingChannels } from './reading';
import { trashChannels } from './trash';
import { desktopChannels } from './desktop';

/** Every call name of the contract: the preload makes one method of each. */
export const channels = [
  ...libraryChannels,
  ...collectionsChannels,
  ...tagsChannels,
  ...notesChannels,
  ...settingsChannels,
  ...historyChannels,
  ...jobsChannels,
  ...backupChannels,
  ...filesChannels,
  ...importChannels,
  ...searchChannels,
  ...annotationChannels,
  ...learnChannels,
  ...appraisalChannels,
  ...inquiryChannels,
  ...dataChannels,
  ...reportChannels,
  ...citationChannels,
  ...exchangeChannels,
  ...duplicatesChannels,
  ...checksChannels,
  ...healthChannels,
  ...onlineChannels,
  ...searchesChannels,
  ...readingChannels,
  ...trashChannels,
  ...desktopChannels,
] as const;

/** Events that main pushes to the page. */
export const eventChannels = [
  'library.changed',
  'job.progress',
  'history.changed',
  'settings.changed',
  'desktop.command',
  'library.status',
  'search.progress',
] as const;
