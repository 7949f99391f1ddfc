import { describe, expect, it } from 'vitest';
import { snippetParts } from '@db/search/search';
import { plainText, itemText } from '@db/search/record-text';
import type { SearchHit } from '@shared/ipc/contract/search';
import { addressOf, quoteOf } from '../../../renderer/features/search/model';

const hit = (overrides: Partial<SearchHit>): SearchHit => ({
  kind: 'page',
  refId: 'attachment-1',
  itemId: 'item-1',
  attachmentId: 'attachment-1',
  projectId: null,
  pageIndex: 4,
  pageLabel: '217',
  title: 'Ten minutes a day',
  authors: 'Halas',
  year: 2019,
  snippet: [],
  ...overrides,
});

describe('snippets', () => {
  it('are cut at the marks of found words', () => {
    expect(snippetParts('…of \u0002sight\u0003  words and\n\u0002sights\u0003')).toEqual([
      { text: '…of ', isHit: false },
      { text: 'sight', isHit: true },
      { text: ' words and ', isHit: false },
      { text: 'sights', isHit: true },
    ]);
    expect(snippetParts('')).toEqual([]);
    expect(snippetParts('\u0002a\u0003')).toEqual([{ text: 'a', isHit: true }]);
  });

  it('give the reader a short passage from the first to the last found word', () => {
    expect(quoteOf(snippetParts('the \u0002paired\u0003 oral \u0002reading\u0003 of pupils'))).toBe(
      'paired oral reading',
    );
    const far = `\u0002paired\u0003 ${'word '.repeat(20)}\u0002reading\u0003`;
    expect(quoteOf(snippetParts(far))).toBe('paired');
    expect(quoteOf(snippetParts('\u0002paired\u0003 …\u0002reading\u0003'))).toBe('paired');
    expect(quoteOf([])).toBe('');
  });
});

describe('addressOf', () => {
  it('leads to the place of each kind of hit', () => {
    const snippet = [{ text: 'sight words', isHit: true }];
    expect(addressOf(hit({ snippet }))).toBe('/reader/attachment-1?page=5&quote=sight+words');
    expect(addressOf(hit({ kind: 'annotation', refId: 'a1' }))).toBe(
      '/reader/attachment-1?page=5&annotation=a1',
    );
    expect(addressOf(hit({ kind: 'item', refId: 'item-1', pageIndex: null }))).toBe('/library/item-1');
    expect(addressOf(hit({ kind: 'note', refId: 'n1', pageIndex: null }))).toBe('/notes/n1');
    expect(addressOf(hit({ kind: 'note', refId: 'n1', itemId: null, pageIndex: null }))).toBe('/notes/n1');
    expect(addressOf(hit({ kind: 'reading', refId: 'l1', pageIndex: null }))).toBe('/reading?entry=l1');
    expect(
      addressOf(hit({ kind: 'journal', refId: 'j1', itemId: null, projectId: 'p1', pageIndex: null })),
    ).toBe('/inquiry/p1/journal?entry=j1');
    expect(addressOf(hit({ kind: 'report', refId: 'r1', itemId: null, pageIndex: null }))).toBe('/write/r1');
  });
});

describe('text of records', () => {
  it('is plain whatever a body is stored as', () => {
    const editor = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'First' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'second' }] },
      ],
    };
    expect(plainText(JSON.stringify(editor)).split(/\s+/)).toEqual(['First', 'second']);
    expect(plainText('<p>Ask <b>Brook</b> &amp; co</p><p>soon</p>')).toBe('Ask Brook & co\nsoon');
    expect(plainText('[not JSON] but *Markdown* with 3 < 4')).toBe('[not JSON] but *Markdown* with 3 < 4');
  });

  it('holds names with particles, abstract and identifiers of a CSL record', () => {
    const csl = {
      title: 'T',
      author: [
        { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Bo' },
        { literal: 'Example Group' },
      ],
      DOI: '10.5555/x',
      abstract: '<jats:p>Why</jats:p>',
    };
    const text = itemText(JSON.stringify(csl), 'berg2020');
    expect(text.creator).toBe('Bo van der Berg; Example Group');
    expect(text.body).toBe('10.5555/x\nberg2020');
    expect(text.abstract).toBe('Why');
  });
});
