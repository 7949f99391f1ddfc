const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Readers take \\{ for a bracket, and brackets around words for those that protect capitals.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00A0': '~',
};

const COMMANDS: Readonly<Record<string, string>> = {
  i: '\\textit{',
  em: '\\textit{',
  b: '\\textbf{',
  strong: '\\textbf{',
  sub: '\\textsubscript{',
  sup: '\\textsuperscript{',
  sc: '\\textsc{',
};

/** A CSL tag, or a formula that an import left in LaTeX. */
const MARKED = /<(\/?)(i|em|b|strong|sub|sup|sc|span)(\s[^<>]*)?>|\$[^$]*\\[A-Za-z][^$]*\$/gi;

/**
 * Text with CSL markup as a LaTeX value in UTF-8.
 * @param value field text
 * @returns balanced LaTeX: a brace of the text is written as a character
 */
export function toLatex(value: string): string {
  return NEEDS_WORK.test(value) ? encode(value) : value;
}

/**
 * @param value a LaTeX value
 * @returns whether its brackets match as BibTeX counts them (with escaped ones)
 */
export function isBalanced(value: string): boolean {
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charCodeAt(at);
    if (char === 123) depth += 1;
    else if (char === 125) {
      depth -= 1;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}

const NEEDS_WORK = /[\\{}$&%#_~^<\u00A0]|--|``|''/;

function encode(value: string): string {
  const tokens = [...value.matchAll(MARKED)];
  const paired = pairedTags(tokens);
  let out = '';
  let from = 0;
  tokens.forEach((token, index) => {
    const written = paired.get(index) ?? (token[2] === undefined ? formula(token[0]) : undefined);
    if (written === undefined) return;
    out += escape(value.slice(from, token.index)) + written;
    from = token.index + token[0].length;
  });
  return out + escape(value.slice(from));
}

/** Only a tag that is opened and closed in order is markup; any other is text. */
function pairedTags(tokens: readonly RegExpExecArray[]): ReadonlyMap<number, string> {
  const paired = new Map<number, string>();
  const open: { readonly index: number; readonly name: string; readonly latex: string | undefined }[] = [];
  tokens.forEach((token, index) => {
    const name = token[2]?.toLowerCase();
    if (name === undefined) return;
    if (token[1] === '') {
      open.push({ index, name, latex: name === 'span' ? spanCommand(token[3] ?? '') : COMMANDS[name] });
    } else if (open.at(-1)?.name === name) {
      const start = open.pop();
      if (start?.latex === undefined) return;
      paired.set(start.index, start.latex);
      paired.set(index, '}');
    }
  });
  return paired;
}

/** CSL knows two spans; any other is a web page's and stays text. */
function spanCommand(attributes: string): string | undefined {
  if (/small-caps/i.test(attributes)) return '\\textsc{';
  return /nocase/i.test(attributes) ? '{' : undefined;
}

function formula(text: string): string | undefined {
  return isBalanced(text) ? text : undefined;
}

/** Signs that mean something in LaTeX, and pairs that its fonts would join. */
function escape(text: string): string {
  return text
    .replace(/[\\{}$&%#_~^\u00A0]/g, (char) => SPECIAL[char] ?? char)
    .replace(/-(?=-)/g, '-{}')
    .replace(/`(?=`)/g, '`{}')
    .replace(/'(?=')/g, "'{}");
}
