import { describe, expect, it } from 'vitest';
import { BIBLIOGRAPHY_ENDINGS, kindOfFile } from '@shared/domain/import';

describe('kindOfFile', () => {
  it.each(BIBLIOGRAPHY_ENDINGS)('takes .%s as a bibliography, in capitals too', (ending) => {
    expect(kindOfFile(`/a/list.${ending}`)).toBe('bibliography');
    expect(kindOfFile(`C:\\a\\LIST.${ending.toUpperCase()}`)).toBe('bibliography');
  });

  it('tells papers from what is neither', () => {
    expect(kindOfFile('/a/paper.PDF')).toBe('paper');
    expect(kindOfFile('/a.bib/readme')).toBe('other');
    expect(kindOfFile('/a/slides.pptx')).toBe('other');
  });
});
