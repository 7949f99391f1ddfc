import { useCallback, useEffect, useRef, useState } from 'react';

/** Whether what was typed is stored. */
export type DraftState = 'saved' | 'pending' | 'failed';

export interface SectionDraft {
  readonly state: DraftState;
  /** Tells what the editor holds now, as JSON text; it is saved by itself. */
  readonly change: (json: string) => void;
  /** Saves what is pending now. */
  readonly flush: () => void;
}

const REST_MS = 600;
const LONGEST_WAIT_MS = 2_500;

/**
 * Saves a section while it is typed and takes in changes from outside (undo, redo) when nothing is pending.
 * @param stored what the library holds, as JSON text
 * @param save writes; false when it was not stored
 * @param takeIn shows content that came from outside
 */
export function useSectionDraft(
  stored: string,
  save: (json: string) => Promise<boolean>,
  takeIn: (json: string) => void,
): SectionDraft {
  const [state, setState] = useState<DraftState>('saved');
  const now = useRef({ held: stored, sent: stored, saving: 0, timer: 0, firstChange: 0, save, takeIn });

  useEffect(() => {
    now.current.save = save;
    now.current.takeIn = takeIn;
  }, [save, takeIn]);

  const flush = useCallback(() => {
    const draft = now.current;
    window.clearTimeout(draft.timer);
    draft.timer = 0;
    draft.firstChange = 0;
    if (draft.held === draft.sent) return;
    const sending = draft.held;
    const before = draft.sent;
    draft.sent = sending;
    draft.saving += 1;
    void draft.save(sending).then((isStored) => {
      draft.saving -= 1;
      // A failed save is tried again with the next change or flush.
      if (!isStored) draft.sent = before;
      if (draft.held === sending) setState(isStored ? 'saved' : 'failed');
    });
  }, []);

  const change = useCallback(
    (json: string) => {
      const draft = now.current;
      if (json === draft.held) return;
      draft.held = json;
      setState('pending');
      const at = Date.now();
      if (draft.firstChange === 0) draft.firstChange = at;
      window.clearTimeout(draft.timer);
      const wait = Math.min(REST_MS, Math.max(0, draft.firstChange + LONGEST_WAIT_MS - at));
      draft.timer = window.setTimeout(flush, wait);
    },
    [flush],
  );

  useEffect(() => {
    const draft = now.current;
    // While a save is on its way, an answer read before it may still arrive; the answer after it will come too.
    if (draft.timer !== 0 || draft.saving > 0 || stored === draft.held) return;
    draft.held = stored;
    draft.sent = stored;
    draft.takeIn(stored);
  }, [stored]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { state, change, flush };
}
