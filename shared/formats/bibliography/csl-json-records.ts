import { LineCounter, type RawRecord } from './record';

/**
 * Cuts a CSL-JSON file into its items without parsing the whole: an array of items, an object with `items`
 * or `references`, one item, or one item per line. A broken item costs itself only.
 * @param text whole file
 */
export function* splitCslJson(text: string): Generator<RawRecord> {
  const lines = new LineCounter(text);
  const base = itemsStart(text);
  let index = 0;
  let depth = 0;
  let start = -1;
  let inString = false;
  let damaged = false;
  for (let offset = base; offset < text.length; offset += 1) {
    const char = text.charCodeAt(offset);
    if (inString) {
      if (char === 92) offset += 1;
      else if (char === 34) inString = false;
      // A string never runs over a line end: a missing quote must not swallow the rest of the file.
      else if (char === 10) {
        inString = false;
        damaged = true;
      }
    } else if (char === 34) {
      inString = depth > 0;
    } else if (char === 123) {
      if (depth > 0 && damaged && indentAt(text, offset) <= indentAt(text, start)) {
        yield { index, line: lines.lineAt(start), raw: text.slice(start, offset).trimEnd() };
        index += 1;
        depth = 0;
      }
      if (depth === 0) {
        start = offset;
        damaged = false;
      }
      depth += 1;
    } else if (char === 125 && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        yield { index, line: lines.lineAt(start), raw: text.slice(start, offset + 1) };
        index += 1;
        start = -1;
      }
    } else if (char === 93 && depth === 0) {
      return;
    }
  }
  if (start >= 0) yield { index, line: lines.lineAt(start), raw: text.slice(start).trimEnd() };
}

/** @returns how far a bracket that is first on its line is indented; far right when it is not the first */
function indentAt(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(Math.max(lineStart, offset - 200), offset);
  return before.trim() === '' ? before.length : Number.MAX_SAFE_INTEGER;
}

/** Where the items begin: after the bracket of the array that holds them, or at the first item itself. */
function itemsStart(text: string): number {
  const first = /\S/.exec(text)?.index ?? 0;
  if (text.charAt(first) === '[') return first + 1;
  const wrapped =
    /^\s*\{\s*(?:"[^"]*"\s*:\s*(?:"[^"]*"|[\d.]+|true|false|null)\s*,\s*)*"(?:items|references)"\s*:\s*\[/.exec(
      text,
    );
  return wrapped === null ? first : wrapped[0].length;
}
