const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/<(?:i|em)>(.*?)<\/(?:i|em)>/gi, '\\textit{$1}'],
  [/<(?:b|strong)>(.*?)<\/(?:b|strong)>/gi, '\\textbf{$1}'],
  [/<sub>(.*?)<\/sub>/gi, '\\textsubscript{$1}'],
  [/<sup>(.*?)<\/sup>/gi, '\\textsuperscript{$1}'],
  [/<span[^>]*small-caps[^>]*>(.*?)<\/span>/gi, '\\textsc{$1}'],
  [/<span[^>]*>(.*?)<\/span>/gi, '{$1}'],
];

/**
 * Text with CSL markup as a LaTeX value in UTF-8.
 * @param value field text
 * @returns balanced LaTeX: an unpaired brace of the text is written as a character
 */
export function toLatex(value: string): string {
  const escaped = value.replace(/[\\{}$&%#_~^]/g, (char) => SPECIAL[char] ?? char);
  const marked = TAGS.reduce((text, [pattern, latex]) => text.replace(pattern, latex), escaped);
  // Readers count \{ as a bracket: an odd one would swallow the rest of the file.
  const open = marked.split('\\{').length;
  return open === marked.split('\\}').length
    ? marked
    : marked.replaceAll('\\{', '\\textbraceleft{}').replaceAll('\\}', '\\textbraceright{}');
}
