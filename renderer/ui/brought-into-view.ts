import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings an element into sight once and gives it the focus, for the one thing that an address names. The element needs
 * `tabIndex={-1}`.
 * @param isWanted whether this is the one
 */
export function useBroughtIntoView<Element extends HTMLElement>(
  isWanted: boolean,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (!isWanted) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return element;
}
