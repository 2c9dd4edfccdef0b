import type { NameHit } from '../../report/model/lines';
import { forEachNote } from '../lines';
import type { Example, Fix, Rule, RulePage } from '../engine/rule';
import { namesReader, replacing } from './mentions';

/** The clause speaks about the name, most often to object to it. */
const speaksOfTheName =
  /誤植|誤稱|誤列|誤寫|矮化|抗議|更正|正名|更名|改名|改稱|改列|列為|列名|標示為|不接受|不得|拒絕|反對|所謂|避免|並非|而非|名稱|稱我|稱為/;
/** Borders of the clause, to both sides. */
const clauseBorder = /[。；！？\n]/;
/** Units to both sides within which the clause is looked at. */
const reach = 40;

/** 台灣省 alone is an old unit of administration; it stands for us where it is named like a member. */
const namedAsMember = /^(?:[、，等]|代表|政府代表|與會|出席|參加|發言|表示|說明|提案|支持)/;
const nameBefore = /[、及與和]$/;

function clauseAround(words: string, { start, end }: NameHit): string {
  const before = words.slice(Math.max(0, start - reach), start);
  const after = words.slice(end, end + reach);
  return (before.split(clauseBorder).pop() ?? '') + '\n' + (after.split(clauseBorder)[0] ?? '');
}

/** Whether a mention calls us by that name, and is neither a list of its own parts nor speaks of the name itself. */
function isUse(words: string, hit: NameHit): boolean {
  const after = words.slice(hit.end, hit.end + 8);
  const before = words.slice(Math.max(0, hit.start - 2), hit.start);
  const name = hit.row.text;
  if (/^[台臺]灣省$/.test(name) && !namedAsMember.test(after) && !nameBefore.test(before)) return false;
  // 「Taiwan, China, Japan and Korea」 lists four.
  if (name.includes(',') && /^(?:,| and\b| &)/.test(after)) return false;
  return !speaksOfTheName.test(clauseAround(words, hit));
}

const reader = namesReader('own-name', isUse);

export const rule: Rule = {
  id: 'economies/own-name',
  title: { 'zh-TW': '我國名稱不當', en: 'Improper name for us' },
  severity: 'error',
  source: 'APEC 會議主辦指引（Hosting Guidelines）之會員名稱：Chinese Taipei；文書用語「我國」「中華臺北」',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    chinese: {
      'zh-TW': '不可稱我國為「{name}」；敘述用「我國」，譯寫會籍名稱用「中華臺北」。',
      en: '{name} must not stand for us; write 我國, or 中華臺北 for the name of the seat.',
    },
    english: {
      'zh-TW': '不可稱我國為「{name}」；APEC 會籍名稱為「Chinese Taipei」。',
      en: '{name} must not stand for us; the name of the seat is Chinese Taipei.',
    },
    replace: { 'zh-TW': '改為「{name}」', en: 'Change to {name}' },
  },
  check: (report, _context, find) => {
    forEachNote(report, reader, ({ row, quoted, start: from, end: to }, offset) => {
      const start = offset + from;
      const end = offset + to;
      const mention = { row, quoted, start, end };
      const latin = /^[A-Z]/.test(row.text);
      const choices = latin ? [row.preferred!] : [...new Set([row.preferred!, '我國', '中華臺北'])];
      find({
        message: latin ? 'english' : 'chinese',
        params: { name: row.text },
        start,
        end,
        fixes: () =>
          choices.map((name): Fix => ({
            title: 'replace',
            params: { name },
            safety: 'review',
            edits: replacing([mention], () => name),
          })),
      });
    });
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '美國、日本及⟦中國台北⟧代表均表支持。',
    fixed: '美國、日本及中華臺北代表均表支持。',
  },
  { in: 'body', text: '⟦中國臺灣⟧於會中分享執行經驗。', fixed: '我國於會中分享執行經驗。' },
  { in: 'body', text: '美國、⟦台灣省⟧、日本均表支持。', fixed: '美國、我國、日本均表支持。' },
  {
    in: 'body',
    text: '會議資料載明提案會員為 ⟦Taiwan, China⟧。',
    fixed: '會議資料載明提案會員為 Chinese Taipei。',
  },
  {
    in: 'body',
    text: '某會員發言稱我國為「中國台北」，我方當場表達異議。',
    note: { 'zh-TW': '引用以批評', en: 'Quoted to object to it' },
  },
  {
    in: 'body',
    text: '主辦單位將我國名稱誤植為中國台北，我方已請其更正。',
    note: { 'zh-TW': '說明名稱誤植', en: 'Tells of a wrong name' },
  },
  { in: 'body', text: '參訪臺灣省政府舊址，並推廣臺灣省電產品。' },
  { in: 'body', text: '與會者包括 Taiwan, China, Japan and Korea 之業者。' },
  { in: 'body', text: '我國以中華臺北（Chinese Taipei）名義參與。' },
];

export const page: RulePage = {
  explanation:
    '我國在 APEC 的會籍名稱為 Chinese Taipei，報告敘述用「我國」，譯寫會籍名稱用「中華臺北」。「中國台北」「中國臺灣」「台灣省」及「Taiwan, China」等寫法均不可用以稱呼我國，多因轉貼他人資料而來。改為哪一個名稱由作者決定。',
  leavesAlone: '引號內的原文、說明名稱遭誤植或抗議的文句，以及臺灣省政府等機關名稱，不提出。',
  summary:
    'Names such as 中國台北 or “Taiwan, China” must not stand for us: 我國 in prose, 中華臺北 for the name of the seat. Quotations and sentences that object to such a name are left alone.',
};
