import type { CslItem } from '../bibliography/csl-item';

/** Zotero's default, so that people who come from there find their names again. */
export const DEFAULT_NAME_PATTERN =
  '{{ firstCreator suffix=" - " }}{{ year suffix=" - " }}{{ title truncate="100" }}';

// Control characters by their property: systems refuse them and the signs below in names.
const UNSAFE = /\p{Cc}|[<>:"/\\|?*]/gu;

type Words = Readonly<Record<'and' | 'others', string>>;

/**
 * A readable file name of a paper's document from a pattern: `{{ name option="value" }}` with the names firstCreator, year, title,
 * container, citationKey and the options prefix, suffix, truncate (characters). An empty value takes its prefix and suffix with it.
 * @param words "and", "et al." in the language of the person
 * @returns a name without extension that every system takes; '' when the record gives nothing
 */
export function attachmentName(item: CslItem, pattern: string, words: Words): string {
  const values: Readonly<Record<string, string>> = {
    firstCreator: firstCreator(item, words),
    year: String(item.issued?.['date-parts']?.[0]?.[0] ?? ''),
    title: item.title ?? '',
    container: item['container-title'] ?? '',
    citationKey: item['citation-key'] ?? '',
  };
  return pattern
    .replaceAll(/\{\{\s*(\w+)((?:\s+\w+="[^"]*")*)\s*\}\}/g, (_, name: string, options: string) =>
      shaped(values[name] ?? '', options),
    )
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[. -]+$/, '')
    .trim()
    .slice(0, 180);
}

/**
 * Names for all documents of one paper, no two alike: the second gets " (2)".
 * @param files names of the documents as files, for their endings; the main one first
 * @returns a name for each; none at all when the record gives nothing
 */
export function namesByPattern(
  item: CslItem,
  files: readonly string[],
  pattern: string,
  words: Words,
): readonly string[] {
  const name = attachmentName(item, pattern, words);
  if (name === '') return [];
  const taken = new Set<string>();
  return files.map((file) => {
    const ending = /\.[\p{L}\p{N}_-]{1,12}$/u.exec(file)?.[0] ?? '';
    let proposed = `${name}${ending}`;
    for (let number = 2; taken.has(proposed.toLowerCase()); number += 1)
      proposed = `${name} (${String(number)})${ending}`;
    taken.add(proposed.toLowerCase());
    return proposed;
  });
}

function shaped(value: string, options: string): string {
  const option = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(options)?.[1] ?? '';
  const limit = Number(option('truncate'));
  const cut = limit > 0 ? firstCharacters(value, limit) : value;
  return cut === '' ? '' : `${option('prefix')}${cut}${option('suffix')}`;
}

/** Whole characters as a reader counts them, also of composed ones. */
function firstCharacters(text: string, limit: number): string {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  return parts.length <= limit
    ? text
    : parts
        .slice(0, limit)
        .map(({ segment }) => segment)
        .join('')
        .trim();
}

function firstCreator(item: CslItem, words: Words): string {
  const people = (item.author ?? item.editor ?? []).map((person) => person.family ?? person.literal ?? '');
  const [first = '', second = ''] = people;
  if (people.length === 2) return `${first} ${words.and} ${second}`;
  return people.length > 2 ? `${first} ${words.others}` : first;
}
