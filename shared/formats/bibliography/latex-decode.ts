import {
  ACCENTS,
  HIDDEN,
  MATH_ACCENTS,
  SIGNS,
  STYLED,
  SWITCHES,
  SYMBOLS,
  TRANSPARENT,
} from './latex-symbols';
import { fromWeb } from './web-markup';

/** Whatever a value without these holds is text already. */
const SPECIAL = /[\\{}$~]|--|``|''/;

/**
 * A LaTeX value as text with CSL markup. Never throws: what is not understood stays as it is written.
 * @param value field value of a .bib file
 * @returns text; a paragraph of the source is a line of its own, all other space is as in the source
 */
export function fromLatex(value: string): string {
  const text = SPECIAL.test(value) ? new Decoder(textBranches(value)).all() : value;
  return fromWeb(text);
}

/** One publisher writes each accent twice, for formulas and for text: `\\ifmmode \\check{s}\\else \\v{s}\\fi{}`. */
const EITHER_MODE =
  /\\ifmmode\b(?:(?!\\fi\b|\\ifmmode\b)[^]){0,200}?\\else\b\s*((?:(?!\\fi\b|\\ifmmode\b)[^]){0,200})\\fi(?![A-Za-z])(?:\{\}|\s)?/g;

/** @param value a LaTeX value @returns the same, of conditions on formulas only what holds in text */
export function textBranches(value: string): string {
  return value.includes('\\ifmmode') ? value.replace(EITHER_MODE, '{$1}') : value;
}

class Decoder {
  #at = 0;

  constructor(private readonly text: string) {}

  all(): string {
    let out = this.#run(false);
    while (this.#at < this.text.length) {
      // A bracket that nothing opened.
      this.#at += 1;
      out += `}${this.#run(false)}`;
    }
    return out;
  }

  /** The whole text as a formula, or undefined when its brackets do not match. */
  formula(): string | undefined {
    const out = this.#run(true);
    return this.#at < this.text.length ? undefined : out;
  }

  /** Decodes up to the end of the text or an unopened closing bracket, which is not taken. */
  #run(math: boolean): string {
    let out = '';
    while (this.#at < this.text.length) {
      const char = this.text.charAt(this.#at);
      if (char === '}') return out;
      if (char === '\\') {
        const command = this.#command();
        const look = SWITCHES.get(command);
        if (look === undefined) {
          out += this.#execute(command, math);
        } else {
          this.#skipBlanks();
          const rest = this.#run(math);
          return out + (rest === '' ? '' : look[0] + rest + look[1]);
        }
      } else if (char === '{') {
        out += this.#group(math);
      } else if (char === '$') {
        out += this.#dollars();
      } else if (math && (char === '^' || char === '_')) {
        this.#at += 1;
        const tag = char === '^' ? 'sup' : 'sub';
        out += `<${tag}>${this.#argument(true) ?? ''}</${tag}>`;
      } else {
        out += math ? this.#plainMath() : this.#plain();
      }
    }
    return out;
  }

  #plainMath(): string {
    const char = this.text.charAt(this.#at);
    this.#at += 1;
    return char === '~' ? ' ' : char;
  }

  /** Ordinary text with the ligatures of TeX's fonts. */
  #plain(): string {
    const start = this.#at;
    const { text } = this;
    for (const [ligature, printed] of LIGATURES) {
      if (text.startsWith(ligature, start)) {
        this.#at += ligature.length;
        return printed;
      }
    }
    let end = start + 1;
    while (end < text.length && !BREAKS.has(text.charCodeAt(end))) end += 1;
    this.#at = end;
    return text.slice(start, end);
  }

  #group(math: boolean): string {
    const start = this.#at;
    this.#at += 1;
    const content = this.#run(math);
    if (this.#at < this.text.length) {
      this.#at += 1;
      return content;
    }
    // Never closed: the bracket is a character, and what follows stands for itself.
    this.#at = start + 1;
    return `{${this.#run(math)}`;
  }

  /** Name of the command at a backslash, with the blanks TeX swallows after letters left in place. */
  #command(): string {
    LETTERS.lastIndex = this.#at + 1;
    const word = LETTERS.exec(this.text)?.[0];
    const name = word ?? this.text.charAt(this.#at + 1);
    this.#at += 1 + name.length;
    return name;
  }

  #execute(command: string, math: boolean): string {
    const isWord = LETTER.test(command);
    const sign = isWord ? undefined : SIGNS[command];
    if (command === '(' || command === '[') return this.#mathUntil(command === '(' ? '\\)' : '\\]');
    if (sign !== undefined) return sign;
    // Within tables and tabbing LaTeX writes its accents \a' and so on.
    const behind = command === 'a' ? /^['`=]/.exec(this.text.slice(this.#at, this.#at + 1))?.[0] : undefined;
    if (behind !== undefined) this.#at += 1;
    const accent = ACCENTS[behind ?? command];
    if (accent !== undefined) return this.#accented(command, accent, math);
    if (!isWord) return command === '' ? '\\' : `\\${command}`;
    const mark = MATH_ACCENTS[command];
    if (mark !== undefined) return this.#marked(command, mark);
    const symbol = SYMBOLS.get(command);
    if (symbol !== undefined) {
      this.#endWord();
      return symbol;
    }
    const style = STYLED.get(command);
    if (style !== undefined) return style[0] + (this.#argument(math) ?? '') + style[1];
    if (TRANSPARENT.has(command)) return this.#transparent(command, math);
    if (HIDDEN.has(command)) {
      this.#argument(math);
      return '';
    }
    if (command === 'par') {
      this.#endWord();
      return '\n\n';
    }
    if (command === 'href') {
      this.#argument(math);
      return this.#argument(math) ?? '';
    }
    if (command === 'char') return this.#charByNumber();
    return this.#unknown(command);
  }

  /** An accent of formulas over one sign; over more it stays LaTeX. */
  #marked(command: string, mark: string): string {
    const before = this.#at;
    const base = this.#argument(true) ?? '';
    if (Array.from(base).length === 1 && base !== ' ') return (base + mark).normalize('NFC');
    this.#at = before;
    return this.#unknown(command);
  }

  #transparent(command: string, math: boolean): string {
    if (command === 'foreignlanguage') this.#argument(math);
    if (command === 'url' || command === 'nolinkurl' || command === 'path') {
      const raw = this.#rawGroup();
      if (raw !== undefined) return raw.replace(/\\([_&%#~$])/g, '$1');
    }
    return this.#argument(math || command === 'ensuremath') ?? '';
  }

  /** A command that is not known stays as it is written, with its bracketed arguments. */
  #unknown(command: string): string {
    let written = `\\${command}`;
    for (;;) {
      const raw = this.text.charAt(this.#at) === '{' ? this.#rawGroup() : undefined;
      if (raw === undefined) return written;
      written += `{${raw}}`;
    }
  }

  #accented(command: string, mark: string, math: boolean): string {
    const before = this.#at;
    const argument = this.#argument(math);
    if (argument === undefined) {
      this.#at = before;
      return LETTER.test(command) ? `\\${command}` : command;
    }
    const base = argument.replace(/^\u0131/, 'i').replace(/^\u0237/, 'j');
    const [first = ''] = base;
    if (first === '' || first === ' ')
      return command === '~' || command === '^' || command === '`' ? command + base : base;
    return (first + mark).normalize('NFC') + base.slice(first.length);
  }

  /** The next group, command or character; undefined at the end of the text or of the group. */
  #argument(math: boolean): string | undefined {
    this.#skipBlanks();
    const char = this.text.charAt(this.#at);
    if (char === '' || char === '}') return undefined;
    if (char === '{') return this.#group(math);
    if (char === '\\') return this.#execute(this.#command(), math);
    const code = this.text.codePointAt(this.#at) ?? 0;
    const whole = String.fromCodePoint(code);
    this.#at += whole.length;
    return whole;
  }

  /** The text of a group as written, or undefined when there is none. */
  #rawGroup(): string | undefined {
    this.#skipBlanks();
    if (this.text.charAt(this.#at) !== '{') return undefined;
    let depth = 0;
    for (let at = this.#at; at < this.text.length; at += 1) {
      const char = this.text.charAt(at);
      if (char === '{') depth += 1;
      else if (char === '}') {
        depth -= 1;
        if (depth === 0) {
          const raw = this.text.slice(this.#at + 1, at);
          this.#at = at + 1;
          return raw;
        }
      }
    }
    return undefined;
  }

  #charByNumber(): string {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.text);
    if (match === null) return '\\char';
    this.#at += match[0].length;
    const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '';
  }

  /** TeX swallows the blanks after a command of letters; `{}` ends it visibly. */
  #endWord(): void {
    if (this.text.startsWith('{}', this.#at)) this.#at += 2;
    else this.#skipBlanks();
  }

  #skipBlanks(): void {
    while (BLANKS.has(this.text.charCodeAt(this.#at))) this.#at += 1;
  }

  /** `$…$` is mathematics when it looks so; "from $5 to $10" is money. */
  #dollars(): string {
    const start = this.#at;
    const end = this.#closingDollar(start + 1);
    const content = end < 0 ? '' : this.text.slice(start + 1, end);
    const isMath = end > start + 1 && (/[\\^_=<>+]/.test(content) || !/\s/.test(content.trim()));
    if (!isMath) {
      this.#at = start + 1;
      return '$';
    }
    this.#at = end + 1;
    return mathText(content) ?? `$${content}$`;
  }

  #closingDollar(from: number): number {
    for (let at = from; at < this.text.length; at += 1) {
      const char = this.text.charAt(at);
      if (char === '\\') at += 1;
      else if (char === '$') return at;
    }
    return -1;
  }

  #mathUntil(closer: string): string {
    const end = this.text.indexOf(closer, this.#at);
    if (end < 0) return '(';
    const content = this.text.slice(this.#at, end);
    this.#at = end + closer.length;
    return mathText(content) ?? `$${content}$`;
  }
}

/** A formula as plain text with sub- and superscripts, or undefined when it needs LaTeX. */
function mathText(content: string): string | undefined {
  const text = content.trim() === '' ? '' : new Decoder(content).formula();
  // A single sign that LaTeX would take for its own is written as a formula by some programs.
  if (text !== undefined && /^\\[A-Za-z{}&]+\s*$/.test(content) && /^[\\{}&]$/.test(text)) return text;
  return text === undefined || /[\\{}$&]/.test(text) ? undefined : text;
}

const LIGATURES = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['~', '\u00A0'],
] as const;
const LETTERS = /[A-Za-z]+/y;
const LETTER = /^[A-Za-z]/;
const NUMBER = /\s*(?:"([0-9A-Fa-f]{2,6})|(\d{2,7}))\s?/y;
const codes = (signs: string): ReadonlySet<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const BREAKS = codes("\\{}$~-`'");
const BLANKS = codes(' \t\n');
