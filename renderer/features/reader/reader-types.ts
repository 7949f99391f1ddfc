import type { Annotation, AnnotationColor } from '@shared/domain/annotation';
import type { OpenDocument, PdfViewer } from '../../pdf';

/** What is known of a paper before its PDF is open. */
export interface PaperInfo {
  readonly itemId: string;
  readonly itemTitle: string;
  readonly fileTitle: string;
  readonly mediaType: string;
  readonly lastPageIndex: number;
}

/** What the panels beside the page need. */
export interface SidePanelsProps {
  readonly itemId: string;
  readonly attachmentId: string;
  readonly title: string;
  readonly document: OpenDocument;
  readonly viewer: PdfViewer | undefined;
  readonly annotations: readonly Annotation[];
  readonly lost: ReadonlySet<string>;
  readonly meaning: (color: AnnotationColor) => string;
  readonly onDelete: (annotations: readonly Annotation[]) => void;
  readonly onRecolor: (annotation: Annotation, color: AnnotationColor) => void;
}
