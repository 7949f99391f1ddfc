/** Call names of area annotation: all the preload may know of it. */
export const annotationChannels = [] as const;
