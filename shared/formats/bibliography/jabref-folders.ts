const FOLDER = /@comment\s*\{\s*jabref-meta:\s*filedirectory[^:{}]*:((?:[^\\;{}]|\\.)*);\s*\}/gi;

/**
 * Folders in which JabRef looks for the files of a bibliography, as its comments say: one for all, others for single people.
 * @param text whole .bib file
 * @returns folders in the order of the file, relative to the bibliography or absolute; "." is left out
 */
export function readJabrefFolders(text: string): readonly string[] {
  if (!/jabref-meta:\s*filedirectory/i.test(text)) return [];
  const folders = [...text.matchAll(FOLDER)].map((match) =>
    (match[1] ?? '')
      .replace(/\n/g, '')
      .replace(/\\([\\:;])/g, '$1')
      .trim()
      .replace(/[\\/]+$/, ''),
  );
  return [...new Set(folders)].filter((folder) => folder !== '' && folder !== '.');
}
