import type { Migration } from './migration';
import { migration0001 } from './0001-first-schema';
import { migration0002 } from './0002-living-library';
import { migration0003 } from './0003-list-indices';
import { migration0004 } from './0004-few-of-many';
import { migration0005 } from './0005-list-by-change';
import { migration0006 } from './0006-list-columns';
import { migration0007 } from './0007-main-document';

/** Every schema step in order: the position plus one is its version. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
];
