import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isCyrillicMojibake, repairCyrillicMojibake } from '@shared/domain/pdf-metadata/mojibake';
import { composeAccents, joinPageText } from '@shared/domain/pdf-metadata/page-text';

const misread = (text: string): string => iconv.decode(iconv.encode(text, 'windows-1251'), 'latin1');
const ukrainian =
  'Уроки читання вголос у початковій школі: її вплив на розуміння текстів і ґрунтовність відповідей учнів';

describe('mojibake', () => {
  it.each([
    ['Russian', 'Не очень краткое введение в чтение вслух для учителей начальной школы'],
    ['Ukrainian', ukrainian],
  ])('detects and repairs %s', (_, text) => {
    expect(isCyrillicMojibake(misread(text))).toBe(true);
    expect(repairCyrillicMojibake(misread(text))).toBe(text);
  });

  it('leaves Latin words in a repaired text alone', () => {
    const mixed = `${ukrainian} PISA 2022`;
    expect(repairCyrillicMojibake(misread(mixed))).toBe(mixed);
  });

  it.each([
    'Příliš žluťoučký kůň úpěl ďábelské ódy a pak šel domů, kde čekala večeře a dobrá nálada.',
    'A avaliação não é só medição: são também as decisões que a educação põe à disposição dos alunos.',
    'Öğretmenlerin görüşleri ölçülmüş, öğrencilerin başarısı değerlendirilmiştir; çalışma üç yıl sürdü.',
    'Тексти кирилицею, що прочитані правильно, ніхто не чіпає, навіть коли поруч café.',
    'ÀÁÂ',
  ])('does not touch %s', (text) => {
    expect(isCyrillicMojibake(text)).toBe(false);
  });
});

describe('page text', () => {
  it('joins words broken at line ends and keeps other hyphens', () => {
    const pieces = ['an inter-', 'vention by Jean-', 'Paul on a 10.1234/ab-', '12 scale'].map((text) => ({
      text,
      endsLine: true,
    }));
    expect(joinPageText(pieces)).toBe('an intervention\nby Jean-\nPaul on a 10.1234/ab-\n12 scale');
  });

  it('puts accents on their letters and leaves quotation marks', () => {
    expect(composeAccents('Ren´e and Mouni ´e, Gy¨or')).toBe('René and Mounié, Györ');
    expect(composeAccents('the `inner voice´ of readers')).toBe('the `inner voice´ of readers');
  });
});
