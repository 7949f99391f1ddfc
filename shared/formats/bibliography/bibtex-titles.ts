import { collapseSpace } from '../../domain/bibliography';
import { toLatex } from './latex';
import { fromLatex } from './latex-decode';

/**
 * Title and subtitle as one text.
 * @param title main title as LaTeX @param subtitle subtitle as LaTeX
 */
export function joinTitle(title: string, subtitle: string | undefined): string {
  const main = collapseSpace(fromLatex(withoutPrintedBraces(title)));
  const sub = subtitle === undefined ? '' : collapseSpace(fromLatex(withoutPrintedBraces(subtitle)));
  if (main === '' || sub === '') return main + sub;
  return /[?!.:–—-]$/.test(main) ? `${main} ${sub}` : `${main}: ${sub}`;
}

/** Brackets that print, around words: `\\{RCT\\}`, `{\\{}RCT{\\}}`, `$\\{$RCT$\\}$`. */
const PRINTED_BRACES =
  /(?:\{\\\{\}|\$\\\{\$|\\\{)([^{}\\$,;:=|<>]{0,60}\p{L}[^{}\\$,;:=|<>]{0,60})(?:\{\\\}\}|\$\\\}\$|\\\})/gu;

/**
 * Programs that import a title with its brackets escape them on export: they protect capitals and were never meant to be printed.
 * @param latex a title or name of a work as LaTeX
 */
export function withoutPrintedBraces(latex: string): string {
  return latex.includes('\\}') ? latex.replace(PRINTED_BRACES, '$1') : latex;
}

/**
 * A title as this app writes it.
 * @param field which field: the work's own title is written with its capitals protected
 * @param text title with CSL markup
 */
export function canonicalTitle(field: string, text: string): string {
  return field === 'title' ? protectCase(toLatex(text)) : toLatex(text);
}

const FORMULA = /(\$[^$]*\\[A-Za-z][^$]*\$)/;
const CAPITALS = /(?<![\\{\p{Letter}])[\p{Letter}\p{Number}]*\p{Letter}\p{Lu}[\p{Letter}\p{Number}]*/gu;

/** Styles lower the case of titles: words that live by their capitals (RCT, eLearning) are put in braces. */
function protectCase(title: string): string {
  return title
    .split(FORMULA)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(CAPITALS, '{$&}')))
    .join('');
}
