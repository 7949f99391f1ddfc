/** Marks an element on which dropped files become documents of a record; the feature that takes drops looks for it. */
export interface FileTargetAttributes {
  readonly 'data-file-target': string;
  readonly 'data-file-title': string;
}

/** A record that files can be dropped on. */
export interface FileTarget {
  readonly element: HTMLElement;
  readonly itemId: string;
  readonly title: string;
}

/** Name of the attribute that an element has while files are held over it; style sheets show it by this. */
export const FILE_OVER = 'data-file-over';

/** @param title name of the record, for the words that say what will happen @returns attributes for the element */
export function fileTarget(itemId: string, title: string): FileTargetAttributes {
  return { 'data-file-target': itemId, 'data-file-title': title };
}

/** @returns the record under the pointer of a drag, undefined when there is none */
export function fileTargetOf(target: EventTarget | null): FileTarget | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-file-target]') : null;
  const itemId = element?.dataset['fileTarget'];
  return element === null || itemId === undefined
    ? undefined
    : { element, itemId, title: element.dataset['fileTitle'] ?? '' };
}
