import { useEffect, useState } from 'react';

/**
 * A value that follows another once it has rested.
 * @param value what changes quickly
 * @param rest milliseconds without a change
 */
export function useDebounced<T>(value: T, rest: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(value);
    }, rest);
    return () => {
      window.clearTimeout(timer);
    };
  }, [value, rest]);
  return settled;
}
