/** Name of the checksum list inside a package (the format of sha256sum). */
export const MANIFEST_NAME = 'manifest-sha256.txt';

/** @param entries path and lower-case hex SHA-256 of every file but the manifest itself */
export function writeManifest(
  entries: readonly { readonly path: string; readonly sha256: string }[],
): string {
  return [...entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((entry) => `${entry.sha256}  ${entry.path}\n`)
    .join('');
}

/**
 * Reads a manifest.
 * @param text its text
 * @returns hash per path, or null when a line is not of the form `<64 hex>  <path>`
 */
export function readManifest(text: string): ReadonlyMap<string, string> | null {
  const entries = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!match?.[1] || !match[2] || entries.has(match[2])) return null;
    entries.set(match[2], match[1]);
  }
  return entries.size === 0 ? null : entries;
}
