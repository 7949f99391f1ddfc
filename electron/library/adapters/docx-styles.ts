import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';

/** Names of the paragraph styles a report uses; each is a style of its own that the reader can restyle. */
export const DOCX_STYLE = {
  byline: 'Subtitle',
  caption: 'Caption',
  bibliography: 'Bibliography',
  quote: 'Quote',
  note: 'TableNote',
} as const;

export const BULLETS = 'report-bullets';
/** @param start first number; @returns name of the numbering that begins there */
export const numberingFrom = (start: number): string => `report-numbers-${String(start)}`;

const FONT = 'Calibri';
const INK = '24221E';
const MUTED = '5D574D';
const HALF_INCH = 720;

/**
 * @param language BCP 47 language of the text, for spelling and reading aloud
 * @param hangingIndent whether entries of the list of references hang
 */
export function reportStyles(language: string, hangingIndent: boolean): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 300 } },
      },
      title: { run: { font: FONT, size: 40, bold: true, color: INK }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(30, 320),
      heading2: heading(26, 240),
      heading3: heading(23, 200),
      hyperlink: { run: { color: '264E86', underline: {} } },
    },
    paragraphStyles: [
      {
        id: DOCX_STYLE.byline,
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { color: MUTED },
      },
      {
        id: DOCX_STYLE.caption,
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { bold: true, size: 20 },
        paragraph: { spacing: { before: 160, after: 60 }, keepLines: true },
      },
      {
        id: DOCX_STYLE.bibliography,
        name: 'Bibliography',
        basedOn: 'Normal',
        next: 'Bibliography',
        quickFormat: true,
        paragraph: {
          spacing: { after: 120 },
          ...(hangingIndent ? { indent: { left: HALF_INCH, hanging: HALF_INCH } } : {}),
        },
      },
      {
        id: DOCX_STYLE.quote,
        name: 'Quote',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: 567, right: 567 } },
      },
      {
        id: DOCX_STYLE.note,
        name: 'Table Note',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 18, color: MUTED },
        paragraph: { spacing: { before: 60, after: 200 } },
      },
    ],
  };
}

/** @param starts first numbers of the numbered lists in the report */
export function reportNumbering(starts: readonly number[]): INumberingOptions {
  const indent = (level: number) => ({ paragraph: { indent: { left: 425 * (level + 1), hanging: 425 } } });
  const levels = [0, 1, 2, 3];
  return {
    config: [
      {
        reference: BULLETS,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: level % 2 === 0 ? '•' : '–',
          alignment: AlignmentType.LEFT,
          style: indent(level),
        })),
      },
      ...[...new Set(starts)].map((start) => ({
        reference: numberingFrom(start),
        levels: levels.map((level) => ({
          level,
          start,
          format: level % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
          text: `%${String(level + 1)}.`,
          alignment: AlignmentType.LEFT,
          style: indent(level),
        })),
      })),
    ],
  };
}
