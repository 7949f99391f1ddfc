import { findIsbns } from '@shared/domain/bibliography/identifiers';
import { words } from '@shared/domain/search/text';
import { variableText } from './record-text';

/** Words as the index compares them: small letters without accents. */
function plainWords(text: string): readonly string[] {
  return words(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
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

/** Answers kept of one question: thousands of records have the same publisher. */
const MOST_KEPT = 5_000;

/**
 * Asks the same question of many values, and of equal values once.
 * @param prepare makes the question out of what is wanted; done when that changes
 */
function asked<Wanted extends readonly unknown[]>(
  prepare: (...wanted: Wanted) => (value: string) => boolean,
): (value: unknown, ...wanted: Wanted) => 0 | 1 {
  let last: string | null = null;
  let holds: (value: string) => boolean = () => false;
  const known = new Map<string, 0 | 1>();
  return (value, ...wanted) => {
    // A number of a record may be stored as one.
    if (typeof value !== 'string' && typeof value !== 'number') return 0;
    const question = JSON.stringify(wanted);
    if (question !== last || known.size > MOST_KEPT) {
      known.clear();
      last = question;
      holds = prepare(...wanted);
    }
    const text = String(value);
    const answer = known.get(text) ?? (holds(text) ? 1 : 0);
    known.set(text, answer);
    return answer;
  };
}

/** Text of a value of a record as `json_extract` gives it: names are a list of objects, topics a list of texts. */
const textOf = (value: string): string =>
  value.startsWith('[') && value.endsWith(']') ? variableText(value) : value;

/**
 * For SQL: whether words stand next to one another in one field of a record. The index holds all small fields of a
 * record as one text; this tells which of them it was. Arguments: the field, the words, and 1 when the last word may
 * be the beginning of one.
 */
export const holdsWords = asked((phrase: unknown, goesOn: unknown) => {
  const wanted = plainWords(String(phrase));
  const last = wanted.length - 1;
  return (value) => {
    const text = plainWords(textOf(value));
    return text.some((_, at) =>
      wanted.every((word, index) => {
        const found = text[at + index] ?? '';
        return index === last && goesOn === 1 ? found.startsWith(word) : found === word;
      }),
    );
  };
});

/** For SQL: whether a field holds a number (ISBN, ISSN, PMID), however it is written. Arguments: the field, the number. */
export const holdsNumber = asked((number: unknown) => {
  const wanted = numbersOf(String(number)).filter((each) => each !== '');
  return (value) => {
    const numbers = numbersOf(value);
    return wanted.some((each) => numbers.includes(each));
  };
});
