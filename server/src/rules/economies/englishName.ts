import { economies } from '../../knowledge/economies';
import type { NameHit } from '../../report/model/lines';
import type { ReportRule } from '../engine/rule';
import { forumOf } from '../../report/queries/forums';
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
const jointBefore = /(?:[,、;；/]|\b(?:and|&)) ?(?:the )?$/;
const jointAfter = /^ ?(?:[,、;；/&]|and ) ?(?:and )?(?:the )?/;

/** Whether nothing but the end of a list, of a clause or Chinese words stand there. */
const freeBefore = /(?:^|[\u3000-\u9fff（(，；：:/\t|*]|\b(?:and|or|by|from|with|including|&)) ?(?:the )?$/;
const freeAfter = /^(?: ?(?:$|[\u3000-\u9fff（()），；：,;:/\t|*&]|and\b|or\b)|\.(?: |$))/;

/** In a table of names, or in brackets behind ours. */
const ourSeat = /(?:我[國方]|中華[臺台]北) ?[|\t（(] ?$/;

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
  if (members.some((member) => left?.endsWith(member) === true || right.startsWith(member))) return true;
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
    if (notes.length > 0 && forumOf(cover, acronyms, glossary.forums).id === 'apec') tellCorrections(notes, find);
  },
};
