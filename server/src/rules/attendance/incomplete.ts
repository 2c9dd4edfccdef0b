import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Example, Rule, RulePage } from '../engine/rule';
import { economyNamed, forumName, forumWithRoll, listsIn, presentOf } from './members';

/** More missing members than this, and the list never meant to be whole. */
const mostMissing = 5;

/** A list of a formal meeting that means to name everybody, by where it names those absent. */
interface Roll extends Span {
  /** Everybody it names, present or absent, guests too. */
  readonly named: readonly EconomyCode[];
}

const reader: ChapterReader<Roll> = {
  read: (report, chapter) => {
    const rolls: Roll[] = [];
    for (const [meeting, list] of listsIn(report, chapter)) {
      const { form, present, absent, strangers } = list;
      if (form !== 'listed' || present.length < 3 || absent.length === 0 || !meeting.formal) continue;
      const guests = strangers.map(({ start, end }) => economyNamed(report.text.slice(start, end)));
      rolls.push({
        named: [
          ...presentOf(list),
          ...absent.map(({ economy }) => economy),
          ...guests.filter((code) => code !== undefined),
        ],
        start: absent[0]!.start - chapter.start,
        end: absent.at(-1)!.end - chapter.start,
      });
    }
    return rolls;
  },
};

export const rule: Rule = {
  id: 'attendance/incomplete',
  title: { 'zh-TW': '出席與缺席名單不完整', en: 'Present and absent are not all members' },
  severity: 'warning',
  source: 'APEC 21 個會員名單；出席名單寫法（出國報告實例）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    missing: {
      'zh-TW': '出席與缺席名單合計 {total} 個，{forum} 有 {members} 個會員，未列的是：{names}。',
      en: 'Present and absent make {total} of the {members} members of {forum}; not listed: {names}.',
    },
  },
  check: (report, { glossary }, find) => {
    const forum = forumWithRoll(report, glossary);
    if (!forum) return;
    const { members } = forum;
    forEachChapterNote(report, reader, ({ named, start, end }, chapter) => {
      const there = new Set(named.filter((code) => members.has(code)));
      const missing = [...members.keys()].filter((code) => !there.has(code));
      if (missing.length === 0 || missing.length > mostMissing) return;
      find({
        message: 'missing',
        params: {
          forum: forumName(forum),
          total: there.size,
          members: members.size,
          names: missing.map(economyNameOf).join('、'),
        },
        start: chapter.start + start,
        end: chapter.start + end,
      });
    });
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (list: string): string =>
  `出國報告（出國類別：開會）\n出席 APEC 數位經濟指導小組會議報告\n服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、數位經濟指導小組會議\n（一）${list}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      '澳洲、汶萊、加拿大、智利、中國、香港、印尼、日本、韓國、馬來西亞、墨西哥、紐西蘭、秘魯、菲律賓、新加坡、泰國及我國共 17 個會員出席會議（⟦俄羅斯、越南⟧缺席）。',
    ),
  },
  {
    in: 'report',
    text: report(
      '除我國外，僅澳洲、汶萊、加拿大、智利、中國、香港、印尼、日本、韓國、馬來西亞、墨西哥、紐西蘭、秘魯、菲律賓、新加坡、泰國及美國共 17 個會員出席會議（⟦俄羅斯、越南⟧缺席）。',
    ),
  },
  {
    in: 'report',
    text: report(
      '澳洲、汶萊、加拿大、智利、中國、香港、印尼、日本、韓國、馬來西亞、墨西哥、紐西蘭、秘魯、菲律賓、新加坡及美國共 16 個會員出席會議（⟦俄羅斯、越南、泰國、巴紐⟧缺席）。',
    ),
  },
  {
    in: 'report',
    text: report(
      '澳洲、汶萊、加拿大、智利、中國、香港、印尼、日本、韓國、馬來西亞、墨西哥、紐西蘭、秘魯、菲律賓、新加坡、泰國、美國、巴布亞紐幾內亞及我國共 19 個會員出席會議（俄羅斯、越南缺席）。',
    ),
  },
  {
    in: 'report',
    text: report('美國、日本及我國共 3 個會員出席會議（越南缺席）。'),
    note: { 'zh-TW': '相差太多，名單本來就不打算列全', en: 'Far from whole: never meant to be' },
  },
  { in: 'report', text: report('除墨西哥以外，所有會員均出席會議。') },
  {
    in: 'report',
    text: '壹、目的\n參、出席會議情形\n一、雙邊諮商會議\n（一）美國、日本、韓國及我國共 4 個會員出席（泰國缺席）。\n',
    note: { 'zh-TW': '不是 APEC 的會議', en: 'Not of APEC' },
  },
];

export const page: RulePage = {
  explanation:
    '把出席與缺席的會員都列出來時，合計應為論壇的全部會員（APEC 為 21 個）。少了的會員，讀者無法知道有沒有出席。',
  leavesAlone:
    '只列出席、沒有列缺席的名單，缺漏超過 5 個的名單（不打算列全），研討會與參訪，以及不是 APEC 的報告，不檢查。',
  summary:
    'Where both present and absent members are listed, together they must be all members of the forum; the rule names those missing. Lists that name no absentees or lack more than five are left alone.',
};
