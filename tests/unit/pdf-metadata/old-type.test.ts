import { describe, expect, it } from 'vitest';
import { cleanDoi } from '@shared/domain/pdf-metadata/identifiers';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { composeAccents } from '@shared/domain/pdf-metadata/page-text';
import { aHead, bodyLines, type SetRun } from '../../builders/pdf-head';

const title: SetRun = { text: 'Reading in pairs: a trial in twelve classes', y: 700, size: 16, bold: true };
const names = (found: ReturnType<typeof inferMetadata>): string[] =>
  (found.authors?.value ?? []).map((name) => `${name.given ?? ''}|${name.family ?? name.literal ?? ''}`);

describe('papers of older typesetting programs', () => {
  it('have joined letters under the codes of other signs', () => {
    const found = inferMetadata(
      aHead([
        [
          { text: 'DeÆned reading: in¯uence of the Ærst Æve weeks', y: 700, size: 16, bold: true },
          { text: 'Ema Halas', y: 670 },
          ...bodyLines(600, 'The Ærst year showed a signiÆcant and speciÆc gain in the Ænal test; we deÆne'),
        ],
      ]),
      'x.pdf',
    );
    expect(found.title?.value).toBe('Defined reading: influence of the first five weeks');
  });

  it('keep such signs where the words around tell nothing of it', () => {
    const text = 'Reading with Æsop® in pairs: a trial';
    const found = inferMetadata(aHead([[{ ...title, text }, ...bodyLines(600)]]), 'x.pdf');
    expect(found.title?.value).toBe(text);
  });

  it('set authors above the title with a misread bullet between', () => {
    const found = inferMetadata(
      aHead([
        [
          { text: 'E. Halas-Brook á T. Marten', y: 740, size: 10 },
          title,
          { text: 'Received: 21 March 2000 / Accepted: 28 July 2000', y: 660, size: 8 },
          ...bodyLines(600),
        ],
      ]),
      'x.pdf',
    );
    expect(names(found)).toEqual(['E.|Halas-Brook', 'T.|Marten']);
  });

  it('print the short name of the journal above the title, which is no author', () => {
    const found = inferMetadata(
      aHead([
        [
          { text: 'Read. Ecol. Prog. Ser.', y: 760, size: 9 },
          title,
          { text: "E. HALAS'& T. MARTEN'", y: 670, size: 10.5 },
          ...bodyLines(600),
        ],
      ]),
      'x.pdf',
    );
    expect(names(found)).toEqual(['E.|Halas', 'T.|Marten']);
  });

  it('draw the dots of umlauts under the code of the euro sign', () => {
    expect(composeAccents('Nils R€adeck and Astrid G€ardess, 5 € each')).toBe(
      'Nils Rädeck and Astrid Gärdess, 5 € each',
    );
  });
});

describe('what the file says of itself', () => {
  const page: readonly SetRun[] = [
    title,
    { text: 'Jana A. van de Halas • Tom Brook', y: 670 },
    ...bodyLines(600),
  ];

  it('does not take the particle from a name that the page prints whole', () => {
    const found = inferMetadata(aHead([page], { Author: 'Jana A. Halas, Tom Brook' }), 'x.pdf');
    expect(names(found)).toEqual(['Jana A.|van de Halas', 'Tom|Brook']);
  });

  it('is no author when it names a copier or a degree', () => {
    for (const Author of ['Copier User', 'Doctor of Philosophy'])
      expect(inferMetadata(aHead([[title, ...bodyLines(600)]], { Author }), 'x.pdf').authors).toBeUndefined();
  });
});

describe('a DOI in running text', () => {
  it.each([
    ['10.5555/s00338-006-0111-zReef', '10.5555/s00338-006-0111-z'],
    ['10.1371/journal.pone.0023992.g001', '10.1371/journal.pone.0023992'],
  ])('%s', (raw, doi) => {
    expect(cleanDoi(raw)).toBe(doi);
  });

  it('is read whole where it holds a SICI', () => {
    const text = 'doi: 10.5555/1522-2632(200101)86:1<77::AID-IROH77>3.0.CO;2-7';
    const found = inferMetadata(aHead([[{ text, y: 800, size: 8 }, title, ...bodyLines(600)]]), 'x.pdf');
    expect(found.doi?.value).toBe('10.5555/1522-2632(200101)86:1<77::AID-IROH77>3.0.CO;2-7');
  });
});

it('a year is not that of the day when an archive was asked for the file', () => {
  const stamp: SetRun = {
    text: 'This content downloaded from 192.0.2.1 on Fri, 28 Apr 2023 22:59:34 +00:00',
    y: 30,
    size: 8,
  };
  const source: SetRun = {
    text: 'Source: A Journal of Reading, Vol. 24, No. 1/2 (July 11 1985), pp. 183-185',
    y: 700,
  };
  const found = inferMetadata(
    aHead([
      [source, { text: 'Accessed: 28-04-2023 22:59 +00:00', y: 680 }, stamp],
      [{ text: 'Vol. 24: 183-185, 1985', y: 800, size: 8 }, title, ...bodyLines(600), stamp],
    ]),
    'x.pdf',
  );
  expect(found.year?.value).toBe(1985);
});

it('the author of a thesis is who stands behind "by", not the committee or the degree', () => {
  const found = inferMetadata(
    aHead([
      [
        { text: 'READING IN PAIRS: A TRIAL IN TWELVE CLASSES', y: 760, size: 12 },
        { text: 'A dissertation submitted to the graduate division', y: 700, size: 12 },
        { text: 'in partial fulfillment of the requirements for the degree of', y: 680, size: 12 },
        { text: 'Doctor of Philosophy', y: 660, size: 12 },
        { text: 'By', y: 620, size: 12 },
        { text: 'Ema T. Halas', y: 600, size: 12 },
        { text: 'Dissertation Committee:', y: 560, size: 12 },
        { text: 'Tom Brook', y: 540, size: 12 },
      ],
      bodyLines(700),
    ]),
    'x.pdf',
  );
  expect(names(found)).toEqual(['Ema T.|Halas']);
});

it('the editor and reviewers in a side bar are no authors', () => {
  const small = { size: 7, x: 80 } as const;
  const found = inferMetadata(
    aHead([
      [
        { ...title, x: 180, y: 720 },
        { text: 'Edited by:', y: 690, ...small },
        { text: 'Davide Vyhadan,', y: 682, ...small },
        { text: 'University of Example, Italy', y: 674, ...small },
        { text: 'Ema Halas, Tom Brook and Ana Koval', y: 671, x: 180 },
        { text: 'Reviewed by:', y: 660, ...small },
        { text: 'Renaud Prykl,', y: 652, ...small },
        ...bodyLines(560).map((line) => ({ ...line, x: 180 })),
      ],
    ]),
    'x.pdf',
  );
  expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval']);
});

it('a row of universities below a row of names adds none', () => {
  const found = inferMetadata(
    aHead([
      [
        title,
        { text: 'Ema Halas', y: 670, x: 80 },
        { text: 'Tom Brook', y: 670, x: 250 },
        { text: 'Ana Koval', y: 670, x: 420 },
        { text: 'ETH Zurich', y: 656, x: 80 },
        { text: 'KU Leuven', y: 656, x: 250 },
        { text: 'Caltech', y: 656, x: 420 },
        ...bodyLines(560),
      ],
    ]),
    'x.pdf',
  );
  expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Ana|Koval']);
});

it('a list with commas goes on below with the rest of a name', () => {
  const found = inferMetadata(
    aHead([
      [
        title,
        { text: 'Ema Halas, Tom Brook, Maria Jose', y: 670 },
        { text: 'Koval, and Ana Marten', y: 658 },
        ...bodyLines(560),
      ],
    ]),
    'x.pdf',
  );
  expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Maria Jose|Koval', 'Ana|Marten']);
});
