import type { Logger } from '@shared/lib/ports';

/**
 * One JSON line per event on standard error; main collects it into the log file.
 * @param process name of the writing process
 */
export function jsonLogger(process_: string): Logger {
  const write = (level: string, event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    process.stderr.write(
      `${JSON.stringify({ at: new Date().toISOString(), level, process: process_, event, ...fields })}\n`,
    );
  };
  return {
    info: (event, fields) => {
      write('info', event, fields);
    },
    warn: (event, fields) => {
      write('warn', event, fields);
    },
    error: (event, fields) => {
      write('error', event, fields);
    },
  };
}

/** A logger that says nothing, for the command line and tests. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
