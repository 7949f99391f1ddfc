import sanitizeHtml from 'sanitize-html';

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'h2',
    'h3',
    'h4',
    'strong',
    'em',
    'u',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'hr',
    'a',
  ],
  allowedAttributes: { a: ['href'] },
  // inquiry: addresses papers and annotations of this library.
  allowedSchemes: ['https', 'http', 'mailto', 'inquiry'],
  allowProtocolRelative: false,
  transformTags: { b: 'strong', i: 'em', h1: 'h2', h5: 'h4', h6: 'h4', del: 's', strike: 's' },
  disallowedTagsMode: 'discard',
};

/**
 * The HTML of a note with nothing in it that could act: a handful of tags, no styles, links with known schemes.
 * @param html as the editor, an import or the clipboard gave it
 */
export function cleanNoteHtml(html: string): string {
  return sanitizeHtml(html, OPTIONS).trim();
}
