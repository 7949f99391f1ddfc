import { splitRefer, type TaggedRecord } from '@shared/formats/bibliography';
import { endnoteRecord, NO_FIELDS, type EndnoteFields } from './endnote-fields';
import type { ParsedRecord } from './parsed-record';

/**
 * Reads a tagged EndNote file (.enw, Refer) reference by reference.
 * @param text whole file, decoded, lines ending in \n
 */
export function* readRefer(text: string): Generator<ParsedRecord> {
  for (const { tags, ...place } of splitRefer(text)) yield endnoteRecord(place, fieldsOf(tags), 'refer');
}

/** Tags with a field of their own; the others are carried as they are. */
const PLACED = new Set([...'0AETJBSYDV8NPIC@RUXKGLMWZF79!OQ?&6[~>9'.split('')]);

/** Tags of which every value is taken. */
const LISTS = new Set([...'AEY?@UKZ>'.split('')]);

function fieldsOf(tags: TaggedRecord['tags']): EndnoteFields {
  const all = (tag: string): readonly string[] =>
    tags.flatMap(([name, value]) => (name === tag && value.trim() !== '' ? [value.trim()] : []));
  const one = (tag: string): string => all(tag)[0] ?? '';
  const type = one('0');
  const isThesis = /thesis|dissertation/i.test(type);
  const rest: Record<string, string> = {};
  for (const [tag, value] of tags) {
    const clean = value.trim();
    // Of a field that has one value a second one is kept aside.
    const isOver = PLACED.has(tag) && !LISTS.has(tag) && one(tag) !== clean;
    if ((!PLACED.has(tag) || isOver) && clean !== '') {
      const before = rest[`%${tag}`];
      rest[`%${tag}`] = before === undefined ? clean : `${before}\n${clean}`;
    }
  }
  return {
    ...NO_FIELDS,
    type: type === '' ? guessType(one('J'), one('B')) : type,
    authors: all('A'),
    editors: all('E'),
    seriesEditors: all('Y'),
    translators: all('?'),
    title: one('T'),
    secondaryTitle: isThesis ? '' : one('B'),
    tertiaryTitle: one('S'),
    journal: one('J'),
    journalShort: one('O'),
    shortTitle: one('!'),
    originalTitle: one('Q'),
    year: one('D'),
    date: one('8'),
    volume: one('V'),
    number: one('N'),
    pages: one('P').replace(/--+/g, '-'),
    edition: one('7'),
    section: one('&'),
    numberOfVolumes: one('6'),
    publisher: one('I') || (isThesis ? one('B') : ''),
    place: one('C'),
    isbn: all('@').join(' '),
    doi: one('R'),
    urls: all('U')
      .flatMap((value) => value.split(/\s+/))
      .filter(Boolean),
    abstract: one('X'),
    keywords: all('K')
      .flatMap((value) => value.split(/\s*[;\n]\s*/))
      .filter(Boolean),
    language: one('G'),
    accession: one('M'),
    callNumber: one('L'),
    database: one('~'),
    provider: one('W'),
    accessDate: one('['),
    workType: one('9'),
    notes: all('Z'),
    key: one('F'),
    files: all('>')
      .map((value) => value.replace(/^file:\/\/(?:localhost)?/i, ''))
      .filter((value) => !/^https?:/i.test(value)),
    rest,
  };
}

/** Old files give no type. */
function guessType(journal: string, secondary: string): string {
  if (journal !== '') return 'Journal Article';
  return secondary === '' ? 'Book' : 'Book Section';
}
