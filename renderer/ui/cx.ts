/**
 * Joins class names.
 * @param parts names; falsy ones are left out
 */
export function cx(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
