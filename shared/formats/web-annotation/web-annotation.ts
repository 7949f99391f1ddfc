import { z } from 'zod';
import { annotationDraft, type Annotation, type DatedDraft } from '../../domain/annotation';

/**
 * An annotation in the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
 * @param annotation as stored
 * @param source path or address of the file it is in
 * @param fileId SHA-256 of that file, by which the annotation finds it again wherever it is
 */
export function webAnnotation(
  annotation: Annotation,
  source: string,
  fileId: string,
): Readonly<Record<string, unknown>> {
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
      digest: `sha256:${fileId}`,
      pageLabel: annotation.pageLabel,
      sortIndex: annotation.sortIndex,
      fingerprint: annotation.fingerprint,
    },
  };
}

const selector = z.object({
  type: z.string(),
  value: z.string().default(''),
  exact: z.string().default(''),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  start: z.number().default(0),
  end: z.number().default(0),
});
const ownAnnotation = z.object({
  created: z.string().default(''),
  body: z.array(z.object({ value: z.string() })).default([]),
  target: z.object({
    styleClass: z.string(),
    selector: z.array(selector),
    rects: z.unknown(),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    pageLabel: z.string(),
    sortIndex: z.string(),
    fingerprint: z.string(),
  }),
});
const collection = z.object({ first: z.object({ items: z.array(z.unknown()) }) });

/**
 * Reads back what {@link webAnnotation} wrote.
 * @param json an AnnotationCollection; anything else, and annotations of other programs, give nothing
 * @returns annotations by the SHA-256 of their file
 */
export function readWebAnnotations(json: unknown): ReadonlyMap<string, readonly DatedDraft[]> {
  const found = new Map<string, DatedDraft[]>();
  const parsed = collection.safeParse(json);
  for (const raw of parsed.success ? parsed.data.first.items : []) {
    const own = ownAnnotation.safeParse(raw);
    if (!own.success) continue;
    const { target, body, created } = own.data;
    const of = (type: string) => target.selector.find((candidate) => candidate.type === type);
    const quote = of('TextQuoteSelector');
    const position = of('TextPositionSelector');
    const draft = annotationDraft.safeParse({
      ...target,
      type: target.styleClass.split('-')[0],
      color: target.styleClass.split('-')[1],
      comment: body.map(({ value }) => value).join('\n\n'),
      pageIndex: Number(/^page=(\d+)/.exec(of('FragmentSelector')?.value ?? '')?.[1] ?? 0) - 1,
      quote: quote?.exact ?? '',
      prefix: quote?.prefix ?? '',
      suffix: quote?.suffix ?? '',
      start: position?.start ?? 0,
      end: position?.end ?? 0,
    });
    if (!draft.success) continue;
    const fileId = target.digest.slice('sha256:'.length);
    const known = found.get(fileId);
    const dated = { draft: draft.data, createdAt: created };
    if (known === undefined) found.set(fileId, [dated]);
    else known.push(dated);
  }
  return found;
}
