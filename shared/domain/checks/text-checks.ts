import type { CslTextVariable } from '../bibliography/csl-item';
import { findDoi, findEricId } from '../bibliography/identifiers';
import { collapseSpace, stripMarkup, titleKey } from '../bibliography/plain-text';
import { rewriteCheck, textCheck, type RecordCheck } from './check';
import { repairMojibake } from './mojibake';
import { isAllCaps, sentenceCase, withoutHtml, withoutLatex } from './text-repairs';

const TITLES = ['title', 'container-title', 'collection-title', 'original-title'] as const;
const LINES: readonly CslTextVariable[] = [
  ...TITLES,
  'title-short',
  'container-title-short',
  'publisher',
  'publisher-place',
  'event-title',
  'genre',
  'keyword',
];
const PROSE: readonly CslTextVariable[] = ['abstract', 'note'];

// Invisible signs that PDFs and web pages leave behind: soft hyphen, zero-width ones, byte order mark, control characters.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

const ABSTRACT_LABEL = /^(?:abstract|summary|анотація|реферат|резюме)\s*[:.—–-]?\s+(?=\S)/iu;
const TRAILING_IDENTIFIER =
  /[\s.,;([]+(?:(?:https?:\/\/\S+)|(?:doi\s*:?\s*)?10\.\d{4,9}\/\S+|(?:eric\s*(?:number|no\.?)?\s*:?\s*)?E[DJ]\d{6,8}|PMID\s*:?\s*\d+|pdf|electronic resource|текст)[\])\s.]*$/iu;

function closers(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return (
    count('(') !== count(')') ||
    count('[') !== count(']') ||
    count('“') !== count('”') ||
    count('«') !== count('»')
  );
}

/** Checks of words: titles, names of journals, abstracts. */
export const TEXT_CHECKS: readonly RecordCheck[] = [
  textCheck('broken-encoding', 'error', [...LINES, ...PROSE], (text) => {
    const fixed = repairMojibake(text);
    if (fixed !== undefined) return { value: text, fixed };
    return text.includes('\ufffd') ? { value: text } : undefined;
  }),
  rewriteCheck('html', 'warning', [...LINES, ...PROSE], withoutHtml),
  rewriteCheck('latex', 'warning', LINES, withoutLatex),
  rewriteCheck('invisible-signs', 'hint', [...LINES, ...PROSE], (text) =>
    text.replace(INVISIBLE, '').replace(/[ﬀﬁﬂﬃﬄﬅﬆ]/g, (sign) => LIGATURES[sign] ?? sign),
  ),
  rewriteCheck('double-spaces', 'hint', LINES, collapseSpace),
  textCheck('title-caps', 'warning', ['title', 'container-title'], (text) =>
    isAllCaps(stripMarkup(text)) ? { value: text, fixed: sentenceCase(text) } : undefined,
  ),
  rewriteCheck('title-full-stop', 'hint', ['title'], (text) =>
    /(?:\.\.|…|\b\p{Lu}|\b(?:etc|vol|no|jr|inc|ed|u\.?s))\.?$/iu.test(text.replace(/\.$/, ''))
      ? text
      : text.replace(/(?<=[^.\s])\s*\.$/, ''),
  ),
  rewriteCheck('trailing-comma', 'hint', [...TITLES, 'publisher', 'publisher-place'], (text) =>
    text.replace(/[\s,;]+$/, ''),
  ),
  rewriteCheck('title-identifier', 'warning', ['title'], (text) => {
    const found = TRAILING_IDENTIFIER.exec(text);
    if (found === null || found.index < 10) return text;
    const rest = text.slice(0, found.index);
    const isIdentifier = findDoi(found[0]) !== undefined || findEricId(found[0]) !== undefined;
    return isIdentifier || /https?:|pmid|[[(]/i.test(found[0]) ? rest : text;
  }),
  textCheck('title-brackets', 'hint', ['title'], (text) => (closers(text) ? { value: text } : undefined)),
  rewriteCheck('abstract-label', 'hint', ['abstract'], (text) => text.replace(ABSTRACT_LABEL, '')),
  {
    id: 'title-is-container',
    severity: 'warning',
    find: ({ title, type, 'container-title': container }) =>
      title !== undefined &&
      container !== undefined &&
      type !== 'webpage' &&
      titleKey(title) === titleKey(container)
        ? [{ field: 'container-title', value: container }]
        : [],
  },
  {
    id: 'publisher-in-container',
    severity: 'warning',
    find: ({ type, publisher, 'container-title': container }) => {
      if (publisher === undefined || container === undefined || !type.startsWith('article')) return [];
      const [whole, part] = [titleKey(container), titleKey(publisher)];
      if (part === '') return [];
      if (whole === part) return [{ field: 'publisher', value: publisher, fix: { publisher: null } }];
      const tail = container.replace(new RegExp(`[\\s,;:(\\[]+${escaped(publisher)}[)\\]]?$`, 'i'), '');
      return tail === container || tail === ''
        ? []
        : [{ field: 'container-title', value: container, fix: { 'container-title': tail } }];
    },
  },
];

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
