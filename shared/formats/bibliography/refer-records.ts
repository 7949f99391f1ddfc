import { LineCounter } from './record';
import type { TaggedRecord } from './ris-records';

/**
 * Cuts a tagged EndNote file (.enw, Refer/BibIX) into its references: a line begins with `%` and one character, other lines go on
 * with the one before; references are separated by empty lines, and each begins with `%0` where types are given.
 * @param text whole file, decoded, lines ending in \n
 */
export function* splitRefer(text: string): Generator<TaggedRecord> {
  const lines = new LineCounter(text);
  let index = 0;
  let start = -1;
  let end = 0;
  let tags: [string, string][] = [];
  let isAfterGap = false;
  const finish = (): TaggedRecord => {
    const record = { index, line: lines.lineAt(start), raw: text.slice(start, end).trimEnd(), tags };
    index += 1;
    start = -1;
    tags = [];
    return record;
  };
  for (const { 0: whole, index: offset } of text.matchAll(/[^\n]*\n?/g)) {
    const line = whole.replace(/\n$/, '');
    const match = /^%(\S)(?:\s+(.*))?$/s.exec(line);
    if (match !== null) {
      const tag = match[1] ?? '';
      const has = (name: string): boolean => tags.some(([other]) => other === name);
      const begins = tag === '0' || (isAfterGap && (!has('0') || ('AT'.includes(tag) && has('T'))));
      if (start >= 0 && begins) yield finish();
      if (start < 0) start = offset;
      tags.push([tag, match[2] ?? '']);
    } else if (start >= 0 && line.trim() !== '') {
      const last = tags.at(-1);
      if (last !== undefined) last[1] += `\n${line}`;
    }
    if (start >= 0) end = offset + whole.length;
    isAfterGap = line.trim() === '';
  }
  if (start >= 0) yield finish();
}
