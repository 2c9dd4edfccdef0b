import type { SourceKey } from './sources';
import { sources } from './sources';
import type { EconomyCode, Forum, ForumId } from './types';

/** Members by the year of their accession. */
type Accessions = readonly (readonly [year: number, codes: readonly EconomyCode[]])[];

/** In APEC's own order of the English names. */
// prettier-ignore
const apec: Accessions = [
  [1989, ['AU', 'BN', 'CA']],
  [1994, ['CL']],
  [1991, ['CN', 'HK']],
  [1989, ['ID', 'JP', 'KR', 'MY']],
  [1993, ['MX']],
  [1989, ['NZ']],
  [1993, ['PG']],
  [1998, ['PE']],
  [1989, ['PH']],
  [1998, ['RU']],
  [1989, ['SG']],
  [1991, ['TW']],
  [1989, ['TH', 'US']],
  [1998, ['VN']],
];

/** 166 members since 30 August 2024. EU counts as one beside its member states. */
// prettier-ignore
const wto: Accessions = [
  [1995, [
    'AG', 'AR', 'AT', 'AU', 'BB', 'BD', 'BE', 'BF', 'BH', 'BI', 'BN', 'BO', 'BR', 'BW', 'BZ', 'CA', 'CF', 'CH', 'CI', 'CL',
    'CM', 'CO', 'CR', 'CU', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'EG', 'ES', 'EU', 'FI', 'FR', 'GA', 'GB', 'GH', 'GN',
    'GR', 'GT', 'GW', 'GY', 'HK', 'HN', 'HU', 'ID', 'IE', 'IL', 'IN', 'IS', 'IT', 'JM', 'JP', 'KE', 'KR', 'KW', 'LC', 'LI',
    'LK', 'LS', 'LU', 'MA', 'MG', 'ML', 'MM', 'MO', 'MR', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NG', 'NI', 'NL',
    'NO', 'NZ', 'PE', 'PH', 'PK', 'PL', 'PT', 'PY', 'RO', 'SE', 'SG', 'SI', 'SK', 'SL', 'SN', 'SR', 'SV', 'SZ', 'TG', 'TH',
    'TN', 'TR', 'TT', 'TZ', 'UG', 'US', 'UY', 'VC', 'VE', 'ZA', 'ZM', 'ZW',
  ]],
  [1996, ['AE', 'AO', 'BG', 'BJ', 'EC', 'FJ', 'GD', 'GM', 'HT', 'KN', 'NE', 'PG', 'QA', 'RW', 'SB', 'TD']],
  [1997, ['CD', 'CG', 'MN', 'PA']],
  [1998, ['KG']],
  [1999, ['EE', 'LV']],
  [2000, ['AL', 'GE', 'HR', 'JO', 'OM']],
  [2001, ['CN', 'LT', 'MD']],
  [2002, ['TW']],
  [2003, ['AM', 'MK']],
  [2004, ['KH', 'NP']],
  [2005, ['SA']],
  [2007, ['TO', 'VN']],
  [2008, ['CV', 'UA']],
  [2012, ['ME', 'RU', 'VU', 'WS']],
  [2013, ['LA', 'TJ']],
  [2014, ['YE']],
  [2015, ['KZ', 'SC']],
  [2016, ['AF', 'LR']],
  [2024, ['KM', 'TL']],
];

/** 38 members since May 2021. */
// prettier-ignore
const oecd: Accessions = [
  [1961, ['AT', 'BE', 'CA', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IS', 'LU', 'NL', 'NO', 'PT', 'SE', 'TR', 'US']],
  [1962, ['IT']],
  [1964, ['JP']],
  [1969, ['FI']],
  [1971, ['AU']],
  [1973, ['NZ']],
  [1994, ['MX']],
  [1995, ['CZ']],
  [1996, ['HU', 'KR', 'PL']],
  [2000, ['SK']],
  [2010, ['CL', 'EE', 'IL', 'SI']],
  [2016, ['LV']],
  [2018, ['LT']],
  [2020, ['CO']],
  [2021, ['CR']],
];

interface Cells {
  readonly id: ForumId;
  readonly names: readonly string[];
  readonly memberTerms: readonly string[];
  readonly callsRoll: boolean;
  readonly members: Accessions;
  readonly source: SourceKey;
}

const table: readonly Cells[] = [
  {
    id: 'apec',
    names: ['APEC', '亞太經濟合作'],
    memberTerms: ['會員', '經濟體', '會員體', '會員經濟體'],
    callsRoll: true,
    members: apec,
    source: 'members',
  },
  {
    id: 'wto',
    names: ['WTO', '世界貿易組織', '世貿組織'],
    memberTerms: ['會員'],
    callsRoll: false,
    members: wto,
    source: 'accessions',
  },
  {
    id: 'oecd',
    names: ['OECD', '經濟合作暨發展組織', '經濟合作與發展組織'],
    memberTerms: ['會員國', '會員', '成員國'],
    callsRoll: false,
    members: oecd,
    source: 'ratifications',
  },
  { id: 'none', names: [], memberTerms: [], callsRoll: false, members: [], source: 'custom' },
];

let byId: Map<ForumId, Forum> | undefined;

function indexForums(): Map<ForumId, Forum> {
  return new Map(
    table.map(({ id, names, memberTerms, callsRoll, members, source: from }) => {
      const [source, trust] = sources[from];
      const years = new Map(members.flatMap(([year, codes]) => codes.map((code) => [code, year] as const)));
      return [id, { id, names, memberTerms, callsRoll, members: years, source, trust }];
    }),
  );
}

/** The forum of that id; `none` has neither names nor members. */
export function forumById(id: ForumId): Forum {
  return (byId ??= indexForums()).get(id)!;
}

/** Every forum, `none` last. */
export function forums(): readonly Forum[] {
  return [...(byId ??= indexForums()).values()];
}
