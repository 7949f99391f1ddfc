import { describe, expect, it } from 'vitest';
import { cleanDoi } from '@shared/domain/pdf-metadata/identifiers';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { composeAccents } from '@shared/domain/pdf-metadata/page-text';
import { identityRemark } from '@shared/domain/pdf-metadata/remark';
import { SURE } from '@shared/domain/pdf-metadata/types';
import { aHead, bodyLines, type SetRun } from '../../builders/pdf-head';

const read = (...pages: readonly (readonly SetRun[])[]) => inferMetadata(aHead(pages), 'x.pdf');
const names = (found: ReturnType<typeof inferMetadata>): string[] =>
  (found.authors?.value ?? []).map((name) => `${name.given ?? ''}|${name.family ?? name.literal ?? ''}`);

const title: SetRun = { text: 'Reading in pairs: a trial in twelve classes', y: 700, size: 16, bold: true };
const cyrillicBody = bodyLines(
  500,
  'Учні читали вголос у парах по десять хвилин чотири дні на тиждень, а та',
);

describe('authors of unusual settings', () => {
  it('are read where each opens a line with a post and an address after the name', () => {
    const found = read([
      { text: 'Парне читання у початковій школі', y: 700, size: 14, bold: true },
      { text: 'Вигадана О. П., студентка кафедри педагогіки', y: 670 },
      { text: 'Уявного університету, vyhadana@example.org', y: 658 },
      { text: 'Умовний Т.К., к. пед. н., доцент кафедри педагогіки', y: 646 },
      { text: 'Уявного університету, umovnyi@example.org', y: 634 },
      { text: 'Приклад Р. С. ст. викл. кафедри педагогіки', y: 622 },
      { text: 'Анотація', y: 600, size: 12, bold: true },
      ...cyrillicBody,
    ]);
    expect(names(found)).toEqual(['О. П.|Вигадана', 'Т. К.|Умовний', 'Р. С.|Приклад']);
  });

  it('are read in Latin too, and an affiliation line below the names is none of them', () => {
    const entries = read([
      title,
      { text: 'Ema T. Halas, student of the Department of Teaching, University of', y: 670 },
      { text: 'Example, halas@example.org', y: 658 },
      { text: 'Tom Brook, Candidate of Science, Example Academy', y: 646 },
      { text: 'Abstract', y: 620, bold: true },
      ...bodyLines(600),
    ]);
    expect(names(entries)).toEqual(['Ema T.|Halas', 'Tom|Brook']);
    const below = read([
      title,
      { text: 'Ema T. Halas', y: 670 },
      { text: 'Example Brookfield North-East, Brookfield, France, University of Example', y: 655, size: 8 },
      ...bodyLines(600),
    ]);
    expect(names(below)).toEqual(['Ema T.|Halas']);
  });

  it('are found above the title, below the UDC number', () => {
    const found = read([
      { text: 'УДК 37.013:159.9', y: 790 },
      { text: 'Ольга Вигадана', y: 770, bold: true },
      { text: 'кандидат педагогічних наук, доцент', y: 756 },
      { text: 'ПАРНЕ ЧИТАННЯ У ПОЧАТКОВІЙ ШКОЛІ', y: 720, size: 14, bold: true },
      { text: 'Анотація. У статті описано парне читання.', y: 690 },
      ...cyrillicBody,
    ]);
    expect(found.title?.value).toBe('ПАРНЕ ЧИТАННЯ У ПОЧАТКОВІЙ ШКОЛІ');
    expect(names(found)).toEqual(['Ольга|Вигадана']);
  });

  it('may be inverted on the page and in the description', () => {
    const page = [
      title,
      { text: 'Di Esempio, Carla and Halas, Ema', y: 670 },
      ...bodyLines(560),
    ] satisfies SetRun[];
    expect(names(read(page))).toEqual(['Carla|Di Esempio', 'Ema|Halas']);
    const described = inferMetadata(aHead([page], { Author: 'Di Esempio, Carla and Halas, Ema' }), 'x.pdf');
    expect(names(described)).toEqual(['Carla|Di Esempio', 'Ema|Halas']);
    expect(described.authors?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  it('stand in a column beside the abstract, in small capitals that extract as small letters', () => {
    const column = ['ema halas', 'Tom brook', 'abdul a ibrahim'].flatMap((text, index): SetRun[] => [
      { text, x: 60, y: 640 - 14 * index, size: 11 },
      { text: '1', x: 60 + 5.5 * text.length, y: 644 - 14 * index, size: 6 },
      {
        text: index === 0 ? 'Abstract: Pupils read in pairs for' : 'ten minutes a day in all the classes',
        x: 230,
        y: 640 - 14 * index,
        size: 9,
      },
    ]);
    const found = read([title, ...column, ...bodyLines(560)]);
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Abdul A|Ibrahim']);
  });

  it('lose a badge stuck to the name and keep a hyphen of any kind', () => {
    const found = read([title, { text: 'Ema HalasID, Olha Marchut\u2011Brook', y: 670 }, ...bodyLines(560)]);
    expect(names(found)).toEqual(['Ema|Halas', 'Olha|Marchut-Brook']);
  });

  it('are not the person to write to', () => {
    const found = read([
      title,
      { text: 'Correspondence Tom Brook, PhD, University of Example, Brookfield', y: 675, size: 8 },
      { text: 'Ema Halas, Tom Brook', y: 650 },
      ...bodyLines(560),
    ]);
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook']);
  });

  it('are sure only when page and description name the same people and every family name is plain', () => {
    const confidence = (line: string, author: string): number | undefined =>
      inferMetadata(aHead([[title, { text: line, y: 670 }, ...bodyLines(560)]], { Author: author }), 'x.pdf')
        .authors?.confidence;
    expect(confidence('Ema Halas, Tom T. Brook', 'Ema Halas, Tom T. Brook')).toBeGreaterThanOrEqual(SURE);
    expect(confidence('Ema Halas', 'Ema Halas, Tom T. Brook')).toBeLessThan(SURE);
    expect(confidence('Ema Costa Halas, Tom Brook', 'Ema Costa Halas, Tom Brook')).toBeLessThan(SURE);
  });

  it('may be an organisation that the file names and the page prints', () => {
    const page: SetRun[] = [{ text: 'Example Council for Schools', y: 760 }, title, ...bodyLines(560)];
    const found = inferMetadata(aHead([page], { Author: 'Example Council for Schools' }), 'x.pdf');
    expect(names(found)).toEqual(['|Example Council for Schools']);
    expect(found.authors?.confidence).toBeLessThan(SURE);
  });
});

describe('titles of unusual settings', () => {
  it('are not the bold list of authors below a title in plain capitals', () => {
    const found = read([
      { text: 'EFFECTS OF READING IN PAIRS ON FLUENCY AND ON THE', y: 723, size: 10.4, x: 96 },
      { text: 'WILLINGNESS TO READ ALOUD IN CLASS', y: 711, size: 10.4, x: 130 },
      { text: 'Ema Halas, Tom Brook, Carla Esempio', y: 687, size: 10.4, x: 150, bold: true },
      ...bodyLines(560),
    ]);
    expect(found.title?.value).toBe(
      'EFFECTS OF READING IN PAIRS ON FLUENCY AND ON THE WILLINGNESS TO READ ALOUD IN CLASS',
    );
  });

  it('do not take in the kind of article above them, nor lose a power', () => {
    const found = read([
      { text: 'REVIEW', y: 732, size: 20 },
      { text: 'Fluency after 2', y: 700, size: 20 },
      { text: '3', x: 72 + 150, y: 707, size: 9 },
      { text: ' weeks of reading', x: 72 + 155, y: 700, size: 20 },
      ...bodyLines(560),
    ]);
    expect(found.title?.value).toBe('Fluency after 23 weeks of reading');
  });

  it('are never an address line, nor letters of a script the page does not have', () => {
    const found = read([
      { text: 'Пสฺสีีฯีๆืๅฯ สีอฺุา฼ึๅ หาืสฺาัส', y: 720, size: 14, bold: true },
      { text: 'Умовний Т. К., студент, umovnyi@example.org', y: 690, bold: true },
      { text: 'Анотація', y: 670, size: 12, bold: true },
      ...cyrillicBody,
    ]);
    expect(found.title?.value ?? '').not.toMatch(/@|\p{Script=Thai}/u);
  });
});

describe('DOI kinds', () => {
  it.each([
    ['10.5555/EX.0000000000009575', '10.5555/EX.0000000000009575'],
    ['10.5555/xyz.09-52Original', '10.5555/xyz.09-52'],
    ['10.5555/s12345\u2011018\u20111017\u20115', '10.5555/s12345-018-1017-5'],
    ['10.5555/abc.0000000', null],
  ])('cleans %s', (raw, expected) => {
    expect(cleanDoi(raw)).toBe(expected);
  });
});

describe('a DOI in a footnote', () => {
  it('of a linked work is not taken for sure for the own one, in a running foot it is', () => {
    const foot = (text: string) => read([title, ...bodyLines(560), { text, y: 60, size: 8 }]).doi;
    const linked = foot('1 Rule: https://library.example.org/doi/full/10.5555/cited.1456');
    expect(linked?.confidence ?? 0).toBeLessThan(SURE);
    expect(foot('https://doi.org/10.5555/own.1456 12')).toMatchObject({ value: '10.5555/own.1456' });
  });
});

describe('accents drawn as glyphs of their own', () => {
  it('are put on the letter below them', () => {
    expect(composeAccents('\u015eim\u00b8sek')).toBe('\u015eim\u015fek');
    const found = read([
      title,
      { text: '\u00a8', x: 73, y: 663, size: 11 },
      { text: 'Ozg\u00fcr Halas', x: 72, y: 660, size: 11 },
      ...bodyLines(560),
    ]);
    expect(names(found)).toEqual(['\u00d6zg\u00fcr|Halas']);
  });
});

describe('year', () => {
  const volume: SetRun = { text: 'Example Journal of Reading 44 (2016) 1-12', y: 820, size: 8 };
  it('is sure only when the file was made in it', () => {
    const at = (created: string) =>
      inferMetadata(aHead([[volume, title, ...bodyLines(560)]], { CreationDate: created }), 'x.pdf').year;
    expect(at('D:20160301')).toMatchObject({ value: 2016 });
    expect(at('D:20160301')?.confidence).toBeGreaterThanOrEqual(SURE);
    expect(at('D:20170301')).toMatchObject({ value: 2016 });
    expect(at('D:20170301')?.confidence).toBeLessThan(SURE);
  });

  it('comes from the paper, not from the cover in front of it', () => {
    const cover: SetRun[] = [
      { text: 'This article was downloaded by: [Example University]', y: 780, size: 9 },
      { text: 'Submit your article to this journal', y: 700, size: 9 },
      { text: 'Downloaded in 2024', y: 60, size: 9 },
    ];
    expect(read(cover, [volume, title, ...bodyLines(560)]).year?.value).toBe(2016);
  });
});

describe('what is said of how a paper was recognised', () => {
  it('tells a scan, a paper without title, one without a number and one that can be looked up apart', () => {
    expect(identityRemark({ textLayer: 'none', title: {}, doi: {} })).toBe('import.no-text-layer');
    expect(identityRemark({ textLayer: 'present' })).toBe('import.nothing-found');
    expect(identityRemark({ textLayer: 'sparse', title: {} })).toBe('import.no-identifier');
    expect(identityRemark({ textLayer: 'present', title: {}, isbn: {} })).toBe('import.offline-queued');
    const scan = inferMetadata({ ...aHead([[]]), textLayer: 'none', pages: [] }, 'scan0001.pdf');
    expect(scan.status).toBe('no-text-layer');
  });
});

describe('fonts of the years around 2007', () => {
  it('have ligatures that extract as capitals, and authors set between Æ above the title', () => {
    const found = read([
      { text: 'Ema Halas Æ Tom Brook Æ Carla Esempio', y: 730, size: 10, bold: true },
      { text: 'EVects of diVerent texts on eYcient reading', y: 700, size: 17 },
      ...bodyLines(560, 'Abstract We found speciWc eVects that diVer between texts, a beneWt for all'),
    ]);
    expect(found.title?.value).toBe('Effects of different texts on efficient reading');
    expect(names(found)).toEqual(['Ema|Halas', 'Tom|Brook', 'Carla|Esempio']);
  });

  it('leave capitals alone where the page does not have the fault', () => {
    const heading = 'How iVote and deVries rate eXtra reading';
    expect(read([{ text: heading, y: 700, size: 17 }, ...bodyLines(560)]).title?.value).toBe(heading);
  });
});
