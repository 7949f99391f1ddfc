import { z } from 'zod';
import { DEFAULT_KEY_PATTERN } from '../bibliography/citation-key-pattern';
import { rememberedTables } from '../import/table-plan';
import { DEFAULT_NAME_PATTERN } from '../library/attachment-name';
import { DEFAULT_ONLINE_SETTINGS, onlineSettingsSchema } from '../online/services';

/** Settings of a library, each with its default. A stored value that does not fit any more counts as not set. */
export const settingSchemas = {
  /** Language of the app; `system` follows the computer. */
  language: z.enum(['system', 'en', 'uk']).default('system'),
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']).default('system'),
  /** How much help stands beside the work; changes what is shown, never what is stored. */
  guidance: z.enum(['guided', 'light', 'free']).default('guided'),
  /** Nothing leaves the computer while this is off. */
  networkEnabled: z.boolean().default(false),
  /** Which services may be asked, and under which mail address. */
  online: onlineSettingsSchema.default(DEFAULT_ONLINE_SETTINGS),
  /** Name on reports and cases that this person writes. */
  authorName: z.string().trim().max(120).default(''),
  /** How citation keys are made: `[auth][year]`, `auth.lower + shorttitle(3,3) + year`; see docs/citation-keys.md. */
  citationKeyPattern: z.string().trim().min(1).max(200).default(DEFAULT_KEY_PATTERN),
  /** Names of documents: see shared/domain/library/attachment-name.ts. */
  attachmentNamePattern: z.string().trim().min(1).max(300).default(DEFAULT_NAME_PATTERN),
  /** The first-run tour was finished or put away. */
  tourDone: z.boolean().default(false),
  /** What columns of tables of references hold, as people said it in import previews; set by imports only. */
  tableColumns: rememberedTables.default([]),
};

export type SettingName = keyof typeof settingSchemas;
export type Settings = { readonly [Name in SettingName]: z.output<(typeof settingSchemas)[Name]> };

export const settingsSchema = z.object(settingSchemas);

/** What a change may hold: some settings, none unknown. */
export const settingsChangeSchema = z.strictObject({
  language: settingSchemas.language.unwrap().optional(),
  theme: settingSchemas.theme.unwrap().optional(),
  guidance: settingSchemas.guidance.unwrap().optional(),
  networkEnabled: settingSchemas.networkEnabled.unwrap().optional(),
  online: onlineSettingsSchema.optional(),
  authorName: settingSchemas.authorName.unwrap().optional(),
  citationKeyPattern: settingSchemas.citationKeyPattern.unwrap().optional(),
  attachmentNamePattern: settingSchemas.attachmentNamePattern.unwrap().optional(),
  tourDone: settingSchemas.tourDone.unwrap().optional(),
});

/**
 * Reads stored values.
 * @param stored setting name -> parsed JSON; unknown names are left out, values that do not fit get the default
 */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const {
    language,
    theme,
    guidance,
    networkEnabled,
    online,
    authorName,
    citationKeyPattern,
    attachmentNamePattern,
    tourDone,
    tableColumns,
  } = settingSchemas;
  return {
    language: language.catch('system').parse(stored['language']),
    theme: theme.catch('system').parse(stored['theme']),
    guidance: guidance.catch('guided').parse(stored['guidance']),
    networkEnabled: networkEnabled.catch(false).parse(stored['networkEnabled']),
    online: online.catch(DEFAULT_ONLINE_SETTINGS).parse(stored['online']),
    authorName: authorName.catch('').parse(stored['authorName']),
    citationKeyPattern: citationKeyPattern.catch(DEFAULT_KEY_PATTERN).parse(stored['citationKeyPattern']),
    attachmentNamePattern: attachmentNamePattern
      .catch(DEFAULT_NAME_PATTERN)
      .parse(stored['attachmentNamePattern']),
    tourDone: tourDone.catch(false).parse(stored['tourDone']),
    tableColumns: tableColumns.catch([]).parse(stored['tableColumns']),
  };
}
