import { collapseSpace } from '@shared/domain/bibliography';
import { decodeEntities } from '@shared/lib/entities';

/**
 * An abstract in JATS XML as plain paragraphs: section titles stand before their text, a title "Abstract" goes.
 * @param jats value of Crossref's `abstract`
 */
export function plainAbstract(jats: string): string {
  const marked = jats
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(jats:)?title[^>]*>([\s\S]*?)<\/\1?title>/gi, (_all, _prefix: string, title: string) => {
      const words = collapseSpace(title.replace(/<[^>]*>/g, ''));
      return /^(abstract|summary|анотація)[.:]?$/i.test(words) ? '' : `\n${words.replace(/[.:]$/, '')}: `;
    })
    .replace(/<\/(jats:)?(p|sec|list-item)>|<(jats:)?break\s*\/?>/gi, '\n')
    // Only what looks like a tag: "p < .05" is text.
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return decodeEntities(decodeEntities(marked))
    .split('\n')
    .map(collapseSpace)
    .filter((line) => line !== '')
    .join('\n')
    .replace(/: *\n/g, ': ');
}

/** Longest abstract that is rebuilt, in words: more is no abstract. */
const MAX_WORDS = 20_000;

/**
 * Rebuilds an abstract from OpenAlex's inverted index.
 * @param index word -> places it stands at
 * @returns the text, empty when there is none
 */
export function abstractFromIndex(index: Readonly<Record<string, readonly number[]>>): string {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of places) if (place >= 0 && place < MAX_WORDS) words[place] = word;
  }
  return collapseSpace(words.filter(Boolean).join(' '));
}

/** A title as services give it: without tags that CSL does not know, entities read. */
export function plainTitle(title: string): string {
  return collapseSpace(
    decodeEntities(title)
      .replace(/<\/?(?:mml:|jats:)?(?!(?:i|b|sub|sup|span|sc)\b)[a-z][^<>]*>/gi, '')
      .replace(/<(\/?)(?:em|jats:italic)>/gi, '<$1i>'),
  );
}
