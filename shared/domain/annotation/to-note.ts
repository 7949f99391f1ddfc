import { escapeHtml } from '../../lib/escape-html';
import { ANNOTATION_COLORS, type AnnotationColor } from './palette';
import type { Annotation } from './annotation';

/** What a note takes of an annotation. */
export type NotedAnnotation = Pick<Annotation, 'id' | 'itemId' | 'color' | 'quote' | 'comment' | 'pageLabel'>;

/** Words of a note, in the person's language. */
export interface NoteWords {
  /** What the person calls a colour. */
  readonly meaning: (color: AnnotationColor) => string;
  /** "(Halas 2019, p. 3)" */
  readonly citation: (annotation: NotedAnnotation) => string;
  /** Heading of a paper, where there are several. */
  readonly paper: (itemId: string) => string;
}

/** How the annotations are put in order: page by page and paper by paper, or by what their colours mean, across papers. */
export type NoteOrder = 'reading' | 'meaning';

/** Characters of one note; a note holds at most 200,000. */
export const NOTE_LENGTH = 150_000;

/**
 * Writes annotations as rich notes: quotation, comment, and a citation that leads to the page.
 * @param annotations paper by paper in reading order
 * @param order how they are grouped
 * @param words in the person's language
 * @param longest characters of one note
 * @returns bodies in the HTML of notes, several where one would be too long; none without annotations
 */
export function notesOf(
  annotations: readonly NotedAnnotation[],
  order: NoteOrder,
  words: NoteWords,
  longest = NOTE_LENGTH,
): readonly string[] {
  const notes: string[] = [];
  let body = '';
  for (const { heading, members } of groups(annotations, order, words)) {
    const title = heading === null ? '' : `<h3>${escapeHtml(heading)}</h3>`;
    let isTitled = false;
    for (const annotation of members) {
      const entry = entryOf(annotation, words);
      if (body !== '' && body.length + title.length + entry.length > longest) {
        notes.push(body);
        body = '';
        isTitled = false;
      }
      body += isTitled ? entry : title + entry;
      isTitled = true;
    }
  }
  return body === '' ? notes : [...notes, body];
}

interface Group {
  readonly heading: string | null;
  readonly members: readonly NotedAnnotation[];
}

function groups(
  annotations: readonly NotedAnnotation[],
  order: NoteOrder,
  words: NoteWords,
): readonly Group[] {
  if (order === 'meaning')
    return ANNOTATION_COLORS.map((color) => ({
      heading: words.meaning(color),
      members: annotations.filter((annotation) => annotation.color === color),
    })).filter(({ members }) => members.length > 0);
  const papers = [...new Set(annotations.map(({ itemId }) => itemId))];
  return papers.map((itemId) => ({
    heading: papers.length > 1 ? words.paper(itemId) : null,
    members: annotations.filter((annotation) => annotation.itemId === itemId),
  }));
}

function entryOf(annotation: NotedAnnotation, words: NoteWords): string {
  const { id, quote, comment } = annotation;
  const citation = `<a href="inquiry://annotation/${id}">${escapeHtml(words.citation(annotation))}</a>`;
  const said = comment.trim() === '' ? '' : ` ${lines(comment)}`;
  return quote.trim() === ''
    ? `<p>${lines(comment)} ${citation}</p>`
    : `<blockquote><p>${lines(quote)}</p></blockquote><p>${citation}${said}</p>`;
}

function lines(text: string): string {
  return escapeHtml(text.trim()).replace(/\r?\n/g, '<br />');
}
