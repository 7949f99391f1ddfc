import { findDoi, parseName, type CslDate, type CslName } from '../../domain/bibliography';
import { joinKeywords, splitKeywords } from './bibtex-values';
import { readRisDate } from './ris-dates';
import { cslTypeOfRis, risKind, risTypeCode } from './ris-types';

/** All values of one reference by tag, in order, none empty. */
export type RisTags = ReadonlyMap<string, readonly string[]>;

/** What a reference says, in CSL's words. */
export interface RisItem {
  /** A CSL item for `normaliseItem`. */
  readonly loose: Readonly<Record<string, unknown>>;
  /** Key that a person could have chosen, or empty. */
  readonly key: string;
  /** Values without a place in CSL, by tag. */
  readonly unmapped: Readonly<Record<string, readonly string[]>>;
}

/**
 * Translates a reference into CSL; old and new RIS together, as vendors mix them.
 * @param tags from `splitRis`
 */
export function risToCsl(tags: RisTags): RisItem {
  return new RisReader(tags).read();
}

class RisReader {
  readonly #loose: Record<string, unknown> = {};
  /** How many values of each tag have found a place. */
  readonly #used = new Map<string, Set<number>>();
  readonly #code: string;
  #key = '';

  constructor(private readonly tags: RisTags) {
    this.#code = risTypeCode(tags.get('TY')?.[0] ?? '');
  }

  read(): RisItem {
    this.#mark('TY', 0);
    const kind = risKind(this.#code);
    this.#loose['type'] = cslTypeOfRis(this.#code);
    this.#names('author', 'AU', 'A1');
    if (kind === 'whole') {
      this.#names('editor', 'A3', 'ED');
      this.#names('collection-editor', 'A2');
    } else {
      this.#names('editor', 'A2', 'ED');
      this.#names('collection-editor', 'A3');
    }
    this.#names('translator', 'A4');
    this.#text('title', 'TI', 'T1', 'CT');
    this.#text('title-short', 'ST');
    this.#text('translated-title', 'TT');
    this.#containers(kind);
    this.#dates();
    this.#text('volume', 'VL', 'VO');
    this.#text('issue', 'IS', 'CP');
    this.#pages(kind);
    this.#text('edition', 'ET');
    this.#text('publisher', 'PB');
    this.#places();
    this.#genre();
    this.#text('number-of-volumes', 'NV');
    this.#text('section', 'SE');
    this.#text('reviewed-title', 'RI');
    this.#numbers();
    this.#addresses();
    this.#text('language', 'LA');
    this.#text('call-number', 'CN');
    this.#text('source', 'DB');
    this.#keywords();
    this.#prose('abstract', 'AB', 'N2');
    this.#prose('note', 'N1');
    this.#prose('annote', 'RN');
    this.#readKey();
    return { loose: this.#loose, key: this.#key, unmapped: this.#unmapped() };
  }

  #mark(tag: string, index: number): void {
    const used = this.#used.get(tag) ?? new Set();
    this.#used.set(tag, used.add(index));
  }

  #values(tag: string): readonly string[] {
    return this.tags.get(tag) ?? [];
  }

  /** The first value of the first of some tags. The same words under another tag are no other value. */
  #text(variable: string, ...names: readonly string[]): string | undefined {
    const found = names.find((tag) => this.#values(tag).length > 0);
    if (found === undefined || this.#loose[variable] !== undefined) return undefined;
    const [value = ''] = this.#values(found);
    this.#loose[variable] = value;
    this.#markSame(value, names);
    return value;
  }

  #markSame(value: string, names: readonly string[]): void {
    for (const tag of names)
      this.#values(tag).forEach((other, index) => {
        if (other === value) this.#mark(tag, index);
      });
  }

  /** Prose may run over several tags of one name; all of them together are the value. */
  #prose(variable: string, ...names: readonly string[]): void {
    const found = names.find((tag) => this.#values(tag).length > 0);
    if (found === undefined) return;
    const all = this.#values(found);
    this.#loose[variable] = all.join('\n');
    all.forEach((_, index) => {
      this.#mark(found, index);
    });
    this.#markSame(all[0] ?? '', names);
  }

  #names(variable: string, ...tags: readonly string[]): void {
    const seen = new Set<string>();
    const names: CslName[] = [];
    for (const tag of tags)
      this.#values(tag).forEach((value, index) => {
        this.#mark(tag, index);
        // One vendor repeats the authors under the other tag.
        if (tag !== tags[0] && seen.has(value)) return;
        seen.add(value);
        for (const part of value.split(/\n|;\s+(?=\S)/)) names.push(...(readRisName(part) ?? []));
      });
    if (names.length > 0) this.#loose[variable] = names;
  }

  #containers(kind: 'part' | 'whole' | 'other'): void {
    const long = ['T2', 'JF', 'BT', 'JO', 'JA', 'J1', 'J2'];
    if (kind === 'whole') {
      this.#text('collection-title', 'T2', 'T3', 'BT');
    } else if (this.#code === 'CPAPER' && this.#values('C3').length > 0) {
      this.#text('container-title', 'C3');
      this.#text('event-title', 'T2');
    } else {
      // Where an article names its journal, another title beside it is that of a special issue.
      if (this.#code === 'JOUR') this.#text('container-title', 'JF', ...long);
      else this.#text('container-title', ...long);
    }
    this.#text('container-title-short', 'J2', 'JA', 'J1', 'JO');
    if (this.#loose['container-title-short'] === this.#loose['container-title'])
      delete this.#loose['container-title-short'];
    this.#text('collection-title', 'T3');
  }

  #dates(): void {
    const printed = ['PY', 'Y1'].find((tag) => this.#values(tag).length > 0);
    const coarse = printed === undefined ? undefined : readRisDate(this.#values(printed)[0] ?? '');
    const [daText] = this.#values('DA');
    const fine = daText === undefined ? undefined : readRisDate(daText);
    // `DA` often repeats the year of `PY` with month and day; in some files it is the day somebody saved the record.
    const agree =
      fine?.['date-parts'] !== undefined && (coarse === undefined || firstYear(coarse) === firstYear(fine));
    const best = agree && (coarse === undefined || isFiner(fine, coarse)) ? fine : coarse;
    if (best !== undefined) {
      this.#loose['issued'] = best;
      if (printed !== undefined) this.#markSame(this.#values(printed)[0] ?? '', ['PY', 'Y1']);
      if (best === fine || (agree && !isFiner(fine, best))) this.#mark('DA', 0);
    }
    const [accessed] = this.#values('Y2');
    if (accessed === undefined) return;
    const date = readRisDate(accessed);
    if (date === undefined) return;
    this.#loose['accessed'] = date;
    this.#mark('Y2', 0);
  }

  #pages(kind: 'part' | 'whole' | 'other'): void {
    const [start] = this.#values('SP');
    const [end] = this.#values('EP');
    if (start !== undefined) this.#mark('SP', 0);
    if (end !== undefined) this.#mark('EP', 0);
    if (start !== undefined && end === undefined && kind === 'whole' && !/\d\s*[-–,]\s*\d/.test(start)) {
      this.#loose['number-of-pages'] = start;
    } else if (start !== undefined || end !== undefined) {
      const joined = start === undefined || end === undefined || /[-–]/.test(start) || start === end;
      this.#loose['page'] = joined ? (start ?? end) : `${start}-${end}`;
    }
    if (kind === 'other') this.#text('number', 'C7');
  }

  #places(): void {
    if (this.#code === 'CPAPER' && this.#values('C1').length > 0 && this.#values('CY').length > 0) {
      this.#text('publisher-place', 'C1');
      this.#text('event-place', 'CY');
    } else {
      this.#text('publisher-place', 'CY', 'PP');
    }
  }

  #genre(): void {
    // A DOI here is one database's habit; an empty genre says more.
    const index = this.#values('M3').findIndex((value) => findDoi(value) === undefined);
    if (index < 0) return;
    this.#loose['genre'] = this.#values('M3')[index];
    this.#mark('M3', index);
  }

  #numbers(): void {
    const issn = new Set<string>();
    const isbn = new Set<string>();
    this.#values('SN').forEach((value, index) => {
      const isbns = value.match(ISBN) ?? [];
      const issns = value.replace(ISBN, ' ').match(/(?<![\d-])\d{4}-?\d{3}[\dXx](?![-\dXx])/g) ?? [];
      for (const number of isbns) isbn.add(number);
      for (const number of issns) issn.add(number);
      const rest = value.replace(
        /ISSN|ISBN|\(?\b(?:print|online|electronic|linking|hardcover|paper(?:back)?)\b\)?|[^\p{Letter}]/giu,
        '',
      );
      if (isbns.length + issns.length > 0 && /^x*$/i.test(rest)) this.#mark('SN', index);
    });
    if (issn.size > 0) this.#loose['ISSN'] = [...issn].join(' ');
    if (isbn.size > 0) this.#loose['ISBN'] = [...isbn].join(' ');
    const [pmcid] = this.#values('C2');
    if (pmcid !== undefined && /^PMC\d+$/.test(pmcid)) this.#text('PMCID', 'C2');
    this.#text('PMCID', 'PMCID');
    this.#text('PMID', 'PMID');
    const [accession] = this.#values('AN');
    const provider = [...this.#values('DP'), ...this.#values('DB')].join(' ');
    const isOurs = this.#values('DP')[0] === 'PubMed';
    if (
      accession !== undefined &&
      (isOurs || (/^\d{1,9}$/.test(accession) && /pubmed|medline/i.test(provider)))
    ) {
      this.#text('PMID', 'AN');
      if (isOurs) this.#mark('DP', 0);
    }
  }

  #addresses(): void {
    for (const tag of ['DO', 'DOI', 'M3', 'UR', 'LK', 'L2', 'L3', 'N1']) {
      const index = this.#values(tag).findIndex((value) => findDoi(value) !== undefined);
      if (index < 0 || this.#loose['DOI'] !== undefined) continue;
      this.#loose['DOI'] = findDoi(this.#values(tag)[index] ?? '');
      if (tag === 'DO' || tag === 'DOI' || tag === 'M3') this.#mark(tag, index);
    }
    for (const tag of ['UR', 'LK', 'L2']) {
      const [value] = this.#values(tag);
      if (value === undefined || this.#loose['URL'] !== undefined || !isAddress(value)) continue;
      const [first = '', ...others] = value.split(/[;\s]+(?=https?:)|\s/);
      if (tag === 'LK' && !/^https?:/i.test(first)) continue;
      this.#loose['URL'] = first;
      if (others.length === 0) this.#mark(tag, 0);
    }
  }

  #keywords(): void {
    const words = this.#values('KW').flatMap((value, index) => {
      this.#mark('KW', index);
      return value.split(/\s*[;\n]\s*/).map((word) => word.replace(/^\*/, '').trim());
    });
    const clean = words.filter((word) => word !== '');
    // One line for all of them has commas between; on lines of their own a comma belongs to the word.
    const [only = ''] = clean;
    if (clean.length > 0)
      this.#loose['keyword'] = joinKeywords(clean.length === 1 ? splitKeywords(only) : clean);
  }

  /** Databases put their own record numbers here: only what a person could have chosen is a key. */
  #readKey(): void {
    for (const tag of ['ID', 'LB']) {
      const [value] = this.#values(tag);
      if (
        value === undefined ||
        this.#key !== '' ||
        !/^[^\s{},"#%~\\]{1,100}$/.test(value) ||
        !/\p{Letter}/u.test(value)
      )
        continue;
      this.#key = value;
      this.#mark(tag, 0);
    }
  }

  #unmapped(): Readonly<Record<string, readonly string[]>> {
    const rest: Record<string, readonly string[]> = {};
    for (const [tag, values] of this.tags) {
      const left = values.filter((_, index) => this.#used.get(tag)?.has(index) !== true);
      if (left.length > 0) rest[tag] = left;
    }
    return rest;
  }
}

/** Ten or thirteen digits that do not begin within another number, such as an ISSN before them. */
const ISBN = /(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?!\d)/g;

function firstYear(date: CslDate): number | undefined {
  return date['date-parts']?.[0]?.[0];
}

/** Whether a date says more than another of the same year. */
function isFiner(date: CslDate | undefined, other: CslDate): boolean {
  const weight = (value: CslDate | undefined): number =>
    (value?.['date-parts'] ?? []).flat().length * 4 +
    (value?.season === undefined ? 0 : 2) +
    (value?.circa === true ? 1 : 0);
  return weight(date) > weight(other);
}

/** @param value a field for addresses @returns whether it holds one: databases put links of their own there, `<Go to ISI>://…` */
export function isAddress(value: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/:?#]|$))/iu.test(value.trim());
}

const LOWER_PARTICLE =
  /^((?:(?:van|von|de|den|der|del|della|di|da|das|do|dos|du|la|le|ten|ter|zu|zur|af|av|з|фон|де)\s+)+)(?=\p{Lu})/u;
const TRAILING_PARTICLE = /\s((?:van|von|de|del|della|di|da|dos|du)(?:\s(?:der|den|la|las|los))?)$/u;

/** "Family, Given, Suffix" with particles in front of the family or behind the given name, or whatever stands there. */
function readRisName(value: string): readonly CslName[] | undefined {
  const name = parseName(value);
  if (name === undefined || /^et al\.?$/i.test(value.trim())) return undefined;
  if (name.literal !== undefined) return [name];
  const particle = LOWER_PARTICLE.exec(name.family ?? '')?.[1];
  const dropped = TRAILING_PARTICLE.exec(name.given ?? '')?.[1];
  return [
    {
      ...name,
      ...(particle === undefined
        ? {}
        : { 'non-dropping-particle': particle.trim(), family: (name.family ?? '').slice(particle.length) }),
      ...(dropped === undefined
        ? {}
        : { 'dropping-particle': dropped, given: (name.given ?? '').slice(0, -dropped.length - 1) }),
    },
  ];
}
