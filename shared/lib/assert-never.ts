/**
 * Makes a switch over a union exhaustive at compile time.
 * @param value the value that no case matched
 * @throws always: reaching it is a bug
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
