import { z } from 'zod';
import { listCitable, readCitable, readCslRecords, type CitableRow } from '@db/repositories/report-items';
import type {
  CitationCluster,
  FormattedDocument,
  StyleId,
  StyleLocale,
} from '@shared/domain/report/citation';
import type { CallOutput } from '@shared/ipc/contract';
import { ok, type Result } from '@shared/lib/result';
import type { CitationFormatter } from '../adapters/citation-formatter';
import type { CslRecord } from '../adapters/citation-engine';
import type { Core } from '../core';

type CitableItem = CallOutput<'citation.search'>['items'][number];

interface Indexed {
  readonly row: CitableRow;
  /** Folded words of authors, title, year and key; `lead` are the author's. */
  readonly lead: readonly string[];
  readonly words: readonly string[];
}

const StoredCsl = z.looseObject({});

/** Finds works to cite and formats citations. */
export class CitationService {
  private readonly core: Pick<Core, 'db' | 'commands'>;
  private readonly formatter: CitationFormatter;
  private index: readonly Indexed[] | null = null;

  constructor(core: Pick<Core, 'db' | 'commands'>, formatter: CitationFormatter) {
    this.core = core;
    this.formatter = formatter;
    core.commands.onCommitted((entry) => {
      if (entry.changes.some((change) => change.table === 'item')) this.index = null;
    });
  }

  /**
   * Items of which every typed word begins a word of author, title, year or key. Matches in the author come first,
   * then the last changed.
   */
  search(query: string, limit: number): Result<{ items: CitableItem[] }> {
    const terms = words(query);
    this.index ??= listCitable(this.core.db).map(indexed);
    const found: { readonly row: CitableRow; readonly rank: number }[] = [];
    for (const { row, lead, words: all } of this.index) {
      if (!terms.every((term) => all.some((word) => word.startsWith(term)))) continue;
      const rank = terms.some((term) => lead.some((word) => word.startsWith(term))) ? 0 : 1;
      found.push({ row, rank });
    }
    found.sort((a, b) => a.rank - b.rank);
    return ok({ items: found.slice(0, limit).map(({ row }) => toItem(row)) });
  }

  /** The items with these ids, in this order; those that are gone are left out. */
  items(itemIds: readonly string[]): Result<{ items: CitableItem[] }> {
    const rows = new Map(readCitable(this.core.db, itemIds).map((row) => [row.id, row]));
    return ok({
      items: itemIds.flatMap((id) => {
        const row = rows.get(id);
        return row === undefined ? [] : [toItem(row)];
      }),
    });
  }

  /** Formats the citations of a document; errors are those of the engine. */
  format(
    styleId: StyleId,
    locale: StyleLocale,
    clusters: readonly CitationCluster[],
  ): Promise<Result<FormattedDocument>> {
    const items = this.records(clusters.flatMap((cluster) => cluster.items.map((item) => item.itemId)));
    return this.formatter.format({ styleId, locale, clusters, items });
  }

  /** CSL records as the citation processor and the bibliography writers need them: with the item's id and key. */
  records(itemIds: readonly string[]): CslRecord[] {
    return readCslRecords(this.core.db, itemIds).map((row) => {
      const stored = StoredCsl.safeParse(JSON.parse(row.csl));
      return {
        ...(stored.success ? stored.data : {}),
        id: row.id,
        type: row.type,
        ...(row.citation_key === null ? {} : { 'citation-key': row.citation_key }),
      };
    });
  }
}

function toItem(row: CitableRow): CitableItem {
  return {
    itemId: row.id,
    citationKey: row.citation_key ?? '',
    authors: row.authors,
    year: row.year,
    title: row.title,
    containerTitle: row.container_title,
  };
}

function indexed(row: CitableRow): Indexed {
  const lead = words(row.authors);
  const key = row.citation_key ?? '';
  return {
    row,
    lead,
    words: [
      ...lead,
      ...words(row.title),
      ...(row.year === null ? [] : [String(row.year)]),
      key.toLowerCase(),
    ],
  };
}

/** Lower case, accents dropped: `Müller` is found as `muller`. */
function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
