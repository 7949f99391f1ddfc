import { z } from 'zod';
import { annotationColor } from './palette';
import { pdfRect } from './rects';

/** What a reader can put on a page. `note` is a mark at one point, without marked text. */
export const ANNOTATION_TYPES = ['highlight', 'underline', 'note'] as const;
export const annotationType = z.enum(ANNOTATION_TYPES);

/** Longest comment, in characters: several pages of prose. */
export const LONGEST_COMMENT = 20_000;

/**
 * Where an annotation stands: boxes for drawing, text quote for finding it again in another copy (W3C Web Annotation
 * TextQuoteSelector and TextPositionSelector, the latter as `start` and `end` in the text of the page).
 */
export const annotationTarget = z.object({
  pageIndex: z.int().nonnegative(),
  pageLabel: z.string().max(40),
  rects: z.array(pdfRect).min(1).max(500),
  quote: z.string().max(50_000),
  prefix: z.string().max(400),
  suffix: z.string().max(400),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  sortIndex: z.string().regex(/^\d{5}\|\d{6}\|\d{5}$/),
  /** Document fingerprint: the PDF's /ID as pdf.js gives it. */
  fingerprint: z.string().max(200),
});
export type AnnotationTarget = Readonly<z.infer<typeof annotationTarget>>;

/** A new annotation as the reader hands it over. */
export const annotationDraft = annotationTarget.extend({
  type: annotationType,
  color: annotationColor,
  comment: z.string().max(LONGEST_COMMENT),
});
export type AnnotationDraft = Readonly<z.infer<typeof annotationDraft>>;

/** What may be changed later. A new target is written when the annotation was found again in another copy. */
export const annotationPatch = z
  .object({
    type: annotationType,
    color: annotationColor,
    comment: z.string().max(LONGEST_COMMENT),
    target: annotationTarget,
  })
  .partial();
export type AnnotationPatch = Readonly<z.infer<typeof annotationPatch>>;

/** An annotation as it is stored. */
export const annotation = annotationTarget.extend({
  id: z.uuid(),
  itemId: z.uuid(),
  attachmentId: z.uuid(),
  type: annotationType,
  color: annotationColor,
  comment: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Places that rest on this annotation: appraisal answers, rationales, claims. */
  linkCount: z.int().nonnegative(),
});
export type Annotation = Readonly<z.infer<typeof annotation>>;
