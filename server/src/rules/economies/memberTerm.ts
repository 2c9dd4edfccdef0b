import type { NameHit } from '../../report/model/lines';
import { lineAt } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Example, Rule, RulePage } from '../engine/rule';
import { forumOf, isInMeeting } from '../attendance/members';
import { mentionsByText, namesReader, relatedTo, replacing } from './mentions';

/** A sentence that names one of these speaks of countries at large, or of the parties of something else. */
const elsewhere =
  /WTO|OECD|世界|聯合國|全球|國際間|歐盟|歐洲|東協|ASEAN|非洲|中南美|CPTPP|RCEP|DEPA|G20|G7|公約|開發中|已開發|先進/;
/** Right before the term these make its members those of something else. */
const ofAnother = /(?:協定|公約|聯盟|組織|集團|條約|議定書|邦交|友好|鄰近|周邊|區域外|區外|簽署|該)(?:之|的)?$/;
/** Units in front of a term that are looked at. */
const reach = 8;

/** The sentence around the words `[start, end)` of a line. */
function sentenceAround(words: string, { start, end }: NameHit): string {
  const stop = words.indexOf('。', end);
  return words.slice(words.lastIndexOf('。', start) + 1, stop < 0 ? words.length : stop);
}

/** The terms that speak of the members of the report's own forum, as far as a line tells. */
const reader = namesReader(
  'member-term',
  (words, hit) =>
    !ofAnother.test(words.slice(Math.max(0, hit.start - reach), hit.start)) &&
    !elsewhere.test(sentenceAround(words, hit)),
);

/** Whether a meeting tells of what stands at `offset`. */
function isOfMeeting(report: Report, offset: number): boolean {
  const line = lineAt(report.lines, offset);
  return isInMeeting(report, { from: line, to: line + 1 });
}

export const rule: Rule = {
  id: 'economies/member-term',
  title: { 'zh-TW': 'APEC 成員不稱國家', en: 'APEC members are economies' },
  severity: 'hint',
  source: 'APEC 會員名稱指引（Correcta Nomenclatura APEC）：成員為經濟體（member economies），不稱 countries',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    apec: {
      'zh-TW': 'APEC 成員為經濟體，「{name}」宜寫作「{preferred}」。',
      en: 'The members of APEC are economies: {preferred} rather than {name}.',
    },
    wto: { 'zh-TW': 'WTO 稱「{preferred}」，不稱「{name}」。', en: 'WTO has {preferred}, not {name}.' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '將「{name}」改為「{preferred}」', en: 'Change {name} to {preferred}' },
  },
  check: (report, { glossary }, find) => {
    if (report.meetings.length === 0) return;
    const { id } = forumOf(report, glossary);
    if (id !== 'apec' && id !== 'wto') return;
    const byTerm = mentionsByText(
      report,
      reader,
      // WTO has members, not member states; 各國 and the like are at home there.
      ({ row, start }) => (id !== 'wto' || row.text === '會員國') && isOfMeeting(report, start),
    );
    for (const [name, mentions] of byTerm) {
      const [first, ...others] = mentions;
      const preferred = first!.row.preferred!;
      const params = { name, preferred };
      find({
        message: id,
        params,
        start: first!.start,
        end: first!.end,
        related: relatedTo(others, 'other'),
        fixes: () => [{ title: 'replace', params, safety: 'review', edits: replacing(mentions, () => preferred) }],
      });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (words: string): string =>
  `出國報告（出國類別：開會）\n出席 APEC 數位經濟指導小組會議報告\n服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、數位經濟指導小組會議\n${words}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report('新加坡呼籲⟦各國⟧考慮加入，智利亦盼各國支持。'),
    fixed: report('新加坡呼籲各會員考慮加入，智利亦盼各會員支持。'),
  },
  {
    in: 'report',
    text: report('會中⟦多數國家⟧主張採取更高保護。'),
    fixed: report('會中多數會員主張採取更高保護。'),
  },
  {
    in: 'report',
    text: report('秘書處請⟦會員國⟧於月底前提案，⟦主辦國⟧秘魯將彙整。'),
    fixed: report('秘書處請會員於月底前提案，主辦國秘魯將彙整。'),
  },
  {
    in: 'report',
    text: report('我國由國家發展委員會與會，並呼籲開發中國家加入 WTO 協定；協定會員國分享其經驗。'),
  },
  {
    in: 'report',
    text: '出國報告（出國類別：談判）\n參加世界貿易組織漁業補貼談判會議報告\n服務機關：農業部漁業署\n壹、目的\n參、出席會議情形\n一、漁業補貼談判會議\n多數⟦會員國⟧認為應考量行政負擔，各國並無共識。\n',
    note: { 'zh-TW': 'WTO 的成員稱會員', en: 'WTO has members' },
  },
  { in: 'report', text: report('WTO 議題對於各國政府均屬重要。') },
  { in: 'report', text: report('我國與邦交國家及世界各國交流，出席國際會議。') },
  {
    in: 'body',
    text: '會中各國代表均表支持。',
    note: { 'zh-TW': '不是 APEC 的報告', en: 'No report of APEC' },
  },
];

export const page: RulePage = {
  explanation:
    'APEC 的成員是經濟體，會議文件稱會員、會員體或經濟體，不稱國家。會議情形中以「各國」「會員國」「多數國家」稱呼 APEC 會員者，宜改為「各會員」「會員」「多數會員」。每個用語只提出一次，列出其他各處。',
  leavesAlone:
    '只看 APEC 報告的會議情形；WTO 報告只看「會員國」，OECD 報告稱會員國，不提出。其他協定或組織的會員國、談到 WTO 或世界各國的句子、開發中國家、國家發展委員會等名稱，以及引號內的文字，不提出。',
  summary:
    'In the meeting sections of a report of APEC, words that call its members countries are pointed out, one finding a word. Parties of other agreements, countries at large, names and quotations are left alone.',
};
