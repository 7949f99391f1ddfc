import { z } from 'zod';
import type { NativeAnnotation } from '@shared/domain/annotation';
import type { PdfFailureCode, PdfHead, PdfPageText, PdfTextSummary } from '@shared/domain/pdf-metadata/types';

/** What the pool asks of a PDF worker. One request at a time per worker. */
export type PdfWorkerRequest =
  | { readonly kind: 'inspect'; readonly id: number; readonly path: string; readonly pages: number }
  /** Annotations that other programs wrote into the file. */
  | { readonly kind: 'annotations'; readonly id: number; readonly path: string }
  | {
      readonly kind: 'extract';
      readonly id: number;
      readonly path: string;
      readonly fromPage: number;
      readonly batchSize: number;
    }
  /** The batch was stored; send the next. */
  | { readonly kind: 'continue'; readonly id: number };

/** The annotations of a PDF and the name it is known by. */
export interface PdfAnnotations {
  readonly fingerprint: string;
  readonly annotations: readonly NativeAnnotation[];
}

/** What a PDF worker answers. */
export type PdfWorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'head'; readonly id: number; readonly head: PdfHead }
  | { readonly kind: 'annotations'; readonly id: number; readonly found: PdfAnnotations }
  | { readonly kind: 'pages'; readonly id: number; readonly pages: readonly PdfPageText[] }
  | { readonly kind: 'done'; readonly id: number; readonly summary: PdfTextSummary }
  | { readonly kind: 'failed'; readonly id: number; readonly code: PdfFailureCode; readonly cause: string }
  /** Something was thrown outside any request's own promise chain; the worker must be replaced. */
  | { readonly kind: 'poisoned'; readonly cause: string };

/** Where pdf.js finds its character maps and standard fonts; absolute folder paths ending in a separator. */
export const pdfWorkerData = z.object({
  cMapFolder: z.string(),
  fontFolder: z.string(),
  maxBytes: z.number(),
});
export type PdfWorkerData = Readonly<z.infer<typeof pdfWorkerData>>;
