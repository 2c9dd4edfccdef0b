/**
 * Writes down every regular expression that the server makes with `new RegExp` from now on. To be imported before the
 * server is.
 */
export interface ConstructedPattern {
  readonly source: string;
  readonly flags: string;
  /** The line of the server's source that made it. */
  readonly place: string;
}

const Native = RegExp;
const patterns = new Map<string, ConstructedPattern>();

globalThis.RegExp = new Proxy(Native, {
  construct(target, args: [string | RegExp, string?]) {
    const made = new target(...args);
    const places = new Error().stack?.match(/server\/src\/[\w/.]{1,100}:\d{1,5}/g) ?? [];
    const place = places.find((each) => !each.includes('/knowledge/phrases.ts')) ?? places[0];
    if (place !== undefined) patterns.set(String(made), { source: made.source, flags: made.flags, place });
    return made;
  },
});

/** Ends the writing down. @returns each expression once */
export function constructedPatterns(): readonly ConstructedPattern[] {
  globalThis.RegExp = Native;
  return [...patterns.values()];
}
