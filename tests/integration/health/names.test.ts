import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOutside } from '../../builders/health';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.close());

async function record(title: string, names: readonly string[]): Promise<string> {
  const { itemId } = await library.get('library.create', {
    csl: {
      type: 'book',
      title,
      author: [{ family: 'Halas', given: 'Olena' }],
      issued: { 'date-parts': [[2019]] },
    },
  });
  for (const name of names) {
    const path = fileOutside(library, name, `${title} ${name}`);
    const { attachmentId } = await library.get('health.addFile', { itemId, path });
    rmSync(path);
    await library.get('health.renameFile', { attachmentId, title: name });
  }
  return itemId;
}

const titles = async (itemId: string): Promise<string[]> =>
  (await library.get('health.itemFiles', { itemId })).map(({ title }) => title);

describe('names by the pattern for many records', () => {
  it('are shown first, given in one step, no two alike in a record, and taken back in one', async () => {
    const beans = await record('Beans', ['1-s2.0.pdf', 'supplement.pdf', 'slides.pptx']);
    const peas = await record('Peas', ['Halas - 2019 - Peas.pdf']);
    const input = { itemIds: [beans, peas] };
    const { changed, samples } = await library.get('health.previewNames', input);
    expect(changed).toBe(3);
    expect(samples.map(({ before, after }) => [before, after])).toEqual([
      ['1-s2.0.pdf', 'Halas - 2019 - Beans.pdf'],
      ['supplement.pdf', 'Halas - 2019 - Beans (2).pdf'],
      ['slides.pptx', 'Halas - 2019 - Beans.pptx'],
    ]);
    expect(await titles(beans)).toEqual(['1-s2.0.pdf', 'supplement.pdf', 'slides.pptx']);

    expect(await library.get('health.nameFiles', input)).toEqual({ changed: 3 });
    expect(await library.get('health.previewNames', input)).toEqual({ changed: 0, samples: [] });
    expect(
      (await library.get('health.itemFiles', { itemId: beans })).map((file) => file.suggestedName),
    ).toEqual([null, null, null]);
    await library.get('history.undo', {});
    expect(await titles(beans)).toEqual(['1-s2.0.pdf', 'supplement.pdf', 'slides.pptx']);
    expect(await titles(peas)).toEqual(['Halas - 2019 - Peas.pdf']);
  });

  it('show the first hundred of many', async () => {
    const itemIds: string[] = [];
    for (let number = 0; number < 101; number += 1)
      itemIds.push(await record(`Beans ${String(number)}`, ['a.pdf']));
    const { changed, samples } = await library.get('health.previewNames', { itemIds });
    expect([changed, samples.length]).toEqual([101, 100]);
  });

  it('leave documents of records that give no name', async () => {
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: ' ' } });
    const path = fileOutside(library, 'scan.pdf', 'scan');
    await library.get('health.addFile', { itemId, path });
    rmSync(path);
    expect(await library.get('health.previewNames', { itemIds: [itemId] })).toEqual({
      changed: 0,
      samples: [],
    });
  });
});
