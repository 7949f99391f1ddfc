import { decodeAllEntities } from '../../lib/entities';

const SMALL_CAPS = '<span style="font-variant:small-caps;">';
/** Tags of web pages and publishers by CSL's. */
const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  i: ['<i>', '</i>'],
  em: ['<i>', '</i>'],
  it: ['<i>', '</i>'],
  italic: ['<i>', '</i>'],
  b: ['<b>', '</b>'],
  strong: ['<b>', '</b>'],
  bold: ['<b>', '</b>'],
  sub: ['<sub>', '</sub>'],
  inf: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
  scp: [SMALL_CAPS, '</span>'],
};
const TAG = /<(\/?)(?:jats:)?(i|em|it|italic|b|strong|bold|sub|inf|sup|scp)(?:\s[^<>]*)?>/gi;
/** Tags without a look that CSL knows. */
const EMPTY = /<\/?(?:u|tt|font|tex|jats:[a-z-]+|mml:[a-z]+)(?:\s[^<>]*)?\/?>/gi;
const BREAK = /<(?:\/p|\/div|\/li|br\s*\/?)>\s*/gi;
const BLOCK = /<\/?(?:p|div|ul|ol|li)(?:\s[^<>]*)?>/gi;

/**
 * What programs that save from web pages leave in a text: entities, and tags that CSL has other names for.
 * @param text text of a field
 * @returns text with CSL markup; paragraphs are parted by empty lines
 */
export function fromWeb(text: string): string {
  const plain = decodeAllEntities(text);
  if (!plain.includes('<')) return plain;
  const lines = /<(?:p|div|br|li)\b[^<>]*>|<\/p>/i.test(plain)
    ? plain.replace(BREAK, '\n\n').replace(BLOCK, '').trim()
    : plain;
  return lines
    .replace(EMPTY, '')
    .replace(
      TAG,
      (_tag, slash: string, name: string) => TAGS[name.toLowerCase()]?.[slash === '' ? 0 : 1] ?? '',
    );
}
