import { SaxesParser, type SaxesTagNS } from 'saxes';

/** One element of a parsed document. */
export interface XmlElement {
  /** Namespace and local name together: `http://purl.org/dc/elements/1.1/title`; without a namespace the plain name. */
  readonly name: string;
  /** By the same kind of name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly inside and in all elements below, as it stands. */
  readonly text: string;
  /** Line of the start tag, from 1. */
  readonly line: number;
  /** Offsets of the element in the text: from its `<` to after its `>`. */
  readonly start: number;
  readonly end: number;
  /** Something in it is not well-formed. */
  readonly damaged: boolean;
}

/** What keeps a document from being read at all. */
export type XmlRefusal = 'import.xml-entities' | 'import.xml-too-deep' | 'import.xml-broken';

/** Nesting no bibliography needs; a hostile file could have millions of levels. */
const MAX_DEPTH = 100;

/** A document was refused as a whole. */
export class XmlRefused extends Error {
  /** @param code why @param line where, from 1 */
  constructor(
    readonly code: XmlRefusal,
    readonly line: number,
  ) {
    super(`${code} in line ${String(line)}`);
    this.name = 'XmlRefused';
  }
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly line: number;
  readonly start: number;
  damaged: boolean;
}

/**
 * Parses XML into a tree. Nothing outside the text is ever read: declared entities are refused, so neither files nor addresses
 * can be pulled in and a small file cannot unfold into a large one. Mistakes are kept with the element they are in.
 * @param text whole document or one element, decoded; characters that XML forbids are passed over
 * @param options `firstLine`: line of the file on which the text begins
 * @returns the outermost element
 * @throws XmlRefused
 */
export function parseXml(text: string, options: { readonly firstLine?: number } = {}): XmlElement {
  const firstLine = options.firstLine ?? 1;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  let tagStart = 0;
  let tagLine = 1;
  const line = (): number => parser.line + firstLine - 1;
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new XmlRefused('import.xml-entities', line());
  });
  parser.on('opentagstart', (tag) => {
    // The parser stands after the name and the character behind it.
    tagStart = text.lastIndexOf(`<${tag.name}`, parser.position);
    tagLine = line();
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (stack.length >= MAX_DEPTH) throw new XmlRefused('import.xml-too-deep', line());
    stack.push({
      name: tag.uri + tag.local,
      attributes: new Map(
        Object.values(tag.attributes).map((attribute) => [
          attribute.uri + attribute.local,
          attribute.value.replaceAll(BARE, '&'),
        ]),
      ),
      children: [],
      texts: [],
      line: tagLine,
      start: tagStart,
      damaged: false,
    });
  });
  const addText = (value: string): void => {
    stack.at(-1)?.texts.push(value.replaceAll(BARE, '&'));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  const close = (): void => {
    const open = stack.pop();
    if (open === undefined) return;
    const element: XmlElement = {
      name: open.name,
      attributes: open.attributes,
      children: open.children,
      text: open.texts.join(''),
      line: open.line,
      start: open.start,
      end: parser.position,
      damaged: open.damaged,
    };
    const parent = stack.at(-1);
    if (parent === undefined) root ??= element;
    else {
      parent.children.push(element);
      parent.texts.push(element.text);
      parent.damaged ||= element.damaged && stack.length > 1;
    }
  };
  parser.on('closetag', close);
  parser.on('error', () => {
    const open = stack.at(-1);
    if (open !== undefined) open.damaged = true;
  });
  parser.write(readable(text)).close();
  // A file that was cut off: what was read until there is kept and marked.
  while (stack.length > 0) {
    const open = stack.at(-1);
    if (open !== undefined) open.damaged = true;
    close();
  }
  if (root === undefined) throw new XmlRefused('import.xml-broken', line());
  return root;
}

/** Control characters that XML 1.0 has no place for; other programs let them through from PDFs. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const FORBIDDEN_REFERENCES = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/gi;

/** Stands for an ampersand that begins no reference: the parser would look for the end of its name in the records that follow. */
const BARE = '\uFDD0';

/** The text with what every XML parser stumbles over put right; places in it stay what they are. */
function readable(text: string): string {
  return text
    .replaceAll(BARE, ' ')
    .replace(FORBIDDEN, ' ')
    .replace(FORBIDDEN_REFERENCES, blank)
    .replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z]\w{0,30});)/gi, BARE);
}

/** Of the same length, so that places in the text stay what they are. */
const blank = (match: string): string => ' '.repeat(match.length);

/** @param element an element @param name full name @returns its children of that name */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** @param element an element @param path names from child to child @returns the first element at the end of the path */
export function descend(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    element,
  );
}

/** @param value any text @returns it as XML text or attribute value; characters that XML forbids become spaces */
export function escapeXml(value: string): string {
  return value
    .replace(FORBIDDEN, ' ')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
