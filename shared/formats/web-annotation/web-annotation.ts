import type { Annotation } from '../../domain/annotation';

/**
 * An annotation in the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
 * @param annotation as stored
 * @param source path or address of the file it is in
 */
export function webAnnotation(annotation: Annotation, source: string): Readonly<Record<string, unknown>> {
  const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rects[0] ?? [];
  return {
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: annotation.type === 'note' ? 'commenting' : 'highlighting',
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    ...(annotation.comment === ''
      ? {}
      : {
          body: [
            { type: 'TextualBody', value: annotation.comment, format: 'text/plain', purpose: 'commenting' },
          ],
        }),
    target: {
      source,
      styleClass: `${annotation.type}-${annotation.color}`,
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc8118',
          value: `page=${String(annotation.pageIndex + 1)}&viewrect=${[left, bottom, right - left, top - bottom].join(',')}`,
        },
        ...(annotation.quote === ''
          ? []
          : [
              {
                type: 'TextQuoteSelector',
                exact: annotation.quote,
                prefix: annotation.prefix,
                suffix: annotation.suffix,
              },
              { type: 'TextPositionSelector', start: annotation.start, end: annotation.end },
            ]),
      ],
      rects: annotation.rects,
    },
  };
}
