import { doiKey, findDoi, findEricId, findIsbns, isPreprintDoi } from '../../domain/bibliography/identifiers';
import type { CslItem } from '../../domain/bibliography';

/** What a pasted word names. */
export type IdentifierKind = 'doi' | 'isbn' | 'arxiv' | 'pmid' | 'eric';

/** One pasted identifier, or a piece of text that is none. */
export interface PastedIdentifier {
  /** Line of the pasted text, from 1. */
  readonly line: number;
  /** As it was pasted. */
  readonly raw: string;
  /** Null when the text names no work. */
  readonly found: { readonly kind: IdentifierKind; readonly value: string } | null;
}

const ARXIV =
  /(?:arxiv\s*:\s*|arxiv\.org\/(?:abs|pdf)\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/i;
const BARE_ARXIV = /^(\d{4}\.\d{4,5})(?:v\d+)?$/;
const PMID = /^(?:pmid\s*:?\s*|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/)(\d{1,9})\/?$/i;

/**
 * Reads a pasted list: one or several DOIs, ISBNs, arXiv, PubMed or ERIC numbers per line, bare, as addresses or after their names.
 * @param text what was pasted
 * @returns one entry per identifier in order; a line that holds none is one entry without `found`; an identifier named twice comes once
 */
export function readIdentifierList(text: string): readonly PastedIdentifier[] {
  const seen = new Set<string>();
  const entries: PastedIdentifier[] = [];
  for (const [index, source] of text.split(/\r\n|[\n\r]/).entries()) {
    const line = index + 1;
    const raw = source.trim();
    if (raw === '') continue;
    const found = identifiersOf(raw);
    if (found.length === 0) entries.push({ line, raw, found: null });
    for (const one of found) {
      const key = `${one.kind}:${one.value.toLowerCase()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      entries.push({ line, raw, found: one });
    }
  }
  return entries;
}

function identifiersOf(line: string): NonNullable<PastedIdentifier['found']>[] {
  const whole = identifierOf(line);
  // ISBNs may hold blanks, so a line is read whole before it is taken apart.
  const parts = line
    .replace(/\b(pmid|arxiv|doi)\s*:?\s+/gi, '$1:')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const found = parts.map(identifierOf).filter((one) => one !== null);
  if (found.length > 1) return found;
  return whole === null ? found : [whole];
}

function identifierOf(text: string): PastedIdentifier['found'] {
  const doi = findDoi(text);
  if (doi !== undefined) return { kind: 'doi', value: doi };
  const arxiv = ARXIV.exec(text)?.[1] ?? BARE_ARXIV.exec(text)?.[1];
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv };
  const pmid = PMID.exec(text)?.[1];
  if (pmid !== undefined) return { kind: 'pmid', value: pmid };
  const eric = findEricId(text);
  if (eric !== undefined) return { kind: 'eric', value: eric };
  const [isbn] = findIsbns(text);
  return isbn === undefined ? null : { kind: 'isbn', value: isbn };
}

/**
 * The record of a work of which only its number is known yet. `custom.lookup` says that it waits to be completed.
 * @param found the number
 */
export function identifierRecord({ kind, value }: NonNullable<PastedIdentifier['found']>): CslItem {
  const waiting = { lookup: { status: 'queued', kind, value } };
  switch (kind) {
    case 'doi':
      return {
        type: isPreprintDoi(value) ? 'article' : 'article-journal',
        title: value,
        DOI: doiKey(value),
        custom: waiting,
      };
    case 'isbn':
      return { type: 'book', title: `ISBN ${value}`, ISBN: value, custom: waiting };
    case 'arxiv':
      return {
        type: 'article',
        title: `arXiv:${value}`,
        number: `arXiv:${value}`,
        archive: 'arXiv',
        URL: `https://arxiv.org/abs/${value}`,
        custom: waiting,
      };
    case 'pmid':
      return { type: 'article-journal', title: `PMID ${value}`, PMID: value, custom: waiting };
    case 'eric':
      return {
        type: value.startsWith('EJ') ? 'article-journal' : 'report',
        title: `ERIC ${value}`,
        URL: `https://eric.ed.gov/?id=${value}`,
        custom: waiting,
      };
  }
}
