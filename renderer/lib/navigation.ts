import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Where the window is, as a place sees it. */
export interface PlaceLocation {
  /** Path parts after the place: /learn/m01/step-2 -> ['m01', 'step-2']. */
  readonly segments: readonly string[];
  /** Query of the address: /reader/ID?page=3 -> { page: '3' }. */
  readonly search: Readonly<Record<string, string>>;
}

export interface GoOptions {
  /** Changes the address without a new step for "back". */
  readonly replace?: boolean;
}

/**
 * Moves the window to another place: `go('/reader/ID?page=206&annotation=ID')`.
 * Addresses: /desk /library /library/ITEM /reader/ATTACHMENT /learn/... /inquiry/... /write/... /exchange/... /settings
 */
export function useGo(): (address: string, options?: GoOptions) => void {
  const { history } = useRouter();
  return useCallback(
    (address, options) => {
      if (options?.replace === true) history.replace(address);
      else history.push(address);
    },
    [history],
  );
}
