import i18next from 'i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** The address that a link to a paper of the library has inside a note. */
export function paperLink(itemId: string): string {
  return `inquiry://item/${itemId}`;
}

/**
 * Follows a link of a note: papers and annotations open in the app, https addresses in the browser.
 * @param href address of the link @param go moves the window
 */
export async function followLink(href: string, go: (address: string) => void): Promise<void> {
  const [, kind, id] = /^inquiry:\/\/(item|annotation)\/([0-9a-f-]{36})$/.exec(href) ?? [];
  if (kind === 'item' && id !== undefined) {
    const found = await call('library.get', { itemId: id });
    if (found.ok) go(`/library/${id}`);
    else toast({ text: i18next.t('items:notes.linkGone') });
    return;
  }
  if (kind === 'annotation' && id !== undefined) {
    const found = await call('annotation.get', { annotationId: id });
    if (found.ok) go(`/reader/${found.value.annotation.attachmentId}?annotation=${id}`);
    else toast({ text: i18next.t('items:notes.linkGone') });
    return;
  }
  if (/^#?\/(?:library|reader|write|inquiry|learn)\//.test(href)) {
    go(href.replace(/^#/, ''));
    return;
  }
  const opened = await call('desktop.openExternal', { url: href.replace(/^http:/, 'https:') });
  if (!opened.ok) reportFailure(opened.error);
}
