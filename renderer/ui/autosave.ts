import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'saved' | 'pending' | 'saving' | 'failed';

export interface AutosaveOptions {
  /** Milliseconds of rest before saving. */
  readonly delay?: number;
  /** Milliseconds after which a change is saved even while typing goes on. */
  readonly maxWait?: number;
}

export interface Autosave {
  readonly draft: string;
  readonly state: SaveState;
  readonly change: (value: string) => void;
  /** Saves what is pending now (on blur, before leaving). */
  readonly flush: () => void;
}

/**
 * Keeps a draft of a text and saves it by itself: after a rest, after a longest wait, on flush, and when the
 * field goes away. A value that arrives from outside replaces the draft only while nothing is pending.
 * @param value the stored text
 * @param onSave writes the text; resolving to false means that it was not stored
 */
export function useAutosave(
  value: string,
  onSave: (value: string) => unknown,
  { delay = 600, maxWait = 3000 }: AutosaveOptions = {},
): Autosave {
  const [draft, setDraft] = useState(value);
  const [state, setState] = useState<SaveState>('saved');
  const latest = useRef({ draft: value, stored: value, onSave, firstChange: 0, timer: 0 });

  useEffect(() => {
    latest.current.onSave = onSave;
  }, [onSave]);

  const flush = useCallback(() => {
    const now = latest.current;
    window.clearTimeout(now.timer);
    now.timer = 0;
    now.firstChange = 0;
    if (now.draft === now.stored) return;
    const saving = now.draft;
    now.stored = saving;
    setState('saving');
    void Promise.resolve(now.onSave(saving)).then(
      (stored: unknown) => {
        if (stored === false) {
          now.stored = '\u0000';
          setState('failed');
        } else if (now.draft === saving) {
          setState('saved');
        }
      },
      () => {
        setState('failed');
      },
    );
  }, []);

  const change = useCallback(
    (next: string) => {
      const now = latest.current;
      now.draft = next;
      setDraft(next);
      setState('pending');
      const time = Date.now();
      if (now.firstChange === 0) now.firstChange = time;
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(flush, Math.min(delay, Math.max(0, now.firstChange + maxWait - time)));
    },
    [delay, flush, maxWait],
  );

  useEffect(() => {
    const now = latest.current;
    if (now.timer === 0 && value !== now.stored) {
      now.stored = value;
      now.draft = value;
      setDraft(value);
      setState('saved');
    }
  }, [value]);

  useEffect(() => {
    const leave = (): void => {
      flush();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      flush();
    };
  }, [flush]);

  return { draft, state, change, flush };
}
