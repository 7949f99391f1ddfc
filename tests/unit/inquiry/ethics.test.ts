import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  CONSENT_SCOPES,
  ETHICS_QUESTIONS,
  MEDIA_SCOPES,
  countConsent,
  ethicsTier,
  isAtLeast,
  isShareable,
  mayUse,
  newConsentRecord,
  newPseudonyms,
  withdraw,
} from '@shared/domain/inquiry';
import type { ConsentRecord, EthicsAnswers } from '@shared/domain/inquiry';

const none: EthicsAnswers = {
  newData: false,
  recorded: false,
  sharedOutside: false,
  identifiable: false,
  sensitive: false,
  withheld: false,
};

describe('ethics tier (domain 3.5)', () => {
  it.each([
    [{}, 'T0'],
    [{ newData: true }, 'T1'],
    [{ newData: true, sharedOutside: true }, 'T2'],
    [{ recorded: true }, 'T2'],
    [{ identifiable: true }, 'T2'],
    [{ sensitive: true }, 'T2'],
    [{ sensitive: true, recorded: true }, 'T3'],
    [{ withheld: true }, 'T3'],
    [{ formalStudy: true }, 'T2'],
  ] as const)('%j gives %s', (answers, tier) => {
    expect(ethicsTier({ ...none, ...answers }).tier).toBe(tier);
  });

  it('waits for all six answers and says which are missing', () => {
    expect(ethicsTier({ newData: true })).toMatchObject({
      tier: null,
      unanswered: ETHICS_QUESTIONS.slice(1),
    });
  });

  it('names the answers that led there; a degree asks its institution first', () => {
    expect(ethicsTier({ ...none, recorded: true, sharedOutside: true, formalStudy: true })).toMatchObject({
      tier: 'T2',
      because: ['recorded', 'sharedOutside', 'formalStudy'],
      institutionFirst: true,
    });
  });

  it('one more yes never makes the tier less formal', () => {
    const answer = fc.record({
      newData: fc.boolean(),
      recorded: fc.boolean(),
      sharedOutside: fc.boolean(),
      identifiable: fc.boolean(),
      sensitive: fc.boolean(),
      withheld: fc.boolean(),
    });
    fc.assert(
      fc.property(answer, fc.constantFrom(...ETHICS_QUESTIONS), (answers, question) => {
        const before = ethicsTier(answers).tier;
        const after = ethicsTier({ ...answers, [question]: true }).tier;
        return before !== null && after !== null && isAtLeast(after, before);
      }),
    );
  });
});

describe('consent register (domain 3.5)', () => {
  const fresh = newConsentRecord('S-7QK4', 'uk');
  const agreed: ConsentRecord = {
    ...fresh,
    guardian: 'yes',
    assent: 'yes',
    scopes: { ...fresh.scopes, 'use-in-study': true },
  };

  it('nothing is agreed to at first, media flags least of all', () => {
    expect(CONSENT_SCOPES.filter((scope) => fresh.scopes[scope])).toEqual([]);
    expect(MEDIA_SCOPES.filter((scope) => mayUse(agreed, scope, 'T2'))).toEqual([]);
  });

  it('from T2 on both guardian and child must say yes', () => {
    expect(mayUse(agreed, 'use-in-study', 'T2')).toBe(true);
    expect(mayUse({ ...agreed, assent: 'pending' }, 'use-in-study', 'T2')).toBe(false);
    expect(mayUse({ ...agreed, guardian: 'pending' }, 'use-in-study', null)).toBe(false);
    expect(mayUse(fresh, 'use-in-study', 'T1')).toBe(true);
    expect(mayUse(fresh, 'photo', 'T0')).toBe(false);
  });

  it('a withdrawal ends every use and stays', () => {
    const gone = withdraw(agreed, '2026-03-01T00:00:00.000Z');
    expect(CONSENT_SCOPES.filter((scope) => mayUse(gone, scope, 'T0'))).toEqual([]);
    expect(withdraw(gone, '2026-04-01T00:00:00.000Z').withdrawnAt).toBe('2026-03-01T00:00:00.000Z');
  });

  it('counts every participant once', () => {
    const records = [
      agreed,
      fresh,
      { ...fresh, guardian: 'no' } as const,
      withdraw(agreed, '2026-03-01T00:00:00.000Z'),
    ];
    expect(countConsent(records, 'T2')).toEqual({
      participants: 4,
      usable: 1,
      pending: 1,
      refused: 1,
      withdrawn: 1,
    });
  });

  it('makes pseudonyms that differ and that nobody can misread', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const names = newPseudonyms(200, ['S-7QK4'], random);
    expect(new Set([...names, 'S-7QK4']).size).toBe(201);
    expect(names.filter((name) => !/^S-[2-9A-HJKMNP-Z]{4}$/.test(name))).toEqual([]);
  });

  it('only P0 and P1 are shareable', () => {
    expect((['P0', 'P1', 'P2', 'P3'] as const).filter(isShareable)).toEqual(['P0', 'P1']);
  });
});
