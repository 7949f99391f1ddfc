import type { CaseLicence } from './practice-case';

/**
 * Which licences an adapted case may carry: share-alike is inherited, non-commercial is inherited.
 * @param parents licences of the cases it is based on
 * @returns allowed licences, the suggested one first; empty when the parents contradict each other
 */
export function allowedLicences(parents: readonly CaseLicence[]): readonly CaseLicence[] {
  const nonCommercial = parents.some((licence) => licence.includes('-NC'));
  const shareAlike = parents.filter((licence) => licence.includes('-SA'));
  if (new Set(shareAlike).size > 1) return [];
  const [inherited] = shareAlike;
  if (inherited !== undefined) return inherited === 'CC-BY-SA-4.0' && nonCommercial ? [] : [inherited];
  if (nonCommercial) return ['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'];
  const attributed = parents.some((licence) => licence !== 'CC0-1.0');
  const open: readonly CaseLicence[] = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'];
  return attributed ? open : [...open, 'CC0-1.0'];
}
