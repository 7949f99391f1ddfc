import { describe, expect, it } from 'vitest';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { splitName } from '@shared/domain/pdf-metadata/names';
import { composeAccents } from '@shared/domain/pdf-metadata/page-text';
import { SURE } from '@shared/domain/pdf-metadata/types';
import { aHead, bodyLines, type SetRun } from '../../builders/pdf-head';

const title: SetRun = { text: 'Reading in pairs: a trial in twelve classes', y: 700, size: 16, bold: true };
const read = (
  runs: readonly SetRun[],
  info: Readonly<Record<string, string>> = {},
  xmp: Readonly<Record<string, readonly string[]>> = {},
) => inferMetadata(aHead([[...runs, ...bodyLines(500)]], info, xmp), 'x.pdf');
const names = (found: ReturnType<typeof inferMetadata>): string[] =>
  (found.authors?.value ?? []).map((name) => `${name.given ?? ''}|${name.family ?? name.literal ?? ''}`);

describe('author lines of many publishers', () => {
  it.each([
    ['degrees set apart by commas', 'Ema Halas, MLIS, AHIP; Tom J. Brook, MSEd, MLS; Ana Koval, MA, PhD'],
    ['a place after the last name', 'Ema Halas, Tom J. Brook and Ana Koval | University of Example, Italy'],
    [
      'what each did',
      'Ema Halas, Conceptualization, Formal analysis, Tom J. Brook, Supervision, Ana Koval, Methodology',
    ],
    ['a word space that is no sign', 'EmaHalas, Tom J. Brook, AnaKoval'],
  ])('%s', (_, text) => {
    expect(names(read([title, { text, y: 670, size: 11 }]))).toEqual([
      'Ema|Halas',
      'Tom J.|Brook',
      'Ana|Koval',
    ]);
  });

  it('a post after the name without a comma', () => {
    const found = read([title, { text: 'Ema Halas Senior Lecturer, Department of Example Studies', y: 670 }]);
    expect(names(found)).toEqual(['Ema|Halas']);
  });

  it('a heading or a label above the title is no author', () => {
    for (const text of ['POINT OF VIEW', 'Technical Report', 'Virtual Projects', 'Theoretical Background'])
      expect(names(read([{ text, y: 740, size: 11 }, title]))).toEqual([]);
  });

  it('a town with its code is none either', () => {
    const found = read([
      title,
      { text: 'Ema Halas', y: 670 },
      { text: 'La Example, CA 92093-0112', y: 656 },
      { text: 'ehalas@example.org', y: 642 },
    ]);
    expect(names(found)).toEqual(['Ema|Halas']);
  });

  it('an institution below the last line of names is not the rest of a name', () => {
    const found = read([
      title,
      { text: 'Ema Halas, Tom Brook, Ana Koval', y: 670, x: 174 },
      { text: 'ABCD-ExampleNet', y: 658, x: 276 },
      { text: 'Department of Computer Science', y: 646, x: 238 },
    ]);
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval']);
  });

  it('are read in a narrow column beside the title; not as sure', () => {
    const beside = { x: 48, size: 8 } as const;
    const found = read([
      { ...title, x: 240, y: 700 },
      { text: 'BY EMA HALAS,', y: 640, ...beside },
      { text: 'TOM J. BROOK,', y: 630, ...beside },
      { text: 'AND ANA KOVAL', y: 620, ...beside },
    ]);
    expect(names(found)).toEqual(['Ema|Halas', 'Tom J.|Brook', 'Ana|Koval']);
    expect(found.authors?.confidence).toBeLessThan(0.7);
  });

  it('are read where they stand apart, when none are near the title', () => {
    const found = inferMetadata(
      aHead([
        [
          title,
          ...bodyLines(640),
          ...bodyLines(500),
          { text: 'EMA HALAS, TOM J. BROOK, AND ANA KOVAL', y: 300, x: 300, size: 9 },
        ],
      ]),
      'x.pdf',
    );
    expect(names(found)).toEqual(['Ema|Halas', 'Tom J.|Brook', 'Ana|Koval']);
    expect(found.authors?.confidence).toBeLessThan(0.7);
  });
});

describe('names', () => {
  it('described family name first without a comma are turned as the page prints them', () => {
    const page: readonly SetRun[] = [title, { text: 'Ema T. Halas and Tom Brook', y: 670 }];
    const found = read(page, {}, { 'dc:creator': ['Halas Ema T.', 'Brook Tom'] });
    expect(names(found)).toEqual(['Ema T.|Halas', 'Tom|Brook']);
    expect(found.authors?.confidence).toBeLessThan(SURE);
  });

  it.each([
    ['HALAS Ema Maria', 'Ema Maria', 'Halas'],
    ['JOHN MacEXAMPLE', 'John', 'MacExample'],
    ['EMA HALAS', 'Ema', 'Halas'],
    ['Halas ET', 'ET', 'Halas'],
  ])('%s', (name, given, family) => {
    expect(splitName(name)).toEqual({ given, family });
  });

  it('with letters that no Latin word boundary knows are still names', () => {
    expect(names(read([title, { text: 'Ema Pressé, Tom Ladé and Ana Wayö', y: 670 }]))).toEqual([
      'Ema|Pressé',
      'Tom|Ladé',
      'Ana|Wayö',
    ]);
  });

  it('whose accents come one letter late get them back', () => {
    expect(composeAccents('Agnes\u0300 Halas, Bas\u0300ica; Cafe\u0301, n\u0303')).toBe(
      'Agnès Halas, Bàsica; Café, ñ',
    );
  });
});

describe('a DOI', () => {
  const doi = (runs: readonly SetRun[], text?: string, xmp: Record<string, string[]> = {}) => {
    const head = aHead([[...runs, title, ...bodyLines(600)]], {}, xmp);
    const [page] = head.pages;
    if (page === undefined) throw new Error('a page is missing');
    const pages = text === undefined ? [page] : [{ ...page, text }];
    return inferMetadata({ ...head, pages }, 'x.pdf').doi;
  };

  it.each([
    ['the mark of the publisher', 'DOI 10.5555/s10803-017-3114-41 3\nORIGINAL PAPER'],
    ['the title', 'DOI 10.5555/s10803-017-3114-4READING IN PAIRS: A TRIAL'],
    ['the page number', 'DOI 10.5555/s10803-017-3114-469\n1. INTRODUCTION'],
  ])('ends with its printed line, also when %s follows without a break', (_, text) => {
    const runs: SetRun[] = [{ text: 'DOI 10.5555/s10803-017-3114-4', y: 740, size: 8 }];
    expect(doi(runs, text)?.value).toBe('10.5555/s10803-017-3114-4');
  });

  it('is not cut where the printed line breaks it', () => {
    const runs: SetRun[] = [
      { text: 'https://doi.org/10.5555/s10803-', y: 740, size: 8 },
      { text: '017-3114-4', y: 731, size: 8 },
    ];
    expect(doi(runs)?.value).toBe('10.5555/s10803-017-3114-4');
  });

  it('of a chapter has a drawn low line before its number', () => {
    expect(doi([{ text: 'DOI: 10.1007/978-3-319-99999-8 12', y: 40, size: 8 }])?.value).toBe(
      '10.1007/978-3-319-99999-8_12',
    );
  });

  it('is not sure when another of the same publisher stands on every page', () => {
    const pages = [700, 650].map((y): SetRun[] => [
      { text: 'Example Med 2023;49:573-579. doi:10.5555/print-2022-108447', y: 40, size: 7 },
      {
        text: '10.5555/record-2022-108447 on 29 December 2022. Example Med: first published as',
        y: 470,
        size: 7,
      },
      { ...title, y },
      ...bodyLines(600),
    ]);
    const found = inferMetadata(aHead(pages), 'x.pdf');
    expect(found.doi).toBeDefined();
    expect(found.doi?.confidence).toBeLessThan(SURE);
  });
});

describe('a DOI of the page’s own text', () => {
  const doi = (...runs: readonly SetRun[]) => inferMetadata(aHead([[title, ...runs]]), 'x.pdf').doi;

  it('does not go on in the line below with the number of the journal', () => {
    const found = doi(
      ...bodyLines(600),
      { text: 'Digital Object Identifier no. 10.5555/TSE.2011.104.', y: 60, size: 8 },
      { text: '0098-5589/12/$31.00 © 2012 Example House', y: 51, size: 8 },
    );
    expect(found?.value).toBe('10.5555/TSE.2011.104');
    expect(found?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  it('is not sure within a figure or the text, where it may be another work’s', () => {
    const found = doi({ text: 'doi:10.5555/j.sci.1989.08.006', y: 400, size: 8 }, ...bodyLines(300));
    expect(found?.confidence).toBeLessThan(SURE);
  });
});

describe('the year', () => {
  const online = [
    {
      text: 'Received 23 August 2005; accepted 12 January 2006; available online 10 March 2006',
      y: 660,
      size: 8,
    },
    { text: '© 2006 Example House Ltd. All rights reserved.', y: 60, size: 8 },
  ];
  it.each([
    'Example Journal of Reading 45 (2007) 598-607',
    'Example Journal of Reading 45 (2007) B13-B23',
    'Ex J Read. 2007;45:598-607. example.org/journal',
    'Ex. J. Read.: 45, 604-611 (2007)',
    'Ex J Read. 2007 March ; 45: 12-22.',
  ])('is that of the issue, not of the day online: %s', (text) => {
    const found = read([{ text, y: 800, size: 8 }, title, ...online], { CreationDate: 'D:20061208010413Z' });
    expect(found.year?.value).toBe(2007);
    expect(found.year?.confidence).toBeLessThan(SURE);
  });

  it('is not that in which an archive opens the manuscript', () => {
    const found = read([
      { text: 'Ex J Read. Author manuscript; available in PMC 2018 March 01.', y: 800, size: 8 },
      { text: 'Published in final edited form as: Ex J Read. 2017 March ; 176: 12-22.', y: 780, size: 8 },
      title,
    ]);
    expect(found.year?.value).toBe(2017);
  });
});

describe('titles', () => {
  it.each([
    'MSc Computer Science Dissertation',
    'Doctoral Thesis',
    'Special Issue: Data Sharing in Example Studies',
    'Department of Education',
  ])('are no labels and places: %s', (text) => {
    expect(read([{ text, y: 760, size: 15.5, bold: true }, title]).title?.value).toBe(title.text);
  });

  it('go on below in smaller type with the words of a sentence, not with names', () => {
    const info = { Title: 'Reading in pairs' };
    const short: SetRun = { text: 'Reading in pairs', y: 700, size: 17, bold: true };
    const sub: SetRun = { text: 'Linking a new concept with twelve classes', y: 680, size: 13 };
    expect(read([short, sub, { text: 'Ema Halas', y: 660, size: 11 }], info).title).toMatchObject({
      value: 'Reading in pairs Linking a new concept with twelve classes',
      source: 'layout',
    });
    const people: SetRun = { text: 'Ema Halas, Tom de Brook, and Ana van der Koval', y: 680, size: 13 };
    expect(read([short, people], info).title?.value).toBe('Reading in pairs');
  });

  it('drawn twice in one place are read once', () => {
    expect(read([title, title, { text: 'Ema Halas', y: 670 }, { text: 'Ema Halas', y: 670 }])).toMatchObject({
      title: { value: title.text },
      authors: { value: [{ given: 'Ema', family: 'Halas' }] },
    });
  });
});

it('a scan is said to be one, whatever its file says of itself', () => {
  const scan = { ...aHead([[]], { Title: 'scan0001', Author: 'Scanner' }), textLayer: 'none' as const };
  const found = inferMetadata(scan, 'scan0001.pdf');
  expect(found).toEqual({ status: 'no-text-layer', repaired: null });
});

describe('pages made to hold readers up', () => {
  it.each([
    ['a word of 60,000 letters', [{ text: 'a'.repeat(60_000), y: 700, size: 16 }]],
    [
      'one sign 60,000 times',
      Array.from({ length: 60_000 }, (_, index) => ({ text: '.', y: 700, x: index % 500 })),
    ],
    [
      '60,000 runs all over the page',
      Array.from({ length: 60_000 }, (_, index) => ({
        text: `w${String(index)}`,
        y: (index * 7919) % 800,
        x: (index * 104_729) % 550,
      })),
    ],
  ])('are given up in time: %s', (_, runs: readonly SetRun[]) => {
    const started = performance.now();
    inferMetadata(aHead([runs]), 'x.pdf');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
