import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { Line, Place } from '../../report/model/line';
import type { NameHit } from '../../report/model/lines';
import { forumOf } from '../../report/queries/forums';
import { sentenceAround } from '../../text/sentence';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule, RuleContext } from '../engine/rule';
import { byText, nameNotes, replacing } from './mentions';

/** A sentence that names one of these speaks of countries at large, or of the parties of something else. */
const elsewhere = new RegExp(anyOf('countries-at-large'));
/** Right before the term these make its members those of something else. */
const ofAnother = new RegExp(`${anyOf('of-another-body')}[之的]?$`);
/** Right before the term the forum itself is named: then it speaks of its members wherever it stands. */
const ofForum = /(?:APEC|亞太經濟合作(?:會議)?|WTO|世界貿易組織) ?[之的]?各?$/;
const ofApec = /(?:APEC|亞太經濟合作(?:會議)?) ?[之的]?各?$/;
/** Counted or present, members are those of the report's forum wherever they stand: 與會21個會員國. */
const present = phrasePattern`(?:[\d一二兩三四五六七八九十] ?個?|${'present'}|[全在][體場])[之的]?$`;
/** Nothing but the beginning of a clause, or a verb or preposition, stands before: no body whose members they would be. */
const unowned = phrasePattern`(?:^|[，。；、：（「\s對向與和及給由讓請獲供取交於在使為])${'some-of-them'}$`;
/** Such a term says itself whose members they are: those of the meeting. */
const ofMeeting = /^(?:與會|出席|提案)/;
/** Behind the term: what is done at a meeting, 多數國家均提及, 各國代表發言. */
const speaks = new RegExp(
  `^(?:之|的)?(?:與會)?(?:代表團?|官員|專家)?(?:[於在]?會[議中上]{1,2})?[均皆都亦也則並仍]{0,2}(?:普遍|陸續|紛紛|一致|多次?)?(?:對[^，。；]{2,16})?[均皆都亦也並]?(?:${anyOf('speech')}|提及|關切|踴躍|表態|支持|歡迎|肯定|持[^，。；]{1,6}態度|[^，。；]{0,4}(?:交換意見|[之的](?:發言|分享)))`,
);
/** All members of APEC by their number. */
const allOfApec = /(?<![\d.,])(?:21|二十一|廿一) ?個?$/;
/** Behind the term: what is those of APEC, or who came for the members. */
const apecBehind = /^(?:[之的間]|之間|間之|之間的)?(?:APEC|亞太經濟合作)/;
const delegates = /^[之的]?(?:代表|官員|專家)/;
/** Countries that are said to be those of APEC, or counted as all of them or as those who came. */
const countries =
  /(?:(APEC|亞太經濟合作(?:會議)?) ?[之的]?(?:區域內?|域內|區內|各|全體|所有|主要|多數|部分|其他|其餘|各個|2[01]個?){0,2}|(?<![\d.,第])(21|二十一|廿一) ?個?|(?<![\d.,第等及與和、由])([1-9二三四五六七八九]|1\d|20|十[一二三四五六七八九]?) ?個?)(國家(?![級發科通標公元])|諸國|列國|國(?!\p{Script=Han}?[際家語會籍立]|[內民產小土外力務手人]))/gu;
/** Those who came are said to do what is done at a meeting. */
const cameFrom = phrasePattern`^(?:代表|官員)?[均皆都亦也共]{0,2}(?:派員|派代表|${'present'}|${'speech'}|支持|發言|附議|同意|達成)`;

/** Units in front of and behind a term that are looked at. */
const reach = 8;
const reachBehind = 32;

function isOfForum(before: string, behind: string, { row }: NameHit, inMeeting: boolean): boolean {
  if (ofAnother.test(before)) return false;
  if (ofMeeting.test(row.text) || speaks.test(behind)) return true;
  if (/^[會成]員國/.test(row.text) && (unowned.test(before) || apecBehind.test(behind))) return true;
  if (/^參與國/.test(row.text) && delegates.test(behind)) return true;
  return inMeeting || ofForum.test(before) || (row.text.startsWith('會員國') && present.test(before));
}

/** What is written of countries, and what to write of members. */
interface Term extends Span {
  readonly row: { readonly text: string; readonly preferred: string };
  /** Whether it says itself that those of APEC are meant, whatever the report is about. */
  readonly isOfApec: boolean;
}

/** Countries on a line that are members of APEC by what is written before them. */
function countriesOn(line: Line): readonly Term[] {
  return [...line.text.matchAll(countries)].flatMap(({ 0: whole, 1: apec, 2: all, 3: some, 4: word, index }) => {
    const end = index + whole.length;
    const isTaken = line.names.some((name) => name.row.kind === 'member-term' && name.start < end && index < name.end);
    if (isTaken || line.inQuotation(index)) return [];
    if (
      some !== undefined &&
      !(line.surroundings.inside === 'meeting' && cameFrom.test(line.text.slice(end, end + reach)))
    )
      return [];
    const start = apec === undefined ? index : end - word!.length;
    const text = line.text.slice(start, end);
    const members = word === '諸國' || word === '列國' ? '各會員' : '會員';
    const preferred = apec === undefined ? `${all ?? some}個會員` : members;
    return [
      {
        start,
        end,
        row: { text, preferred },
        isOfApec: apec !== undefined || (all !== undefined && /APEC|亞太經濟合作/.test(line.text)),
      },
    ];
  });
}

/** The terms of a meeting that speak of the members of the report's own forum, as far as their line tells. */
const terms = nameNotes('member-term', ({ textGoingOn: text, surroundings }, name) =>
  isOfForum(
    text.slice(Math.max(0, name.start - reach), name.start),
    text.slice(name.end, name.end + reachBehind),
    name,
    surroundings.inside === 'meeting',
  ),
);

function termsOn(line: Line, context: RuleContext): readonly Term[] {
  const named = terms.read(line, context).map(({ row, start, end }): Term => {
    const before = line.text.slice(Math.max(0, start - reach), start);
    const isAll = allOfApec.test(before) && /APEC|亞太經濟合作/.test(line.text);
    return { row: { text: row.text, preferred: row.preferred! }, start, end, isOfApec: isAll || ofApec.test(before) };
  });
  return [...named, ...countriesOn(line)]
    .filter((term) => !elsewhere.test(sentenceAround(line.textGoingOn, term)))
    .sort((a, b) => a.start - b.start);
}

type TermPlace = Place & Pick<Term, 'row'>;

export const rule: ReportRule<Term> = {
  per: 'report',
  notes: { per: 'line', read: termsOn },
  id: 'economies/member-term',
  title: { 'zh-TW': 'APEC 成員不稱國家', en: 'APEC members are economies' },
  severity: 'hint',
  source: 'APEC 會員名稱指引（Correcta Nomenclatura APEC）：成員為經濟體（member economies），不稱 countries',
  checked: '2026-11-30',
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
  check: ({ cover, acronyms }, notes, { glossary }, find) => {
    if (notes.length === 0) return;
    const { id } = forumOf(cover, acronyms, glossary.forums);
    // WTO has members, not member states; 各國 and the like are at home there. Those of APEC are named so in any report.
    const wrong = notes.filter(
      ({ note }) => id === 'apec' || (id === 'wto' && note.row.text === '會員國') || note.isOfApec,
    );
    for (const [name, places] of byText(wrong)) {
      const [first, ...others] = places as [TermPlace, ...TermPlace[]];
      const { preferred } = first.row;
      const params = { name, preferred };
      find({
        message: id === 'wto' && name === '會員國' ? 'wto' : 'apec',
        params,
        unit: first.unit,
        start: first.start,
        end: first.end,
        related: relatedPlaces(others, 'other'),
        fixes: () => fixesOfEdits(replacing(places, preferred), { title: 'replace', params, safety: 'review' }),
      });
    }
  },
};
