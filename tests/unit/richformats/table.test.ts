import { describe, expect, it } from 'vitest';
import { proposeMapping } from '@shared/formats/bibliography';
import { openBibliography, type ParsedRecord } from '../../../electron/library/adapters/bibliography';

function read(text: string | Buffer): readonly ParsedRecord[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.format).toBe('table');
  return [...opened.value.records];
}

describe('tables of references', () => {
  it('knows the columns of ASReview, ERIC and Scopus by their headings', () => {
    expect(proposeMapping('title abstract keywords authors doi url included mystery'.split(' '))).toEqual([
      ...['title', 'abstract', 'keyword', 'author', 'DOI', 'URL', 'included', 'carry'],
    ]);
    expect(proposeMapping(['Authors', 'Title', 'Year', 'Source title', 'Document Type'])).toEqual([
      ...['author', 'title', 'issued', 'container-title', 'type'],
    ]);
    expect(
      proposeMapping(['id', 'title', 'author', 'source', 'publicationdateyear', 'description', 'subject']),
    ).toEqual([...['eric', 'title', 'author', 'container-title', 'issued', 'abstract', 'keyword']]);
  });

  it('reads rows with quoted line breaks, carries unknown columns, and loses one row to one mistake', () => {
    const records = read(
      'Title;Authors;Year;DOI;Included;Shelf\n' +
        '"Paired\nreading";"Koval, Olena; Bondar, Iryna";2021;10.5555/a;1;A4\n' +
        ';;;;;B1\n' +
        'Another;Moroz T.;2019;;0;\n',
    );
    expect(records.map((record) => [record.line, record.outcome.kind])).toEqual([
      [2, 'read'],
      [4, 'failed'],
      [5, 'read'],
    ]);
    expect(records[0]?.outcome).toMatchObject({
      item: {
        title: 'Paired reading',
        author: [
          { family: 'Koval', given: 'Olena' },
          { family: 'Bondar', given: 'Iryna' },
        ],
        DOI: '10.5555/a',
        issued: { 'date-parts': [[2021]] },
        custom: { table: { included: '1', Shelf: 'A4' } },
      },
    });
  });

  it('finds tabs and windows-1251', () => {
    const cyrillic = Buffer.from([0xd7, 0xe8, 0xf2, 0xe0, 0xed, 0xed, 0xff]);
    const [record] = read(Buffer.concat([Buffer.from('title\tyear\n'), cyrillic, Buffer.from('\t2020\n')]));
    expect(record?.outcome).toMatchObject({ item: { title: 'Читання' } });
  });
});
