import type { Economy, EconomyCode } from './types';

const source =
  'APEC 會員名稱與排序（Correcta Nomenclatura APEC）；中文名稱依 APEC 能源資訊網（台灣經濟研究院）；加入年份依韓國關稅廳 APEC 年表';

/** Code, Chinese name, short and full English name (`=`: the same), year of accession, note; in APEC's own order. */
type Terse = readonly [EconomyCode, string, string, string, number, string?];

const rows: readonly Terse[] = [
  ['AU', '澳洲', 'Australia', '=', 1989, '外交部亦用澳大利亞'],
  ['BN', '汶萊', 'Brunei Darussalam', '=', 1989, '英文不單寫 Brunei'],
  ['CA', '加拿大', 'Canada', '=', 1989],
  ['CL', '智利', 'Chile', '=', 1994],
  ['CN', '中國', 'China', "People's Republic of China", 1991, '亦用中國大陸；同一份報告宜一致'],
  ['HK', '香港', 'Hong Kong, China', '=', 1991, '英文一律加「, China」'],
  ['ID', '印尼', 'Indonesia', 'Republic of Indonesia', 1989],
  ['JP', '日本', 'Japan', '=', 1989],
  ['KR', '韓國', 'Korea', 'Republic of Korea', 1989, '英文不寫 South Korea'],
  ['MY', '馬來西亞', 'Malaysia', '=', 1989],
  ['MX', '墨西哥', 'Mexico', '=', 1993],
  ['NZ', '紐西蘭', 'New Zealand', '=', 1989],
  ['PG', '巴布亞紐幾內亞', 'Papua New Guinea', '=', 1993, '首次寫全名並註明簡稱後，可用巴紐'],
  ['PE', '秘魯', 'Peru', '=', 1998, '秘魯、祕魯皆可；同一份報告宜一致'],
  ['PH', '菲律賓', 'The Philippines', 'Republic of the Philippines', 1989],
  ['RU', '俄羅斯', 'Russia', 'The Russian Federation', 1998],
  ['SG', '新加坡', 'Singapore', '=', 1989, '簡稱用星，不用新'],
  ['TW', '我國', 'Chinese Taipei', '=', 1991, '譯寫會籍名稱用中華臺北'],
  ['TH', '泰國', 'Thailand', 'Kingdom of Thailand', 1989],
  ['US', '美國', 'The United States', 'United States of America', 1989],
  ['VN', '越南', 'Viet Nam', '=', 1998, '英文分寫為兩字'],
];

/** The 21 members of APEC in APEC's own alphabetical order. */
export const economies: readonly Economy[] = rows.map(([code, chinese, english, full, joined, note = ''], index) => ({
  code,
  order: index + 1,
  chinese,
  english,
  englishFull: full === '=' ? english : full,
  joined,
  note,
  source,
  trust: 'secondary',
}));

export const economyByCode: ReadonlyMap<EconomyCode, Economy> = new Map(
  economies.map((economy) => [economy.code, economy]),
);

/** The name reports use: 紐西蘭, 我國; of an economy outside the table its code. */
export function economyNameOf(code: EconomyCode): string {
  return economyByCode.get(code)?.chinese ?? code;
}
