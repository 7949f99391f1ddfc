import { z } from 'zod';
import { CitationItem, FormattedDocument, StyleId, StyleLocale } from '@shared/domain/report/citation';
import type { Area } from '../endpoint';
import type { citationChannels } from '../channels/citation';

/** A library item as the citation picker shows it. */
export const citableItem = z.object({
  itemId: z.string(),
  citationKey: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  title: z.string(),
  containerTitle: z.string(),
});

const cluster = z.object({ id: z.string().min(1), items: z.array(CitationItem).min(1).max(50) });

/** Contract of area citation. */
export const citationContract = {
  /** Items whose author, title, year or key begin with every typed word; best first. */
  'citation.search': {
    input: z.object({ query: z.string().max(300), limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({ items: z.array(citableItem) }),
  },
  /** The items with these ids that are still in the library. */
  'citation.items': {
    input: z.object({ itemIds: z.array(z.string()).max(1000) }),
    output: z.object({ items: z.array(citableItem) }),
  },
  /** Citation texts and list of references of a document, in document order. */
  'citation.format': {
    input: z.object({ styleId: StyleId, locale: StyleLocale, clusters: z.array(cluster).max(2000) }),
    output: FormattedDocument,
  },
} satisfies Area<typeof citationChannels>;
