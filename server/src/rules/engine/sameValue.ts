/** Whether two values of plain data (with maps and sets) say the same. Objects of a class are the same only if they are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const prototype: unknown = Object.getPrototypeOf(a);
  if (prototype !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Map || a instanceof Set) {
    const other = b as ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>;
    return a.size === other.size && sameValue([...a], [...other]);
  }
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
