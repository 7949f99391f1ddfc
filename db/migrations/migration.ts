/** One numbered schema step. Never edited after a release; imports nothing of today's code. */
export interface Migration {
  /** Written to PRAGMA user_version in the same transaction as the step. */
  readonly version: number;
  readonly name: string;
  /** The oldest application version that may still open a library after this step. */
  readonly oldestAppVersion: string;
  readonly sql: string;
}
