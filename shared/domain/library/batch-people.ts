import { z } from 'zod';
import { fullName } from '../bibliography/creators';
import { cslNameSchema, isNameVariable, type CslName, type CslNameVariable } from '../bibliography/csl-item';
import { titleKey } from '../bibliography/plain-text';

const role = z.custom<CslNameVariable>((name) => typeof name === 'string' && isNameVariable(name));
const person = cslNameSchema.refine((name) => fullName(name).trim() !== '');

/** What is done with the people of one role. */
export const peopleOperation = z.discriminatedUnion('action', [
  z.object({ kind: z.literal('people'), action: z.literal('add'), role, person }),
  z.object({ kind: z.literal('people'), action: z.literal('remove'), role, person }),
  z.object({ kind: z.literal('people'), action: z.literal('replace'), role, person, by: person }),
  /** Family name and given name change places: of one person, or of all when none is named. */
  z.object({ kind: z.literal('people'), action: z.literal('swap'), role, person: person.nullable() }),
]);
export type PeopleOperation = z.infer<typeof peopleOperation>;

/**
 * The people of a role after one change; nobody is named twice by it.
 * @param people as they stand @param operation the change
 * @returns the same list when nothing changes
 */
export function changePeople(people: readonly CslName[], operation: PeopleOperation): readonly CslName[] {
  const isMeant = (name: CslName): boolean => operation.person === null || isPerson(name, operation.person);
  const { action } = operation;
  if (action === 'add') return people.some(isMeant) ? people : [...people, operation.person];
  if (!people.some(isMeant)) return people;
  switch (action) {
    case 'remove':
      return people.filter((name) => !isMeant(name));
    case 'replace': {
      const changed = people.map((name) => (isMeant(name) ? operation.by : name));
      return changed.filter((name, at) => changed.findIndex((other) => isSame(other, name)) === at);
    }
    case 'swap':
      return people.map((name) => (isMeant(name) ? swapped(name) : name));
  }
}

/** Family and given name in each other's place; a body, and a name that has only one of them, stays. */
function swapped(name: CslName): CslName {
  const { family, given } = name;
  return name.literal !== undefined || family === undefined || given === undefined
    ? name
    : { ...name, family: given, given: family };
}

/** Whether a name is the one asked for; asked by the family name alone, everybody with it is meant. */
function isPerson(name: CslName, asked: CslName): boolean {
  const isWhole = asked.literal !== undefined || asked.given !== undefined;
  return isWhole || asked.family === undefined
    ? isSame(name, asked)
    : titleKey(name.family ?? name.literal ?? '') === titleKey(asked.family);
}

function isSame(one: CslName, other: CslName): boolean {
  return titleKey(fullName(one)) === titleKey(fullName(other));
}
