import type { CitationItem } from '@shared/domain/report/citation';
import { parseLocator, parsePickerQuery } from '@shared/domain/report/locator';

/** What the citation picker holds. */
export interface PickerState {
  readonly items: readonly CitationItem[];
  /** What is typed in the search box. */
  readonly typed: string;
  /** Place in the list of found works. */
  readonly active: number;
  /** Work whose details are open, by its place in `items`; null when none is. */
  readonly open: number | null;
}

export type PickerAction =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'move'; readonly by: 1 | -1; readonly count: number }
  | { readonly kind: 'add'; readonly itemId: string }
  | { readonly kind: 'locate' }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'open'; readonly index: number | null }
  | { readonly kind: 'change'; readonly index: number; readonly patch: Partial<CitationItem> };

/** @param items works already in the citation, when an existing one is opened */
export function startPicker(items: readonly CitationItem[]): PickerState {
  return { items, typed: '', active: 0, open: items.length === 1 ? 0 : null };
}

/** The words to search for: digits after a name are the page, not part of the search. */
export function searchWords(state: PickerState): string {
  return pendingLocator(state) === null ? parsePickerQuery(state.typed).query : '';
}

/** The place that is being typed for the last chosen work (`12-15`), null when the text is a search. */
export function pendingLocator(state: PickerState): ReturnType<typeof parseLocator> {
  return state.items.length === 0 ? null : parseLocator(state.typed);
}

/** One step of the picker; pure, so that each key can be tested. */
export function pick(state: PickerState, action: PickerAction): PickerState {
  switch (action.kind) {
    case 'type':
      return { ...state, typed: action.text, active: 0 };
    case 'move': {
      if (action.count === 0) return state;
      return { ...state, active: (state.active + action.by + action.count) % action.count };
    }
    case 'add': {
      const { locator, label } = parsePickerQuery(state.typed);
      const item = { itemId: action.itemId, locator, label, prefix: '', suffix: '', suppressAuthor: false };
      return { items: [...state.items, item], typed: '', active: 0, open: null };
    }
    case 'locate': {
      const place = pendingLocator(state);
      if (place === null) return state;
      const last = state.items.length - 1;
      return { ...change(state, last, place), typed: '' };
    }
    case 'remove': {
      const items = state.items.filter((_, index) => index !== action.index);
      return { ...state, items, open: null };
    }
    case 'open':
      return { ...state, open: action.index };
    case 'change':
      return change(state, action.index, action.patch);
  }
}

function change(state: PickerState, at: number, patch: Partial<CitationItem>): PickerState {
  return { ...state, items: state.items.map((item, index) => (index === at ? { ...item, ...patch } : item)) };
}

/** What Enter does now. */
export type EnterMeans = 'locate' | 'add' | 'finish' | 'nothing';

/** @param state the picker; @param found how many works match what is typed */
export function enterMeans(state: PickerState, found: number): EnterMeans {
  if (pendingLocator(state) !== null) return 'locate';
  if (state.typed.trim() !== '') return found > 0 ? 'add' : 'nothing';
  return state.items.length > 0 ? 'finish' : 'nothing';
}
