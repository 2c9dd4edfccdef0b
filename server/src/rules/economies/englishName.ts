import { economies } from '../../knowledge/economies';
import { forumById } from '../../knowledge/forums';
import type { NameHit } from '../../report/model/lines';
import type { ReportRule } from '../engine/rule';
import { forumOf } from '../../report/queries/forums';
import { sentenceAround } from '../../text/sentence';
import { isOfApec, namesOtherBody } from './memberRows';
import { nameNotes, tellCorrections } from './mentions';

/** Units to both sides of a name that are looked at. */
const reach = 32;

/** English names of members, as they stand in a list; `The` and `, China` are left out. */
const members = [
  ...economies.map(({ english }) => english.replace(/^The |, China$/g, '')),
  'Vietnam',
  'Brunei',
  'USA',
  'U.S.',
];

/** What joins two names of a list, at the end of what stands before and at the start of what stands behind. */
const jointBefore = /(?:[,、;；/及與和]|\b(?:and|&)) ?(?:the )?$/;
const jointAfter = /^ ?(?:[,、;；/&及與和]|and ) ?(?:and )?(?:the )?/;

/** Behind the next name of a list: it is no part of a longer one, as of Vietnam Airlines. */
const wholeBehind = /^(?: ?(?:[^A-Za-z\s]|$)| and)/;

/** Whether nothing but the end of a list, of a clause or Chinese words stand there. */
const freeBefore = /(?:^|[\u3000-\u9fff（(，；：:/\t|*]|\b(?:and|or|by|from|with|including|&)) ?(?:the )?$/;
const freeAfter = /^(?: ?(?:$|[\u3000-\u9fff（()），；：,;:/\t|*&]|and\b|or\b)|\.(?: |$))/;

/** In a table of names, or in brackets behind ours. */
const ourSeat = /(?:我[國方]|中華[臺台]北) ?[|\t（(] ?$/;

/** Behind a name: the rest of a list that is counted as one of members. */
const countedBehind =
  /^[A-Za-z.'、,，及與和\u00a0 ]{0,80}[等共計]{0,2} ?(?:\d{1,2}|[一二兩三四五六七八九十]{1,3}) ?個(?:([A-Z]{2,8}) ?之?)?(?:會員|經濟體)/;
const longestList = 110;

/** Whether the list that a name stands in is counted as one of members of APEC, whatever the report is about. */
function isCountedInApec(text: string, { start, end }: NameHit): boolean {
  const counted = countedBehind.exec(text.slice(end, end + longestList));
  if (!counted) return false;
  if (counted[1] !== undefined && isOfApec(counted[1])) return true;
  const apec = forumById('apec');
  const sentence = sentenceAround(text, { start, end });
  return apec.names.some((name) => sentence.includes(name)) && !namesOtherBody(sentence, apec);
}

/** Whether an opening “ or an odd " stands before: an English title or quotation. */
function insideEnglishQuote(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.split('"').length % 2 === 0;
}

/** Whether the English words of a line name members of APEC, and not a place, a firm or a title. */
function namesMember(words: string, { row, quoted, start, end }: NameHit): boolean {
  if (insideEnglishQuote(words.slice(0, start))) return false;
  const before = words.slice(Math.max(0, start - reach), start);
  const after = words.slice(end, end + reach);
  // An agenda that is quoted with our own name of the seat is one of the meeting.
  if (quoted && !(before + after).includes('Chinese Taipei')) return false;
  const joint = jointBefore.exec(before);
  const left = joint && before.slice(0, joint.index).trimEnd();
  const right = jointAfter.test(after) ? after.replace(jointAfter, '') : '';
  const isListed = members.some(
    (member) =>
      left?.endsWith(member) === true || (right.startsWith(member) && wholeBehind.test(right.slice(member.length))),
  );
  // Outside a list of names that are written out USA is usual, and America a continent, as is Latin America in one.
  if (row.economy === 'US') return isListed && !/[A-Z] $/i.test(before.replace(/\b(?:and|the) $/, ''));
  if (isListed) return true;
  // Outside a list 臺灣 and our state's own name stand for what is outside the meeting.
  if (row.economy === 'TW') return ourSeat.test(before) && /^ ?(?:[|\t）)]|$)/.test(after);
  // 「Da Nang, Vietnam」 is an address.
  if (left && /[A-Z]$/i.test(left)) return false;
  return freeBefore.test(before) && freeAfter.test(after);
}

export const rule: ReportRule<NameHit> = {
  per: 'report',
  notes: nameNotes('english', (line, name) => line.zone !== 'cover' && namesMember(line.text, name), true),
  id: 'economies/english-name',
  title: { 'zh-TW': 'APEC 英文名稱不符慣例', en: 'English name not used in APEC' },
  severity: 'information',
  source: 'APEC 會員名稱指引（Correcta Nomenclatura APEC）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': 'APEC 英文名稱為「{preferred}」，不寫「{name}」。',
      en: 'In APEC the name is {preferred}, not {name}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  check: ({ cover, acronyms }, notes, { glossary }, find) => {
    if (notes.length === 0) return;
    const isOfForum = forumOf(cover, acronyms, glossary.forums).id === 'apec';
    tellCorrections(isOfForum ? notes : notes.filter(({ unit, note }) => isCountedInApec(unit.text, note)), find);
  },
};
