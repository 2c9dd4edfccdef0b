/** The economies that the tables speak of, by ISO 3166-1 alpha-2 code. */

/** The 21 members of APEC. */
export const apecCodes = [
  'AU', 'BN', 'CA', 'CL', 'CN', 'HK', 'ID', 'JP', 'KR', 'MY', 'MX', 'NZ', 'PG', 'PE', 'PH', 'RU', 'SG', 'TW', 'TH', 'US', 'VN',
] as const; // prettier-ignore

/**
 * Members of WTO and OECD outside APEC, and economies that reports speak of without their being in a forum of ours. `EU`
 * (exceptionally reserved in ISO 3166) is the European Union, a WTO member beside its member states.
 */
export const otherCodes = [
  'AE', 'AF', 'AG', 'AL', 'AM', 'AO', 'AR', 'AT', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BO', 'BR', 'BS',
  'BT', 'BW', 'BY', 'BZ', 'CD', 'CF', 'CG', 'CH', 'CI', 'CM', 'CO', 'CR', 'CU', 'CV', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO',
  'DZ', 'EC', 'EE', 'EG', 'ER', 'ES', 'ET', 'EU', 'FI', 'FJ', 'FM', 'FR', 'GA', 'GB', 'GD', 'GE', 'GH', 'GM', 'GN', 'GQ', 'GR',
  'GT', 'GW', 'GY', 'HN', 'HR', 'HT', 'HU', 'IE', 'IL', 'IN', 'IQ', 'IR', 'IS', 'IT', 'JM', 'JO', 'KE', 'KG', 'KH', 'KI', 'KM',
  'KN', 'KP', 'KW', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MG', 'MH',
  'MK', 'ML', 'MM', 'MN', 'MO', 'MR', 'MT', 'MU', 'MV', 'MW', 'MZ', 'NA', 'NE', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'OM', 'PA',
  'PK', 'PL', 'PS', 'PT', 'PW', 'PY', 'QA', 'RO', 'RS', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SI', 'SK', 'SL', 'SM', 'SN', 'SO',
  'SR', 'SS', 'ST', 'SV', 'SY', 'SZ', 'TD', 'TG', 'TJ', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TZ', 'UA', 'UG', 'UY', 'UZ',
  'VA', 'VC', 'VE', 'VU', 'WS', 'XK', 'YE', 'ZA', 'ZM', 'ZW',
] as const; // prettier-ignore

export type ApecCode = (typeof apecCodes)[number];
export type OtherCode = (typeof otherCodes)[number];

/**
 * An economy by its code, whatever forum it belongs to: one economy has one code everywhere, and which forum has it as a
 * member says `forums.ts`. Names hang on the code (`names.ts`), data of APEC alone on `ApecCode` (`economies.ts`).
 */
export type EconomyCode = ApecCode | OtherCode;

export const economyCodes: readonly EconomyCode[] = [...apecCodes, ...otherCodes];
