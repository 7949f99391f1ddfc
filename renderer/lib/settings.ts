import { DEFAULT_KEY_PATTERN } from '@shared/domain/bibliography/citation-key-pattern';
import { DEFAULT_NAME_PATTERN } from '@shared/domain/library/attachment-name';
import { DEFAULT_ONLINE_SETTINGS } from '@shared/domain/online/services';
import type { Settings } from '@shared/domain/settings/settings';
import { useContract } from './queries';

const defaults: Settings = {
  language: 'system',
  theme: 'system',
  guidance: 'guided',
  networkEnabled: false,
  online: DEFAULT_ONLINE_SETTINGS,
  authorName: '',
  citationKeyPattern: DEFAULT_KEY_PATTERN,
  attachmentNamePattern: DEFAULT_NAME_PATTERN,
  tourDone: false,
  tableColumns: [],
};

/** The settings of the library; the defaults until they are read. */
export function useSettings(): Settings {
  return useContract('settings.get', {}, { tables: ['setting'] }).data ?? defaults;
}
