/** Old DOIs made of a SICI hold angle brackets: 10.5555/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2, some end at ;2. */
const DOI_PATTERN = /10\.\d{4,9}\/(?:[^\s"<>]*\d<\d[^\s"<>]*>\d\.\d\.[A-Z]{2};2(?:-[^\s"<>]+)?|[^\s"<>]+)/i;
/** What an address goes on with behind a DOI in it: `?download=true`, `&token2=…`. */
const QUERY = /[?&#][\w.-]+=.*$/s;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Finds the DOI in a field that may hold a URL, a "doi:" prefix or trailing punctuation.
 * @param value text of a DOI or URL field
 * @returns the DOI as printed (case kept, it is not significant), or undefined when there is none or only a template's placeholder
 */
export function findDoi(value: string): string | undefined {
  const plain = value.includes('&lt;') ? value.replaceAll('&lt;', '<').replaceAll('&gt;', '>') : value;
  // BibTeX's backslashes before signs stand in no DOI.
  const bare = plain.replace(/\\+(?=[_&%#])/g, '');
  const decoded = /%2f|%3c/i.test(bare) ? safeDecode(bare) : bare;
  const match = DOI_PATTERN.exec(decoded);
  if (!match) return undefined;
  const doi = trimDoi(match[0].replace(QUERY, ''));
  return isPlaceholderDoi(doi) || doi.endsWith('/') ? undefined : doi;
}

/** @param doi a DOI as returned by {@link findDoi}; @returns the form under which two DOIs are equal */
export function doiKey(doi: string): string {
  return doi.toLowerCase();
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function trimDoi(doi: string): string {
  let result = doi;
  for (;;) {
    const last = result.at(-1) ?? '';
    const opener = CLOSERS[last];
    const unbalanced = opener !== undefined && result.split(last).length > result.split(opener).length;
    if (!unbalanced && !/[.,;:'’”*]/.test(last)) return result;
    result = result.slice(0, -1);
  }
}

/** Templates ship DOIs such as 10.1145/nnnnnnn.nnnnnnn or 10.1145/1122445.1122456. */
function isPlaceholderDoi(doi: string): boolean {
  const suffix = doi.slice(doi.indexOf('/') + 1).toLowerCase();
  return /^[nx.\-_]+$/.test(suffix) || suffix === '1122445.1122456' || suffix === 'xxxxxx.xxxxx';
}

/**
 * All valid ISBNs in a field, as 13 digits without hyphens, so that the 10- and 13-digit form of one book are equal.
 * @param value text of an ISBN field, may hold several with remarks
 */
export function findIsbns(value: string): readonly string[] {
  const found = new Set<string>();
  for (const match of value.matchAll(/(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx]/g)) {
    const digits = match[0].replace(/[-\s]/g, '').toUpperCase();
    if (digits.length === 13 && isbn13CheckDigit(digits) === digits[12]) found.add(digits);
    if (digits.length === 10 && isIsbn10(digits)) {
      const stem = `978${digits.slice(0, 9)}`;
      found.add(stem + isbn13CheckDigit(stem));
    }
  }
  return [...found];
}

function isbn13CheckDigit(digits: string): string {
  const sum = Array.from(digits.slice(0, 12)).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function isIsbn10(digits: string): boolean {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index),
    0,
  );
  return sum % 11 === 0;
}

/**
 * ERIC accession number (EJ… journal article, ED… document) in a field or an eric.ed.gov address.
 * @param value any text
 */
export function findEricId(value: string): string | undefined {
  const match = /\b(E[DJ]\d{6,8})\b/i.exec(value);
  return match?.[1]?.toUpperCase();
}

/** @param value text of a PMID field; @returns its digits, or undefined */
export function findPmid(value: string): string | undefined {
  return /^\D*(\d{4,9})\D*$/.exec(value)?.[1];
}

/** Registrants whose DOIs name a preprint: arXiv, PsyArXiv, OSF, EdArXiv, SocArXiv, SSRN, bioRxiv, Research Square, Preprints.org. */
const PREPRINT_PREFIXES = [
  '10.48550/',
  '10.31234/',
  '10.31219/',
  '10.35542/',
  '10.31235/',
  '10.2139/',
  '10.1101/',
  '10.21203/',
  '10.20944/',
];

/** @param doi a DOI; @returns whether its registrant publishes preprints */
export function isPreprintDoi(doi: string): boolean {
  const key = doiKey(doi);
  return PREPRINT_PREFIXES.some((prefix) => key.startsWith(prefix));
}
