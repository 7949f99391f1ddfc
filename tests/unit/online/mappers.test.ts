import { describe, expect, it } from 'vitest';
import {
  abstractFromIndex,
  crossrefWork as crossrefSchema,
  ericDoc as ericSchema,
  openalexWork as openalexSchema,
  openCopyFrom,
  plainAbstract,
  recordFromCrossref,
  recordFromDoiCsl,
  recordFromEric,
  recordFromOpenalex,
  unpaywallAnswer as unpaywallSchema,
} from '@shared/formats/online';
import {
  crossrefWork,
  DOI,
  ericDoc,
  openalexWork,
  retractedWork,
  unpaywallAnswer,
} from '../../builders/online-answers';

describe('a work of Crossref', () => {
  it('becomes a record: subtitle joined, entities read, JATS taken off', () => {
    const { csl, retraction } = recordFromCrossref(crossrefSchema.parse(crossrefWork));
    expect(csl).toEqual({
      type: 'article-journal',
      title: 'Paired reading in <i>small</i> schools & its limits: A cluster trial',
      author: [
        { family: 'Halas', given: 'Brook' },
        { family: 'Verbova', given: 'Oksana' },
      ],
      'container-title': 'Example Journal of Reading',
      issued: { 'date-parts': [[2019, 3, 14]] },
      volume: '12',
      issue: '3',
      page: '201-219',
      publisher: 'Example University Press',
      ISSN: '1234-5679, 2345-6787',
      language: 'en',
      abstract: 'Aim: To see whether p < .05 holds.\nPairs read.',
      DOI,
    });
    expect(retraction).toBeNull();
  });

  it('may lack everything but its DOI', () => {
    const { csl } = recordFromCrossref(
      crossrefSchema.parse({ DOI, title: [], issued: { 'date-parts': [[null]] } }),
    );
    expect(csl).toEqual({ type: 'document', DOI });
  });

  it('may have fields of a wrong kind: they count as missing', () => {
    const { csl } = recordFromCrossref(crossrefSchema.parse({ DOI, title: 7, volume: {}, author: 'x' }));
    expect(csl).toEqual({ type: 'document', DOI });
  });

  it('is retracted when a retraction updates it, even after a correction', () => {
    expect(recordFromCrossref(crossrefSchema.parse(retractedWork)).retraction).toEqual({
      kind: 'retraction',
      date: '2021-05-06',
      source: 'crossref',
      doi: '10.5555/r',
    });
  });

  it('is not retracted because it is the notice of another retraction', () => {
    const notice = { ...crossrefWork, 'update-to': [{ type: 'retraction', DOI: '10.5555/other' }] };
    expect(recordFromCrossref(crossrefSchema.parse(notice)).retraction).toBeNull();
  });

  it('of a chapter is published in the book, in the series before it', () => {
    const chapter = { DOI, type: 'book-chapter', 'container-title': ['Lecture Notes', 'The Book'] };
    const { csl } = recordFromCrossref(crossrefSchema.parse(chapter));
    expect([csl.type, csl['container-title'], csl['collection-title']]).toEqual([
      'chapter',
      'The Book',
      'Lecture Notes',
    ]);
  });
});

describe('a work of OpenAlex', () => {
  it('becomes a record with its abstract rebuilt', () => {
    const record = recordFromOpenalex(openalexSchema.parse(openalexWork));
    expect(record.csl).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'Halas', given: 'Brook' },
        { family: 'Verbova', given: 'Oksana' },
      ],
      page: '201-219',
      DOI,
      abstract: 'Pairs read aloud and read more',
    });
    expect(record.id).toBe('W4000000001');
    expect(record.openUrl).toBe('https://example.org/paired.pdf');
  });

  it('knows only the year when the date is 1 January', () => {
    const work = openalexSchema.parse({ id: 'W1', publication_year: 2018, publication_date: '2018-01-01' });
    expect(recordFromOpenalex(work).csl.issued).toEqual({ 'date-parts': [[2018]] });
  });

  it('may be null all over', () => {
    const empty = Object.fromEntries(Object.keys(openalexWork).map((name) => [name, null]));
    expect(recordFromOpenalex(openalexSchema.parse({ ...empty, id: 'W1' })).csl).toEqual({
      type: 'document',
    });
  });
});

describe('a record of ERIC', () => {
  it('becomes a record with descriptors, education level and the parts of its source', () => {
    const record = recordFromEric(ericSchema.parse(ericDoc));
    expect(record.csl).toMatchObject({
      type: 'article-journal',
      'container-title': 'Example Journal of Reading',
      volume: '12',
      issue: '3',
      page: '201-219',
      ISSN: '1234-5679',
      language: 'en',
      abstract: 'Pairs met four times a week. "Ten minutes" were enough.',
      DOI,
      'call-number': 'EJ1999001',
    });
    expect(record.education).toEqual({
      phase: ['1', '2', '3'],
      topic: ['Reading Fluency', 'Peer Teaching', 'Rural Schools'],
    });
    expect(record.isPeerReviewed).toBe(true);
    expect(record.openUrl).toBe('https://files.eric.ed.gov/fulltext/EJ1999001.pdf');
  });

  it('of a document is a report of its publisher', () => {
    const { csl } = recordFromEric(
      ericSchema.parse({
        id: 'ED600001',
        title: 'A report',
        source: 'Example Institute',
        publicationtype: ['Reports - Research'],
      }),
    );
    expect([csl.type, csl.publisher, csl['container-title']]).toEqual([
      'report',
      'Example Institute',
      undefined,
    ]);
  });
});

it('CSL-JSON of doi.org loses what is no part of a reference', () => {
  const record = recordFromDoiCsl(
    {
      type: 'dataset',
      title: 'Scores',
      categories: ['x'],
      copyright: 'y',
      issued: { 'date-parts': [[2020]] },
    },
    DOI,
  );
  expect(record.csl).toEqual({ type: 'dataset', title: 'Scores', DOI, issued: { 'date-parts': [[2020]] } });
});

it('addresses of free copies are made https, others than web addresses are left out', () => {
  const parsed = unpaywallSchema.parse(unpaywallAnswer);
  expect(openCopyFrom(parsed)).toMatchObject({ isOpen: true, pageUrl: 'https://repository.example.org/1' });
  const bad = unpaywallSchema.parse({ ...unpaywallAnswer, best_oa_location: { url: 'javascript:alert(1)' } });
  expect(openCopyFrom(bad)).toMatchObject({ pageUrl: null, pdfUrl: null });
});

it('an abstract keeps a lone "<" and reads CDATA and numeric entities', () => {
  expect(plainAbstract('<p>p < .05 and r &#61; <![CDATA[.3]]></p><p>End&#x2E;</p>')).toBe(
    'p < .05 and r = .3\nEnd.',
  );
});

it('an inverted index with holes and absurd places still gives words', () => {
  expect(abstractFromIndex({ b: [2], a: [0], far: [99_999_999], neg: [-1] })).toBe('a b');
});
