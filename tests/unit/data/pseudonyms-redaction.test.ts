import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignPseudonyms,
  findSensitive,
  isPseudonym,
  newPseudonym,
  redact,
  ukrainianStems,
} from '@shared/domain/privacy';
import { seededRandom } from '../../builders/random';

describe('pseudonyms', () => {
  it('are random, of one form, and never repeat within a project', () => {
    const taken = new Set<string>();
    const random = seededRandom(1);
    const made = Array.from({ length: 500 }, () => newPseudonym(random, taken));
    expect(new Set(made).size).toBe(500);
    expect(made.every(isPseudonym)).toBe(true);
  });

  it('stay the same for a pupil within a project, however the name is spelled', () => {
    const first = assignPseudonyms(['Danylo  K.', 'Ярина О’Ніл'], new Map(), new Set(), seededRandom(2));
    const again = assignPseudonyms(["ЯРИНА о'ніл", 'danylo k.'], first.key, new Set(), seededRandom(3));
    expect(again.pseudonyms.get('danylo k.')).toBe(first.pseudonyms.get('danylo k.'));
    expect(again.pseudonyms.get("ярина о'ніл")).toBe(first.pseudonyms.get("ярина о'ніл"));
    expect(again.key.size).toBe(2);
  });

  it('differ between projects and keep 007 and 7 apart', () => {
    const one = assignPseudonyms(['007', '7'], new Map(), new Set(), seededRandom(4));
    const other = assignPseudonyms(['007', '7'], new Map(), new Set(), seededRandom(5));
    expect(one.pseudonyms.get('007')).not.toBe(one.pseudonyms.get('7'));
    expect(one.pseudonyms.get('007')).not.toBe(other.pseudonyms.get('007'));
  });

  it('a column that already holds pseudonyms of the consent register is kept', () => {
    const result = assignPseudonyms(['S-7QK4', 'S-AAA3'], new Map(), new Set(['S-7QK4']), seededRandom(6));
    expect(result.pseudonyms.get('s-7qk4')).toBe('S-7QK4');
    expect(result.pseudonyms.get('s-aaa3')).not.toBe('S-AAA3');
    expect([...result.key.keys()]).toEqual(['s-aaa3']);
  });

  it('give nothing of the name away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (names, seed) => {
          const { pseudonyms } = assignPseudonyms(names, new Map(), new Set(), seededRandom(seed));
          const swapped = assignPseudonyms(
            names.map((n) => `x${n}`),
            new Map(),
            new Set(),
            seededRandom(seed),
          );
          // Same chance, other names: the same pseudonyms come out, so they depend on chance alone.
          if (pseudonyms.size === swapped.pseudonyms.size && pseudonyms.size === names.length) {
            expect([...pseudonyms.values()].sort()).toEqual([...swapped.pseudonyms.values()].sort());
          }
          expect([...pseudonyms.values()].every(isPseudonym)).toBe(true);
        },
      ),
    );
  });
});

describe('redaction proposes, with inflected forms', () => {
  it.each([
    ['Олена', ['Олени', 'Олену', 'Оленою', 'Олені']],
    ['Ольга', ['Ольги', 'Ользі', 'Ольгою']],
    ['Марія', ['Марії', 'Марію', 'Марією']],
    ['Петро', ['Петра', 'Петрові', 'Петром']],
    ['Олексій', ['Олексія', 'Олексієві', 'Олексієм']],
    ['Антін', ['Антона', 'Антонові', 'Антоном']],
    ['Шевченко', ['Шевченка', 'Шевченкові']],
    ['Білий', ['Білого', 'Білому', 'Білим']],
    ['Наталя', ['Наталі', 'Наталю', 'Наталею']],
  ])('%s', (name, forms) => {
    for (const form of forms) {
      const found = findSensitive(`Ми бачили, що ${form} стало легше.`, [name]);
      expect(
        found.map((p) => p.text),
        `${name}: ${form} by ${ukrainianStems(name).join()}`,
      ).toEqual([form]);
    }
  });

  it('English names, possessives, contacts and dates; ordinary words stay', () => {
    const text =
      "Grace's mother (grace.m@example.org, +380 44 123 45 67) said Grace, born 03.05.2014, reads with grace.";
    const found = findSensitive(text, ['Grace Miller']);
    expect(found.map((p) => p.kind)).toEqual(['name', 'e-mail', 'phone', 'name', 'date']);
    expect(redact(text, found)).toBe(
      '[name] mother ([e-mail], [phone]) said [name], born [date], reads with grace.',
    );
  });

  it('leaves scores, years and percentages alone', () => {
    expect(
      findSensitive('M 55.4 to 62.2, 95 % CI 3.6 to 10.1, in 2025 and 2026, DOI 10.1000/182', []),
    ).toEqual([]);
  });
});
