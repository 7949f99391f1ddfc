import type { LocatorLabel } from './citation';

/** What was typed into the citation picker: the words to search for and, when digits followed, the place in the work. */
export interface PickerQuery {
  readonly query: string;
  readonly locator: string;
  readonly label: LocatorLabel;
}

const LABEL_WORDS: Readonly<Record<string, LocatorLabel>> = {
  p: 'page',
  pp: 'page',
  page: 'page',
  pages: 'page',
  с: 'page',
  стор: 'page',
  ch: 'chapter',
  chap: 'chapter',
  chapter: 'chapter',
  розд: 'chapter',
  розділ: 'chapter',
  sec: 'section',
  section: 'section',
  '§': 'section',
  para: 'paragraph',
  paragraph: 'paragraph',
  абз: 'paragraph',
  fig: 'figure',
  figure: 'figure',
  рис: 'figure',
  table: 'table',
  tab: 'table',
  табл: 'table',
  vol: 'volume',
  volume: 'volume',
  т: 'volume',
  note: 'note',
  line: 'line',
  part: 'part',
};

const NUMBERS = String.raw`[0-9]+[a-zа-яіїєґ]?(?:\s*[-–—]\s*[0-9]+[a-zа-яіїєґ]?)?(?:\s*,\s*[0-9]+(?:\s*[-–—]\s*[0-9]+)?)*`;
const LABELLED = new RegExp(String.raw`(?:^|\s|,)([\p{L}§]+)\.?\s*(${NUMBERS}|[ivxlc]+)$`, 'iu');
const TRAILING = new RegExp(String.raw`(?:^|[\s,])(${NUMBERS})$`, 'iu');
const YEAR = /^(?:1[5-9]|20)[0-9]{2}[a-z]?$/i;

/**
 * Reads what was typed in the citation picker: digits after an item are a page.
 * `smith 12-15` looks for "smith" and cites pages 12-15; `smith 2019` still looks for a year, `smith 2019 12` for both;
 * `smith ch. 3` and `сміт с. 12` name the kind of place.
 * @param typed raw text of the field
 */
export function parsePickerQuery(typed: string): PickerQuery {
  const text = typed.trim();
  const labelled = LABELLED.exec(text);
  const label = labelled?.[1] === undefined ? undefined : LABEL_WORDS[labelled[1].toLowerCase()];
  if (labelled?.[2] !== undefined && label !== undefined) {
    return { query: cleanQuery(text.slice(0, labelled.index)), locator: tidyNumbers(labelled[2]), label };
  }
  const trailing = TRAILING.exec(text);
  if (trailing?.[1] !== undefined) {
    const query = cleanQuery(text.slice(0, trailing.index));
    const looksLikeYear = YEAR.test(trailing[1]);
    const yearAlready = /(?:^|\s)(?:1[5-9]|20)[0-9]{2}[a-z]?$/i.test(query);
    if (query !== '' && (!looksLikeYear || yearAlready)) {
      return { query, locator: tidyNumbers(trailing[1]), label: 'page' };
    }
  }
  return { query: text, locator: '', label: 'page' };
}

/**
 * Reads a place typed when an item is already chosen, where bare digits can only be a page: `12-15`, `p. 3`, `ch 4`.
 * @returns null when the text is not a place (it is then the start of the next search)
 */
export function parseLocator(
  typed: string,
): { readonly locator: string; readonly label: LocatorLabel } | null {
  const text = typed.trim();
  if (new RegExp(`^${NUMBERS}$`, 'iu').test(text)) return { locator: tidyNumbers(text), label: 'page' };
  const parsed = parsePickerQuery(text);
  return parsed.query === '' && parsed.locator !== ''
    ? { locator: parsed.locator, label: parsed.label }
    : null;
}

function cleanQuery(text: string): string {
  return text.replace(/[\s,]+$/u, '').trim();
}

function tidyNumbers(text: string): string {
  return text
    .replace(/\s*[-–—]\s*/gu, '-')
    .replace(/\s*,\s*/gu, ', ')
    .trim();
}
