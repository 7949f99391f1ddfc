import type { Migration } from './migration';
import { migration0001 } from './0001-first-schema';
import { migration0002 } from './0002-living-library';

/** Every schema step in order: the position plus one is its version. */
export const migrations: readonly Migration[] = [migration0001, migration0002];
