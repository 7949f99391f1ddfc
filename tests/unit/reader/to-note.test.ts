import { expect, it } from 'vitest';
import { notesOf, type NoteWords } from '@shared/domain/annotation';
import { cleanNoteHtml } from '../../../electron/library/adapters/note-html';
import { anAnnotation } from '../../builders/annotation';

const words: NoteWords = {
  meaning: (color) => (color === '#5fb236' ? 'Evidence' : 'Doubt'),
  citation: ({ pageLabel }) => `(Halas 2019, p. ${pageLabel})`,
  paper: (itemId) => `Paper ${itemId}`,
};
const evidence = anAnnotation({
  id: 'e1',
  quote: 'Pairs met <daily> & read.',
  comment: 'Our slot.',
  pageLabel: '3',
});
const doubt = anAnnotation({ id: 'd1', color: '#ff6666', quote: 'Fourteen per cent left.', pageLabel: '7' });
const remark = anAnnotation({ id: 'n1', type: 'note', quote: '', comment: 'Ask\nHalas.', pageLabel: '9' });

it('puts quotation, citation and comment one after the other, with a link to the page', () => {
  expect(notesOf([evidence, remark], 'reading', words)).toEqual([
    '<blockquote><p>Pairs met &lt;daily&gt; &amp; read.</p></blockquote>' +
      '<p><a href="inquiry://annotation/e1">(Halas 2019, p. 3)</a> Our slot.</p>' +
      '<p>Ask<br />Halas. <a href="inquiry://annotation/n1">(Halas 2019, p. 9)</a></p>',
  ]);
});

it('groups by what the colours mean, in the order of the palette, across papers', () => {
  const [note = ''] = notesOf([evidence, doubt, { ...evidence, id: 'e2', itemId: 'b' }], 'meaning', words);
  expect([...note.matchAll(/<h3>(.*?)<\/h3>|annotation\/(\w+)/g)].map(([, h, id]) => h ?? id)).toEqual([
    'Doubt',
    'd1',
    'Evidence',
    'e1',
    'e2',
  ]);
});

it('heads each paper where there are several, and none where there is one', () => {
  const several = notesOf(
    [
      { ...evidence, itemId: 'a' },
      { ...doubt, itemId: 'b' },
    ],
    'reading',
    words,
  );
  expect(several[0]).toContain('<h3>Paper a</h3>');
  expect(several[0]).toContain('<h3>Paper b</h3>');
  expect(notesOf([evidence, doubt], 'reading', words)[0]).not.toContain('<h3>');
});

it('makes several notes where one would be too long, loses nothing, and repeats the heading', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ ...evidence, id: `e${String(index)}` }));
  const notes = notesOf(many, 'meaning', words, 1_000);
  expect(notes.length).toBeGreaterThan(3);
  for (const note of notes) {
    expect(note.length).toBeLessThanOrEqual(1_000);
    expect(note).toMatch(/^<h3>Evidence<\/h3>/);
  }
  expect(notes.join('').match(/annotation\/e\d+/g)).toHaveLength(50);
});

it('writes nothing that the store of notes would take away', () => {
  const [note = ''] = notesOf([evidence, doubt, remark], 'meaning', words);
  expect(cleanNoteHtml(note)).toBe(note);
});

it('makes nothing of nothing', () => {
  expect(notesOf([], 'meaning', words)).toEqual([]);
});
