import { z } from 'zod';
import { CitationItem } from '@shared/domain/report/citation';
import { createCitationEngine } from './citation-engine';
import { bundledStyles } from './citation-resources';

const Request = z.object({
  styleId: z.string(),
  locale: z.string(),
  clusters: z.array(z.object({ id: z.string(), items: z.array(CitationItem) })),
  items: z.array(z.looseObject({ id: z.string(), type: z.string() })),
});

const engine = createCitationEngine(bundledStyles);

/** What the citation worker does: one request, one Result. @param request a FormatRequest */
export function formatCitations(request: unknown): unknown {
  return engine.formatDocument(Request.parse(request));
}
