import { open } from 'node:fs/promises';
import type {
  CslItem,
  CslName,
  FieldProvenance,
  FoundFieldName,
  ItemProvenance,
} from '@shared/domain/bibliography';
import { identityRemark } from '@shared/domain/pdf-metadata/remark';
import type { Result } from '@shared/lib/result';

/** A value found in a PDF, with its origin. */
export interface FoundValue<T> {
  readonly value: T;
  readonly source: Exclude<FieldProvenance['source'], 'person'>;
  readonly confidence: number;
  readonly page: number | null;
}

/** What can be known of a PDF without any network. */
export interface PaperFacts {
  readonly pageCount: number;
  readonly fingerprint: string;
  readonly textLayer: 'present' | 'sparse' | 'none';
  readonly title?: FoundValue<string>;
  readonly authors?: FoundValue<readonly CslName[]>;
  readonly year?: FoundValue<number>;
  readonly doi?: FoundValue<string>;
  readonly arxiv?: FoundValue<string>;
  readonly isbn?: FoundValue<string>;
  readonly journal?: FoundValue<string>;
  readonly abstract?: FoundValue<string>;
  readonly language?: FoundValue<string>;
}

/** Reads a PDF's facts; a hostile file costs a failure, never the process. */
export type InspectPaper = (
  path: string,
  fileName: string,
  signal: AbortSignal,
) => Promise<Result<Partial<PaperFacts>>>;

/** A PDF begins with this; some files carry up to a kilobyte of something else before it. */
export async function looksLikePdf(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1_024), 0, 1_024, 0);
      return buffer.subarray(0, bytesRead).includes('%PDF-');
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/**
 * The record of a paper from what was found in it; every field keeps its source and waits for approval.
 * @param facts what was found
 * @param fileName gives the title when nothing else does
 */
export function paperRecord(
  facts: Partial<PaperFacts>,
  fileName: string,
): { readonly item: CslItem; readonly provenance: ItemProvenance } {
  const provenance: Partial<Record<FoundFieldName, FieldProvenance>> = {};
  const take = <T>(field: FoundFieldName, found: FoundValue<T> | undefined): T | undefined => {
    if (found === undefined) return undefined;
    const { source, confidence, page } = found;
    provenance[field] = { source, confidence, page, approved: false };
    return found.value;
  };
  const item: CslItem = { type: paperType(facts) };
  const title = take('title', facts.title);
  if (title === undefined) {
    item.title = fileName.replace(/\.pdf$/i, '');
    provenance.title = { source: 'file-name', confidence: 0.1, page: null, approved: false };
  } else {
    item.title = title;
  }
  const authors = take('author', facts.authors);
  if (authors !== undefined && authors.length > 0) item.author = [...authors];
  const year = take('issued', facts.year);
  if (year !== undefined) item.issued = { 'date-parts': [[year]] };
  const journal = take('container-title', facts.journal);
  if (journal !== undefined) item['container-title'] = journal;
  const doi = take('DOI', facts.doi);
  if (doi !== undefined) item.DOI = doi;
  const isbn = take('ISBN', facts.isbn);
  if (isbn !== undefined) item.ISBN = isbn;
  const language = take('language', facts.language);
  if (language !== undefined) item.language = language;
  const abstract = take('abstract', facts.abstract);
  if (abstract !== undefined) item.abstract = abstract;
  if (facts.arxiv !== undefined) {
    item.number = `arXiv:${facts.arxiv.value}`;
    item.archive = 'arXiv';
    item.URL = `https://arxiv.org/abs/${facts.arxiv.value}`;
  }
  const waiting = title === undefined ? undefined : numberOf(facts);
  if (waiting !== undefined) item.custom = { lookup: { status: 'queued', ...waiting, from: 'pdf' } };
  return { item, provenance };
}

/** The number by which a paper can be looked up once the network is allowed. */
function numberOf({
  doi,
  arxiv,
  isbn,
}: Partial<PaperFacts>): { readonly kind: string; readonly value: string } | undefined {
  if (doi !== undefined) return { kind: 'doi', value: doi.value };
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv.value };
  return isbn === undefined ? undefined : { kind: 'isbn', value: isbn.value };
}

function paperType(facts: Partial<PaperFacts>): CslItem['type'] {
  if (facts.journal !== undefined) return 'article-journal';
  if (facts.arxiv !== undefined) return 'article';
  if (facts.isbn !== undefined && facts.doi === undefined) return 'book';
  return facts.doi === undefined ? 'document' : 'article-journal';
}

/** What a person should know of a paper that came in, beside its fields. */
export function paperRemark(facts: Result<Partial<PaperFacts>>): string {
  return facts.ok ? identityRemark(facts.value) : facts.error.code;
}
