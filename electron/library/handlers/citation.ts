import type { WritingServices } from '../services/report-composition';
import type { AreaHandlers } from './handler';

/** Calls of area citation -> services. @param writing the services of writing */
export function citationHandlers(writing: WritingServices): AreaHandlers<'citation'> {
  const { citations } = writing;
  return {
    'citation.search': ({ query, limit }) => citations.search(query, limit),
    'citation.items': ({ itemIds }) => citations.items(itemIds),
    'citation.format': ({ styleId, locale, clusters }) => citations.format(styleId, locale, clusters),
  };
}
