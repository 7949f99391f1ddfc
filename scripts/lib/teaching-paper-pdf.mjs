/**
 * Lays out one teaching paper as a tagged PDF: title block across the page, body in two columns.
 */
import PDFDocument from 'pdfkit';
import { createTypesetter, INK } from './teaching-paper-type.mjs';

const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 70, bottom: 64 };
const GAP = 21;
const COLUMN = (PAGE.width - PAGE.left - PAGE.right - GAP) / 2;
const FULL = PAGE.width - PAGE.left - PAGE.right;
const BODY = { size: 10.2, leading: 14.2 };
const MUTED = '#6a6459';
const RULE = '#bdb3a0';
const ACCENT = '#264e86';
const WORDS = {
  en: {
    mark: 'TEACHING PAPER · INVENTED DATA',
    footer: 'Teaching paper, invented data: schools, pupils, authors and results do not exist.',
    abstract: 'Abstract',
    keywords: 'Keywords',
    references: 'References',
  },
  uk: {
    mark: 'НАВЧАЛЬНА СТАТТЯ · ВИГАДАНІ ДАНІ',
    footer: 'Навчальна стаття, вигадані дані: школи, учні, автори й результати не існують.',
    abstract: 'Анотація',
    keywords: 'Ключові слова',
    references: 'Джерела',
  },
};

/**
 * @param {object} paper a paper.json, see teachingPaperSchema in shared/domain/learning
 * @param {string} root project root, where node_modules is
 * @returns {Promise<{ bytes: Buffer, pages: number }>} the PDF and its page count
 */
export async function renderTeachingPaper(paper, root) {
  const words = WORDS[paper.language];
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    pdfVersion: '1.7',
    info: {
      Title: paper.title,
      Author: paper.authors.map((author) => `${author.given} ${author.family}`).join('; '),
      Subject: `${words.footer} ${paper.licence}. doi:${paper.doi}`,
      Keywords: paper.keywords.join(', '),
      Creator: 'Inquiry Desk',
      Producer: 'Inquiry Desk (pdfkit)',
      CreationDate: new Date(Date.UTC(paper.year, 5, 1)), // fixed, so that equal sources give equal bytes
    },
  });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const finished = new Promise((resolvePdf, reject) => {
    doc.on('end', () => resolvePdf(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

  const { breakLines, drawLine } = createTypesetter(doc, root);
  const element = (type, options, draw) => doc.addStructure(doc.struct(type, options, draw));

  // --- where we are: the columns of page 1 start below the title block -----------------------------------------
  let column = 0;
  let columnTop = PAGE.top;
  let y = PAGE.top;
  const bottom = PAGE.height - PAGE.bottom;
  const columnX = () => PAGE.left + column * (COLUMN + GAP);
  function nextColumn() {
    if (column === 0) column = 1;
    else {
      doc.continueOnNewPage(); // keeps the open structure element open across the page break
      column = 0;
      columnTop = PAGE.top;
    }
    y = columnTop;
  }
  const room = () => bottom - y;

  /** Flows lines through the columns without leaving one line of a paragraph alone. */
  function flowLines(lines, size, leading, options = {}) {
    let index = 0;
    while (index < lines.length) {
      let fits = Math.floor((room() + 0.01) / leading);
      const left = lines.length - index;
      if (fits < left) {
        if (left - fits === 1) fits -= 1;
        if (fits < 2) {
          nextColumn();
          continue;
        }
      }
      for (const line of lines.slice(index, index + Math.min(fits, left))) {
        y += leading;
        drawLine(line, columnX() + (options.indent ?? 0), y - leading * 0.28, size, options);
      }
      index += Math.min(fits, left);
      if (index < lines.length) nextColumn();
    }
  }

  function paragraph(text) {
    element('P', {}, () => flowLines(breakLines(text, BODY.size, COLUMN), BODY.size, BODY.leading));
    y += 5.5;
  }

  let outlineParent = doc.outline;
  function heading(text, level) {
    const size = level === 1 ? 12 : 10.2;
    const leading = level === 1 ? 16 : 14;
    const lines = breakLines(text, size, COLUMN, level === 1 ? 'bold' : 'boldItalic');
    const before = y === columnTop ? 0 : level === 1 ? 8 : 3;
    if (room() < before + lines.length * leading + 3 * BODY.leading) nextColumn();
    else y += before;
    if (level === 1) outlineParent = doc.outline.addItem(text);
    else outlineParent.addItem(text);
    element(level === 1 ? 'H1' : 'H2', {}, () => flowLines(lines, size, leading, { color: ACCENT }));
    y += level === 1 ? 2.5 : 1;
  }

  function rule(x, width, weight, color = RULE) {
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
    doc.endMarkedContent();
  }

  /** A table stays in one column: measured first, then drawn row by row with real table tags. */
  function table(block) {
    const size = 8.3;
    const leading = 11;
    const pad = 4;
    const widths = block.columns.map((entry) => entry.width * COLUMN);
    const cells = (row, style) =>
      row.map((text, index) => breakLines(text, size, widths[index] - (index === 0 ? 2 : 6), style));
    const rows = [
      cells(
        block.columns.map((entry) => entry.label),
        'bold',
      ),
      ...block.rows.map((row) => cells(row)),
    ];
    const heights = rows.map((row) => Math.max(...row.map((cell) => cell.length)) * leading + pad);
    const caption = breakLines(block.caption, 8.6, COLUMN, 'bold');
    const note = block.note === undefined ? [] : breakLines(block.note, 7.6, COLUMN);
    const height = caption.length * 11.5 + 8 + heights.reduce((sum, h) => sum + h, 0) + note.length * 10 + 14;
    if (room() < height) nextColumn();
    y += 4;
    const node = doc.struct('Table');
    doc.addStructure(node);
    node.add(doc.struct('Caption', () => flowLines(caption, 8.6, 11.5)));
    y += 5;
    rule(columnX(), COLUMN, 0.9, INK);
    rows.forEach((row, rowIndex) => {
      const tr = doc.struct('TR');
      node.add(tr);
      let x = columnX();
      row.forEach((cell, index) => {
        const from = x;
        tr.add(
          doc.struct(rowIndex === 0 ? 'TH' : 'TD', () => {
            cell.forEach((line, lineIndex) =>
              drawLine(line, from, y + (lineIndex + 1) * leading - 1, size, {
                align: block.columns[index].align,
                width: widths[index] - 1,
              }),
            );
          }),
        );
        x += widths[index];
      });
      tr.end();
      y += heights[rowIndex];
      if (rowIndex === 0) rule(columnX(), COLUMN, 0.5);
    });
    y += 1;
    rule(columnX(), COLUMN, 0.9, INK);
    node.end();
    if (note.length > 0) {
      y += 2;
      element('P', {}, () => flowLines(note, 7.6, 10, { color: MUTED }));
    }
    y += 9;
  }

  /** Boxes joined by arrows, two arms side by side; the boxes of one step have equal height. */
  function flow(block) {
    const size = 7.9;
    const leading = 10.2;
    const pad = 5;
    const gap = 13;
    const armWidth = (COLUMN - 12) / 2;
    const boxOf = (text, width) => breakLines(text, size, width - 2 * pad);
    const top = block.top.map((text) => boxOf(text, COLUMN * 0.72));
    const arms = block.arms.map((arm) => [
      breakLines(arm.title, size, armWidth - 2 * pad, 'bold'),
      ...arm.steps.map((text) => boxOf(text, armWidth)),
    ]);
    const stepHeights = arms[0].map(
      (_, index) => Math.max(...arms.map((arm) => arm[index].length)) * leading + 2 * pad,
    );
    const topHeights = top.map((lines) => lines.length * leading + 2 * pad);
    const caption = breakLines(block.caption, 8.6, COLUMN, 'bold');
    const sum = (list) => list.reduce((total, value) => total + value, 0);
    const height =
      sum(topHeights) +
      sum(stepHeights) +
      gap * (topHeights.length + stepHeights.length) +
      caption.length * 11.5 +
      14;
    if (room() < height) nextColumn();
    y += 6;
    const box = (lines, x, at, width, boxHeight) => {
      doc.roundedRect(x, at, width, boxHeight, 3).lineWidth(0.7).strokeColor(MUTED).stroke();
      const textHeight = lines.length * leading;
      lines.forEach((line, index) => {
        drawLine(line, x, at + (boxHeight - textHeight) / 2 + (index + 1) * leading - 2.6, size, {
          align: 'center',
          width,
        });
      });
    };
    const arrow = (fromX, fromY, toX, toY) => {
      const bend = fromY + (toY - fromY) / 2;
      doc
        .lineWidth(0.7)
        .strokeColor(MUTED)
        .moveTo(fromX, fromY)
        .lineTo(fromX, bend)
        .lineTo(toX, bend)
        .lineTo(toX, toY - 3)
        .stroke();
      doc
        .moveTo(toX - 2.4, toY - 4)
        .lineTo(toX + 2.4, toY - 4)
        .lineTo(toX, toY)
        .fill(MUTED);
    };
    element('Figure', { alt: block.alt }, () => {
      const x = columnX();
      const middle = x + COLUMN / 2;
      top.forEach((lines, index) => {
        box(lines, x + COLUMN * 0.14, y, COLUMN * 0.72, topHeights[index]);
        y += topHeights[index];
        if (index < top.length - 1) arrow(middle, y, middle, y + gap);
        y += gap;
      });
      const armsTop = y;
      arms.forEach((steps, armIndex) => {
        const armX = x + armIndex * (armWidth + 12);
        let at = armsTop;
        arrow(middle, armsTop - gap, armX + armWidth / 2, armsTop);
        steps.forEach((lines, index) => {
          box(lines, armX, at, armWidth, stepHeights[index]);
          at += stepHeights[index];
          if (index < steps.length - 1) arrow(armX + armWidth / 2, at, armX + armWidth / 2, at + gap);
          at += gap;
        });
        y = at;
      });
      y -= gap - 4;
    });
    element('Caption', {}, () => flowLines(caption, 8.6, 11.5));
    y += 9;
  }

  /** Lines across the whole page, for the title block. */
  function across(type, text, size, leading, base, options = {}) {
    const width = FULL - 2 * (options.inset ?? 0);
    element(type, {}, () => {
      for (const line of breakLines(text, size, width, base)) {
        y += leading;
        drawLine(line, PAGE.left + (options.inset ?? 0), y - leading * 0.28, size, options);
      }
    });
  }

  function titleBlock() {
    y = PAGE.top + 6;
    across('Title', paper.title, 20, 25, 'bold');
    y += 8;
    across(
      'P',
      paper.authors.map((author) => `${author.given} ${author.family}`).join(', '),
      11,
      15,
      'regular',
    );
    across(
      'P',
      [...new Set(paper.authors.map((author) => author.affiliation))].join('; '),
      8.8,
      12,
      'italic',
      { color: MUTED },
    );
    y += 3;
    across('P', paper.history, 8, 11, 'regular', { color: MUTED });
    across('P', `https://doi.org/${paper.doi}`, 8, 11, 'regular', { color: MUTED });
    y += 10;
    rule(PAGE.left, FULL, 0.8, ACCENT);
    y += 5;
    doc.outline.addItem(words.abstract);
    across('H1', words.abstract, 10.5, 14, 'bold', { color: ACCENT });
    for (const text of paper.abstract) across('P', text, 9.5, 13.2, 'regular');
    y += 3;
    across('P', `**${words.keywords}:** ${paper.keywords.join(', ')}`, 8.6, 12, 'regular', { color: MUTED });
    y += 6;
    rule(PAGE.left, FULL, 0.8, ACCENT);
    y += 12;
    columnTop = y;
  }

  titleBlock();
  for (const block of paper.body) {
    if (block.type === 'heading') heading(block.text, block.level);
    else if (block.type === 'paragraph') paragraph(block.text);
    else if (block.type === 'table') table(block);
    else if (block.type === 'flow') flow(block);
    else throw new Error(`${paper.id}: unknown block "${block.type}"`);
  }
  heading(words.references, 1);
  for (const text of paper.references) {
    element('P', {}, () => flowLines(breakLines(text, 8.6, COLUMN), 8.6, 11.4));
    y += 4;
  }

  // --- running heads and feet, last, so that they follow the text of their page in reading order ----------------
  const { start, count } = doc.bufferedPageRange();
  const single = (text, x, at, size, options) => {
    const [line] = breakLines(text, size, FULL, options.base);
    drawLine(line, x, at, size, { ...options, last: true });
  };
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.markContent('Artifact', { type: 'Pagination' });
    const pages = count === 1 ? String(paper.firstPage) : `${paper.firstPage}–${paper.firstPage + count - 1}`;
    single(
      `*${paper.journal}*, ${paper.year}, ${paper.volume}(${paper.issue}), ${pages}`,
      PAGE.left,
      42,
      8.2,
      { color: MUTED },
    );
    single(words.mark, PAGE.left, 42, 7.4, { color: ACCENT, base: 'bold', align: 'right', width: FULL });
    doc
      .moveTo(PAGE.left, 50)
      .lineTo(PAGE.left + FULL, 50)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    doc
      .moveTo(PAGE.left, PAGE.height - 46)
      .lineTo(PAGE.left + FULL, PAGE.height - 46)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    single(`${words.footer} CC BY 4.0`, PAGE.left, PAGE.height - 33, 7.6, { color: MUTED });
    single(String(paper.firstPage + index), PAGE.left, PAGE.height - 33, 8.6, {
      align: 'right',
      width: FULL,
    });
    doc.endMarkedContent();
  }
  // Page labels: the printed page number, which is what a reference and an annotation quote.
  doc._root.data.PageLabels = doc.ref({ Nums: [0, { S: 'D', St: paper.firstPage }] });
  doc._root.data.PageLabels.end();
  doc.end();
  return { bytes: await finished, pages: count };
}
