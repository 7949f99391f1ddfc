import { findIsbns } from '@shared/domain/bibliography/identifiers';
import { words } from '@shared/domain/search/text';
import { variableText } from './record-text';

/** Words as the index compares them: small letters without accents. */
function plainWords(text: string): readonly string[] {
  return words(text).map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}

/**
 * Whether words stand next to one another in one variable of a record. The index holds all small fields of a record
 * as one text; this tells which of them it was.
 * @param json CSL or education fields of an item @param variable name of the variable
 * @param phrase the words @param goesOn the last word may be the beginning of one
 */
export function holdsWords(json: string, variable: string, phrase: string, goesOn: boolean): boolean {
  const text = plainWords(variableText(json, variable));
  const wanted = plainWords(phrase);
  const last = wanted.length - 1;
  return text.some((_, at) =>
    wanted.every((word, index) => {
      const found = text[at + index] ?? '';
      return index === last && goesOn ? found.startsWith(word) : found === word;
    }),
  );
}

/** Numbers of a field in one spelling: an ISBN has ten or thirteen digits, with hyphens anywhere. */
function numbersOf(text: string): readonly string[] {
  const isbns = findIsbns(text);
  if (isbns.length > 0) return isbns;
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((part) => part.replace(/[^\da-z]/g, ''));
}

/**
 * Whether a record has a number (ISBN, ISSN, PMID), however it is written.
 * @param json CSL of an item @param variable name of the variable @param wanted the number
 */
export function holdsNumber(json: string, variable: string, wanted: string): boolean {
  const numbers = numbersOf(variableText(json, variable));
  return numbersOf(wanted).some((number) => number !== '' && numbers.includes(number));
}
