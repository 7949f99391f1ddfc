/** Time as an argument, so that tests can hold it. */
export interface Clock {
  /** @returns now as ISO 8601 in UTC with milliseconds */
  now(): string;
}

/** Identifiers as an argument. */
export interface Ids {
  /** @returns a new UUIDv7, lower case */
  next(): string;
}

/** Structured log: names and numbers, never titles, names or texts of a person. */
export interface Logger {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
