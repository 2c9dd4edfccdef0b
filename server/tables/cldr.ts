/** Names of territories out of Unicode's CLDR, read at build time only. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Territories {
  readonly main: Readonly<
    Record<string, { readonly localeDisplayNames: { readonly territories: Readonly<Record<string, string>> } }>
  >;
}

/** The package's folder; its licence goes with the bundles. */
export const cldrFolder = path.dirname(createRequire(import.meta.url).resolve('cldr-localenames-full/package.json'));

const read = new Map<string, Readonly<Record<string, string>>>();

function territoriesIn(locale: string): Readonly<Record<string, string>> {
  let territories = read.get(locale);
  if (!territories) {
    const file = path.join(cldrFolder, 'main', locale, 'territories.json');
    const { main } = JSON.parse(readFileSync(file, 'utf8')) as Territories;
    read.set(locale, (territories = main[locale]!.localeDisplayNames.territories));
  }
  return territories;
}

/** What CLDR calls the territory with an ISO 3166-1 alpha-2 code: the short form where it has one (澳門, 巴勒斯坦). */
export function cldrName(locale: string, code: string): string | undefined {
  const territories = territoriesIn(locale);
  return territories[`${code}-alt-short`] ?? territories[code];
}
