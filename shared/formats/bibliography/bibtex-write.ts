import {
  CSL_NAME_VARIABLES,
  isDateVariable,
  isNameVariable,
  isTextVariable,
  makeCitationKey,
  uniqueCitationKey,
  writeEdtf,
  type CslDate,
  type CslItem,
  type CslName,
  type CslTextVariable,
} from '../../domain/bibliography';
import { DATE_FIELDS, EDITOR_SLOTS, languageName, NAME_FIELDS, OWN_PREFIX, textFields } from './bibtex-map';
import { readBibtexNames, writeBibtexNames } from './bibtex-names';
import { canonicalTitle, joinTitle } from './bibtex-titles';
import { entryTypeOf, type BibtexDialect } from './bibtex-types';
import { readFieldDate, readFieldText, writeFieldText } from './bibtex-values';
import { isBalanced, toLatex } from './latex';

/**
 * Writes records as BibTeX (UTF-8; biblatex's field names where BibTeX has none).
 * Fields that came from another program's .bib file are given back as they were.
 * @param items records; a missing citation key is made, a key used twice gets a letter
 */
export function writeBibtex(items: readonly CslItem[]): string {
  return writeEntries(items, 'bibtex');
}

/**
 * Writes records for biblatex: its entry types and fields, dates as EDTF, name parts told apart where need be.
 * @param items records, as for {@link writeBibtex}
 */
export function writeBiblatex(items: readonly CslItem[]): string {
  return writeEntries(items, 'biblatex');
}

function writeEntries(items: readonly CslItem[], dialect: BibtexDialect): string {
  const taken = new Set<string>();
  const keys = items.map((item) => {
    const key = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
      taken.has(candidate),
    );
    taken.add(key);
    return key;
  });
  return items.map((item, index) => writeEntry(item, keys[index] ?? '', dialect)).join('\n');
}

function writeEntry(item: CslItem, key: string, dialect: BibtexDialect): string {
  const { entryType, fields } = new EntryWriter(item, dialect).write();
  const lines = [...fields].map(([name, value]) =>
    name === 'month' && MONTHS.includes(value) ? `  month = ${value}` : `  ${name} = {${value}}`,
  );
  return `@${entryType}{${key},\n${lines.join(',\n')}\n}\n`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Variables with rules of their own below. */
const HANDLED = new Set<string>(['citation-key', 'title', 'language', 'DOI', 'URL', 'issued']);

class EntryWriter {
  readonly #fields = new Map<string, string>();
  readonly #written = new Set<string>(HANDLED);
  readonly #unmapped: ReadonlyMap<string, string>;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #entryType: string;
  readonly #subtype: string | undefined;

  constructor(
    private readonly item: CslItem,
    private readonly dialect: BibtexDialect,
  ) {
    this.#unmapped = keptFields(item.custom?.['bibtex']);
    this.#sources = keptFields(item.custom?.['bibtexSource']);
    const { entryType, subtype } = entryTypeOf(item.type, this.#unmapped.get('entryType'), dialect);
    this.#entryType = entryType;
    this.#subtype = subtype;
  }

  write(): {
    readonly entryType: string;
    readonly fields: ReadonlyMap<string, string>;
  } {
    const { item } = this;
    this.#writeNames();
    if (this.#subtype !== undefined) this.#set('entrysubtype', this.#subtype);
    if (item.title !== undefined) this.#writeTitle('title', 'subtitle', item.title);
    this.#writeIssued(item.issued);
    for (const [variable, names] of textFields(this.#entryType, this.dialect))
      this.#writeText(variable, names);
    const doubtful = item.custom?.['csl'];
    const badDoi = typeof doubtful === 'object' && doubtful !== null && 'DOI' in doubtful ? doubtful.DOI : '';
    this.#set('doi', item.DOI ?? (typeof badDoi === 'string' ? badDoi : ''), 'DOI');
    this.#set('url', item.URL ?? '', 'URL');
    for (const [variable, field] of DATE_FIELDS) this.#writeDate(field, variable, item[variable]);
    this.#writeLanguage();
    this.#writeRest();
    for (const [name, value] of this.#unmapped) {
      if (name !== 'entryType' && !this.#fields.has(name)) this.#fields.set(name, value);
    }
    return { entryType: this.#entryType, fields: this.#fields };
  }

  #set(field: string, value: string, variable?: CslTextVariable): void {
    if (value === '' || this.#fields.has(field)) return;
    this.#fields.set(field, variable === undefined ? value : writeFieldText(variable, field, value));
  }

  /** The field as the file had it, if it still says the same. */
  #source(field: string, saysTheSame: (raw: string) => boolean): string | undefined {
    const raw = this.#sources.get(field);
    return raw !== undefined && saysTheSame(raw) ? raw : undefined;
  }

  #writeText(variable: CslTextVariable, names: readonly string[]): void {
    const value = this.item[variable];
    if (value === undefined || this.#written.has(variable)) return;
    // Some files have both names of a field, with different values.
    const usual = names.find((name) => !this.#unmapped.has(name)) ?? '';
    if (names.includes('booktitle') && this.#writeSourceTitle('booktitle', 'booksubtitle', value)) {
      this.#written.add(variable);
      return;
    }
    const kept = names.find(
      (name) => this.#source(name, (raw) => readFieldText(variable, name, raw) === value) !== undefined,
    );
    if (this.#fields.has(kept ?? usual) || !fits(variable, value)) return;
    this.#written.add(variable);
    if (kept === undefined) this.#set(usual, value, variable);
    else this.#set(kept, this.#sources.get(kept) ?? '');
  }

  #writeTitle(main: string, sub: string, value: string): void {
    if (!this.#writeSourceTitle(main, sub, value)) this.#set(main, canonicalTitle(main, value));
  }

  #writeSourceTitle(main: string, sub: string, value: string): boolean {
    const rawSub = this.#sources.get(sub);
    const raw = this.#source(main, (latex) => joinTitle(latex, rawSub) === value);
    if (raw === undefined) return false;
    this.#set(main, raw);
    this.#set(sub, rawSub ?? '');
    return true;
  }

  #writeNames(): void {
    for (const [variable, field] of NAME_FIELDS) this.#writeNameList(variable, field);
    const slots = [...(this.item.editor === undefined ? ['editor'] : []), ...EDITOR_SLOTS];
    for (const variable of Object.keys(CSL_NAME_VARIABLES)) {
      if (!isNameVariable(variable) || this.#written.has(variable) || this.item[variable] === undefined)
        continue;
      const slot = slots.find((name) => !this.#fields.has(name) && !this.#unmapped.has(name));
      if (slot === undefined) return;
      this.#writeNameList(variable, slot);
      this.#set(`${slot}type`, variable);
    }
  }

  #writeNameList(variable: keyof typeof CSL_NAME_VARIABLES, field: string): void {
    const names = this.item[variable];
    if (names === undefined || names.length === 0) return;
    this.#written.add(variable);
    const kept = this.#source(field, (raw) => sameNames(readBibtexNames(raw), names));
    this.#set(field, kept ?? writeBibtexNames(names, this.dialect));
  }

  #writeIssued(date: CslDate | undefined): void {
    if (date === undefined) return;
    const edtf = writeEdtf(date);
    if (edtf === undefined) {
      this.#set('year', toLatex(date.literal ?? ''));
      return;
    }
    const kept = this.#source('date', (raw) => sameDate(readFieldDate(raw), date));
    if (this.dialect === 'biblatex' || kept !== undefined) {
      this.#set('date', kept ?? edtf);
      if (this.dialect === 'biblatex') return;
    }
    const [year, month] = date['date-parts']?.[0] ?? [];
    if (!/^\d{4}(?:-\d\d)?$/.test(edtf) || /-2\d$/.test(edtf)) this.#set('date', edtf);
    this.#set('year', year === undefined || year < 0 ? String(year ?? '') : String(year).padStart(4, '0'));
    // "September 22--26" says more than a month.
    if (this.#unmapped.has('month')) return;
    if (month !== undefined && (date['date-parts']?.length ?? 0) === 1)
      this.#set('month', MONTHS[month - 1] ?? '');
  }

  #writeDate(field: string, variable: string, date: CslDate | undefined): void {
    if (date === undefined) return;
    this.#written.add(variable);
    const kept = this.#source(field, (raw) => sameDate(readFieldDate(raw), date));
    this.#set(field, kept ?? writeEdtf(date) ?? toLatex(date.literal ?? ''));
  }

  #writeLanguage(): void {
    const { language } = this.item;
    if (language === undefined) return;
    const kept = ['language', 'langid'].find(
      (name) => this.#source(name, (raw) => readFieldText('language', name, raw) === language) !== undefined,
    );
    // Some files say both the language of the text and that of the reference.
    const isFree = this.dialect === 'biblatex' && !this.#unmapped.has('langid');
    const name = isFree ? languageName(language) : undefined;
    if (kept !== undefined) this.#set(kept, this.#sources.get(kept) ?? '');
    else if (name !== undefined) this.#set('langid', name);
    else this.#set('language', toLatex(language));
  }

  /** What biblatex has no field for goes under names of our own; other programs pass over them. */
  #writeRest(): void {
    const { item } = this;
    for (const variable of Object.keys(item)) {
      if (this.#written.has(variable)) continue;
      const field = `${OWN_PREFIX}${variable.toLowerCase()}`;
      if (isTextVariable(variable)) this.#set(field, item[variable] ?? '', variable);
      else if (isNameVariable(variable))
        this.#set(field, writeBibtexNames(item[variable] ?? [], this.dialect));
      else if (isDateVariable(variable)) this.#writeDate(field, variable, item[variable]);
    }
  }
}

/** Archives' shelf marks are no eprint numbers. */
function fits(variable: CslTextVariable, value: string): boolean {
  return variable !== 'archive_location' || /^[\w.:/()-]+$/.test(value);
}

function sameNames(left: readonly CslName[], right: readonly CslName[]): boolean {
  return left.length === right.length && left.every((name, index) => sameRecord(name, right[index] ?? {}));
}

function sameRecord(left: CslName, right: CslName): boolean {
  return JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());
}

function sameDate(left: CslDate | undefined, right: CslDate): boolean {
  return left !== undefined && writeEdtf(left) === writeEdtf(right) && left.literal === right.literal;
}

/** Fields put aside at import; brackets that do not match would break the file. */
function keptFields(kept: unknown): ReadonlyMap<string, string> {
  if (typeof kept !== 'object' || kept === null) return new Map();
  return new Map(
    Object.entries(kept).flatMap(([name, value]: readonly [string, unknown]) => {
      if (typeof value !== 'string' || !/^[^\s=,{}()"#%]+$/.test(name)) return [];
      return [[name, isBalanced(value) ? value : value.replace(/\\?[{}]/g, '')] as const];
    }),
  );
}
