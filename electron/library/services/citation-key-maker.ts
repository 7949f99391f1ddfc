import type Database from 'better-sqlite3';
import { readSettingValues } from '@db/repositories/setting';
import { makeCitationKey, type CslItem } from '@shared/domain/bibliography';
import { keyByPattern, readKeyPattern } from '@shared/domain/bibliography/citation-key-pattern';
import { readSettings } from '@shared/domain/settings/settings';

/**
 * How new records get their keys: by the pattern of the settings, as it is now.
 * @param db the library
 * @returns makes a key, which another record may have already
 */
export function citationKeyMaker(db: Database.Database): (item: CslItem) => string {
  const pattern = readKeyPattern(readSettings(readSettingValues(db)).citationKeyPattern);
  return pattern.ok ? (item) => keyByPattern(pattern.value, item) : makeCitationKey;
}
