import { startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * Draws its children in a slice of their own, after what stands before them is on the screen: a large panel drawn at once would hold up
 * the window. For what comes last in its column, so that nothing moves when it comes.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setShown(true);
    });
  }, []);
  return isShown ? children : null;
}
