import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import type { CallOutput } from '@shared/ipc/contract';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

const WORDS =
  'feedback reading pupils fluency drama village school writing teacher lesson memory practice'.split(' ');

interface Pair {
  readonly old: CslItem;
  readonly fresh: CslItem;
}

/** Two records that are one work, or nearly, or not at all: a letter, a word, the year, the creator or the DOI differs. */
const pair = (at: number): fc.Arbitrary<Pair> =>
  fc
    .record({
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 9 }),
      place: fc.nat(80),
      slip: fc.constantFrom('', 'x', 'the ', 'second ', '2 '),
      years: fc.nat(2),
      creator: fc.constantFrom('Koval', 'Koval', 'Koval', 'Brook'),
      dois: fc.constantFrom('none', 'none', 'same', 'other'),
    })
    .map(({ words, place, slip, years, creator, dois }) => {
      // Works of different pairs must not be near each other.
      const title = `${words.join(' ')} ${String.fromCharCode(97 + at).repeat(30)}`;
      const cut = place % title.length;
      const record = (text: string, family: string, year: number, doi: string | undefined): CslItem => ({
        type: 'article-journal',
        title: text,
        author: [{ family, given: 'Olena' }],
        issued: { 'date-parts': [[year]] },
        ...(doi === undefined ? {} : { DOI: doi }),
      });
      const doi = `10.5555/${String(at)}`;
      return {
        old: record(title, 'Koval', 2020, dois === 'none' ? undefined : doi),
        fresh: record(
          title.slice(0, cut) + slip + title.slice(cut),
          creator,
          2020 + years,
          dois === 'none' ? undefined : dois === 'same' ? doi : `${doi}b`,
        ),
      };
    });

async function preview(text: string): Promise<CallOutput<'import.previewLines'>['lines']> {
  const { previewId } = await library.get('import.preview', { pasted: { text, name: 'pasted' } });
  while ((await library.get('import.previewState', { previewId })).state === 'running')
    await new Promise((resolve) => setImmediate(resolve));
  return (await library.get('import.previewLines', { previewId, limit: 500 })).lines;
}

describe('duplicates at import', () => {
  it('are those that the duplicates room would show a minute later', async () => {
    const pairs = fc.sample(fc.tuple(...Array.from({ length: 24 }, (_, at) => pair(at))), {
      numRuns: 4,
      seed: 7,
    });
    for (const round of pairs) {
      const old: string[] = [];
      for (const { old: csl } of round) old.push((await library.get('library.create', { csl })).itemId);
      const lines = await preview(JSON.stringify(round.map(({ fresh }) => fresh)));
      const flagged = lines.map(({ kind, duplicate }) => (kind === 'duplicate' ? duplicate?.itemId : null));
      const added: string[] = [];
      for (const { fresh: csl } of round) added.push((await library.get('library.create', { csl })).itemId);
      const { groups } = await library.get('duplicates.list', { kind: 'same', limit: 100 });
      const inRoom = added.map(
        (id) =>
          groups
            .map(({ records }) => records.map((record) => record.id))
            .find((ids) => ids.includes(id))
            ?.find((other) => old.includes(other)) ?? null,
      );
      expect(flagged).toEqual(inRoom);
      const kinds = new Set(lines.map(({ duplicate }) => duplicate?.reason));
      expect([...kinds]).toEqual(expect.arrayContaining(['similar-title', undefined]));
      await library.get('library.trash', { itemIds: [...old, ...added] });
    }
  });

  it('are found by a nearly equal title within the same files too, and not when the rules say so', async () => {
    const record = (title: string): CslItem => ({
      type: 'article-journal',
      title,
      author: [{ family: 'Koval', given: 'Olena' }],
      issued: { 'date-parts': [[2020]] },
    });
    const text = JSON.stringify([
      record('Feedback in the reading classroom'),
      record('Feedback in the reeding classroom'),
    ]);
    expect((await preview(text)).map(({ kind, duplicate }) => [kind, duplicate?.reason])).toEqual([
      ['fresh', undefined],
      ['duplicate', 'similar-title'],
    ]);
    const { rules } = await library.get('duplicates.rules', {});
    await library.get('duplicates.setRules', { rules: { ...rules, titles: 'equal' } });
    expect((await preview(text)).map(({ kind }) => kind)).toEqual(['fresh', 'fresh']);
  });
});
