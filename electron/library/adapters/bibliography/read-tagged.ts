import {
  cleanCitationKey,
  findDoi,
  normaliseItem,
  parseDate,
  parseName,
  type CslItem,
  type CslName,
} from '@shared/domain/bibliography';
import { splitMedline, splitRis, type TaggedRecord } from '@shared/formats/bibliography';
import { convertRisTags, type LooseItem } from './citation-js';
import { lostFields, type ParsedRecord } from './parsed-record';

/** Tags that always reach the item in another form. */
const RIS_MAPPED = new Set('TY ER AU A1 PY Y1 DO SP EP KW ID TI T1'.split(' '));
/** Tags of which an item holds several; of all others the first value counts and the rest is kept aside. */
const RIS_LISTS = new Set('AU A1 A2 A3 A4 ED KW'.split(' '));

/** Type names written out in full by some databases, and one old spelling. */
const RIS_TYPES: Readonly<Record<string, string>> = {
  JOURN: 'JOUR',
  'JOURNAL ARTICLE': 'JOUR',
  'ACADEMIC JOURNAL': 'JOUR',
  ARTICLE: 'JOUR',
  BOOK: 'BOOK',
  'BOOK CHAPTER': 'CHAP',
  'CONFERENCE PAPER': 'CPAPER',
  DISSERTATION: 'THES',
  'DISSERTATION/THESIS': 'THES',
  REPORT: 'RPRT',
};

/**
 * Reads a RIS file reference by reference.
 * @param text whole file, decoded, lines ending in \n
 * @returns every reference in order, read or failed; never throws for a bad one
 */
export function* readRis(text: string): Generator<ParsedRecord> {
  for (const record of splitRis(text)) {
    yield readTagged(record, risToItem);
  }
}

/**
 * Reads a MEDLINE / PubMed / ERIC .nbib file reference by reference.
 * @param text whole file, decoded, lines ending in \n
 */
export function* readMedline(text: string): Generator<ParsedRecord> {
  for (const record of splitMedline(text)) {
    yield readTagged(record, medlineToItem);
  }
}

/** Types of works that appear within another: only for these does a second title name the container. */
const PARTS = new Set(
  'JOUR EJOUR MGZN NEWS ABST INPR JFULL CHAP ECHAP CONF CPAPER GEN ENCYC DICT BLOG ELEC'.split(' '),
);

type Tags = ReadonlyMap<string, readonly string[]>;
interface Converted {
  readonly loose: LooseItem;
  readonly key: string;
  readonly files: readonly string[];
  readonly mapped: ReadonlySet<string>;
  readonly format: 'ris' | 'medline';
}

function readTagged(record: TaggedRecord, convert: (tags: Tags) => Converted): ParsedRecord {
  const { index, line, raw } = record;
  const tags = new Map<string, string[]>();
  for (const [tag, value] of record.tags) {
    const clean = value.trim();
    if (clean === '') continue;
    const values = tags.get(tag);
    if (values === undefined) tags.set(tag, [clean]);
    else values.push(clean);
  }
  if ([...tags.keys()].every((tag) => tag === 'TY' || tag === 'ID')) {
    return { index, line, raw, outcome: { kind: 'failed', code: 'import.empty-record' } };
  }
  try {
    const { loose, key, files, mapped, format } = convert(tags);
    const { item, remarks } = normaliseItem(loose);
    const flat = [...tags].flatMap(([tag, values]) => values.map((value) => [tag, value] as const));
    const lost = lostFields(flat, item, mapped);
    const cleanKey = cleanCitationKey(key);
    if (cleanKey !== '') item['citation-key'] = cleanKey;
    item.custom = { ...item.custom, [format]: { type: tags.get('TY')?.[0] ?? '', ...groupByTag(lost) } };
    return { index, line, raw, outcome: { kind: 'read', item, key: cleanKey, remarks, files } };
  } catch (error) {
    return {
      index,
      line,
      raw,
      outcome: { kind: 'failed', code: 'import.not-convertible', cause: String(error) },
    };
  }
}

function groupByTag(
  fields: readonly (readonly [string, string])[],
): Readonly<Record<string, readonly string[]>> {
  const grouped: Record<string, string[]> = {};
  for (const [tag, value] of fields) (grouped[tag] ??= []).push(value);
  return grouped;
}

function risToItem(tags: Tags): Converted {
  const typeText = (tags.get('TY')?.[0] ?? '').toUpperCase();
  const type = RIS_TYPES[typeText] ?? typeText;
  const first = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => tags.get(name) ?? [])[0];
  const simple: Record<string, string | readonly string[]> = {};
  for (const [tag, values] of tags) {
    // A DOI that cannot be read makes citation-js reject the reference; it is set below. Dates likewise.
    if (['DO', 'DOI', 'PMID', 'PY', 'Y1', 'DA', 'SP', 'EP'].includes(tag)) continue;
    simple[tag] = RIS_LISTS.has(tag) ? values : (values[0] ?? '');
  }
  const { id: _id, ...loose } = convertRisTags({ ...simple, TY: type });
  const container = first('T2', 'JF', 'JO', 'BT', 'JA', 'J2', 'T3');
  const abbreviation = first('J2', 'JA');
  const doi = risDoi(tags);
  const keywords = tags
    .get('KW')
    ?.flatMap((value) => value.split(/\s*[;\n]\s*/))
    .filter(Boolean);
  const numbers = tags.get('SN')?.join(' ') ?? '';
  return {
    loose: {
      ...loose,
      ...withNames(loose),
      ...(loose['title'] === undefined ? textField('title', first('TI', 'T1', 'CT')) : {}),
      ...(loose['container-title'] === undefined && type !== 'BOOK'
        ? textField('container-title', container)
        : {}),
      ...(abbreviation !== container ? textField('container-title-short', abbreviation) : {}),
      ...(loose['abstract'] === undefined ? textField('abstract', first('AB', 'N2')) : {}),
      ...(loose['issue'] === undefined ? textField('issue', first('IS', 'CP')) : {}),
      ...(loose['volume'] === undefined ? textField('volume', first('VL', 'VO')) : {}),
      ...textField('page', risPages(first('SP'), first('EP'))),
      ...textField('ISSN', allMatches(numbers, /\b\d{4}-?\d{3}[\dXx]\b(?![-\d])/g)),
      ...textField('ISBN', allMatches(numbers, /\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]\b/g)),
      ...textField('URL', first('UR', 'L2')?.split(/[;\s]+(?=https?:)|\s/)[0]),
      ...textField('PMID', first('PMID')),
      ...textField('DOI', doi),
      ...(keywords === undefined
        ? {}
        : { keyword: keywords.map((word) => word.replace(/^\*/, '')).join(', ') }),
      ...dateField('issued', first('PY', 'Y1', 'DA'), first('DA')),
    },
    // Databases put their own record numbers here: only what a person could have chosen is a key.
    key: [first('ID'), first('LB')].find((id) => id !== undefined && /^[A-Za-z][\w:.-]*$/.test(id)) ?? '',
    files: (tags.get('L1') ?? []).concat(tags.get('L4') ?? []).filter((path) => !/^https?:/i.test(path)),
    mapped: RIS_MAPPED,
    format: 'ris',
  };
}

function allMatches(value: string, pattern: RegExp): string {
  return [...new Set([...value.matchAll(pattern)].map(([match]) => match))].join(' ');
}

/** Some exports put two DOIs into one reference (chapter and book), some put a remark there: the first real one counts. */
function risDoi(tags: Tags): string | undefined {
  return ['DO', 'DOI', 'M3', 'UR', 'L2', 'N1']
    .flatMap((tag) => tags.get(tag) ?? [])
    .map(findDoi)
    .find((doi) => doi !== undefined);
}

function risPages(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined || /[-–]/.test(start) || start === end) return start ?? end;
  return `${start}-${end}`;
}

function withNames(loose: LooseItem): LooseItem {
  const names = ['author', 'editor', 'collection-editor', 'translator'].flatMap((field) => {
    const value = loose[field];
    return Array.isArray(value) ? [[field, value.map(risName)] as const] : [];
  });
  return Object.fromEntries(names);
}

/** citation-js leaves "Fanning E." and "Jane Doe" whole. */
function risName(name: unknown): unknown {
  const literal = typeof name === 'object' && name !== null && 'literal' in name ? name.literal : undefined;
  return typeof literal === 'string' ? (parseName(literal) ?? name) : name;
}

function textField(name: string, value: string | undefined): LooseItem {
  return value === undefined || value === '' ? {} : { [name]: value };
}

/** `DA` often repeats the year of `PY` with month and day. */
function dateField(name: string, value: string | undefined, finer: string | undefined): LooseItem {
  const date = value === undefined ? undefined : parseDate(value);
  const fine = finer === undefined ? undefined : parseDate(finer);
  const sameYear = date?.['date-parts']?.[0]?.[0] === fine?.['date-parts']?.[0]?.[0];
  const best = fine !== undefined && sameYear && date?.['date-parts']?.[0]?.length === 1 ? fine : date;
  return best === undefined ? {} : { [name]: best };
}

const MEDLINE_MAPPED = new Set(
  'PMID TI TA JT AU FAU DP AB OT MH LID AID IS VI IP PG PMC PT LA STAT OWN OID DOI PB SO ISSN'.split(' '),
);

function medlineToItem(tags: Tags): Converted {
  const first = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => tags.get(name) ?? [])[0];
  const article = [...(tags.get('AID') ?? []), ...(tags.get('LID') ?? []), ...(tags.get('DOI') ?? [])];
  const eric = first('OID');
  const names: readonly CslName[] = (tags.get('FAU') ?? tags.get('AU') ?? []).flatMap(
    (name) => parseName(name) ?? [],
  );
  const bodies = (tags.get('CN') ?? []).map((literal): CslName => ({ literal }));
  const dates = first('DP', 'DEP');
  const issn = [...(tags.get('IS') ?? []), ...(tags.get('ISSN') ?? [])]
    .map((value) => /\d{4}-?\d{3}[\dXx]/.exec(value)?.[0] ?? '')
    .filter(Boolean);
  const keywords = [...(tags.get('OT') ?? []), ...(tags.get('MH') ?? [])].map((word) =>
    word.replace(/^\*/, ''),
  );
  return {
    loose: {
      type: medlineType(tags.get('PT') ?? []),
      ...textField('title', first('TI', 'BTI')?.replace(/\.$/, '')),
      ...textField('container-title', first('JT', 'TA')),
      ...textField('container-title-short', tags.has('JT') ? first('TA') : undefined),
      ...(names.length + bodies.length > 0 ? { author: [...names, ...bodies] } : {}),
      // ERIC puts an article number here at times: only what begins with a year is a date.
      ...dateField('issued', dates !== undefined && /^\d{4}\b/.test(dates) ? dates : undefined, undefined),
      ...textField('abstract', first('AB')),
      ...textField('volume', first('VI')),
      ...textField('issue', first('IP')),
      ...textField('page', first('PG')),
      ...textField('publisher', first('PB')),
      ...textField('language', first('LA')),
      ...textField('ISSN', [...new Set(issn)].join(' ')),
      ...textField('PMID', first('PMID')),
      ...textField('PMCID', first('PMC')),
      ...textField(
        'DOI',
        article.map(findDoi).find((doi) => doi !== undefined),
      ),
      ...textField(
        'URL',
        article.find((value) => /eric\.ed\.gov/i.test(value)),
      ),
      ...textField('call-number', eric),
      ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
    },
    key: '',
    files: [],
    mapped: MEDLINE_MAPPED,
    format: 'medline',
  };
}

function medlineType(types: readonly string[]): CslItem['type'] {
  const text = types.join(' ').toLowerCase();
  if (/\bbook chapter/.test(text)) return 'chapter';
  if (/\bbooks?\b/.test(text) && !text.includes('journal')) return 'book';
  if (/dissertation|thes[ie]s/.test(text)) return 'thesis';
  if (/preprint/.test(text)) return 'article';
  if (/reports?\b/.test(text) && !text.includes('journal')) return 'report';
  return 'article-journal';
}
