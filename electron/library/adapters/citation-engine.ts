import CSL from 'citeproc';
import type {
  CitationCluster,
  CitationItem,
  FormattedDocument,
  RichRun,
} from '@shared/domain/report/citation';
import { plainText } from '@shared/domain/report/citation';
import { fail, ok, type Result } from '@shared/lib/result';
import { runsFromCiteprocHtml } from './citation-html';

/** A bibliographic record in CSL-JSON; fields that are not named here are passed on to the style as they are. */
export interface CslRecord {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Where style and locale texts come from; undefined means "no such style". */
export interface StyleSource {
  style(id: string): string | undefined;
  locale(lang: string): string | undefined;
}

/** What is to be formatted. `items`: every record the clusters name; records that nobody cites are ignored. */
export interface FormatRequest {
  readonly styleId: string;
  readonly locale: string;
  readonly clusters: readonly CitationCluster[];
  readonly items: readonly CslRecord[];
}

/** Formats citations and lists of references. One warm engine is kept per style and language. */
export interface CitationEngine {
  /** Formats every citation of a document and its list of references. */
  formatDocument(request: FormatRequest): Result<FormattedDocument>;
}

const FALLBACK_LOCALE = 'en-US';
/** Shown in place of a work that is not in the library any more. */
const MISSING = '[?]';

/**
 * @param source texts of styles and locales
 * Errors (as values): `citation.style-unknown` {styleId}, `citation.locale-unknown` {locale},
 * `citation.style-broken` {styleId}, `citation.format-failed` {styleId}.
 */
export function createCitationEngine(source: StyleSource): CitationEngine {
  const warm = new Map<string, WarmEngine>();

  function engineFor(styleId: string, locale: string): Result<WarmEngine> {
    const key = `${styleId} ${locale}`;
    const known = warm.get(key);
    if (known !== undefined) return ok(known);
    const style = source.style(styleId);
    if (style === undefined) return fail('citation.style-unknown', { styleId });
    if (source.locale(locale) === undefined) return fail('citation.locale-unknown', { locale });
    try {
      const engine = new WarmEngine(style, locale, source);
      warm.set(key, engine);
      return ok(engine);
    } catch (error) {
      return fail('citation.style-broken', { styleId }, String(error));
    }
  }

  return {
    formatDocument(request) {
      const engine = engineFor(request.styleId, request.locale);
      if (!engine.ok) return engine;
      try {
        return ok(engine.value.format(request.clusters, request.items));
      } catch (error) {
        // A processor that threw is in an unknown state: the next request starts from a fresh one.
        warm.delete(`${request.styleId} ${request.locale}`);
        return fail('citation.format-failed', { styleId: request.styleId }, String(error));
      }
    },
  };
}

class WarmEngine {
  private readonly records = new Map<string, CslRecord>();
  private readonly fingerprints = new Map<string, string>();
  private readonly engine: InstanceType<typeof CSL.Engine>;

  constructor(style: string, locale: string, source: StyleSource) {
    const system = {
      retrieveLocale: (lang: string) => source.locale(lang) ?? source.locale(FALLBACK_LOCALE) ?? false,
      retrieveItem: (id: string) => this.records.get(id),
    };
    this.engine = new CSL.Engine(system, style, locale, true);
    this.engine.opt.development_extensions.wrap_url_and_doi = true;
  }

  format(clusters: readonly CitationCluster[], items: readonly CslRecord[]): FormattedDocument {
    const offered = new Map(items.map((item) => [item.id, item]));
    const cited = new Set(clusters.flatMap((cluster) => cluster.items.map((item) => item.itemId)));
    const missingItemIds = [...cited].filter((id) => !offered.has(id));
    this.load([...cited].flatMap((id) => offered.get(id) ?? []));

    const present = clusters.map((cluster) => ({
      id: cluster.id,
      items: cluster.items.filter((item) => offered.has(item.itemId)),
      missing: cluster.items.length - cluster.items.filter((item) => offered.has(item.itemId)).length,
    }));
    const texts = new Map(
      this.engine
        .rebuildProcessorState(
          present
            .filter((cluster) => cluster.items.length > 0)
            .map((cluster) => ({
              citationID: cluster.id,
              citationItems: cluster.items.map(toCiteprocItem),
              properties: { noteIndex: 0 },
            })),
          'html',
        )
        .map(([id, , html]) => [id, runsFromCiteprocHtml(html)] as const),
    );
    const citations = present.map((cluster) => {
      const gaps: RichRun[] = cluster.missing > 0 ? [{ text: MISSING }] : [];
      const written = texts.get(cluster.id) ?? [];
      const runs = [...written, ...(written.length > 0 && gaps.length > 0 ? [{ text: ' ' }] : []), ...gaps];
      return { clusterId: cluster.id, runs, plain: plainText(runs) };
    });
    return { citations, ...this.bibliography(), missingItemIds };
  }

  /** Registers exactly these records; a record whose data changed is taken out first, so that the engine reads it anew. */
  private load(records: readonly CslRecord[]): void {
    const unchanged: string[] = [];
    for (const record of records) {
      const fingerprint = JSON.stringify(record);
      if (this.fingerprints.get(record.id) === fingerprint) unchanged.push(record.id);
      this.fingerprints.set(record.id, fingerprint);
    }
    const changed = this.records.size > 0 && unchanged.length < this.records.size;
    if (changed) this.engine.updateItems(unchanged);
    this.records.clear();
    for (const record of records) this.records.set(record.id, record);
    for (const id of this.fingerprints.keys()) if (!this.records.has(id)) this.fingerprints.delete(id);
  }

  private bibliography(): Pick<FormattedDocument, 'bibliography' | 'hangingIndent'> {
    const made = this.engine.makeBibliography();
    if (made === false) return { bibliography: [], hangingIndent: false };
    const [parameters, entries] = made;
    return {
      hangingIndent: Boolean(parameters.hangingindent),
      bibliography: entries.map((html, index) => {
        const runs = runsFromCiteprocHtml(html);
        return { itemId: parameters.entry_ids[index]?.[0] ?? '', runs, plain: plainText(runs) };
      }),
    };
  }
}

function toCiteprocItem(item: CitationItem): {
  id: string;
  locator?: string;
  label?: string;
  prefix?: string;
  suffix?: string;
  'suppress-author'?: boolean;
} {
  return {
    id: item.itemId,
    ...(item.locator !== '' ? { locator: item.locator, label: item.label } : {}),
    ...(item.prefix !== '' ? { prefix: `${item.prefix.trimEnd()} ` } : {}),
    ...(item.suffix !== '' ? { suffix: suffixText(item.suffix) } : {}),
    ...(item.suppressAuthor ? { 'suppress-author': true } : {}),
  };
}

/** A suffix that starts with punctuation hugs the reference; words are parted from it by a space. */
function suffixText(suffix: string): string {
  const text = suffix.trim();
  return /^[,;:.)]/.test(text) ? text : ` ${text}`;
}
