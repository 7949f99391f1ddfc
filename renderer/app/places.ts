import {
  BookOpen,
  GraduationCap,
  House,
  LibraryBig,
  PenLine,
  RefreshCw,
  Settings,
  Share2,
} from 'lucide-react';
import type { LucideIcon } from '../ui';

/** A place of the app. `id` is the first part of its address and the name of the feature that shows it. */
export interface PlaceEntry {
  readonly id: 'desk' | 'library' | 'learn' | 'inquiry' | 'write' | 'exchange' | 'settings' | 'reader';
  readonly icon: LucideIcon;
  readonly shortcut?: string;
}

/** The six places of the rail, in order. */
export const places = [
  { id: 'desk', icon: House, shortcut: 'mod+1' },
  { id: 'library', icon: LibraryBig, shortcut: 'mod+2' },
  { id: 'learn', icon: GraduationCap, shortcut: 'mod+3' },
  { id: 'inquiry', icon: RefreshCw, shortcut: 'mod+4' },
  { id: 'write', icon: PenLine, shortcut: 'mod+5' },
  { id: 'exchange', icon: Share2, shortcut: 'mod+6' },
] as const satisfies readonly PlaceEntry[];

export const settingsPlace = {
  id: 'settings',
  icon: Settings,
  shortcut: 'mod+,',
} as const satisfies PlaceEntry;
/** The reader opens over the library and has no entry of its own in the rail. */
export const readerPlace = { id: 'reader', icon: BookOpen } as const satisfies PlaceEntry;

/** @see rooms */
export interface RoomEntry {
  readonly id: 'duplicates' | 'checks' | 'health' | 'online' | 'import' | 'notes' | 'reading';
  readonly icon: LucideIcon;
}
/** Rooms of the library with an address of their own; the rail shows the library for them. */
const rooms = [
  { id: 'duplicates', icon: LibraryBig },
  { id: 'checks', icon: LibraryBig },
  { id: 'health', icon: LibraryBig },
  { id: 'online', icon: LibraryBig },
  { id: 'import', icon: LibraryBig },
  { id: 'notes', icon: LibraryBig },
  { id: 'reading', icon: LibraryBig },
] as const satisfies readonly RoomEntry[];

const all: readonly (PlaceEntry | RoomEntry)[] = [...places, settingsPlace, readerPlace, ...rooms];

/** @param address e.g. "/learn/m01/2" @returns its place, undefined when there is no such place */
export function placeOf(address: string): PlaceEntry | RoomEntry | undefined {
  const id = /^\/?([^/?]*)/.exec(address)?.[1];
  return all.find((place) => place.id === id);
}
