import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { writeBiblatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { tableRows } from '@shared/formats/bibliography/table-write';
import { cslToZotero, zoteroToCsl } from '@shared/formats/zotero-rdf/csl';
import { readItems } from '../../builders/round-trip';

const item: CslItem = {
  type: 'article-journal',
  'citation-key': 'halas2019',
  title: 'Читання вголос у початковій школі',
  'original-title': 'Vorlesen in der Grundschule',
  'translated-title': 'Reading aloud in primary school',
  author: [{ family: 'Halas', given: 'Ada' }],
};

describe('a translated title', () => {
  it.each([
    ['biblatex', writeBiblatex, /titletranslation = \{Reading aloud in primary school\}/i],
    ['BibTeX', writeBibtex, /titletranslation = \{Reading aloud in primary school\}/i],
    ['RIS', writeRis, /^TT {2}- Reading aloud in primary school\r?$/m],
    ['CSL-JSON', writeCslJson, /"custom": \{\s*"translated-title": "Reading aloud in primary school"\s*\}/],
  ] as const)('goes out as %s and comes back', (_, write, field) => {
    const text = write([item]);
    expect(text).toMatch(field);
    const [back] = readItems(text);
    expect(back?.['translated-title']).toBe('Reading aloud in primary school');
    expect(back?.title).toBe(item.title);
    expect(back?.custom?.['translated-title']).toBeUndefined();
  });

  it('has a column in a table', () => {
    const [head = [], row = []] = tableRows([{ item, extras: {} }]);
    expect(row[head.indexOf('translated-title')]).toBe('Reading aloud in primary school');
  });

  it('lies in "Extra" for Zotero and is found there', () => {
    const there = cslToZotero(item);
    expect(there.fields['extra']).toContain('translated-title: Reading aloud in primary school');
    expect(zoteroToCsl(there).item['translated-title']).toBe('Reading aloud in primary school');
  });
});
