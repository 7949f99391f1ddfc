/** The part of a frame that the check reads. */
interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

export const APP_ORIGIN = 'app://inquiry-desk';

/**
 * @param frame the frame a message came from (null once it is gone)
 * @returns whether it is the top frame of our own page
 */
export function isTrustedSender(frame: Frame | null): boolean {
  if (!frame || frame.parent !== null) return false;
  return frame.url.startsWith(`${APP_ORIGIN}/`);
}
