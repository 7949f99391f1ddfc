import { describe, expect, it } from 'vitest';
import { attachmentName, DEFAULT_NAME_PATTERN } from '@shared/domain/library/attachment-name';
import type { CslItem } from '@shared/domain/bibliography/csl-item';

const words = { and: '&', others: 'et al.' };
const paper: CslItem = {
  type: 'article-journal',
  title: 'Ten minutes a day: reading aloud',
  author: [{ family: 'Halas', given: 'Olena' }, { family: 'Brook' }],
  issued: { 'date-parts': [[2019, 3]] },
};
const name = (item: Partial<CslItem>, pattern = DEFAULT_NAME_PATTERN): string =>
  attachmentName({ ...paper, ...item }, pattern, words);

describe('attachmentName', () => {
  it('follows the default of Zotero, without signs that a system refuses', () => {
    expect(name({})).toBe('Halas & Brook - 2019 - Ten minutes a day reading aloud');
  });

  it('leaves no empty parts and no dashes of what is missing', () => {
    expect(name({ author: [], issued: undefined })).toBe('Ten minutes a day reading aloud');
    expect(name({ author: [{ family: 'Halas' }, { family: 'B' }, { family: 'C' }], title: '' })).toBe(
      'Halas et al. - 2019',
    );
    expect(name({ author: [], issued: undefined, title: '' })).toBe('');
  });

  it('cuts long titles at whole characters', () => {
    expect(name({ title: 'Ї'.repeat(150) }, '{{ title truncate="100" }}')).toBe('Ї'.repeat(100));
    expect(name({ title: '👩‍🏫👩‍🏫👩‍🏫' }, '{{ title truncate="2" }}')).toBe('👩‍🏫👩‍🏫');
  });

  it('never names a path', () => {
    expect(name({ title: '../../etc/passwd\u0000' }, '{{ title }}')).not.toMatch(/[/\\\0]/);
  });
});
