import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** The editor's schema: what `cleanNoteHtml` of the library lets through. */
export function noteExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      code: false,
      codeBlock: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        protocols: ['http', 'https', 'mailto', { scheme: 'inquiry', optionalSlashes: false }],
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null, class: null },
      },
    }),
  ];
}

const MARK = /<\/?(?:p|h[1-6]|ul|ol|li|blockquote|br|strong|em|a)\b/i;

/** @param body a plain note; @returns paragraphs for the editor, with nothing in it read as HTML */
export function htmlOfText(body: string): string {
  return body
    .split(/\n{2,}/)
    .map((part) => `<p>${escape(part).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** @param body HTML of a note; @returns its words, for lists */
export function wordsOf(body: string, format: 'text' | 'html'): string {
  if (format === 'text' && !MARK.test(body)) return body;
  // A document made here runs no scripts and loads nothing.
  const text = new DOMParser().parseFromString(
    body.replace(/<\/(?:p|li|h\d|blockquote)>/g, '$& '),
    'text/html',
  );
  return text.body.textContent.replace(/\s+/g, ' ').trim();
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
