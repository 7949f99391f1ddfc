import type { Failure } from '@shared/lib/result';
import type { OpenLibrary } from '../library/boot';

/** What a subcommand gets. */
export interface CliContext {
  readonly library: OpenLibrary;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Prints the data as JSON when --json was given, otherwise the lines. */
  readonly print: (data: unknown, lines: readonly string[]) => void;
}
/** @returns the exit code: 0 done, 1 done with records that need attention, 2 not done */
export type CliCommand = (context: CliContext) => Promise<number>;

/** Prints an expected failure on standard error. @param failure what went wrong @param json as JSON */
export function printFailure(failure: Failure, json: boolean): void {
  process.stderr.write(
    json
      ? `${JSON.stringify({ error: failure })}\n`
      : `${failure.code} ${JSON.stringify(failure.details ?? {})}\n`,
  );
}
