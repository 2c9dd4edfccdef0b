import { phrasePattern } from '../../knowledge/phrases';
import type { Forum } from '../../knowledge/types';
import type { AttendanceList } from '../../report/model/parts';
import { fewestListed } from '../../report/parse/attendanceSentence';
import { anotherTime } from '../../report/parse/meetings';
import { allNamed, forumName, forumWithRoll } from '../../report/queries/forums';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix } from '../engine/rule';

/**
 * Those whom a stated number may count, in the order of the text. An economy outside the forum is counted too: that it is
 * no member is another rule's finding.
 */
function listed({ present, strangers }: AttendanceList): readonly Span[] {
  const once = present.filter(
    ({ economy }, index) => present.findIndex((other) => other.economy === economy) === index,
  );
  return [...once, ...strangers.filter(({ isPresent }) => isPresent)].sort((a, b) => a.start - b.start);
}

/** Whether the number of a roll counts those absent too, or us who are not in it: 以上連同我國共8個會員. */
function countsRoll(text: string, { present, absent, strangers, stated, end }: AttendanceList, count: number): boolean {
  const all = count + absent.length + strangers.filter(({ isPresent }) => !isPresent).length;
  const withUs = text.slice(end, stated!.start).includes('我') && !present.some(({ economy }) => economy === 'TW');
  return [all, ...(withUs ? [count + 1, all + 1] : [])].includes(stated!.value);
}

/** How many are left besides those named before the number; undefined where somebody else is named. */
function leftOver({ absent, strangers, stated, total }: AttendanceList, forum: Forum | undefined): number | undefined {
  const isBefore = ({ end }: Span): boolean => end <= stated!.start;
  if (total) return total.value - [...absent, ...strangers].filter(isBefore).length;
  if (!forum) return undefined;
  const { members } = forum;
  const named = new Set(absent.filter(isBefore).map(({ economy }) => economy));
  const areMembers = strangers.length === 0 && [...named].every((economy) => members.has(economy));
  return named.size > 0 && areMembers ? members.size - named.size : undefined;
}

/** The list of those counted stands so near behind the sentence that counts them. */
const nextSentence = 24;
/** Who is listed there is only some of them, or somebody else. */
const isOfSome = /其中|例如|包括|尚有|另[有外]?|線上|視訊|遠距|觀察員/;
/** Behind that list nothing but that they came. */
const came = phrasePattern`^[均皆都]?(?:派(?:員|團|代表))?(?:${'present'}|報到)?(?:$|[，。；\s])`;

/** How many the list names that stands in the sentence behind the one that says how many there were: 「計有19個會員與會。A、B及C…派員。」 */
function listedNext(text: string, { form, end }: AttendanceList, next: AttendanceList | undefined): number | undefined {
  if (form !== 'count-only' || next?.form !== 'listed' || next.stated || next.exceptUs) return undefined;
  const names = listed(next);
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || names.length < fewestListed || first.start - end > nextSentence) return undefined;
  const between = text.slice(end, first.start);
  if (isOfSome.test(between) || anotherTime.test(between) || !came.test(text.slice(last.end, last.end + 12)))
    return undefined;
  return names.length;
}

/** How many a list names as present, each once. */
function bodiesPresent(text: string, list: AttendanceList): number {
  return new Set(allNamed(text, list).flatMap(({ isPresent, key }) => (isPresent ? [key] : []))).size;
}

/** Writes `count` for the numeral that `stated` begins with. */
function replaced(text: string, { start, end }: Span, count: number): RuleFix<Span> {
  const [numeral] = /^\d+|^[一二三四五六七八九十]+/.exec(text.slice(start, end))!;
  const edits = [{ start, end: start + numeral.length, text: String(count) }];
  return { title: 'replace', params: { listed: count }, safety: 'review', edits };
}

export const rule: ChapterRule<Forum | undefined> = {
  per: 'chapter',
  id: 'attendance/count-mismatch',
  title: { 'zh-TW': '出席數與名單不符', en: 'Stated count does not fit the list' },
  severity: 'error',
  source: '出國報告審核表第4項（內容充實完備）；出席名單寫法（出國報告實例）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    mismatch: {
      'zh-TW': '文中說共 {stated} 個，名單卻列了 {listed} 個，請核對名單或更正數字。',
      en: 'The text says {stated}, but {listed} are listed; check the list or correct the number.',
    },
    withUs: {
      'zh-TW':
        '「除我國外」之後列了 {listed} 個，{stated} 個是連我國一起算的；「除我國外，僅…共」應寫 {listed} 個，或改寫為「…及我國共 {stated} 個」。',
      en: 'After 除我國外 {listed} are listed; {stated} counts us as well. Write {listed}, or reword so that we are among those counted.',
    },
    rest: {
      'zh-TW': '文中說其餘 {stated} 個，{forum}{members} 個會員扣除所列者是 {listed} 個，請核對。',
      en: 'The text says {stated} others, but of the {forum}{members} members {listed} are left; check it.',
    },
    list: { 'zh-TW': '名單', en: 'The list' },
    replace: { 'zh-TW': '改為「{listed}」', en: 'Change to “{listed}”' },
  },
  given: ({ cover, acronyms }, { glossary }) => forumWithRoll(cover, acronyms, glossary.forums),
  check: ({ text, meetings }, forum, find) => {
    for (const { meeting } of meetings)
      for (const [index, list] of meeting.attendance.entries()) {
        const { stated, statedAbsent, present, exceptUs } = list;
        if (statedAbsent && statedAbsent.named !== statedAbsent.value) {
          const { value, named, start, end } = statedAbsent;
          find({
            message: 'mismatch',
            params: { stated: value, listed: named },
            start,
            end,
            related: [{ message: 'list', start: statedAbsent.list.start, end: statedAbsent.list.end }],
            fixes: () => [replaced(text, statedAbsent, named)],
          });
        }
        const next = meeting.attendance[index + 1];
        const counted = listedNext(text, list, next);
        if (stated && next && counted !== undefined && counted !== stated.value) {
          const { start, end } = stated;
          const related = [{ message: 'list', start: next.start, end: next.end }];
          const params = { stated: stated.value, listed: counted };
          find({
            message: 'mismatch',
            severity: 'warning',
            params,
            start,
            end,
            related,
            fixes: () => [replaced(text, stated, counted)],
          });
        }
        const left = stated && list.form === 'all-except' ? leftOver(list, forum) : undefined;
        if (stated && left !== undefined && left !== stated.value) {
          const of = list.total
            ? { forum: '', members: list.total.value }
            : { forum: `${forumName(forum!)} `, members: forum!.members.size };
          const params = { stated: stated.value, listed: left, ...of };
          find({ message: 'rest', params, severity: 'warning', start: stated.start, end: stated.end });
        }
        if (stated && list.form === 'bodies') {
          const count = list.named ?? bodiesPresent(text, list);
          if (count < 2 || count === stated.value) continue;
          const params = { stated: stated.value, listed: count };
          const related = [{ message: 'list', start: list.start, end: list.end }];
          const { start, end } = stated;
          const fixes = (): readonly RuleFix<Span>[] => [replaced(text, stated, count)];
          find({ message: 'mismatch', severity: 'information', params, start, end, related, fixes });
          continue;
        }
        if (!stated || (list.form !== 'listed' && list.form !== 'roll') || present.length === 0) continue;
        const names = listed(list);
        const count = names.length;
        if (count < 2) continue;
        if (stated.value === count) continue;
        if (list.form === 'roll' && countsRoll(text, list, count)) continue;
        const ours = exceptUs && stated.value === count + 1 && !present.some((attendee) => attendee.economy === 'TW');
        const { start, end } = stated;
        find({
          message: ours ? 'withUs' : 'mismatch',
          params: { stated: stated.value, listed: count },
          start,
          end,
          related: [{ message: 'list', start: names[0]!.start, end: names.at(-1)!.end }],
          fixes: () => [replaced(text, stated, count)],
        });
      }
  },
};
