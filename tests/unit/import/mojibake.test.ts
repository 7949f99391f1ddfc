import { describe, expect, it } from 'vitest';
import { repairText } from '../../../electron/library/adapters/bibliography/mojibake';

describe('letters that were read in the wrong encoding', () => {
  it.each([
    ['Ã‰tudes de la lecture', 'Études de la lecture'],
    ['Íàâ÷àííÿ ÷èòàííþ', 'Навчання читанню'],
  ])('repairs %s', (damaged, meant) => {
    expect(repairText(damaged)).toBe(meant);
  });

  it('keeps letters of other scripts beside the damaged ones', () => {
    expect(repairText('Навчання, Ã‰tudes, 読書')).toBe('Навчання, Études, 読書');
  });

  it.each(['Études naïves', 'Ångström', '«Навчання»', 'São Paulo’s schools'])('leaves %s alone', (text) => {
    expect(repairText(text)).toBe(text);
  });
});
