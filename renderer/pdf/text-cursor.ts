/** A selection made with the keyboard, within one page; `focus` is the end that moves. Whole words are selected. */
export interface TextCursor {
  readonly anchor: { readonly start: number; readonly end: number };
  readonly focus: { readonly start: number; readonly end: number };
}

/** What a key moves by. */
export type CursorUnit = 'word' | 'sentence';

/** Stretches of a page text that the cursor can stand on. */
export interface TextUnits {
  readonly words: readonly TextSpan[];
  readonly sentences: readonly TextSpan[];
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a page into words and sentences by the rules of its language (Unicode UAX 29).
 * @param flow the text of the page; a line feed ends a sentence, so line ends inside paragraphs must be spaces
 * @param locale BCP 47 language, only a hint
 */
export function textUnits(flow: string, locale: string): TextUnits {
  const words: TextSpan[] = [];
  for (const part of new Intl.Segmenter(locale, { granularity: 'word' }).segment(flow)) {
    if (part.isWordLike === true) words.push({ start: part.index, end: part.index + part.segment.length });
  }
  const sentences: TextSpan[] = [];
  for (const part of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(flow)) {
    const lead = part.segment.length - part.segment.trimStart().length;
    const end = part.index + part.segment.trimEnd().length;
    if (end > part.index + lead) sentences.push({ start: part.index + lead, end });
  }
  return { words, sentences };
}

/**
 * A cursor on the first word at or behind an offset.
 * @returns undefined when the page has no words
 */
export function cursorAt(units: TextUnits, offset: number): TextCursor | undefined {
  const word = units.words.find((span) => span.end > offset) ?? units.words.at(-1);
  return word ? { anchor: word, focus: word } : undefined;
}

/**
 * Moves the cursor, or the moving end of the selection.
 * @param units words and sentences of the page
 * @param cursor where it stands
 * @param unit by words, or by sentences
 * @param step 1 onwards, -1 backwards
 * @param extend keep the other end where it is
 * @returns the new cursor, or undefined at the end of the page
 */
export function moveCursor(
  units: TextUnits,
  cursor: TextCursor,
  unit: CursorUnit,
  step: 1 | -1,
  extend: boolean,
): TextCursor | undefined {
  const spans = unit === 'word' ? units.words : units.sentences;
  const next = neighbour(spans, cursor.focus, step, extend && unit === 'sentence');
  if (!next) return undefined;
  return extend ? { anchor: cursor.anchor, focus: next } : { anchor: next, focus: next };
}

/** @returns the selected stretch, from the earlier end to the later one */
export function cursorRange(cursor: TextCursor): TextSpan {
  return {
    start: Math.min(cursor.anchor.start, cursor.focus.start),
    end: Math.max(cursor.anchor.end, cursor.focus.end),
  };
}

/** With `finish`, a first step takes in the rest of the unit the cursor stands in, before going on to the next one. */
function neighbour(
  spans: readonly TextSpan[],
  from: TextSpan,
  step: 1 | -1,
  finish: boolean,
): TextSpan | undefined {
  if (finish) {
    const around = spans.find((span) => span.start <= from.start && span.end >= from.end);
    if (around && (step === 1 ? around.end > from.end : around.start < from.start)) return around;
  }
  return step === 1
    ? spans.find((span) => span.start >= from.end)
    : spans.findLast((span) => span.end <= from.start);
}
