/** Words that are one but for a slip. */

/** Whether `a` becomes `b` by one character changed, put in or left out, or by two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restOfA = a.slice(start, a.length - end);
  const restOfB = b.slice(start, b.length - end);
  if (restOfA.length <= 1 && restOfB.length <= 1) return true;
  return restOfA.length === 2 && restOfB.length === 2 && restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0];
}

/** Where `a` and `b`, which are as long, differ in one UTF-16 code unit; -1 where they do so in several or in none. */
export function differenceAt(a: string, b: string): number {
  if (a.length !== b.length) return -1;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && a.slice(at + 1) === b.slice(at + 1) ? at : -1;
}
