/** Call names of area citation: all the preload may know of it. */
export const citationChannels = ['citation.search', 'citation.items', 'citation.format'] as const;
