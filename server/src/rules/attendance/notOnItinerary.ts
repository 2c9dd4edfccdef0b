import { textOf } from '../../report/queries/read';
import type { Example, Rule, RulePage } from '../engine/rule';
import { eventsOf, isKindOnly, mentionsPartly, rowNames, titleNames } from './events';

/** The title of an event, not that of a topic: a seminar's sections are often its topics. */
const eventWords = /會議|大會|年會|委員會|小組|理事會|研討會|論壇|工作坊|座談|對話|會談|諮商|拜會|參訪|訪問|考察|參觀/;

export const rule: Rule = {
  id: 'attendance/not-on-itinerary',
  title: { 'zh-TW': '會議未列入行程', en: 'Meeting without an itinerary day' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（過程）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    missing: {
      'zh-TW': '行程中找不到這場會議，請補列日期或核對名稱。',
      en: 'The itinerary does not have this meeting; add its day or check its name.',
    },
  },
  check: (report, _context, find) => {
    if (!report.itinerary) return;
    const rows = eventsOf(report.itinerary, report.text).map(({ words }) => rowNames(words));
    const titles = report.meetings.map((meeting) => textOf(report, meeting.section.title));
    const listed = titles.map((title) => {
      const names = titleNames(title);
      return rows.some((row) => mentionsPartly(names, row));
    });
    // An itinerary that names none of the meetings does not list meetings at all.
    if (!listed.includes(true)) return;
    report.meetings.forEach((meeting, index) => {
      const { start, end } = meeting.section.title;
      if (!listed[index] && eventWords.test(titles[index]!) && !isKindOnly(titles[index]!))
        find({ message: 'missing', start, end });
    });
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (rows: string, meetings: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n貳、行程\n${rows}\n參、出席會議情形\n${meetings}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report('8月18日\t資料隱私次級小組會議', '一、資料隱私次級小組（DPS）會議\n二、⟦線上消費者保護研討會⟧'),
  },
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組會議\n8月19日\t參訪',
      '一、⟦數位經濟指導小組（DESG）會議⟧\n二、資料隱私次級小組（DPS）會議',
    ),
  },
  {
    in: 'report',
    text: report('8月21日\t出席 CTI 會議', '一、貿易暨投資委員會（CTI）會議\n二、⟦「公私對話：新議題」⟧'),
  },
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組會議\n8月19日\t數位經濟指導小組\n8月20日\t會議',
      '一、資料隱私次級小組（DPS）會議\n二、數位經濟指導小組（DESG）會議',
    ),
  },
  {
    in: 'report',
    text: report('8月16日\t出發\n8月24日\t返臺', '一、資料隱私次級小組（DPS）會議\n二、公私對話'),
    note: { 'zh-TW': '行程不列會議', en: 'An itinerary of travel only' },
  },
  {
    in: 'report',
    text: report(
      '8月18日\t轉往札幌，訪問北海道廳\n8月19日\t訪問札幌市政府、考察雪場',
      '一、訪問北海道廳及札幌市政府\n二、考察雪場',
    ),
    note: { 'zh-TW': '一節報告兩天的行程', en: 'One section for two days' },
  },
  {
    in: 'report',
    text: report(
      '8月18日\t森林復育研討會第一日\n8月19日\t森林復育研討會第二日',
      '一、森林復育研討會\n二、社區參與復育',
    ),
    note: { 'zh-TW': '以議題分節', en: 'Sections by topic' },
  },
  {
    in: 'report',
    text: report(
      '8月18日\t利馬\t資料隱私次級小組會議\n8月19日\t利馬\t數位健康論壇',
      '一、資料隱私次級小組（DPS）會議\n二、專業論壇\n三、雙邊會談',
    ),
    note: { 'zh-TW': '只標明種類的標題', en: 'A title that only says the kind of event' },
  },
  { in: 'report', text: '壹、目的\n參、出席會議情形\n一、資料隱私次級小組（DPS）會議\n' },
];

export const page: RulePage = {
  explanation: '報告寫了一節的會議，行程中應看得出在哪一天參加。',
  leavesAlone: '行程只列交通、完全沒有列會議名稱時，不比對；以議題為題的各節，以及一節報告數日行程的，也不提出。',
  summary:
    'A meeting that has a section should be found in the itinerary. Itineraries that name no meeting at all are left alone.',
};
