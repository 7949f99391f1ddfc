import { describe, expect, it } from 'vitest';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { SURE } from '@shared/domain/pdf-metadata/types';
import { aHead, bodyLines, type SetRun } from '../../builders/pdf-head';

const names = (head: ReturnType<typeof aHead>): string[] =>
  (inferMetadata(head, 'x.pdf').authors?.value ?? []).map(
    (name) => `${name.given ?? ''}|${name.family ?? name.literal ?? ''}`,
  );

const banner: readonly SetRun[] = [
  { text: 'Contents lists available at ScienceDirect', y: 800, size: 9 },
  { text: 'Example Journal of Reading', y: 780, size: 18 },
  { text: 'journal homepage: www.example.org/reading', y: 765, size: 8 },
];

describe('title', () => {
  it('is the largest text below the journal banner, over several lines', () => {
    const head = aHead([
      [
        ...banner,
        { text: 'Ten minutes a day: paired reading in mixed-', y: 700, size: 16 },
        { text: 'age classes', y: 681, size: 16 },
        { text: 'Ema Halas a, Tom Brook b', y: 655, size: 12 },
        { text: 'mixed-age groups were', y: 640, size: 10 },
        ...bodyLines(560),
      ],
    ]);
    const { title } = inferMetadata(head, 'x.pdf');
    expect(title).toMatchObject({
      value: 'Ten minutes a day: paired reading in mixed-age classes',
      source: 'layout',
      page: 0,
    });
    expect(title?.confidence).toBeLessThan(SURE);
  });

  it.each(['Learning and Examples', 'Computers & Examples'])(
    'takes no journal banner for the title: %s',
    (journal) => {
      const title = { text: 'What counts as fluent? Measures compared', y: 690, size: 13.5 };
      const byBanner = [
        { ...banner[0], text: 'Contents lists available at ScienceDirect', y: 800 },
        { text: journal, y: 780, size: 18 },
        { text: 'journal homepage: www.example.org', y: 765, size: 8 },
      ];
      const byVolume = [
        { text: `${journal} 44 (2016) 1-12`, y: 820, size: 8 },
        { text: journal, y: 780, size: 18 },
      ];
      for (const top of [byBanner, byVolume]) {
        expect(inferMetadata(aHead([[...top, title, ...bodyLines(560)]]), 'x.pdf').title?.value).toBe(
          title.text,
        );
      }
    },
  );

  it.each([
    'EXAMPLE WORKING PAPER SERIES',
    'Discussion Paper No. 1234',
    'September 2016',
    'RESEARCH ARTICLE',
    'Volume 12, Number 3',
  ])('takes no label for the title: %s', (label) => {
    const runs = [
      { text: label, y: 780, size: 20 },
      { text: 'Small gains, honestly reported', y: 700, size: 14 },
      ...bodyLines(560),
    ];
    expect(inferMetadata(aHead([runs]), 'x.pdf').title?.value).toBe('Small gains, honestly reported');
  });

  it('joins a word broken at the line end unless its hyphenated spelling occurs in the text', () => {
    const head = aHead([
      [
        { text: 'An inter-', y: 700, size: 18 },
        { text: 'vention in reading', y: 680, size: 18 },
        ...bodyLines(560),
      ],
    ]);
    expect(inferMetadata(head, 'x.pdf').title?.value).toBe('An intervention in reading');
  });

  it('is sure when page and information dictionary agree', () => {
    const head = aHead([[{ text: 'LISTENING TO SLOW READERS', y: 700, size: 16 }, ...bodyLines(560)]], {
      Title: 'Listening to slow readers',
    });
    const { title } = inferMetadata(head, 'x.pdf');
    expect(title?.value).toBe('Listening to slow readers');
    expect(title?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  it.each([
    'Microsoft Word - final2.docx',
    'untitled',
    'Paper Template',
    'ipg1300180a',
    'doi:10.1000/1',
    'layout 1',
    'sp-v3 1..12',
  ])('does not believe the description %s', (Title) => {
    const head = aHead([[{ text: 'Listening to slow readers', y: 700, size: 16 }, ...bodyLines(560)]], {
      Title,
    });
    expect(inferMetadata(head, 'x.pdf').title).toMatchObject({
      value: 'Listening to slow readers',
      source: 'layout',
    });
  });

  it('takes the whole title from the page when the description is cut short', () => {
    const head = aHead(
      [[{ text: 'Listening to slow readers: a field study', y: 700, size: 16 }, ...bodyLines(560)]],
      { Title: 'Listening to slow readers' },
    );
    expect(inferMetadata(head, 'x.pdf').title?.value).toBe('Listening to slow readers: a field study');
  });

  it('skips a download cover and reads the paper behind it', () => {
    const cover: SetRun[] = [
      { text: 'This article was downloaded by: [An Example University]', y: 780 },
      { text: 'Full terms and conditions of use: https://example.org/terms', y: 760 },
      { text: 'Publisher: Example House', y: 700, size: 20 },
    ];
    const paper: SetRun[] = [
      { text: 'Teacher talk during guided reading', y: 720, size: 16 },
      { text: 'Ola Petrenko', y: 695, size: 12 },
      ...bodyLines(560),
    ];
    const head = aHead([cover, paper]);
    expect(inferMetadata(head, 'x.pdf').title).toMatchObject({
      value: 'Teacher talk during guided reading',
      page: 1,
    });
    expect(names(head)).toEqual(['Ola|Petrenko']);
  });

  it('drops version notes and footnote marks', () => {
    const head = aHead([
      [{ text: 'Lessons learned [version 2; referees: 3 approved]', y: 700, size: 16 }, ...bodyLines(560)],
    ]);
    expect(inferMetadata(head, 'x.pdf').title?.value).toBe('Lessons learned');
  });

  it('falls back to the file name with little confidence', () => {
    const head = { ...aHead([[]]), textLayer: 'none' as const };
    const found = inferMetadata(head, 'Halas 2019 - Ten minutes a day.pdf');
    expect(found).toMatchObject({
      status: 'no-text-layer',
      title: { value: 'Ten minutes a day', source: 'file-name' },
    });
    expect(found.title?.confidence).toBeLessThan(0.5);
  });
});

describe('authors', () => {
  const paper = (...lines: SetRun[]): ReturnType<typeof aHead> =>
    aHead([
      [
        { text: 'Small gains, honestly reported', y: 720, size: 17 },
        ...lines,
        { text: 'Abstract', y: 600 },
        ...bodyLines(580),
      ],
    ]);

  it('reads a comma list and leaves affiliations out', () => {
    const head = paper(
      { text: 'Ana M. Reyes, Björn van der Berg and Chidi Okafor-Lind', y: 690, size: 12 },
      { text: 'Department of Education, University of Example, Exampleton', y: 670, size: 9 },
    );
    expect(names(head)).toEqual(['Ana M.|Reyes', 'Björn|van der Berg', 'Chidi|Okafor-Lind']);
  });

  it('takes raised marks as separators, also glued ones, and a wrapped name as one', () => {
    const head = paper(
      { text: 'Ana Reyes', x: 72, y: 690, size: 12 },
      { text: '1,2', x: 126, y: 695, size: 7 },
      { text: ', Björn Lund3*, Chidi P.', x: 138, y: 690, size: 12 },
      { text: 'Okafor', x: 72, y: 676, size: 12 },
    );
    expect(names(head)).toEqual(['Ana|Reyes', 'Björn|Lund', 'Chidi P.|Okafor']);
  });

  it('reads one name per line with institutions between', () => {
    const head = paper(
      { text: 'Ana Reyes', y: 690, size: 11 },
      { text: 'University of Example', y: 676, size: 11 },
      { text: 'Björn Lund', y: 662, size: 11 },
      { text: 'Example College', y: 648, size: 11 },
    );
    expect(names(head)).toEqual(['Ana|Reyes', 'Björn|Lund']);
  });

  it('puts capitals, degrees, initials and Cyrillic names right', () => {
    expect(names(paper({ text: 'ANA REYES, Ph.D., and TOM O’BRIEN', y: 690, size: 12 }))).toEqual([
      'Ana|Reyes',
      'Tom|O’Brien',
    ]);
    expect(names(paper({ text: 'G McArthur, S Kohnen and A Castles', y: 690, size: 12 }))).toEqual([
      'G|McArthur',
      'S|Kohnen',
      'A|Castles',
    ]);
    expect(names(paper({ text: 'Петренко О. В., Коваль Н. І.', y: 690, size: 12 }))).toEqual([
      'О. В.|Петренко',
      'Н. І.|Коваль',
    ]);
  });

  it('puts detached accents of old TeX fonts on their letters', () => {
    expect(names(paper({ text: 'Zolt´an Gy¨ongyi and Franc¸ois Dut', y: 690, size: 12 }))).toEqual([
      'Zoltán|Gyöngyi',
      'François|Dut',
    ]);
  });

  it('does not believe the computer user in the description', () => {
    const head = {
      ...paper({ text: 'Ana Reyes', y: 690, size: 12 }),
      description: { info: { Author: 'Lab User' }, xmp: {} },
    };
    expect(names(head)).toEqual(['Ana|Reyes']);
  });
});

describe('identifiers and date', () => {
  const doi = (lines: readonly SetRun[], info: Record<string, string> = {}): string | undefined =>
    inferMetadata(
      aHead([[{ text: 'A paper about reading aloud', y: 720, size: 16 }, ...lines]], info),
      'x.pdf',
    ).doi?.value;

  it.each([
    ['https://doi.org/10.1234/ab.5678.', '10.1234/ab.5678'],
    ['(doi: 10.1234/s0001(19)00012-3)', '10.1234/s0001(19)00012-3'],
    ['DOI 10.1119/1.1374249兴', '10.1119/1.1374249'],
    ['doi:10.1234/ab-\n2020-17', '10.1234/ab-2020-17'],
    ['DOI: 10.1234 / ab.5678', '10.1234/ab.5678'],
  ])('reads %s', (text, expected) => {
    expect(doi([{ text, y: 60 }])).toBe(expected);
  });

  it.each([
    '10.1145/nnnnnnn.nnnnnnn',
    '10.1145/1122445.1122456',
    '10.1000/xyz123',
    'https://doi.org/10.XXXX/XXXXX',
  ])('refuses the placeholder %s', (text) => {
    expect(doi([{ text, y: 60 }])).toBeUndefined();
  });

  it('prefers the DOI in the foot to those of cited works and of the data', () => {
    const lines: SetRun[] = [
      { text: 'The data are at https://doi.org/10.5281/zenodo.1111111', y: 500 },
      { text: 'References', y: 400 },
      { text: 'Lind, A. (2001). Reading. Notes, 3(1), 1-9. https://doi.org/10.5555/cited.1', y: 380 },
      { text: 'https://doi.org/10.5555/own.2', y: 40 },
    ];
    expect(doi(lines.slice(0, 1).concat(lines.slice(3), lines.slice(1, 3)))).toBe('10.5555/own.2');
    expect(doi(lines.slice(1, 3))).toBeUndefined();
  });

  it('takes the version named under "how to cite"', () => {
    const lines = [
      { text: 'First published: 19 Feb 2014 (doi: 10.5555/paper.3-62.v1)', y: 650 },
      {
        text: 'How to cite this article: Lund B. A paper. Example 2016 (doi: 10.5555/paper.3-62.v2)',
        y: 200,
      },
    ];
    expect(doi(lines)).toBe('10.5555/paper.3-62.v2');
  });

  it('finds the stamp of arXiv and a valid ISBN only', () => {
    const found = inferMetadata(
      aHead([
        [
          { text: 'arXiv:2101.01234v2 [cs.CY] 3 Jan 2021', y: 400 },
          { text: 'ISBN 978-0-306-40615-7 and ISBN 978-0-306-40615-8', y: 90 },
        ],
      ]),
      'x.pdf',
    );
    expect(found).toMatchObject({
      status: 'identified',
      arxiv: { value: '2101.01234v2' },
      isbn: { value: '9780306406157' },
      year: { value: 2021 },
    });
  });

  it('weighs volume line and publication date above receipt and file dates', () => {
    const lines: SetRun[] = [
      { text: 'Example Journal of Reading 12 (2019) 201-219', y: 810 },
      { text: 'A paper about reading aloud', y: 720, size: 16 },
      { text: 'Received: 3 March 2017; Accepted: 1 December 2018', y: 600 },
      ...bodyLines(560),
    ];
    const found = inferMetadata(aHead([lines], { CreationDate: 'D:20210101000000' }), 'x.pdf');
    expect(found.year?.value).toBe(2019);
    expect(found.journal?.value).toBe('Example Journal of Reading');
  });

  it('reads abstract and language', () => {
    const sentence =
      'Pupils of four classes read aloud in pairs and the teachers of the classes measured the fluency of the pupils with a list of words.';
    const lines: SetRun[] = [
      { text: 'A paper about reading aloud', y: 720, size: 16 },
      { text: 'Abstract', y: 650 },
      { text: sentence, y: 630 },
      { text: sentence, y: 618 },
      { text: 'Keywords: reading, fluency', y: 600 },
      ...bodyLines(560),
    ];
    const found = inferMetadata(aHead([lines]), 'x.pdf');
    expect(found.abstract?.value).toBe(`${sentence} ${sentence}`);
    expect(found.language?.value).toBe('en');
  });
});
