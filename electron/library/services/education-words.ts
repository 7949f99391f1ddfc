import iscedFields from '@resources/vocabularies/isced-fields.json';
import iscedLevels from '@resources/vocabularies/isced-levels.json';
import topics from '@resources/vocabularies/education-topics.json';
import { educationText, educationSchema, vocabularySchema } from '@shared/domain/library/education';

const vocabularies = [iscedLevels, iscedFields, topics].map((list) => vocabularySchema.parse(list));
const regions = ['en', 'uk'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));

/**
 * The education fields of a record in words of both languages, for the search index: the fields hold codes (ISCED, ISO 3166).
 * @param json the `education` column
 * @returns the words, empty when a foreign hand broke the column
 */
export function educationWords(json: string): string {
  const parsed = educationSchema.safeParse(parse(json));
  if (!parsed.success) return '';
  const countries = (parsed.data.country ?? []).flatMap((code) =>
    regions.map((names) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? '') : '')),
  );
  return [educationText(parsed.data, vocabularies), ...countries].filter(Boolean).join('\n');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
