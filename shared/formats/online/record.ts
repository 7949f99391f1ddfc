import { z } from 'zod';
import { cslItemSchema } from '@shared/domain/bibliography/csl-item';
import { onlineService, retractionSchema } from '@shared/domain/online/services';

/** One work as a service describes it, in the app's own terms. */
export const onlineRecordSchema = z.object({
  service: onlineService,
  /** The service's own name for it: DOI, W…, EJ…. */
  id: z.string().min(1).max(400),
  csl: cslItemSchema,
  /** Fields of `item.education` the service knows of. */
  education: z.object({
    /** ISCED 2011 levels. */
    phase: z.array(z.string().max(4)).max(9).optional(),
    /** Descriptors of the service's thesaurus. */
    topic: z.array(z.string().max(120)).max(30).optional(),
  }),
  isPeerReviewed: z.boolean().nullable(),
  /** Page where the text can be read freely, if the service knows one. */
  openUrl: z.string().nullable(),
  retraction: retractionSchema.nullable(),
});
export type OnlineRecord = z.infer<typeof onlineRecordSchema>;

/** A page of what a search found. */
export interface OnlinePage {
  readonly total: number;
  readonly records: readonly OnlineRecord[];
  /** Entries that could not be read, and were left out. */
  readonly unreadable: number;
  /** Where the next page starts, null at the end. */
  readonly next: string | null;
}
