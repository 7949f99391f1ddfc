import {
  isDateVariable,
  isNameVariable,
  isTextVariable,
  writeEdtf,
  type CslDate,
  type CslName,
  type CslTextVariable,
} from '../../domain/bibliography';
import type { BibtexEntry } from './bibtex-fields';
import { DATE_FIELDS, EDITOR_SLOTS, languageName, NAME_FIELDS, OWN_PREFIX, textFields } from './bibtex-map';
import { hasOthers, readBibtexNames } from './bibtex-names';
import { canonicalTitle, joinTitle } from './bibtex-titles';
import { cslTypeOf, rolesOf } from './bibtex-types';
import {
  impliedGenre,
  readFieldDate,
  readFieldText,
  readVerbatim,
  readYearMonth,
  writeFieldText,
} from './bibtex-values';

/** What an entry says, in CSL's words. */
export interface BibtexItem {
  /** A CSL item for `normaliseItem`, without key. */
  readonly loose: Readonly<Record<string, unknown>>;
  /** Fields without a place in CSL, as LaTeX. */
  readonly unmapped: Readonly<Record<string, string>>;
  /** Mapped fields whose wording a writer could not find again (brackets in titles, "and others"), as LaTeX. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Fields that a part takes over from the whole that `crossref` names. */
const INHERITED = new Set(
  (
    'booktitle booksubtitle year date month publisher address location editor editortype series volume volumes isbn issn organization institution ' +
    'eventtitle eventdate venue language langid edition journal journaltitle maintitle'
  ).split(' '),
);

/** Fields that say what an entry is linked to; nobody inherits them. */
const OWN_LINKS = new Set([
  'xdata',
  'crossref',
  'xref',
  'ids',
  'key',
  'keywords',
  'groups',
  'file',
  'entryset',
  'related',
]);

/**
 * Translates an entry into CSL.
 * @param entry from `readBibtexEntry`, with what it inherits
 */
export function bibtexToCsl(entry: BibtexEntry): BibtexItem {
  return new EntryReader(entry, entry.fields).read();
}

/** @param entry an entry @returns keys of the entries it takes fields over from: those of `xdata` first, then that of `crossref` */
export function parentsOf(entry: BibtexEntry): readonly string[] {
  return ['xdata', 'crossref'].flatMap((name) =>
    (entry.fields.get(name) ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  );
}

/**
 * @param entry an entry of any type
 * @param parent an entry that its `crossref` or `xdata` names, with what that has inherited itself
 * @returns the entry with the fields it takes over: all of an `@xdata` and of an entry of its own type, of another those that say something about
 * a part too
 */
export function inheritFields(entry: BibtexEntry, parent: BibtexEntry): BibtexEntry {
  const fields = new Map(entry.fields);
  const take = (name: string, value: string | undefined): void => {
    if (value !== undefined && (fields.get(name) ?? '').trim() === '') fields.set(name, value);
  };
  const isPart = rolesOf(entry.type).container[0] === 'booktitle';
  const isData = parent.type === 'xdata';
  // Another of the same kind is no whole that this is a part of: it lends all it has, as BibTeX does.
  const isAlike = isData || parent.type === entry.type;
  for (const [name, value] of parent.fields) {
    const dated = (name === 'year' || name === 'month') && fields.has('date');
    const passes = isData ? name !== 'xdata' : isAlike ? !OWN_LINKS.has(name) : INHERITED.has(name);
    if (passes && !dated) take(name, value);
  }
  if (isAlike) return { ...entry, fields };
  if (isPart) {
    take('booktitle', parent.fields.get('title'));
    take('booksubtitle', parent.fields.get('subtitle'));
  } else if (entry.type === 'article') {
    take('journaltitle', fields.has('journal') ? undefined : parent.fields.get('title'));
  }
  return { ...entry, fields };
}

class EntryReader {
  readonly #loose: Record<string, unknown> = {};
  readonly #sources: Record<string, string> = {};
  readonly #used = new Set<string>();
  readonly #fields: ReadonlyMap<string, string>;

  constructor(
    private readonly entry: BibtexEntry,
    fields: ReadonlyMap<string, string>,
  ) {
    this.#fields = fields;
  }

  read(): BibtexItem {
    const { type } = this.entry;
    const subtype = this.#fields.get('entrysubtype');
    const cslType = cslTypeOf(type, subtype);
    if (subtype !== undefined && cslType !== cslTypeOf(type, undefined)) this.#used.add('entrysubtype');
    this.#loose['type'] = cslType;
    this.#readNames();
    this.#readTitle('title', 'title', 'subtitle');
    for (const [variable, names] of textFields(type, 'biblatex')) this.#readText(variable, names);
    this.#readAddresses();
    this.#readLanguage();
    this.#readDates();
    this.#readOwnFields();
    const genre = impliedGenre(type);
    if (genre !== undefined) this.#loose['genre'] ??= genre;
    const unmapped: Record<string, string> = {};
    for (const [name, value] of this.#fields) {
      if (!this.#used.has(name) && value.trim() !== '') unmapped[name] = value.trim();
    }
    return { loose: this.#loose, unmapped, sources: this.#sources };
  }

  #value(name: string): string | undefined {
    const value = this.#fields.get(name);
    return value === undefined || value.trim() === '' ? undefined : value.trim();
  }

  #readText(variable: CslTextVariable, names: readonly string[]): void {
    if (variable === 'archive_location' && /^(?:pubmed|pmid)$/i.test(this.#value('eprinttype') ?? '')) {
      const pmid = this.#value('eprint');
      if (pmid !== undefined) this.#loose['PMID'] ??= readVerbatim(pmid);
      return;
    }
    if (variable === 'archive' && /^(?:pubmed|pmid)$/i.test(this.#value('eprinttype') ?? '')) return;
    for (const name of names) {
      const raw = this.#value(name);
      if (raw === undefined) continue;
      if (name === 'booktitle') {
        this.#readTitle(variable, 'booktitle', 'booksubtitle');
        return;
      }
      const text = readFieldText(variable, name, raw);
      if (text === '') continue;
      // An address is no medium.
      if (name === 'howpublished' && /^(?:\\url|https?:)/.test(text)) return;
      this.#loose[variable] = text;
      this.#used.add(name);
      // The address of a link is not in its text.
      const isAlias =
        raw.includes('\\href') || !USUAL.has(name) || (variable === 'publisher' && name === 'organization');
      if (isAlias || (KEEPS_WORDING.has(variable) && writeFieldText(variable, name, text) !== raw))
        this.#sources[name] = raw;
      return;
    }
  }

  #readTitle(variable: CslTextVariable, main: string, sub: string): void {
    const raw = this.#value(main);
    if (raw === undefined) return;
    const rawSub = this.#value(sub);
    const text = joinTitle(raw, rawSub);
    if (text === '') return;
    this.#loose[variable] = text;
    this.#used.add(main);
    if (rawSub !== undefined) {
      this.#used.add(sub);
      this.#sources[sub] = rawSub;
    }
    if (rawSub !== undefined || canonicalTitle(main, text) !== raw) this.#sources[main] = raw;
  }

  #readAddresses(): void {
    const url = this.#value('url');
    if (url !== undefined) {
      this.#loose['URL'] = readVerbatim(url);
      this.#used.add('url');
    } else {
      const published = /(?:\\url\s*\{|^)\s*(https?:[^\s}]+)/.exec(this.#value('howpublished') ?? '')?.[1];
      // Styles print addresses as links; what the link says stays where it stands.
      const linked = ['howpublished', 'note', 'title', 'booktitle', 'journal']
        .map((name) => LINK.exec(this.#value(name) ?? '')?.[1])
        .find((found) => found !== undefined);
      const found = published ?? linked;
      if (found !== undefined) this.#loose['URL'] = readVerbatim(found);
    }
    const doi = this.#value('doi');
    if (doi !== undefined) {
      this.#loose['DOI'] = readVerbatim(doi);
      this.#used.add('doi');
    }
  }

  #readLanguage(): void {
    for (const name of ['language', 'langid']) {
      const raw = this.#value(name);
      if (raw === undefined || this.#loose['language'] !== undefined) continue;
      const code = readFieldText('language', name, raw);
      this.#loose['language'] = code;
      this.#used.add(name);
      const usual = name === 'langid' ? languageName(code) : code;
      if (usual !== raw) this.#sources[name] = raw;
    }
  }

  #readNames(): void {
    for (const [variable, field] of NAME_FIELDS) {
      const raw = this.#value(field);
      if (raw === undefined) continue;
      const told = field === 'editor' ? roleOf(this.#value('editortype')) : undefined;
      if (field === 'editor' && told !== undefined) this.#used.add('editortype');
      this.#addNames(told ?? variable, field, raw);
    }
    for (const slot of EDITOR_SLOTS) {
      const raw = this.#value(slot);
      const role = roleOf(this.#value(`${slot}type`));
      if (raw === undefined || role === undefined || this.#loose[role] !== undefined) continue;
      this.#used.add(`${slot}type`);
      this.#addNames(role, slot, raw);
    }
  }

  #addNames(variable: string, field: string, raw: string): void {
    const names: readonly CslName[] = readBibtexNames(raw);
    if (names.length === 0) return;
    this.#used.add(field);
    this.#loose[variable] = names;
    if (hasOthers(raw)) this.#sources[field] = raw;
  }

  #readDates(): void {
    const issued = this.#date('date');
    if (issued !== undefined) {
      this.#loose['issued'] = issued;
      this.#used.add('year').add('day');
      // Of a range of years a month says more.
      const isRange = (issued['date-parts']?.length ?? 0) > 1;
      if (!isRange && readYearMonth('2000', this.#value('month'), undefined).usedMonth)
        this.#used.add('month');
    } else {
      const year = this.#value('year');
      if (year !== undefined) {
        const { date, usedMonth } = readYearMonth(year, this.#value('month'), this.#value('day'));
        this.#loose['issued'] = date;
        this.#used.add('year');
        if (usedMonth) this.#used.add('month').add('day');
      }
    }
    for (const [variable, field] of DATE_FIELDS) {
      const date = this.#date(field);
      if (date !== undefined) this.#loose[variable] = date;
    }
  }

  #date(field: string): CslDate | undefined {
    const raw = this.#value(field);
    const date = raw === undefined ? undefined : readFieldDate(raw);
    if (raw === undefined || date === undefined) return undefined;
    this.#used.add(field);
    const written = writeEdtf(date);
    if (written !== undefined && written !== raw) this.#sources[field] = raw;
    return date;
  }

  /** Variables that our own writer has put aside under `csl-…`. */
  #readOwnFields(): void {
    for (const [name, value] of this.#fields) {
      if (!name.startsWith(OWN_PREFIX)) continue;
      const variable = OWN_NAMES.get(name.slice(OWN_PREFIX.length)) ?? name.slice(OWN_PREFIX.length);
      if (this.#loose[variable] !== undefined) continue;
      if (isNameVariable(variable)) this.#loose[variable] = readBibtexNames(value);
      else if (isDateVariable(variable)) this.#loose[variable] = readFieldDate(value);
      else if (isTextVariable(variable)) this.#loose[variable] = readFieldText(variable, name, value);
      else continue;
      this.#used.add(name);
    }
  }
}

/** An address behind words. */
const LINK = /\\(?:href|url)\s*\{\s*(https?:[^\s{}]+)\s*\}/;

/** Field names are read in lower case. */
const OWN_NAMES = new Map(
  ['PMID', 'PMCID', 'DOI', 'ISBN', 'ISSN', 'URL'].map((name) => [name.toLowerCase(), name]),
);

/** Variables whose brackets and formulas are worth keeping as they were. */
const KEEPS_WORDING = new Set<string>(['title-short', 'container-title', 'genre']);

/** Names that one of our writers gives a field; all others are kept as the file's own way. */
const USUAL = new Set(
  [...textFields('article', 'biblatex'), ...textFields('book', 'bibtex')]
    .map(([, names]) => names[0] ?? '')
    .concat([
      'journal',
      'journaltitle',
      'booktitle',
      'institution',
      'school',
      'publisher',
      'location',
      'address',
      'number',
    ]),
);

const ROLES: ReadonlyMap<string, string> = new Map([
  ['editor', 'editor'],
  ['seriescreator', 'series-creator'],
  ['scriptwriter', 'script-writer'],
  ['executiveproducer', 'executive-producer'],
]);

/** @param type content of `editortype` and its like @returns the CSL name variable it means */
function roleOf(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const role = type.trim().toLowerCase();
  return ROLES.get(role) ?? (isNameVariable(role) ? role : undefined);
}
