import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { toLatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { openBibliography } from '../../../electron/library/adapters/bibliography';

/** The same records in every run; others with INQUIRY_SEED. */
const SEED = Number(process.env['INQUIRY_SEED'] ?? 20_261_124);

function readBack(text: string): readonly CslItem[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records].map((record) => {
    if (record.outcome.kind === 'failed') throw new Error(record.outcome.code);
    return record.outcome.item;
  });
}

const full: CslItem = {
  type: 'article-journal',
  'citation-key': 'kovalFeedback2021',
  title: 'Feedback & <i>talk</i> in RCT classrooms: 50% more_or_less #1 {x}',
  'container-title': 'Журнал педагогіки',
  'container-title-short': 'Ж. пед.',
  author: [
    { family: 'Koval', given: 'Olena' },
    { family: 'Dijk', given: 'Anna', 'non-dropping-particle': 'van' },
    { literal: 'Ministry of Education and Science' },
  ],
  issued: { 'date-parts': [[2021, 5, 3]] },
  volume: '12',
  issue: '3',
  page: '101-119',
  DOI: '10.5555/jts_2021.12',
  ISSN: '1234-5678',
  URL: 'https://example.org/a_b?c=d&e=%20',
  language: 'en',
  keyword: 'feedback, talk',
  abstract: 'We asked 40 teachers. Costs were $5 per pupil ~ 10%.',
  note: 'first line\nsecond line',
};

const withoutCustom = ({ custom: _custom, ...item }: CslItem): Omit<CslItem, 'custom'> => item;

describe('BibTeX', () => {
  it('comes back as it was written', () => {
    const [item] = readBack(writeBibtex([full]));
    expect(item === undefined ? undefined : withoutCustom(item)).toEqual(full);
  });

  it('gives back fields and types of other programs', () => {
    const source =
      '@inbook{key1,\n  title = {Part},\n  booktitle = {Whole},\n  groups = {Year 7},\n  file = {:a.pdf:PDF}\n}\n';
    const [item] = readBack(source);
    const written = writeBibtex(item === undefined ? [] : [item]);
    for (const part of ['@inbook{key1,', 'groups = {Year 7}', 'file = {:a.pdf:PDF}', 'booktitle = {Whole}']) {
      expect(written).toContain(part);
    }
  });

  it('makes keys where they are missing and keeps them unique', () => {
    const text = writeBibtex([{ ...full, 'citation-key': undefined }, full, full]);
    expect([...text.matchAll(/^@article\{(.*),$/gm)].map((match) => match[1])).toEqual([
      'kovalFeedbackTalkRCT2021',
      'kovalFeedback2021',
      'kovalFeedback2021a',
    ]);
  });

  it('writes any title so that the next record survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const items = readBack(
          `${writeBibtex([{ type: 'book', title: `T ${title}` }])}@book{next, title={Next}}`,
        );
        expect(items.at(-1)?.title).toBe('Next');
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('writes balanced LaTeX for an odd bracket', () => {
    expect(toLatex('a } b')).toBe(String.raw`a \textbraceright{} b`);
  });
});

describe('RIS', () => {
  it('comes back as it was written, markup as other programs put it into RIS', () => {
    const [item] = readBack(writeRis([full]));
    expect(item === undefined ? undefined : withoutCustom(item)).toEqual(full);
  });

  it('splits pages, gives every keyword its line and ends each reference', () => {
    const text = writeRis([full, { type: 'book', title: 'B', page: '12' }]);
    expect(text).toContain('SP  - 101\r\nEP  - 119\r\n');
    expect(text).toContain('KW  - feedback\r\nKW  - talk\r\n');
    expect(text.match(/^ER {2}- /gm)).toHaveLength(2);
    expect(text).toContain('SP  - 12\r\nEP  - 12\r\nER');
  });

  it('gives back tags of other programs', () => {
    const [item] = readBack('TY  - JOUR\nTI  - T\nC4  - special\nL1  - a.pdf\nER  - ');
    expect(writeRis(item === undefined ? [] : [item])).toMatch(/C4 {2}- special\r\nL1 {2}- a\.pdf/);
  });
});

describe('CSL-JSON', () => {
  it('comes back as it was written, custom fields too', () => {
    const item: CslItem = { ...full, custom: { bibtex: { groups: 'Year 7' } } };
    expect(readBack(writeCslJson([item]))).toEqual([item]);
  });

  it('gives every item an id', () => {
    expect(
      JSON.parse(
        writeCslJson([
          { type: 'book', title: 'A Long Way' },
          { type: 'book', title: 'A Long Way' },
        ]),
      ),
    ).toMatchObject([{ id: 'LongWay' }, { id: 'LongWaya' }]);
  });
});
