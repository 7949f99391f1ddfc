import type { AnnotationColor } from './palette';

/** What the side list of annotations shows. Empty sets and texts do not restrict. */
export interface AnnotationFilter {
  readonly colors: ReadonlySet<AnnotationColor>;
  readonly text: string;
}

/** The fields of an annotation that the filter looks at. */
export interface Filterable {
  readonly color: AnnotationColor;
  readonly quote: string;
  readonly comment: string;
}

/**
 * @param annotations any list
 * @param filter colours and words; all words must occur, in the quotation, the comment or the name of the colour
 * @param meaning what the user calls a colour
 * @returns the annotations that fit, in the order given
 */
export function filterAnnotations<T extends Filterable>(
  annotations: readonly T[],
  filter: AnnotationFilter,
  meaning: (color: AnnotationColor) => string,
): readonly T[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return annotations.filter((annotation) => {
    if (filter.colors.size > 0 && !filter.colors.has(annotation.color)) return false;
    if (words.length === 0) return true;
    const hay = fold(`${annotation.quote}\n${annotation.comment}\n${meaning(annotation.color)}`);
    return words.every((word) => hay.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
