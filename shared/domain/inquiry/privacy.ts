/**
 * The four privacy classes of everything a project holds.
 * P0 open; P1 shareable after the pre-share check; P2 stays on this computer; P3 key material, never in the database.
 */
export const PRIVACY_CLASSES = ['P0', 'P1', 'P2', 'P3'] as const;

/** One of the four privacy classes, from open (P0) to key material (P3). */
export type PrivacyClass = (typeof PRIVACY_CLASSES)[number];

/** The classes that an export may contain: an allow-list, so a class added later stays private by default. */
export type ShareableClass = Extract<PrivacyClass, 'P0' | 'P1'>;

/**
 * Whether content of this class may enter a summary, report or package.
 * @param privacy the class of the content
 */
export function isShareable(privacy: PrivacyClass): privacy is ShareableClass {
  return privacy === 'P0' || privacy === 'P1';
}
