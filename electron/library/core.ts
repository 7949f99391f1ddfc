import type Database from 'better-sqlite3';
import type { CommandLog } from '@db/command-log';
import type { LibraryPaths } from '@db/connection';
import type { PrintToPdfInput } from '@shared/ipc/wire';
import type { Clock, Ids, Logger } from '@shared/lib/ports';
import type { Result } from '@shared/lib/result';
import type { HttpGet } from './adapters/http';
import type { EventSink } from './event-sink';
import type { Jobs } from './jobs/jobs';
import type { OnlineTime } from './services/online-client';

/** What only the main process can do; in the command line every call answers `host.no-window`. */
export interface HostPort {
  printToPdf(input: PrintToPdfInput): Promise<Result<Uint8Array>>;
  /** Encrypts for this user of this computer. @returns base64, or `host.no-safe-storage` */
  sealSecret(text: string): Promise<Result<string>>;
  /** @param sealed as `sealSecret` gave it @returns the text, or `host.secret-unreadable` */
  openSecret(sealed: string): Promise<Result<string>>;
}

/** What every service may ask for. Built once, in the composition root. */
export interface Core {
  readonly db: Database.Database;
  readonly commands: CommandLog;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly events: EventSink;
  readonly host: HostPort;
  /** The only way to the network; nothing but `services/online-client` may use it. */
  readonly http: HttpGet;
  /** Clock and chance of online requests, for tests. */
  readonly onlineTime: OnlineTime | undefined;
  readonly paths: LibraryPaths;
  /** Absolute folder of the packaged `resources/` data. */
  readonly resources: string;
  readonly appVersion: string;
  /** Folder that holds the built worker scripts. */
  readonly workers: string;
  /** Asks main to start this process again (after a restore swapped the database). */
  readonly requestRestart: () => void;
}
