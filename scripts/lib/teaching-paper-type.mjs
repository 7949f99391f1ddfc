/**
 * Lines of text for the teaching papers. Own line breaking, because the fonts come split by script (Latin, Latin
 * extended, Cyrillic) and pdfkit cannot fall back from one font to the next inside a line.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const INK = '#24221e';
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic'];
const STYLES = { regular: '400-normal', italic: '400-italic', bold: '600-normal', boldItalic: '600-italic' };

/**
 * Registers the font files with a PDF. A face is looked up by style, then by the first script that has the glyph.
 * @param doc the PDF that is being written
 * @param root project root, where node_modules is
 */
function registerFaces(doc, root) {
  const folder = join(root, 'node_modules', '@fontsource', 'source-serif-4', 'files');
  return Object.entries(STYLES).flatMap(([style, suffix]) =>
    SCRIPTS.map((script) => {
      const name = `${style}-${script}`;
      doc.registerFont(name, readFileSync(join(folder, `source-serif-4-${script}-${suffix}.woff`)));
      // pdfkit keeps the parsed font file there; it alone knows which glyphs are in it.
      const { font } = doc.font(name)._font;
      return { name, style, has: (code) => font.hasGlyphForCodePoint(code) };
    }),
  );
}

/** Splits `**bold**` and `*italic*` into styled runs. */
function styledRuns(text, base = 'regular') {
  const runs = [];
  let bold = base === 'bold';
  let italic = base === 'italic';
  for (const part of text.split(/(\*\*|\*)/)) {
    if (part === '**') bold = !bold;
    else if (part === '*') italic = !italic;
    else if (part !== '')
      runs.push({
        text: part,
        style: bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular',
      });
  }
  return runs;
}

/** Cuts a run where the script, hence the font file, changes. Spaces and punctuation stay with what precedes them. */
function byFace(run, faces) {
  const own = faces.filter((face) => face.style === run.style);
  const pieces = [];
  for (const char of run.text) {
    const last = pieces.at(-1);
    const code = char.codePointAt(0);
    const face = last?.face.has(code) ? last.face : own.find((candidate) => candidate.has(code));
    if (face === undefined)
      throw new Error(`No glyph for "${char}" (U+${code.toString(16)}) in ${run.style}`);
    if (last?.face === face) last.text += char;
    else pieces.push({ text: char, face });
  }
  return pieces;
}

/**
 * @param doc the PDF that is being written
 * @param root project root, where node_modules is
 * @returns breakLines: text to measured lines; drawLine: one line to the page
 */
export function createTypesetter(doc, root) {
  const faces = registerFaces(doc, root);
  const measure = (piece, size) => doc.font(piece.face.name).fontSize(size).widthOfString(piece.text);

  /** Words with their pieces and widths; a word is what must not be broken. */
  function toWords(text, size, base) {
    const list = [{ pieces: [], width: 0 }];
    for (const run of styledRuns(text, base)) {
      run.text.split(/( )/).forEach((part) => {
        if (part === ' ') list.push({ pieces: [], width: 0, style: run.style });
        else if (part !== '') {
          const pieces = byFace({ ...run, text: part }, faces).map((piece) => ({
            ...piece,
            width: measure(piece, size),
          }));
          const word = list.at(-1);
          word.pieces.push(...pieces);
          word.width += pieces.reduce((sum, piece) => sum + piece.width, 0);
        }
      });
    }
    return list.filter((word) => word.pieces.length > 0);
  }

  /** Greedy line breaking; ragged right reads better than stretched lines in a narrow column. */
  function breakLines(text, size, width, base = 'regular') {
    const space = measure({ text: ' ', face: faces.find((face) => face.name === 'regular-latin') }, size);
    const lines = [];
    let line = { words: [], width: 0 };
    for (const word of toWords(text, size, base)) {
      const needed = line.words.length === 0 ? word.width : line.width + space + word.width;
      if (needed > width && line.words.length > 0) {
        lines.push(line);
        line = { words: [word], width: word.width };
      } else {
        line = { words: [...line.words, word], width: needed };
      }
    }
    if (line.words.length > 0) lines.push(line);
    return lines.map((entry) => ({ ...entry, space }));
  }

  /** Draws one line; the space goes into the text of the preceding piece, so that extraction keeps it. */
  function drawLine(line, x, y, size, { color = INK, align = 'left', width = 0, last = false } = {}) {
    doc.fillColor(color);
    let at =
      align === 'right' ? x + width - line.width : align === 'center' ? x + (width - line.width) / 2 : x;
    line.words.forEach((word, index) => {
      const wordEnds = index === line.words.length - 1;
      word.pieces.forEach((piece, pieceIndex) => {
        const tail = pieceIndex === word.pieces.length - 1 && !(wordEnds && last) ? ' ' : '';
        doc
          .font(piece.face.name)
          .fontSize(size)
          .text(piece.text + tail, at, y, {
            lineBreak: false,
            baseline: 'alphabetic',
            features: { kern: true },
          });
        at += piece.width;
      });
      at += line.space;
    });
  }

  return { breakLines, drawLine };
}
