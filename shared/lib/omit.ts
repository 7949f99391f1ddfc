/**
 * A copy of an object without some of its properties.
 * @param value any object; it is not changed
 * @param keys the properties to leave out
 */
export function omit<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Omit<T, K> {
  const copy = { ...value };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
