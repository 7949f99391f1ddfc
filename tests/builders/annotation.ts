import type { Annotation, AnnotationDraft, AnnotationTarget } from '@shared/domain/annotation';

/** A place on the first page, as the reader would describe it. */
export function aTarget(overrides: Partial<AnnotationTarget> = {}): AnnotationTarget {
  return {
    pageIndex: 0,
    pageLabel: '1',
    rects: [
      [72, 700, 300, 712],
      [72, 684, 180, 696],
    ],
    quote: 'Partners changed every second week.',
    prefix: 'logged by the class teacher. ',
    suffix: ' Of 4,720 pupils',
    start: 90,
    end: 125,
    sortIndex: '00000|000090|00080',
    fingerprint: 'copy-a',
    ...overrides,
  };
}

/** A new highlight. */
export function aDraft(overrides: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return { ...aTarget(), type: 'highlight', color: '#5fb236', comment: '', ...overrides };
}

/** A stored highlight. */
export function anAnnotation(overrides: Partial<Annotation> = {}): Annotation {
  return {
    ...aDraft(),
    id: '0192f000-0000-7000-8000-000000000001',
    itemId: '0192f000-0000-7000-8000-000000000002',
    attachmentId: '0192f000-0000-7000-8000-000000000003',
    createdAt: '2026-01-15T08:00:00.000Z',
    updatedAt: '2026-01-15T09:30:05.000Z',
    linkCount: 0,
    ...overrides,
  };
}
