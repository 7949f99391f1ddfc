import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLatex, isBalanced, toLatex } from '@shared/formats/bibliography';

/** The same records in every run; others with INQUIRY_SEED. */
const SEED = Number(process.env['INQUIRY_SEED'] ?? 20_261_124);

/** Text in which LaTeX's own signs are frequent. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\{}$&%#_~^"\'`-<>@,='.split(''),
        '\\alpha',
        '\\textit{',
        '--',
        '``',
        "''",
        ' ',
        'і',
        'Ї',
        'é',
        'ß',
        '“',
        '\u00A0',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** What encoding changes knowingly: other names of one tag, formulas in plain form. */
const hasMarkupOrFormula = (text: string): boolean => /<\/?[a-z]+[^>]*>|\$[^$]*\\[A-Za-z][^$]*\$/i.test(text);

describe('LaTeX values', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(!hasMarkupOrFormula(text));
        expect(fromLatex(toLatex(text))).toBe(text);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('are stable from the second time on, whatever they were', () => {
    fc.assert(
      fc.property(hostileText, (source) => {
        const once = fromLatex(toLatex(fromLatex(source)));
        expect(fromLatex(toLatex(once))).toBe(once);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('always have matching brackets', () => {
    fc.assert(fc.property(hostileText, (text) => isBalanced(toLatex(text))));
  });

  it.each([
    [String.raw`{\"U}ber \'etudes \& \emph{play}`, 'Über études & <i>play</i>'],
    [
      String.raw`\v{S}koda, \c{c}a, \'{\i}, \AA ngstr\"om, Erd\H{o}s, \L{}ukasz, na\"{\i}ve`,
      'Škoda, ça, í, Ångström, Erdős, Łukasz, naïve',
    ],
    [String.raw`{\it Homo sapiens} and {\bf bold}`, '<i>Homo sapiens</i> and <b>bold</b>'],
    [String.raw`Costs of $5 per pupil`, 'Costs of $5 per pupil'],
    [String.raw`from $5 to $10`, 'from $5 to $10'],
    [String.raw`CO$_2$ at $10^{th}$ of $\alpha=.05$`, 'CO<sub>2</sub> at 10<sup>th</sup> of α=.05'],
    [String.raw`$\frac{a}{b}$`, String.raw`$\frac{a}{b}$`],
    ["``quoted'' -- and---so", '“quoted” – and—so'],
    [String.raw`\unknown{x} stays`, String.raw`\unknown{x} stays`],
    [String.raw`see \url{https://example.org/a\_b}`, 'see https://example.org/a_b'],
    [String.raw`an open { bracket`, 'an open { bracket'],
    [String.raw`\"`, '"'],
  ])('%s is read as %s', (latex, text) => {
    expect(fromLatex(latex)).toBe(text);
  });
});
