import { describe, expect, it } from 'vitest';
import { readWebAnnotations, webAnnotation } from '@shared/formats/web-annotation/web-annotation';
import { anAnnotation } from '../../builders/annotation';

const FILE = 'a'.repeat(64);
const collectionOf = (items: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } }));

describe('annotations as Web Annotations', () => {
  it('come back as they were, also without a quotation', () => {
    const annotations = [
      anAnnotation({ comment: 'Our class' }),
      anAnnotation({ type: 'note', quote: '', prefix: '', suffix: '', start: 0, end: 0, pageIndex: 6 }),
    ];
    const read = readWebAnnotations(
      collectionOf(annotations.map((one) => webAnnotation(one, 'files/1/a.pdf', FILE))),
    );
    expect([...read.keys()]).toEqual([FILE]);
    for (const [at, { draft, createdAt }] of (read.get(FILE) ?? []).entries()) {
      expect(annotations[at]).toMatchObject({ ...draft, createdAt });
      expect(Object.keys(draft)).toHaveLength(13);
    }
  });

  it.each([
    ['no collection', null],
    ['a list', []],
    [
      'annotations of another program',
      collectionOf([{ type: 'Annotation', target: 'https://example.org/a.pdf' }]),
    ],
    ['a page before the first', collectionOf([webAnnotation(anAnnotation({ pageIndex: -1 }), 'a', FILE)])],
    ['a file by another name', collectionOf([webAnnotation(anAnnotation(), 'a', '../../x')])],
  ])('%s gives nothing', (_name, json) => {
    expect(readWebAnnotations(json).size).toBe(0);
  });
});
