import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A window's store, empty at first. */
function emptyStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

async function freshLibrary() {
  vi.resetModules();
  const { useLibrary } = await import('../../../renderer/features/library/state');
  return useLibrary;
}

describe('the order of the lists of papers', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', emptyStore());
  });

  it('is last opened first in "recently read", and newest first everywhere else', async () => {
    const library = await freshLibrary();
    expect(library.getState().sort).toEqual({ by: 'added', direction: 'descending' });
    library.getState().show({ kind: 'recent' });
    expect(library.getState().sort).toEqual({ by: 'opened', direction: 'descending' });
    library.getState().show({ kind: 'unfiled' });
    expect(library.getState().sort).toEqual({ by: 'added', direction: 'descending' });
  });

  it('of "recently read" is changed and kept apart from that of the other lists', async () => {
    const before = await freshLibrary();
    before.getState().setSort({ by: 'year', direction: 'ascending' });
    before.getState().show({ kind: 'recent' });
    before.getState().setSort({ by: 'title', direction: 'ascending' });
    before.getState().show({ kind: 'trash' });
    expect(before.getState().sort).toEqual({ by: 'year', direction: 'ascending' });

    const later = await freshLibrary();
    expect(later.getState().sort).toEqual({ by: 'year', direction: 'ascending' });
    later.getState().show({ kind: 'recent' });
    expect(later.getState().sort).toEqual({ by: 'title', direction: 'ascending' });
  });

  it('follows a search that begins in "recently read"', async () => {
    const library = await freshLibrary();
    library.getState().show({ kind: 'recent' });
    library.getState().setQuery('phonics');
    library.getState().setAsList(true);
    expect(library.getState()).toMatchObject({
      view: { scope: { kind: 'query', text: 'phonics' } },
      sort: { by: 'added' },
    });
    library.getState().setQuery('');
    expect(library.getState()).toMatchObject({ view: { scope: { kind: 'all' } }, sort: { by: 'added' } });
  });
});
