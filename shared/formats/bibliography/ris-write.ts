import { fullName, type CslDate, type CslItem, type CslName } from '../../domain/bibliography';
import { splitKeywords } from './bibtex-values';
import { writeRisDate } from './ris-dates';
import { cslTypeOfRis, risKind, RIS_TYPES, risTypeCode } from './ris-types';

/**
 * Writes records as RIS (UTF-8, CRLF as the format asks). Pages are split into SP and EP, every keyword has its own
 * line, tags that came from another program's .ris file are given back.
 * @param items records
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(writeReference).join('\r\n');
}

function writeReference(item: CslItem): string {
  const lines: string[] = [];
  const add = (tag: string, value: string | undefined): void => {
    const text = value?.replace(/\s*\n\s*/g, ' ').trim() ?? '';
    if (text !== '') lines.push(`${tag}  - ${text}`);
  };
  const addNames = (tag: string, list: readonly CslName[] | undefined): void => {
    for (const name of list ?? []) add(tag, risName(name));
  };
  /** Prose has a tag for every paragraph. */
  const addProse = (tag: string, value: string | undefined): void => {
    for (const line of value?.split('\n') ?? []) add(tag, line);
  };

  const kept = keptTags(item);
  const code = typeOf(item, kept.get('type')?.[0]);
  const kind = risKind(code);
  add('TY', code);
  add('ID', item['citation-key']);
  addNames('AU', item.author);
  addNames(kind === 'whole' ? 'A3' : 'A2', item.editor);
  addNames(kind === 'whole' ? 'A2' : 'A3', item['collection-editor']);
  addNames('A4', item.translator);
  add('TI', item.title);
  add('ST', item['title-short']);
  add('TT', item['translated-title']);
  addContainers(item, code, add);
  addIssued(item.issued, add);
  if (item.accessed !== undefined) add('Y2', writeRisDate(item.accessed));
  add('VL', item.volume);
  add('IS', item.issue);
  addPages(item, kind, add);
  add('ET', item.edition);
  add('PB', item.publisher);
  addPlaces(item, code, add);
  add('M3', item.genre);
  add('NV', item['number-of-volumes']);
  add('SE', item.section);
  add('RI', item['reviewed-title']);
  for (const number of item.ISBN?.split(/\s+(?=97|\d{9})/) ?? []) add('SN', number);
  for (const number of item.ISSN?.split(/\s+/) ?? []) add('SN', number);
  add('DO', item.DOI);
  add('UR', item.URL);
  add('LA', item.language);
  add('CN', item['call-number']);
  if (item.PMID !== undefined) {
    add('AN', item.PMID);
    add('DP', 'PubMed');
  }
  add('C2', item.PMCID);
  add('DB', item.source);
  for (const keyword of splitKeywords(item.keyword ?? '')) add('KW', keyword);
  addProse('AB', item.abstract);
  addProse('N1', item.note);
  addProse('RN', item.annote);
  for (const [tag, values] of kept)
    if (/^[A-Z][A-Z0-9]$/.test(tag))
      for (const value of values) lines.push(`${tag}  - ${value.replace(/\n/g, '\r\n      ')}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** The type that an import brought stays while it means the same. */
function typeOf(item: CslItem, imported: string | undefined): string {
  const code = imported === undefined ? '' : risTypeCode(imported);
  return /^[A-Z]+$/.test(code) && cslTypeOfRis(code) === item.type ? code : RIS_TYPES[item.type];
}

type Add = (tag: string, value: string | undefined) => void;

function addContainers(item: CslItem, code: string, add: Add): void {
  const isPaper = code === 'CPAPER';
  if (isPaper && item['event-title'] !== undefined && item['container-title'] !== undefined) {
    add('T2', item['event-title']);
    add('C3', item['container-title']);
  } else if (risKind(code) !== 'whole') {
    add('T2', item['container-title'] ?? (isPaper ? item['event-title'] : undefined));
  }
  add('J2', item['container-title-short']);
  add(risKind(code) === 'whole' ? 'T2' : 'T3', item['collection-title']);
}

function addPlaces(item: CslItem, code: string, add: Add): void {
  const { 'publisher-place': publisher, 'event-place': event } = item;
  if (code === 'CPAPER' && publisher !== undefined && event !== undefined) add('C1', publisher);
  add('CY', code === 'CPAPER' ? (event ?? publisher) : (publisher ?? event));
}

/** Tags that an import could not place, and the type it read. */
function keptTags(item: CslItem): ReadonlyMap<string, readonly string[]> {
  const kept = item.custom?.['ris'];
  if (typeof kept !== 'object' || kept === null) return new Map();
  return new Map(
    Object.entries(kept).map(([tag, values]: readonly [string, unknown]) => [
      tag,
      (Array.isArray(values) ? values : [values]).map(String),
    ]),
  );
}

function risName(name: CslName): string {
  if (name.literal !== undefined) return name.literal.replace(/\s*[,;]\s*/g, ' ');
  const part = (value: string | undefined): string => value?.replace(/\s*[,;]\s*/g, ' ') ?? '';
  const family = [part(name['non-dropping-particle']), part(name.family)].filter(Boolean).join(' ');
  const given = [part(name.given), part(name['dropping-particle'])].filter(Boolean).join(' ');
  return [family, given, part(name.suffix)].filter(Boolean).join(', ') || fullName(name);
}

/** `PY` is a year for the many readers that take nothing else; `DA` has the rest. */
function addIssued(date: CslDate | undefined, add: Add): void {
  if (date === undefined) return;
  const [year, month] = date['date-parts']?.[0] ?? [];
  if (year === undefined) {
    add('PY', date.literal);
    return;
  }
  if (year >= 0) add('PY', String(year).padStart(4, '0'));
  const isYear = month === undefined && date['date-parts']?.length === 1 && year >= 0;
  if (!isYear || date.season !== undefined || date.circa === true) add('DA', writeRisDate(date));
}

function addPages(item: CslItem, kind: 'part' | 'whole' | 'other', add: Add): void {
  if (kind === 'whole' && item.page === undefined) {
    add('SP', item['number-of-pages']);
    return;
  }
  const range = /^([^-,\s]+)-(?!\1$)([^-,\s]+)$/.exec(item.page ?? '');
  add('SP', range ? range[1] : item.page);
  // Of a whole book a first page alone would be the number of its pages.
  add(
    'EP',
    range ? range[2] : kind === 'whole' && /^[^-,\s]+$/.test(item.page ?? '') ? item.page : undefined,
  );
  if (kind === 'other') add('C7', item.number);
}
