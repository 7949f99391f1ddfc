/** Plain text of rich bodies and CSL records, for the search index. */

function collectText(value: unknown, out: string[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectText(entry, out);
  } else if (typeof value === 'object' && value !== null) {
    if ('text' in value && typeof value.text === 'string') out.push(value.text);
    if ('content' in value) {
      collectText(value.content, out);
      out.push('\n');
    }
  }
}

/**
 * Plain text of a note or report section, whatever it is stored as: editor JSON, HTML or Markdown.
 * @param body stored body
 */
export function plainText(body: string): string {
  const trimmed = body.trimStart();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      const parts: string[] = [];
      collectText(JSON.parse(trimmed), parts);
      return parts.join('').trim();
    } catch {
      return body; // Markdown that begins with a bracket.
    }
  }
  return /<\/?[a-z][^>]*>/i.test(body) ? htmlText(body) : body;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  laquo: '«',
  raquo: '»',
};

function entity(whole: string, name: string): string {
  const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
  if (code === null) return ENTITIES[name.toLowerCase()] ?? whole;
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/**
 * Text of an HTML body: tags away, blocks on lines of their own.
 * @param html stored body of a rich note
 */
export function htmlText(html: string): string {
  return html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<(?:br|\/p|\/li|\/h\d|\/div|\/tr|\/blockquote)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w{1,10});/g, entity)
    .trim();
}

function collectValues(value: unknown, out: string[]): void {
  if (typeof value === 'string') out.push(value);
  else if (typeof value === 'number') out.push(String(value));
  else if (Array.isArray(value)) for (const entry of value) collectValues(entry, out);
  else if (typeof value === 'object' && value !== null)
    for (const entry of Object.values(value)) collectValues(entry, out);
}

/**
 * Every text in a JSON value: education fields, tags of a highlight.
 * @param json stored JSON
 */
export function valueTexts(json: string): string {
  const out: string[] = [];
  collectValues(JSON.parse(json), out);
  return out.join('\n');
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function namesOf(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value
    .map((name: unknown) => {
      if (typeof name !== 'object' || name === null) return '';
      const parts = ['given', 'non-dropping-particle', 'dropping-particle', 'family', 'suffix', 'literal'];
      return parts
        .map((part) => textOf(Reflect.get(name, part)))
        .filter((part) => part !== '')
        .join(' ');
    })
    .join('; ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A list of a record as text: names as they are written, other texts a line each.
 * @param json a list, or text that only looks like one
 */
export function variableText(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    if (!Array.isArray(value)) return json;
    return value.every((entry) => typeof entry === 'string') ? value.join('\n') : namesOf(value);
  } catch {
    return json; // A publisher in square brackets.
  }
}

/** What of an item is searched, by column of the index. */
export interface ItemText {
  readonly title: string;
  readonly creator: string;
  readonly container: string;
  readonly abstract: string;
  readonly body: string;
}

/**
 * Takes an item's searchable text out of its CSL record.
 * @param csl CSL-JSON of the item
 * @param citationKey its citation key
 */
export function itemText(csl: string, citationKey: string | null): ItemText {
  const parsed: unknown = JSON.parse(csl);
  const record = typeof parsed === 'object' && parsed !== null ? parsed : {};
  const get = (field: string): string => textOf(Reflect.get(record, field));
  const names = ['author', 'editor', 'translator', 'contributor', 'collection-editor'];
  const rest = [
    'keyword',
    'publisher',
    'publisher-place',
    'event-title',
    'collection-title',
    'note',
    'DOI',
    'ISBN',
    'ISSN',
    'PMID',
    'URL',
    'number',
  ];
  return {
    title: [get('title'), get('title-short'), get('original-title'), get('translated-title')]
      .filter((text) => text !== '')
      .join('\n'),
    creator: names
      .map((field) => namesOf(Reflect.get(record, field)))
      .filter((text) => text !== '')
      .join('; '),
    container: [get('container-title'), get('container-title-short')]
      .filter((text) => text !== '')
      .join('\n'),
    abstract: plainText(get('abstract')),
    body: [...rest.map(get), citationKey ?? ''].filter((text) => text !== '').join('\n'),
  };
}
