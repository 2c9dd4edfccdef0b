import { isFormalMeeting } from '../../report/parse/meetings';
import { textOf } from '../../report/queries/read';
import { ownCopy } from '../../text/ownCopy';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Example, Rule, RulePage } from '../engine/rule';
import { eventsOf, isGeneric, meetingName, mentionsPartly, rowNames, sameMeeting, titleNames } from './events';
import type { JoinedName, MeetingName } from './events';
import { meetingsIn } from './members';

/** Of a meeting's text so much says which events it tells of, in UTF-16 code units. */
const longestOpening = 400;

/** Meetings among ourselves and with one partner, which need no section. */
const needsNoSection = /^(?:內部|雙邊|團務|全團|工作|會前|行前|準備|籌備|整理|檢討)/;

/** What the title of a meeting names. */
interface Titled {
  readonly names: JoinedName;
  readonly generic: boolean;
}

const reader: ChapterReader<Titled> = {
  read: (report, chapter) =>
    meetingsIn(report, chapter).map(({ section }) => {
      const title = ownCopy(textOf(report, section.title));
      return { names: titleNames(title), generic: isGeneric(title) };
    }),
};

export const rule: Rule = {
  id: 'attendance/not-reported',
  title: { 'zh-TW': '行程中的會議沒有報告', en: 'Itinerary meeting without a section' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（過程）；出國報告審核表第4項',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    missing: {
      'zh-TW': '行程列了這場會議，出席會議情形卻沒有相應的一節，請補寫或更正行程。',
      en: 'The itinerary has this meeting, but no section reports on it; add one or correct the itinerary.',
    },
  },
  check: (report, _context, find) => {
    if (report.meetings.length < 2 || !report.itinerary) return;
    const titled: Titled[] = [];
    forEachChapterNote(report, reader, (title) => {
      titled.push(title);
    });
    if (titled.some(({ generic }) => generic)) return;
    const titles = titled.map(({ names }) => names);
    let texts: readonly MeetingName[] | undefined;
    for (const event of eventsOf(report.itinerary, report.text)) {
      if (!isFormalMeeting(event.words) || needsNoSection.test(event.words)) continue;
      const row = rowNames(event.words);
      if (titles.some((title) => mentionsPartly(title, row))) continue;
      // A meeting's text may tell of the event, if not its title.
      texts ??= report.meetings.map(({ section }) => meetingName(textOf(report, section).slice(0, longestOpening)));
      if (texts.some((text) => sameMeeting(text, row.whole))) continue;
      const { start, end }: Span = event;
      find({ message: 'missing', start, end });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (rows: string, meetings: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n貳、行程\n${rows}\n參、出席會議情形\n${meetings}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組會議\n8月19日\t⟦經濟委員會會議⟧\n8月20日\t數位經濟指導小組會議',
      '一、資料隱私次級小組（DPS）會議\n二、數位經濟指導小組（DESG）會議',
    ),
  },
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組會議\n8月21日\t⟦投資專家小組會議⟧',
      '一、資料隱私次級小組會議\n二、公私對話',
    ),
  },
  { in: 'report', text: report('8月18日\t⟦競爭政策及法律小組會議⟧', '一、資料隱私次級小組會議\n二、公私對話') },
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組 (Data Privacy Sub-Group) 會議\n8月19—20日\t數位經濟指導小組會議',
      '一、資料隱私次級小組（DPS）會議\n二、數位經濟指導小組（DESG）會議：',
    ),
  },
  {
    in: 'report',
    text: report(
      '8月17日（六）\t利馬\t團務會議、場地勘查\n8月18日（日）\t利馬\t資料隱私次級小組會議\n8月19日（一）\t利馬\t⟦投資專家小組會議⟧',
      '一、資料隱私次級小組（DPS）會議\n二、公私對話',
    ),
    note: {
      'zh-TW': '團務會議不必報告；行程另列地點',
      en: 'A table with places; meetings among ourselves need no section',
    },
  },
  {
    in: 'report',
    text: report(
      '8月18日\t開幕典禮\n8月19日\t會務報告、專家委員會報告',
      '一、開幕典禮及會務報告\n二、資料隱私次級小組會議',
    ),
    note: { 'zh-TW': '一節報告兩天的行程', en: 'One section for two days' },
  },
  {
    in: 'report',
    text: report(
      '8月16日\t出發\n8月17日\t準備會議資料\n8月18日\t雙邊會談及內部會議\n8月24日\t返臺',
      '一、資料隱私次級小組會議\n二、公私對話',
    ),
  },
  {
    in: 'report',
    text: report(
      '8月18日\t資料隱私次級小組會議\n8月19日\t整理資料、團務會議',
      '一、資料隱私次級小組會議\n二、公私對話',
    ),
    note: { 'zh-TW': '代表團自己的會議', en: 'A meeting among ourselves' },
  },
  {
    in: 'report',
    text: report('8月18日\tTBT委員會例行會議', '一、會議紀要\n（一）例行會議由主席主持。\n二、雙邊諮商'),
    note: { 'zh-TW': '「會議紀要」可能涵蓋任何會議', en: '會議紀要 may tell of any meeting' },
  },
  { in: 'report', text: report('8月19日\t出席 CTI 會議第一日', '一、貿易暨投資委員會（CTI）會議\n二、公私對話') },
];

export const page: RulePage = {
  explanation:
    '行程列出的會議，都應在出席會議情形（或過程）有一節說明。名稱以中文名稱或英文縮寫比對，寫法略有不同也視為同一場。',
  leavesAlone:
    '出發、轉機、準備會議資料、內部會議、雙邊會談、午宴等不是論壇的正式會議，不要求專節。只有一節，或有「會議紀要」等概括各場會議之一節的報告不比對。',
  summary:
    'Every formal meeting of the itinerary should have its section. Names are compared by Chinese words and acronyms; travel, internal meetings and bilateral talks are left alone, as are reports with a section for all meetings (會議紀要).',
};
