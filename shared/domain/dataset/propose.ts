import { guessMapping, mappingOf, type MappingGuess } from './guess';
import type { ImportRecipe } from './recipe';

/** What the user has chosen so far; the rest is proposed. */
export type RecipeChoices = { readonly [Key in keyof ImportRecipe]?: ImportRecipe[Key] | undefined };

/** A recipe for a table, or null while a column is open, with the guess it rests on. */
export interface RecipeProposal {
  readonly recipe: ImportRecipe | null;
  readonly guess: MappingGuess;
}

/**
 * Fills what the user has not chosen with the best guess.
 * @param table all rows of the file
 * @param found encoding and separator of the file
 * @param choices what the user has set
 */
export function proposeRecipe(
  table: readonly (readonly string[])[],
  found: Pick<ImportRecipe, 'encoding' | 'delimiter'>,
  choices: RecipeChoices,
): RecipeProposal {
  const guess = guessMapping(table);
  const columns = choices.columns ?? mappingOf(guess);
  if (columns === null) return { recipe: null, guess };
  const recipe: ImportRecipe = {
    version: 1,
    encoding: found.encoding,
    delimiter: found.delimiter,
    headerRow: choices.headerRow === undefined ? guess.headerRow : choices.headerRow,
    decimal: choices.decimal ?? guess.decimal,
    columns,
    range: choices.range ?? null,
    missingWords: choices.missingWords ?? [],
    duplicates: choices.duplicates ?? 'leave-out',
    outOfRange: choices.outOfRange ?? 'leave-out',
  };
  return { recipe, guess };
}
