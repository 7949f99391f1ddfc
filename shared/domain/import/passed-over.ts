/**
 * Remarks about files that lie in a chosen folder and hold something else than references: told, but nothing to look at. Others stand
 * for a fault.
 */
export const PASSED_OVER: readonly string[] = ['import.skipped-json', 'import.skipped-foreign'];
