import { describe, expect, it } from 'vitest';
import {
  allowedLicences,
  checkBeforeSharing,
  missingFields,
  practiceCase,
  trustFacts,
  type ShareFacts,
} from '@shared/domain/exchange';
import { crateMetadata, readableCrateVersion } from '@shared/formats/ro-crate/metadata';
import { readManifest, writeManifest } from '@shared/formats/ro-crate/manifest';
import { caseRecord } from '../../builders/practice-cases';

const facts: ShareFacts = {
  roster: ['Соломія Верб', 'Matthias Quillfeather'],
  pseudonyms: ['S-7QK4', 'S-ACDE'],
  localPaths: ['/home/olena/desk'],
  userName: 'olena-k',
};
const codes = (path: string, text: string): readonly string[] =>
  checkBeforeSharing([{ path, text }], facts).map((finding) => finding.code);

describe('the check before sharing', () => {
  it('passes a clean case', () => {
    expect(codes('case.json', JSON.stringify(caseRecord()))).toEqual([]);
  });
  it('finds names in any case form, rows, contacts, paths and the user name, in any file', () => {
    expect(codes('report/report.html', 'Показали Соломії новий текст')).toContain('name');
    expect(codes('report/report.html', 'Quillfeather’s score rose')).toContain('name');
    expect(codes('data/aggregate-outcomes.csv', 'S-7QK4,51,60')).toContain('raw-rows');
    expect(codes('case.json', 'write to olena@school.example')).toContain('e-mail');
    expect(codes('case.json', 'call +380 44 123 45 67')).toContain('phone');
    expect(codes('report/report.html', '<td>12</td> 55 62 11 12 7 4 10 587 274')).toEqual([]);
    expect(codes('case.json', 'saved in /home/olena/desk/files')).toContain('absolute-path');
    expect(codes('case.json', 'C:\\Users\\Olena\\data.csv')).toContain('absolute-path');
    expect(codes('case.json', 'by olena-k')).toContain('user-name');
  });
  it('lets only files of the allow-list out', () => {
    for (const path of [
      'data/fluency.csv',
      'paper.pdf',
      'keys/p.key',
      'library.sqlite',
      'report/../x.html',
    ]) {
      expect(codes(path, ''), path).toEqual(['not-allowed-file']);
    }
  });
});

describe('licences of adaptations', () => {
  it('S-L12-02 share-alike and non-commercial are inherited', () => {
    expect(allowedLicences([])).toContain('CC0-1.0');
    expect(allowedLicences(['CC-BY-4.0'])).not.toContain('CC0-1.0');
    expect(allowedLicences(['CC-BY-SA-4.0'])).toEqual(['CC-BY-SA-4.0']);
    expect(allowedLicences(['CC-BY-NC-4.0'])).toEqual(['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0']);
    expect(allowedLicences(['CC-BY-SA-4.0', 'CC-BY-NC-4.0'])).toEqual([]);
    expect(allowedLicences(['CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0'])).toEqual([]);
  });
});

describe('a case', () => {
  it('S-L12-08 cannot be published without limits', () => {
    const record = caseRecord({
      confidence: { threats: [], limitations: ' ', differently: 'x', openQuestions: [] },
    });
    expect(missingFields(record)).toEqual(['limitations', 'threats']);
    expect(missingFields(caseRecord())).toEqual([]);
  });
  it('S-L12-10 has trust facts computed from its raw fields, whatever it says of itself', () => {
    const boastful = practiceCase.parse({ ...caseRecord(), claimLevel: 5, trust: { claimLevel: 5 } });
    expect(trustFacts(boastful).claimLevel).toBe(1);
    const many = caseRecord({
      evidence: { ...caseRecord().evidence, perspectives: ['student', 'teacher', 'parent', 'parent'] },
    });
    expect(trustFacts(many)).toMatchObject({ claimLevel: 2, perspectives: 3 });
  });
  it('S-L12-06 keeps fields it does not know', () => {
    const parsed = practiceCase.parse({
      ...caseRecord(),
      laterField: { a: 1 },
      context: { ...caseRecord().context, klass: '4b' },
    });
    expect(parsed).toMatchObject({ laterField: { a: 1 }, context: { klass: '4b' } });
  });
});

describe('the crate', () => {
  it('has one entity per id and every file reachable from the root', () => {
    const files = [
      {
        path: 'report/my report.html',
        name: 'my report.html',
        encodingFormat: 'text/html',
        size: 3,
        sha256: 'a'.repeat(64),
      },
    ];
    const document = crateMetadata(
      caseRecord({
        isBasedOn: [
          {
            caseId: '019a0000-0000-7000-8000-00000000beef',
            version: 2,
            title: 'Parent',
            licence: 'CC-BY-4.0',
            changes: 'shorter',
          },
        ],
      }),
      files,
    );
    const graph = document['@graph'] as readonly Readonly<Record<string, unknown>>[];
    const ids = graph.map((entity) => entity['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('report/my%20report.html');
    expect(graph.find((entity) => entity['@id'] === './')).toMatchObject({
      '@type': 'Dataset',
      datePublished: '2026-01-15',
      hasPart: [{ '@id': 'report/my%20report.html' }],
    });
    expect(readableCrateVersion(document)).toBe('1.2');
    expect(readableCrateVersion({ '@graph': [] })).toBeNull();
    expect(readableCrateVersion('text')).toBeNull();
  });
  it('reads the manifest it writes and no other form', () => {
    const entries = [
      { path: 'b c.txt', sha256: 'b'.repeat(64) },
      { path: 'a.txt', sha256: 'a'.repeat(64) },
    ];
    expect([...(readManifest(writeManifest(entries)) ?? [])]).toEqual([
      ['a.txt', 'a'.repeat(64)],
      ['b c.txt', 'b'.repeat(64)],
    ]);
    expect(readManifest('nonsense')).toBeNull();
    expect(readManifest('')).toBeNull();
  });
});
