import { countries } from './countries';
import { forumById } from './forums';
import { economies as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/economies.tsv';
import type { Economy, EconomyCode } from './types';

/** The 21 members of APEC in APEC's own alphabetical order. */
export const economies: readonly Economy[] = rowsOf(schema, compiled).map((row, index) => ({
  ...row,
  order: index + 1,
  englishFull: row.englishFull || row.english,
  joined: forumById('apec').members.get(row.code)!,
}));

export const economyByCode: ReadonlyMap<EconomyCode, Economy> = new Map(
  economies.map((economy) => [economy.code, economy]),
);

/** The name reports use: 紐西蘭, 我國, 英國. */
export function economyNameOf(code: EconomyCode): string {
  return economyByCode.get(code)?.chinese ?? countries.get(code)!.chinese;
}
