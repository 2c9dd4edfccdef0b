import { economyNamed, forumName, forumWithRoll, listsOf } from '../attendance/members';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { AttendanceList, Report } from '../../report/model';
import type { Span } from '../../text/span';
import type { Example, Rule, RulePage } from '../rule';

/** The names of `list` that are of no member of `forum`. */
function strangersTo({ members }: Forum, { text }: Report, list: AttendanceList): readonly Span[] {
  const isMember = (code: EconomyCode | undefined): boolean => code !== undefined && members.has(code);
  return [
    ...list.strangers.filter(({ start, end }) => !isMember(economyNamed(text.slice(start, end)))),
    ...[...list.present, ...list.absent].filter(({ economy }) => !isMember(economy)),
  ];
}

/** The sentence says that the guest is one. */
const asGuest = /觀察員|來賓|貴賓|受邀|應邀|邀請|列席|非會員|客座/;

export const rule: Rule = {
  id: 'economies/not-a-member',
  title: { 'zh-TW': '名單中有非會員', en: 'Not a member of the forum' },
  severity: 'warning',
  source: 'APEC 21 個會員名單',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    stranger: {
      'zh-TW': '{name}不是 {forum} 會員，請核對名單；以觀察員或來賓身分與會者請另行敘明。',
      en: '{name} is not a member of {forum}; check the list, or say that it was a guest.',
    },
  },
  check: (report, { glossary }, find) => {
    const isListed = report.meetings.some(({ attendance }) => attendance.length > 0);
    const forum = isListed ? forumWithRoll(report, glossary) : undefined;
    if (!forum) return;
    for (const [meeting, list] of listsOf(report)) {
      if (!meeting.formal) continue;
      const strangers = strangersTo(forum, report, list);
      if (strangers.length === 0) continue;
      const stop = report.text.indexOf('。', list.end);
      if (asGuest.test(report.text.slice(list.start, stop < 0 ? list.end : stop))) continue;
      for (const { start, end } of strangers)
        find({
          message: 'stranger',
          params: { name: report.text.slice(start, end), forum: forumName(forum) },
          start,
          end,
        });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (words: string, title = '貿易暨投資委員會會議'): string =>
  `出國報告（出國類別：開會）\n出席 APEC 貿易暨投資委員會會議報告\n服務機關：經濟部\n壹、目的\n參、出席會議情形\n一、${title}\n（一）${words}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('美國、日本、⟦印度⟧及我國共 4 個會員出席會議。') },
  { in: 'report', text: report('美國、日本、韓國及我國共 4 個會員出席會議（泰國、⟦英國⟧缺席）。') },
  { in: 'report', text: report('除我國外，僅美國、⟦歐盟⟧、日本及智利共 4 個會員出席會議。') },
  { in: 'report', text: report('美國、日本、韓國及我國共 4 個會員出席會議，印度以觀察員身分列席。') },
  {
    in: 'report',
    text: report('美國、日本、印度及我國等代表出席研討會。', '數位貿易研討會'),
    note: { 'zh-TW': '研討會不限會員', en: 'Seminars are open' },
  },
  { in: 'report', text: report('美國、印尼、澳洲及我國共 4 個會員出席會議，討論與印度、歐盟之合作。') },
  {
    in: 'body',
    text: '美國、日本、印度及我國共 4 個代表團出席會議。',
    note: { 'zh-TW': '不是 APEC 的會議', en: 'No meeting of APEC' },
  },
];

export const page: RulePage = {
  explanation:
    'APEC 正式會議的出席名單只列會員。名單中出現印度、英國、歐盟等非會員，多為筆誤（印尼誤為印度），或其實是以觀察員身分與會，應另行敘明。',
  leavesAlone: '研討會與參訪、寫明為觀察員或來賓者，以及不是 APEC 的報告，不檢查。',
  summary:
    'An attendance list of a formal meeting of APEC that holds an economy outside APEC. Seminars and guests named as such are left alone.',
};
