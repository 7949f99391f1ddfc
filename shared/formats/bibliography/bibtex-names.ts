import { collapseSpace, type CslName } from '../../domain/bibliography';
import { toLatex } from './latex';
import { fromLatex, textBranches } from './latex-decode';
import { ACCENTS, SYMBOLS } from './latex-symbols';

/** Particles that stand after the given name when they are dropped in sorting ("Beethoven, Ludwig van"). */
const PARTICLES = new Set(
  "d' d’ da das de dei del della der di do dos du e el la le las les los ten ter van von y zu zum zur af av al ap bin ibn und den 't".split(
    ' ',
  ),
);

/**
 * Reads a BibTeX name list: "First von Last", "von Last, Jr, First", bodies in brackets, and biblatex's `family=…, given=…`.
 * @param value field value as LaTeX
 * @returns the names; "and others" and "et al." are nobody
 */
export function readBibtexNames(value: string): readonly CslName[] {
  const list = joinCommands(textBranches(value)).trim();
  return splitList(personsInGroup(list) ?? list).flatMap((part) => {
    const name = readBibtexName(part);
    return name === undefined ? [] : [name];
  });
}

/** @param value a name list as LaTeX @returns whether it ends in "and others" */
export function hasOthers(value: string): boolean {
  return /\sand\s+others\s*$|\bet\s+al\.?\s*$/i.test(value);
}

/**
 * Writes a name list that {@link readBibtexNames} reads back.
 * @param names the names
 * @param dialect `biblatex` may use `family=…, given=…` where the classical form cannot tell the parts
 */
export function writeBibtexNames(names: readonly CslName[], dialect: 'bibtex' | 'biblatex'): string {
  return names
    .map((name) => writeBibtexName(name, dialect))
    .filter(Boolean)
    .join(' and ');
}

/** TeX swallows the blank behind a command: `\\L ukasz` is one word. */
function joinCommands(value: string): string {
  return value.replace(/\\([A-Za-z]+)[ \t\n]+(\p{Letter})/gu, (whole, command: string, next: string) => {
    if (Object.hasOwn(ACCENTS, command)) return `\\${command}{${next}}`;
    return /^\p{Letter}{1,2}$/u.test(SYMBOLS.get(command) ?? '') ? `\\${command}{}${next}` : whole;
  });
}

/** What follows a name within a family. */
const GENERATION = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;

/** Words that name a body, not a person. */
const BODY =
  /\b(?:of|for|the|and|und|et|group|committee|council|ministry|department|university|institute|association|society|team|consortium|organi[sz]ation|foundation)\b/i;
const PERSON = /^[^,{}]+,\s*(?:\p{Lu}[\p{L}.’'-]*[\s~]*){1,5}$/u;

/** A list of persons in brackets as a whole is a mistake, not one body: "{Koval, O. M. and Bondar, I.}". */
function personsInGroup(list: string): string | undefined {
  if (!isWholeGroup(list)) return undefined;
  const inner = list.slice(1, -1).trim();
  const names = inner.split(/\s+and\s+/);
  const arePersons = names.length > 1 && names.every((name) => PERSON.test(name) && !BODY.test(name));
  return arePersons && names.some((name) => /,.*\b\p{Lu}\./u.test(name)) ? inner : undefined;
}

function splitList(value: string): readonly string[] {
  const names = splitOutside(value.trim(), AND).flatMap((whole) => {
    const part = whole.trim();
    // Lists that other programs wrote without "and".
    const between = splitOutside(part, SEMICOLON);
    if (between.length > 1) return between;
    const commas = splitOutside(part, COMMA);
    const pairs = commas.length >= 4 && commas.length % 2 === 0 && !isExtended(part);
    return pairs
      ? commas.flatMap((_, at) => (at % 2 === 0 ? [`${commas[at] ?? ''}, ${commas[at + 1] ?? ''}`] : []))
      : [part];
  });
  return names.map((name) => name.replace(/,?\s+et\s+al\.?$/i, '').trim());
}

/** Where a list is cut: a pattern, and the characters it can begin with (trying it everywhere would take long). */
interface Cut {
  readonly pattern: RegExp;
  readonly starts: RegExp;
}
const AND: Cut = { pattern: /\sand(?=\s)/iy, starts: /\s/ };
const SEMICOLON: Cut = { pattern: /;/y, starts: /;/ };
const COMMA: Cut = { pattern: /,/y, starts: /,/ };
const BLANKS: Cut = { pattern: /[\s~]+/y, starts: /[\s~]/ };

/** Splits at a pattern outside of brackets. */
function splitOutside(value: string, { pattern, starts }: Cut): readonly string[] {
  if (!starts.test(value)) return [value];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charCodeAt(at);
    if (char === 92) at += 1;
    else if (char === 123) depth += 1;
    else if (char === 125) depth -= 1;
    else if (depth <= 0 && (char <= 32 || char === 44 || char === 59 || char === 126 || char === 160)) {
      pattern.lastIndex = at;
      const match = pattern.exec(value);
      if (match !== null) {
        parts.push(value.slice(start, at));
        start = at + match[0].length;
        at = start - 1;
      }
    }
  }
  parts.push(value.slice(start));
  return parts;
}

function readBibtexName(source: string): CslName | undefined {
  const value = source.trim();
  if (value === '' || /^(?:others|et al\.?)$/i.test(value)) return undefined;
  if (isWholeGroup(value)) return named({ literal: text(value) });
  if (isExtended(value)) return readExtended(value);
  const parts = splitOutside(value, COMMA);
  if (parts.length === 1) return readPlain(value);
  const [family = '', ...others] = parts;
  // Many write the generation last, where other formats have it.
  const isLast =
    others.length === 2 &&
    GENERATION.test(others[1]?.trim() ?? '') &&
    !GENERATION.test(others[0]?.trim() ?? '');
  const [second = '', ...rest] = isLast ? [...others].reverse() : others;
  const given = rest.length === 0 ? second : rest.join(',');
  return named({
    ...withParticle(words(family)),
    ...withDropped(given),
    suffix: rest.length === 0 ? '' : text(second),
  });
}

/** "First von Last", or a body written without brackets. */
function readPlain(value: string): CslName | undefined {
  const all = words(value);
  if (all.length === 1) return named({ family: text(value) });
  if (BODY.test(value)) return named({ literal: text(value) });
  const suffix = all.length > 2 ? GENERATION.exec(all.at(-1) ?? '')?.[0] : undefined;
  if (suffix !== undefined) return named({ ...readPlain(all.slice(0, -1).join(' ')), suffix });
  const lower = all.findIndex((word, index) => index > 0 && index < all.length - 1 && isLower(word));
  const split = lower >= 0 ? lower : isLower(all[0] ?? '') ? 0 : all.length - 1;
  return named({ ...withParticle(all.slice(split)), given: text(all.slice(0, split).join(' ')) });
}

/** The lower-case words before a family name are its particle, unless brackets hold them together. */
function withParticle(all: readonly string[]): CslName {
  const upper = all.findIndex((word) => !isLower(word));
  const split = Math.min(upper < 0 ? all.length : upper, all.length - 1);
  return {
    'non-dropping-particle': text(all.slice(0, split).join(' ')),
    family: text(all.slice(split).join(' ')),
  };
}

function withDropped(given: string): CslName {
  const all = words(given);
  let split = all.length;
  while (split > 1 && PARTICLES.has(all[split - 1] ?? '')) split -= 1;
  return {
    given: text(all.slice(0, split).join(' ')),
    'dropping-particle': text(all.slice(split).join(' ')),
  };
}

const EXTENDED = /^(?:family|given|prefix|suffix|useprefix|id)(?:-i)?\s*=/;

function isExtended(value: string): boolean {
  return EXTENDED.test(value);
}

function readExtended(value: string): CslName | undefined {
  const parts = new Map<string, string>();
  let given = '';
  for (const part of splitOutside(value, COMMA)) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0) parts.set(name, text(part.slice(at + 1)));
    if (name === 'given') given = part.slice(at + 1).trim();
  }
  const dropping = parts.get('useprefix') !== 'true';
  return named({
    family: parts.get('family') ?? '',
    // With a prefix that stays, one that is dropped can only stand behind the given name.
    ...(dropping ? { given: parts.get('given') ?? '' } : withDropped(given.replace(/^\{(.*)\}$/, '$1'))),
    [dropping ? 'dropping-particle' : 'non-dropping-particle']: parts.get('prefix') ?? '',
    suffix: parts.get('suffix') ?? '',
  });
}

/** The name without its empty parts; one with only a given part is known by that. */
function named(name: CslName): CslName | undefined {
  const clean: CslName = {};
  for (const part of [
    'family',
    'given',
    'dropping-particle',
    'non-dropping-particle',
    'suffix',
    'literal',
  ] as const) {
    const value = name[part];
    if (value !== undefined && value !== '') clean[part] = value;
  }
  if (clean.family === undefined && clean.given !== undefined) {
    clean.family = clean.given;
    delete clean.given;
  }
  return clean.family === undefined && clean.literal === undefined ? undefined : clean;
}

function words(value: string): readonly string[] {
  return splitOutside(value.trim(), BLANKS).filter((word) => word !== '');
}

/** BibTeX's rule: the first letter outside of brackets, or of an accent command, is lower case. */
function isLower(word: string): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false;
  const [first = ''] = fromLatex(word).replace(/^[^\p{Letter}]+/u, '');
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

function isWholeGroup(value: string): boolean {
  if (!value.startsWith('{') || !value.endsWith('}') || value.startsWith('{\\')) return false;
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charCodeAt(at);
    if (char === 123) depth += 1;
    else if (char === 125) {
      depth -= 1;
      if (depth === 0) return at === value.length - 1;
    }
  }
  return false;
}

function text(latex: string): string {
  return collapseSpace(fromLatex(latex));
}

function writeBibtexName(name: CslName, dialect: 'bibtex' | 'biblatex'): string {
  if (name.literal !== undefined) {
    const latex = toLatex(name.literal);
    // A group that begins with a command is one accented letter to BibTeX.
    return latex.startsWith('\\') ? `{{}${latex}}` : `{${latex}}`;
  }
  const simple = classical(name, toLatex);
  if (readsBack(simple, name)) return simple;
  const careful = classical(name, grouped);
  if (dialect === 'bibtex' || readsBack(careful, name)) return careful;
  return extended(name);
}

function classical(name: CslName, write: (part: string) => string): string {
  const part = (value: string | undefined): string => (value === undefined ? '' : write(value));
  const particle = name['non-dropping-particle'];
  // A particle keeps its place as words; in brackets it would be part of the family name.
  const family = [particle === undefined ? '' : toLatex(particle), part(name.family)]
    .filter(Boolean)
    .join(' ');
  const given = [
    part(name.given),
    name['dropping-particle'] === undefined ? '' : toLatex(name['dropping-particle']),
  ]
    .filter(Boolean)
    .join(' ');
  if (name.suffix !== undefined) return `${family}, ${part(name.suffix)}, ${given}`;
  if (given !== '') return `${family}, ${given}`;
  return write === grouped ? `${family},` : family;
}

function extended(name: CslName): string {
  const nonDropping = name['non-dropping-particle'];
  const given = [name.given, nonDropping === undefined ? undefined : name['dropping-particle']]
    .filter(Boolean)
    .join(' ');
  const prefix = nonDropping ?? name['dropping-particle'];
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['family', name.family],
    ['given', given],
    ['suffix', name.suffix],
    ['prefix', prefix],
  ];
  const written = parts.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${grouped(value)}`],
  );
  if (prefix !== undefined) written.push(`useprefix=${String(nonDropping !== undefined)}`);
  return written.join(', ');
}

function grouped(value: string): string {
  return `{${toLatex(value)}}`;
}

function readsBack(written: string, name: CslName): boolean {
  // Among others: "and" at an end would join the next.
  const parts = splitList(`X and ${written} and X`);
  if (parts.length !== 3 || written === '') return false;
  const back = readBibtexName(parts[1] ?? '');
  return (
    back !== undefined &&
    (['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'] as const).every(
      (part) => (back[part] ?? '') === (name[part] ?? ''),
    )
  );
}
