import { z } from 'zod';
import {
  annotation,
  annotationColor,
  annotationDraft,
  annotationPatch,
  annotationTarget,
  colorMeanings,
} from '../../domain/annotation';
import type { Area } from '../endpoint';
import type { annotationChannels } from '../channels/annotation';

const annotations = z.object({ annotations: z.array(annotation) });

/** Contract of area annotation. Annotations in the trash are left out everywhere. */
export const annotationContract = {
  /** What the reader shows of a file; remembers that its item was opened. */
  'annotation.openPaper': {
    input: z.object({ attachmentId: z.uuid() }),
    output: z.object({
      itemId: z.string(),
      itemTitle: z.string(),
      fileTitle: z.string(),
      mediaType: z.string(),
      lastPageIndex: z.int(),
    }),
  },
  /** Annotations of one file, in reading order. */
  'annotation.list': { input: z.object({ attachmentId: z.uuid() }), output: annotations },
  /** Annotations of all files of an item, file by file, in reading order. */
  'annotation.listForItem': { input: z.object({ itemId: z.uuid() }), output: annotations },
  'annotation.get': {
    input: z.object({ annotationId: z.uuid() }),
    output: z.object({ annotation, itemTitle: z.string() }),
  },
  /** One step of undo, also for a selection over several pages (one draft per page). */
  'annotation.create': {
    input: z.object({ attachmentId: z.uuid(), drafts: z.array(annotationDraft).min(1).max(50) }),
    output: annotations,
  },
  'annotation.update': {
    input: z.object({ annotationId: z.uuid(), patch: annotationPatch }),
    output: z.object({ annotation }),
  },
  'annotation.remove': {
    input: z.object({ annotationIds: z.array(z.uuid()).min(1).max(10_000) }),
    output: z.object({ removed: z.int() }),
  },
  /** Writes the new places of annotations that were found again in another copy of the file. */
  'annotation.reanchor': {
    input: z.object({
      found: z
        .array(z.object({ annotationId: z.uuid(), target: annotationTarget }))
        .min(1)
        .max(10_000),
    }),
    output: z.object({ moved: z.int() }),
  },
  /** What the person calls the colours; a colour that is absent has its default name. */
  'annotation.palette': { input: z.object({}), output: z.object({ meanings: colorMeanings }) },
  'annotation.renameColor': {
    input: z.object({ color: annotationColor, meaning: z.string().trim().max(60) }),
    output: z.object({ meanings: colorMeanings }),
  },
  /** Where the person stopped reading; not a step of undo. */
  'annotation.keepPlace': {
    input: z.object({ attachmentId: z.uuid(), pageIndex: z.int().nonnegative() }),
    output: z.object({ kept: z.literal(true) }),
  },
  /** Writes a copy of the PDF that carries the annotations as standard PDF annotations. */
  'annotation.saveCopy': {
    input: z.object({
      attachmentId: z.uuid(),
      path: z.string().min(1).max(4096),
      author: z.string().max(200).default(''),
    }),
    output: z.object({ path: z.string(), written: z.int(), skipped: z.int() }),
  },
} satisfies Area<typeof annotationChannels>;
