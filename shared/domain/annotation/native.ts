import { type AnnotationDraft, LONGEST_COMMENT } from './annotation';
import { nearestColor } from './palette';
import { orderRect, type PdfRect } from './rects';
import { sortIndex } from './sort-index';

/** An annotation that another program wrote into a PDF, with the text it covers. */
export interface NativeAnnotation {
  readonly kind: 'highlight' | 'underline' | 'note';
  readonly pageIndex: number;
  readonly pageLabel: string;
  /** Height of the unrotated page in PDF points. */
  readonly pageHeight: number;
  /** PDF points, one per line. */
  readonly rects: readonly PdfRect[];
  /** '#rrggbb'; empty when the file names none. */
  readonly color: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly comment: string;
  readonly author: string;
  /** ISO 8601 UTC; empty when the file does not say it. */
  readonly createdAt: string;
  /** Tags that Zotero keeps inside the PDF. */
  readonly tags?: readonly string[];
  /** Answers that others wrote to it, in order. */
  readonly replies: readonly { readonly author: string; readonly comment: string }[];
}

/** A new annotation and when it was made. */
export interface DatedDraft {
  readonly draft: AnnotationDraft;
  /** ISO 8601 UTC; empty when unknown. */
  readonly createdAt: string;
  /** Tags of the annotation itself. */
  readonly tags?: readonly string[];
}

/**
 * Annotations of another program as ours: colours become the nearest of the palette; where several people wrote, each comment begins
 * with its author's name. Tags stand at the end of the comment too, where a person sees and finds them.
 * @param found annotations of one PDF
 * @param fingerprint of the PDF
 */
export function draftsOfNative(
  found: readonly NativeAnnotation[],
  fingerprint: string,
): readonly DatedDraft[] {
  const authors = new Set(
    found.flatMap(({ author, replies }) => [author, ...replies.map((reply) => reply.author)]).filter(Boolean),
  );
  const signed = (author: string, text: string): string =>
    authors.size > 1 && author !== '' && text !== '' ? `${author}: ${text}` : text;
  return found.flatMap((annotation): readonly DatedDraft[] => {
    const rects = annotation.rects.slice(0, 500).map((rect): [number, number, number, number] => {
      const [left, bottom, right, top] = orderRect(rect);
      return [left, bottom, right, top];
    });
    if (rects.length === 0) return [];
    const comment = [
      signed(annotation.author, annotation.comment),
      ...annotation.replies.map((reply) => signed(reply.author, reply.comment)),
      (annotation.tags ?? []).map((tag) => `#${tag}`).join(' '),
    ]
      .filter(Boolean)
      .join('\n\n');
    const { pageIndex, start } = annotation;
    return [
      {
        createdAt: annotation.createdAt,
        ...(annotation.tags === undefined ? {} : { tags: annotation.tags }),
        draft: {
          type: annotation.kind,
          color: nearestColor(annotation.color),
          comment: comment.slice(0, LONGEST_COMMENT),
          pageIndex,
          pageLabel: annotation.pageLabel.slice(0, 40),
          rects,
          quote: annotation.quote.slice(0, 50_000),
          prefix: annotation.prefix,
          suffix: annotation.suffix,
          start,
          end: annotation.end,
          sortIndex: sortIndex(pageIndex, start, rects, annotation.pageHeight),
          fingerprint,
        },
      },
    ];
  });
}

/**
 * @param value a date of ISO 32000-1 7.9.4, "D:20210503101112+02'00'"
 * @returns ISO 8601 UTC, empty when it is no date
 */
export function isoOfPdfDate(value: string): string {
  // Some programs write dates as UTF-16.
  const plain = value
    .replace(/^\u00FE\u00FF/, '')
    .replaceAll('\0', '')
    .trim();
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(
    plain,
  );
  if (match === null) return '';
  const part = (at: number, otherwise: number): number => Number(match[at] ?? otherwise);
  const offset = (match[7] === '-' ? -1 : 1) * (part(8, 0) * 60 + part(9, 0));
  const time = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0));
  const date = new Date(time - offset * 60_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
