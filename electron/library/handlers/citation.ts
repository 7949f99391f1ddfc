import type { Core } from '../core';
import { writingServices } from '../services/report-composition';
import type { AreaHandlers } from './handler';

/** Calls of area citation -> services. @param core shared services */
export function citationHandlers(core: Core): AreaHandlers<'citation'> {
  const { citations } = writingServices(core);
  return {
    'citation.search': ({ query, limit }) => citations.search(query, limit),
    'citation.items': ({ itemIds }) => citations.items(itemIds),
    'citation.format': ({ styleId, locale, clusters }) => citations.format(styleId, locale, clusters),
  };
}
