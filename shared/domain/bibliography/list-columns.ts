import { familyName, fullName, mainCreators } from './creators';
import type { CslItem } from './csl-item';
import { issuedYear } from './dates';
import { doiKey, findDoi } from './identifiers';
import { stripMarkup, titleKey } from './plain-text';

/** What a list sorts and shows of a record, kept beside it in the database. */
export interface ListColumns {
  readonly type: string;
  readonly citation_key: string | null;
  readonly title: string;
  /** Family names, comma between. */
  readonly authors: string;
  readonly year: number | null;
  readonly container_title: string;
  /** Lower case. */
  readonly doi: string | null;
  readonly language: string | null;
  readonly sort_title: string;
  readonly sort_authors: string;
  readonly title_key: string;
}

/** A list column is no place for the thousand authors of some physics papers. */
const MAX_CREATORS = 20;
const LEADING_ARTICLE = /^(?:a|an|the|der|die|das|ein|eine|le|la|les|el|los|las) (?=.)/;

/**
 * Derives the list columns of a record. Whoever writes `item.csl` writes these with it.
 * @param item the record
 */
export function listColumns(item: CslItem): ListColumns {
  const creators = mainCreators(item).slice(0, MAX_CREATORS);
  const key = titleKey(item.title ?? '');
  const doi = item.DOI === undefined ? undefined : findDoi(item.DOI);
  return {
    type: item.type,
    citation_key: item['citation-key'] ?? null,
    title: stripMarkup(item.title ?? ''),
    authors: creators.map(familyName).join(', '),
    year: issuedYear(item) ?? null,
    container_title: stripMarkup(item['container-title'] ?? ''),
    doi: doi === undefined ? null : doiKey(doi),
    language: item.language ?? null,
    sort_title: key.replace(LEADING_ARTICLE, ''),
    sort_authors: creators.map((name) => titleKey(`${familyName(name)} ${fullName(name)}`)).join(' '),
    title_key: key,
  };
}
