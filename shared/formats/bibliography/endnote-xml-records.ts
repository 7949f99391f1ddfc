import { LineCounter, type RawRecord } from './record';
import { parseXml, XmlRefused, type XmlElement } from '../xml/xml-tree';

/** One `<record>` of an EndNote XML file. */
export interface EndnoteRecord extends RawRecord {
  /** Undefined when it cannot be read as XML at all. */
  readonly element: XmlElement | undefined;
}

/**
 * Cuts an EndNote XML file into its records; each is parsed on its own, so that a broken one costs itself only.
 * @param text whole file, decoded
 * @throws XmlRefused when the file declares entities
 */
export function* splitEndnoteXml(text: string): Generator<EndnoteRecord> {
  const head = text.slice(0, Math.max(0, text.indexOf('<record>')));
  if (/<!ENTITY/i.test(head)) throw new XmlRefused('import.xml-entities', 1);
  const lines = new LineCounter(text);
  const opening = /<record(?:\s[^>]*)?>/g;
  let index = 0;
  let closing = 0;
  let following = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const start = found.index;
    // What is not found, or lies further on, is not to be searched for again.
    if (closing >= 0 && closing < opening.lastIndex) closing = text.indexOf('</record>', opening.lastIndex);
    if (following >= 0 && following < opening.lastIndex)
      following = text.indexOf('<record>', opening.lastIndex);
    // A record without its end must not swallow the next one.
    const isCut = closing < 0 || (following >= 0 && following < closing);
    const end = isCut ? (following < 0 ? text.length : following) : closing + '</record>'.length;
    const raw = text.slice(start, end);
    const line = lines.lineAt(start);
    yield { index, line, raw, element: isCut ? undefined : parsed(raw, line) };
    index += 1;
    opening.lastIndex = end;
  }
}

function parsed(raw: string, firstLine: number): XmlElement | undefined {
  try {
    const element = parseXml(raw, { firstLine });
    return element.damaged ? undefined : element;
  } catch (error) {
    if (error instanceof XmlRefused) return undefined;
    throw error;
  }
}
