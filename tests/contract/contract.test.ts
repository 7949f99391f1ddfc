import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels, eventChannels } from '@shared/ipc/channels';
import { contract, isMainCall, type CallName } from '@shared/ipc/contract';
import { events } from '@shared/ipc/events';
import { openTestLibrary, type TestLibrary } from '../builders/open-test-library';

const names = Object.keys(contract) as CallName[];

describe('the contract', () => {
  let test: TestLibrary;
  beforeAll(() => {
    test = openTestLibrary();
  });
  afterAll(() => test.close());

  it('has exactly the names the preload knows', () => {
    expect([...names].sort()).toEqual([...channels].sort());
    expect(new Set(channels).size).toBe(channels.length);
    expect(Object.keys(events).sort()).toEqual([...eventChannels].sort());
  });

  it('has a handler for every call of the library process and no other', () => {
    expect(Object.keys(test.library.handlers).sort()).toEqual(
      names.filter((name) => !isMainCall(name)).sort(),
    );
  });

  it.each(names)('%s refuses an input of the wrong shape', (name) => {
    for (const bad of [undefined, null, 'text', 42, [], { [Symbol.toStringTag]: 'x' }]) {
      if (Array.isArray(bad) || typeof bad !== 'object' || bad === null) {
        expect(contract[name].input.safeParse(bad).success, `${name} accepted ${String(bad)}`).toBe(false);
      }
    }
    expect(contract[name].input).toBeInstanceOf(z.ZodObject);
  });

  it.each(names.filter((name) => hasRequired(name)))(
    '%s refuses an input without its required fields',
    (name) => {
      expect(contract[name].input.safeParse({}).success).toBe(false);
    },
  );
});

function hasRequired(name: CallName): boolean {
  const { input } = contract[name];
  if (!(input instanceof z.ZodObject)) return false;
  return Object.values(input.shape).some(
    (field) => field instanceof z.ZodType && !field.safeParse(undefined).success,
  );
}
