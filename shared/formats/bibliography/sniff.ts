import type { BibliographyFormat } from './record';
import { isReferenceTable } from './table-mapping';

/** What a file holds, judged by its content first and its name only where the content is silent. */
export type SniffedFormat =
  | { readonly kind: 'bibliography'; readonly format: BibliographyFormat }
  /** Recognised, but made by a program whose own format is not read. */
  | { readonly kind: 'unsupported'; readonly name: 'xml' | 'zotero-json' | 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' };

/** Enough of a file to tell its format: vendors put headers of a few lines before the first record. */
const HEAD_LENGTH = 200_000;

/**
 * Tells which bibliography format a text is in.
 * @param text whole text, decoded, without a byte order mark
 */
export function sniffFormat(text: string): SniffedFormat {
  const head = text.slice(0, HEAD_LENGTH);
  const start = head.trimStart().slice(0, 600);
  if (start === '') return { kind: 'empty' };
  const xml = sniffXml(head, start);
  if (xml !== undefined) return xml;
  if (/^<!doctype html|^<html/i.test(start)) return { kind: 'unsupported', name: 'html' };
  if (/^[[{]/.test(start)) {
    if (/"(?:itemType|translatorID)"\s*:/.test(head)) return { kind: 'unsupported', name: 'zotero-json' };
    if (/"\w[\w-]*"\s*:/.test(head) || /^\[\s*\]\s*$/.test(start))
      return { kind: 'bibliography', format: 'csl-json' };
  }
  const [headings = ''] = start.split('\n');
  const columns = headings.split(/[,;\t]/).map((heading) => heading.replace(/^"|"$/g, ''));
  if (isReferenceTable(columns)) return { kind: 'bibliography', format: 'table' };
  const ris = firstMatch(
    head,
    /^[ \t]*TY\s{0,2}[-\u2010-\u2015]\s*\S/im,
    ...(/^ER {2}-/m.test(head) ? [RIS_WITHOUT_TYPE] : []),
  );
  const medline = firstMatch(head, /^(?:PMID|OWN |STAT|OID |NLM )-\s/m);
  const refer = firstMatch(
    head,
    /^%0\s+\p{Lu}|^%A .*\n(?:.*\n){0,4}?%[TJD] |^%T .*\n(?:.*\n){0,4}?%[ABJD] /mu,
  );
  const bibtex = firstMatch(text, /@\s*[A-Za-z][\w-]*\s*[{(]/);
  const found: readonly (readonly [number, BibliographyFormat])[] = [
    [ris, 'ris'],
    [medline, 'medline'],
    [refer, 'refer'],
    [bibtex, 'bibtex'],
  ];
  const best = found.filter(([offset]) => offset >= 0).sort(([a], [b]) => a - b)[0];
  return best === undefined ? { kind: 'unknown' } : { kind: 'bibliography', format: best[1] };
}

/** XML of two programs is read; other XML is recognised and told apart from text. */
function sniffXml(head: string, start: string): SniffedFormat | undefined {
  if (!/^<(?:\?xml|!doctype (?!html)|!--|xml\b|records\b|modsCollection|[\w-]+:RDF\b|RDF\b)/i.test(start))
    return undefined;
  if (/<(?:[\w-]+:)?RDF[\s>]/.test(head))
    return isZoteroRdf(head)
      ? { kind: 'bibliography', format: 'zotero-rdf' }
      : { kind: 'unsupported', name: 'xml' };
  if (/<record>/.test(head) && /<(?:ref-type|contributors|rec-number|titles)\b/.test(head)) {
    return { kind: 'bibliography', format: 'endnote-xml' };
  }
  return { kind: 'unsupported', name: 'xml' };
}

/** RDF is a way to write anything; only Zotero's own words for references are understood. */
function isZoteroRdf(head: string): boolean {
  return /purl\.org\/net\/biblio#|[\w-]+:itemType\b/.test(head);
}

/** References of RIS that have lost their first lines still have titles and authors. */
const RIS_WITHOUT_TYPE = /^(?:TI|T1|AU|A1) {2}- \S/m;

function firstMatch(text: string, ...patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found.index;
  }
  return -1;
}
