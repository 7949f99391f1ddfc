import { describe, expect, it } from 'vitest';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { SURE } from '@shared/domain/pdf-metadata/types';
import { aHead, bodyLines, type SetRun } from '../../builders/pdf-head';

const read = (...pages: readonly (readonly SetRun[])[]) => inferMetadata(aHead(pages), 'x.pdf');
const names = (found: ReturnType<typeof inferMetadata>): string[] =>
  (found.authors?.value ?? []).map((name) => `${name.given ?? ''}|${name.family ?? name.literal ?? ''}`);

const lines = (from: number, size: number, ...texts: readonly string[]): SetRun[] =>
  texts.map((text, index) => ({ text, y: from - 12 * index, size }));

const terms = lines(
  440,
  9,
  'JSTOR is a not-for-profit service that helps scholars discover content.',
  'Your use of the JSTOR archive indicates your acceptance of the Terms & Conditions of Use.',
);

describe('an archive’s cover with labels', () => {
  const cover: readonly SetRun[] = [
    { text: 'Reading Circles in Two Towns', y: 740, size: 12 },
    { text: 'Author(s): Ema Halas, Tom Brook and Ana Koval', y: 720, size: 12 },
    {
      text: 'Source: A Journal of Reading, SUMMER 1994, Vol. 29, No. 3 (SUMMER 1994), pp.',
      y: 700,
      size: 12,
    },
    { text: '332-347', y: 688, size: 12 },
    { text: 'Published by: Example Press', y: 668, size: 12 },
    ...terms,
  ];

  it('names authors whom the paper sets in small capitals above its title, or at its end', () => {
    const found = read(cover, [
      { text: 'ema halas, tom brook, ana koval', y: 760, size: 9 },
      { text: 'Reading Circles in Two Towns', y: 700, size: 15 },
      ...bodyLines(600),
    ]);
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval']);
    expect(found.title).toMatchObject({ value: 'Reading Circles in Two Towns', page: 1 });
    expect(found.title?.confidence).toBeGreaterThanOrEqual(SURE);
    expect(found.authors?.confidence).toBeGreaterThanOrEqual(SURE);
    expect(found.year?.value).toBe(1994);
  });

  it('gives the title of a paper whose own page cannot be told apart from its text; not as sure', () => {
    const found = read(cover, bodyLines(700));
    expect(found.title?.value).toBe('Reading Circles in Two Towns');
    expect(found.title?.confidence).toBeLessThan(SURE);
    expect(found.authors?.confidence).toBeLessThan(SURE);
  });

  it('of a review names the reviewer, not the writer of the book', () => {
    const found = read(
      [
        { text: 'An Example House', y: 781, size: 12 },
        { text: 'Review: Two Books on Reading', y: 740, size: 12 },
        { text: 'Reviewed Work(s): Reading in Pairs by Tom Brook', y: 720, size: 12 },
        { text: 'Review by: Ema Halas', y: 700, size: 12 },
        { text: 'Source: A Journal of Reading, Vol. 2, No. 1 (2013), pp. 1-4', y: 680, size: 12 },
        ...terms,
      ],
      bodyLines(700),
    );
    expect(found.title?.value).toBe('Two Books on Reading');
    expect(names(found)).toEqual(['Ema|Halas']);
  });

  it('may leave the subtitle out, which the paper has', () => {
    const found = read(cover, [
      { text: 'Reading Circles in Two Towns: A Field Study', y: 700, size: 15 },
      ...bodyLines(600),
    ]);
    expect(found.title?.value).toBe('Reading Circles in Two Towns: A Field Study');
  });
});

describe('a repository’s cover', () => {
  it('with labels on lines of their own; authors cut short with "et al." are not taken from it', () => {
    const cover = (...authors: readonly string[]): readonly SetRun[] => [
      { text: 'Example Previously Published Works', y: 760, size: 14, bold: true },
      { text: 'Title', y: 700, size: 12, bold: true },
      { text: 'Reading in pairs: a trial', y: 685, size: 11 },
      { text: 'in twelve classes', y: 672, size: 11 },
      { text: 'Permalink', y: 640, size: 12, bold: true },
      { text: 'https://example.org/uc/item/1', y: 625, size: 11 },
      { text: 'Authors', y: 600, size: 12, bold: true },
      ...authors.map((text, index) => ({ text, y: 585 - 13 * index, size: 11 })),
      { text: 'Publication Date', y: 520, size: 12, bold: true },
      { text: '2017-03-01', y: 505, size: 11 },
      { text: 'Powered by the California Digital Library', y: 40, size: 11 },
    ];
    const paper: readonly SetRun[] = [
      { text: 'Reading in pairs: a trial in twelve classes', y: 700, size: 16 },
      { text: 'Ema Halas, Tom Brook, Ana Koval, Ola Marten', y: 670 },
      ...bodyLines(560),
    ];
    const whole = read(cover('Halas, Ema', 'Brook, Tom'), paper);
    expect(whole.title?.value).toBe('Reading in pairs: a trial in twelve classes');
    expect(names(whole)).toEqual(['Ema|Halas', 'Tom|Brook']);
    expect(whole.year?.value).toBe(2017);
    const cut = read(cover('Halas, Ema', 'Brook, Tom', 'et al.'), paper);
    expect(names(cut)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval', 'Ola|Marten']);
  });

  it('with a citation, which confirms the large lines above it', () => {
    const found = read(
      [
        { text: 'www.archive.example', y: 713, x: 402, size: 18, bold: true },
        { text: 'Lesen in Paaren: eine Studie in', y: 624, size: 18, bold: true },
        { text: 'zwölf Klassen', y: 603, size: 18, bold: true },
        { text: 'Halas, Ema; Brook, Tom; Koval,', y: 585, size: 13 },
        { text: 'Ana', y: 570, size: 13 },
        { text: 'Veröffentlichungsversion / Published Version', y: 540, size: 10 },
        { text: 'Empfohlene Zitierung / Suggested Citation:', y: 438, size: 9, bold: true },
        {
          text: 'Halas, Ema; Brook, Tom; Koval, Ana: Lesen in Paaren: eine Studie in zwölf Klassen.',
          y: 427,
          size: 9,
        },
        { text: 'In: Zeitschrift für Beispiele 3 (2009), 2, pp. 1-9.', y: 417, size: 9 },
        { text: 'Nutzungsbedingungen:', y: 268, size: 8, bold: true },
      ],
      [{ text: 'Lesen in Paaren', y: 760, size: 9 }, ...bodyLines(700)],
    );
    expect(found.title?.value).toBe('Lesen in Paaren: eine Studie in zwölf Klassen');
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval']);
    expect(found.year?.value).toBe(2009);
  });

  it('of a publisher with the citation in English', () => {
    const found = read(
      [
        { text: 'Example Journal of Reading', y: 777, x: 128, size: 15, bold: true },
        { text: 'ISSN: (Print) (Online) Journal homepage: https://www.example.org/loi/1', y: 690, size: 8 },
        { text: 'Reading in pairs: a trial in twelve classes', y: 647, size: 18, bold: true },
        { text: 'Ema Halas & Tom Brook', y: 600, size: 12, bold: true },
        {
          text: 'To cite this article: Ema Halas & Tom Brook (2014) Reading in pairs: a trial in',
          y: 555,
          size: 10,
        },
        {
          text: 'twelve classes, Example Journal of Reading, 3:5, 1-9, DOI: 10.5555/onci.28850',
          y: 543,
          size: 10,
        },
        { text: 'To link to this article: https://doi.org/10.5555/onci.28850', y: 523, size: 10 },
        { text: 'Submit your article to this journal', y: 423, size: 9 },
        { text: 'View related articles', y: 338, size: 9 },
      ],
      [{ text: 'Reading in pairs: a trial in twelve classes', y: 700, size: 20 }, ...bodyLines(560)],
    );
    expect(found.title).toMatchObject({ value: 'Reading in pairs: a trial in twelve classes', page: 1 });
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook']);
    expect(found.year?.value).toBe(2014);
    expect(found.doi?.value).toBe('10.5555/onci.28850');
  });
});

it('a subtitle set large in another weight belongs to the title; a name or a place below it does not', () => {
  const title: SetRun = { text: 'Paired reading', y: 714, size: 24, bold: true };
  const sub = 'A gateway for slow readers in mixed-age classes';
  const people: SetRun = { text: 'Ema Halas, Tom Brook', y: 660 };
  expect(read([title, { text: sub, y: 688, size: 22 }, people, ...bodyLines(560)]).title?.value).toBe(
    `Paired reading ${sub}`,
  );
  const place = 'Department of Education, University of Example';
  expect(read([title, { text: place, y: 688, size: 22 }, people, ...bodyLines(560)]).title?.value).toBe(
    'Paired reading',
  );
});
