import type { ApecCode, ApecMeeting, Sourced } from './types';

type Cells = readonly [
  event: ApecMeeting['event'],
  chinese: string,
  english: string,
  from: string,
  to: string,
  trust: Sourced['trust'],
  source: string,
  mode?: 'virtual' | 'cancelled',
];

/**
 * The meetings of each host year: place in Chinese and English, first and last day (`2026-08` where only the month is
 * known, empty where nothing is), trust and source. Of SOM1 to SOM3 the days are those of all the meetings around the
 * senior officials' own.
 */
// prettier-ignore
const table: readonly (readonly [year: number, host: ApecCode, meetings: readonly Cells[]])[] = [
  [2015, 'PH', [
    ['SOM1', '克拉克及蘇比克', 'Clark and Subic', '2015-01-26', '2015-02-07', 'secondary', 'balita.mb.com.ph'],
    ['SOM2', '長灘島', 'Boracay', '2015-05-10', '2015-05-21', 'secondary', 'doczz.net (administrative circular)'],
    ['MRT', '長灘島', 'Boracay', '2015-05-23', '2015-05-24', 'secondary', 'doczz.net (administrative circular)'],
    ['SOM3', '宿霧', 'Cebu', '2015-08-22', '2015-09-06', 'secondary', 'eaglenews.ph; apecstudycenter.org.tw/news/259'],
    ['CSOM', '馬尼拉', 'Manila', '2015-11-13', '2015-11-14', 'secondary', '新聞報導'],
    ['AMM', '馬尼拉', 'Manila', '2015-11-16', '2015-11-17', 'secondary', '新聞報導'],
    ['AELM', '馬尼拉', 'Manila', '2015-11-18', '2015-11-19', 'secondary', '新聞報導'],
  ]],
  [2016, 'PE', [
    ['SOM1', '利馬', 'Lima', '2016-02-19', '2016-03-04', 'general', '一般知識，未經查證'],
    ['SOM2', '阿雷基帕', 'Arequipa', '2016-05-04', '2016-05-16', 'general', '一般知識，未經查證'],
    ['MRT', '阿雷基帕', 'Arequipa', '2016-05-17', '2016-05-18', 'general', '一般知識，未經查證'],
    ['SOM3', '利馬', 'Lima', '2016-08-15', '2016-08-28', 'general', '一般知識，未經查證'],
    ['AELM', '利馬', 'Lima', '2016-11-19', '2016-11-20', 'secondary', 'Wikipedia, APEC Peru 2016'],
  ]],
  [2017, 'VN', [
    ['SOM1', '芽莊', 'Nha Trang', '2017-02-18', '2017-03-03', 'secondary', 'vietnamplus.vn'],
    ['SOM2', '河內', 'Ha Noi', '2017-05-09', '2017-05-18', 'secondary', 'vietnamplus.vn'],
    ['MRT', '河內', 'Ha Noi', '2017-05-20', '2017-05-21', 'general', '一般知識'],
    ['SOM3', '胡志明市', 'Ho Chi Minh City', '2017-08-18', '2017-08-30', 'secondary', 'cvdvn.net (VNA 2017-08-12); plo.vn'],
    ['AMM', '峴港', 'Da Nang', '2017-11-08', '2017-11-08', 'official', 'meeting document 2017/AMM/004 is dated 8 November'],
    ['AELM', '峴港', 'Da Nang', '2017-11-10', '2017-11-11', 'secondary', '新聞報導'],
  ]],
  [2018, 'PG', [
    ['SOM1', '摩士比港', 'Port Moresby', '', '', 'general', '一般知識：2018 年會議皆在摩士比港'],
    ['SOM2', '摩士比港', 'Port Moresby', '', '', 'general', '一般知識：2018 年會議皆在摩士比港'],
    ['MRT', '摩士比港', 'Port Moresby', '', '', 'general', '一般知識：2018 年會議皆在摩士比港'],
    ['SOM3', '摩士比港', 'Port Moresby', '', '', 'general', '一般知識：2018 年會議皆在摩士比港'],
    ['CSOM', '摩士比港', 'Port Moresby', '2018-11-12', '2018-11-13', 'secondary', 'postcourier.com.pg'],
    ['AMM', '摩士比港', 'Port Moresby', '2018-11-15', '2018-11-15', 'secondary', 'postcourier.com.pg'],
    ['AELM', '摩士比港', 'Port Moresby', '2018-11-17', '2018-11-18', 'secondary', 'Wikipedia, APEC Papua New Guinea 2018'],
  ]],
  [2019, 'CL', [
    ['ISOM', '聖地牙哥', 'Santiago', '2018-12-13', '', 'official', 'apecchile2019.cl'],
    ['SOM1', '聖地牙哥', 'Santiago', '2019-02-23', '2019-03-08', 'official', 'apecchile2019.cl'],
    ['SOM2', '比尼亞德爾馬', 'Viña del Mar', '2019-05-02', '2019-05-16', 'official', 'apecchile2019.cl (plenary 15-16 May)'],
    ['MRT', '比尼亞德爾馬', 'Viña del Mar', '2019-05-17', '2019-05-18', 'official', 'apecchile2019.cl'],
    ['SOM3', '瓦拉斯港', 'Puerto Varas', '2019-08-17', '2019-08-30', 'official', 'apecchile2019.cl'],
    ['AELM', '聖地牙哥', 'Santiago', '', '', 'secondary', 'cancelled; thesundaily.my 2020-10-26', 'cancelled'],
  ]],
  [2020, 'MY', [
    ['SOM1', '太子城', 'Putrajaya', '2020-02-03', '2020-02-22', 'secondary', 'borneobulletin.com.bn; scoop.co.nz 2020-10-26'],
    ['SOM2', '線上', 'online', '', '', 'official', 'hk-apec.com.hk event 141; scoop.co.nz 2020-10-26', 'virtual'],
    ['SOM3', '線上', 'online', '', '', 'official', 'hk-apec.com.hk event 141; scoop.co.nz 2020-10-26', 'virtual'],
    ['CSOM', '線上', 'online', '2020-11-11', '', 'secondary', 'scoop.co.nz 2020-10-26', 'virtual'],
    ['AMM', '線上', 'online', '2020-11-16', '2020-11-16', 'secondary', 'thesundaily.my 2020-10-26', 'virtual'],
    ['AELM', '線上', 'online', '2020-11-20', '2020-11-20', 'secondary', 'thesundaily.my 2020-10-26', 'virtual'],
  ]],
  [2021, 'NZ', [
    ['SOM1', '線上', 'online', '2021-02-18', '2021-03-12', 'official', 'apec.org news 0205_som1', 'virtual'],
    ['SOM2', '線上', 'online', '2021-05-18', '2021-06-04', 'official', 'apec2021nz.org meeting calendar', 'virtual'],
    ['MRT', '線上', 'online', '2021-06-05', '2021-06-05', 'official', 'apec2021nz.org MRT media kit', 'virtual'],
    ['SOM3', '線上', 'online', '2021-08-09', '2021-09-03', 'official', 'apec2021nz.org meeting calendar (plenary 2-3 September)', 'virtual'],
    ['AMM', '線上', 'online', '2021-11-08', '2021-11-09', 'secondary', 'medcom.id 2021-11-09', 'virtual'],
    ['AELM', '線上', 'online', '2021-11-12', '2021-11-12', 'secondary', 'medcom.id 2021-11-09', 'virtual'],
  ]],
  [2022, 'TH', [
    ['ISOM', '普吉', 'Phuket', '2021-12-02', '2021-12-03', 'secondary', 'bangkokpost.com 2021-12-07 (Thursday to Friday of the week before)'],
    ['SOM1', '線上', 'online', '2022-02-14', '2022-02-25', 'general', '月份：en.people.cn 2022-03-04（日期為一般知識）', 'virtual'],
    ['SOM2', '曼谷', 'Bangkok', '2022-05-09', '2022-05-19', 'official', 'apec2022.go.th'],
    ['MRT', '曼谷', 'Bangkok', '2022-05-21', '2022-05-22', 'secondary', 'bangkokpost.com 2022-05-21; nationthailand.com'],
    ['SOM3', '清邁', 'Chiang Mai', '2022-08-16', '2022-08-31', 'official', 'mfa.go.th (plenary 30-31 August)'],
    ['CSOM', '曼谷', 'Bangkok', '2022-11-15', '2022-11-16', 'official', 'mfa.go.th'],
    ['AELM', '曼谷', 'Bangkok', '2022-11-18', '2022-11-19', 'secondary', 'en.people.cn 2022-03-04'],
  ]],
  [2023, 'US', [
    ['ISOM', '檀香山', 'Honolulu', '2022-12', '', 'secondary', 'einpresswire.com 2022-12-10'],
    ['SOM1', '棕櫚泉', 'Palm Springs', '2023-02-14', '2023-02-28', 'secondary', 'einpresswire.com'],
    ['SOM2', '底特律', 'Detroit', '2023-05-14', '2023-05-26', 'secondary', 'agenzianova.com 2023-05-16; plenary 24-25 May (antaranews.com)'],
    ['MRT', '底特律', 'Detroit', '2023-05-25', '2023-05-26', 'official', 'apec.org news 2023-05-25'],
    ['SOM3', '西雅圖', 'Seattle', '2023-07-29', '2023-08-21', 'secondary', '新聞報導'],
    ['AELM', '舊金山', 'San Francisco', '2023-11-16', '2023-11-17', 'secondary', '新聞報導'],
  ]],
  [2024, 'PE', [
    ['SOM1', '利馬', 'Lima', '2024-02-24', '2024-03-08', 'official', 'apecperu.pe 2024-03-08'],
    ['SOM2', '阿雷基帕', 'Arequipa', '2024-05-04', '2024-05-16', 'official', 'MOFA briefing (cn.bg3.co); andina.pe 2024-05-17'],
    ['MRT', '阿雷基帕', 'Arequipa', '2024-05-17', '2024-05-18', 'secondary', 'miragenews.com 2024-05-19'],
    ['SOM3', '利馬', 'Lima', '2024-08-12', '2024-08-25', 'secondary', 'start from the seed report only; end Sunday 25 August confirmed by andina.pe 2024-08-26 (some cluster meetings may have begun earlier)'],
    ['AMM', '利馬', 'Lima', '2024-11-14', '2024-11-14', 'secondary', "andina.pe (Leaders' Week programme)"],
    ['AELM', '利馬', 'Lima', '2024-11-15', '2024-11-16', 'secondary', 'scoop.co.nz; andina.pe (ABAC dialogue 15th, retreat 16th)'],
  ]],
  [2025, 'KR', [
    ['ISOM', '首爾', 'Seoul', '2024-12', '', 'official', 'apec2025.kr'],
    ['SOM1', '慶州', 'Gyeongju', '2025-02-24', '2025-03-09', 'official', 'apec2025.kr; plenary 8-9 March'],
    ['SOM2', '濟州', 'Jeju', '2025-05-03', '2025-05-16', 'official', 'apec2025.kr'],
    ['MRT', '濟州', 'Jeju', '2025-05-15', '2025-05-16', 'general', '一般知識'],
    ['SOM3', '仁川', 'Incheon', '2025-07-26', '2025-08-15', 'official', 'nextapple.com 2025-07-08; apec2025.kr'],
    ['AELM', '慶州', 'Gyeongju', '2025-10-31', '2025-11-01', 'secondary', '新聞報導'],
  ]],
  [2026, 'CN', [
    ['ISOM', '深圳', 'Shenzhen', '2025-12-11', '2025-12-12', 'secondary', 'LTN and udn 2025-12-17'],
    ['SOM1', '廣州', 'Guangzhou', '2026-02-01', '2026-02-10', 'secondary', 'udn 2026-02-03'],
    ['SOM2', '上海', 'Shanghai', '2026-05-11', '2026-05-19', 'secondary', 'en.people.cn (plenary 18-19 May)'],
    ['MRT', '蘇州', 'Suzhou', '2026-05', '', 'secondary', 'en.people.cn 2026-01-16 (month only)'],
    ['SOM3', '大連', 'Dalian', '2026-08', '', 'secondary', 'en.people.cn 2025-12-13 (month only)'],
    ['AELM', '深圳', 'Shenzhen', '2026-11-18', '2026-11-19', 'secondary', 'en.people.cn 2025-12-13'],
  ]],
];

let meetings: readonly ApecMeeting[] | undefined;

/** All known meetings in the order of their host years, within a year in the order of the year. */
export function apecMeetings(): readonly ApecMeeting[] {
  return (meetings ??= table.flatMap(([year, host, rows]) =>
    rows.map(([event, chinese, english, from, to, trust, source, mode]) => ({
      year,
      host,
      event,
      place: { 'zh-TW': chinese, en: english },
      from: from || undefined,
      to: to || undefined,
      mode: mode ?? 'in-person',
      trust,
      source,
    })),
  ));
}
