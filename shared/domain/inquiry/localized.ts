import { z } from 'zod';

/** A text in every language the app ships. Content files must hold all of them. */
export const localizedSchema = z.strictObject({ en: z.string().min(1), uk: z.string().min(1) }).readonly();

/** A text in every language the app ships. */
export type Localized = z.infer<typeof localizedSchema>;

/**
 * The text in the given language, English for any language the content does not know.
 * @param text the text in all languages
 * @param language a BCP 47 tag such as `uk` or `en-GB`
 */
export function inLanguage(text: Localized, language: string): string {
  return language.toLowerCase().startsWith('uk') ? text.uk : text.en;
}
