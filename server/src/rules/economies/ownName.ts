import type { NameHit } from '../../report/model/lines';
import { anyOf } from '../../knowledge/phrases';
import type { LineRule } from '../engine/rule';

/** The clause speaks about the name, most often to object to it. */
const speaksOfTheName = new RegExp(anyOf('about-the-name'));
/** Borders of the clause, to both sides. */
const clauseBorder = /[。；！？\n]/;
const partBorder = /[，。；！？\n]/;
/** Where we act under the name, or are one of several, what else the sentence objects to is another matter. */
const acts = /^(?:代表團?|政府)?(?:[、及與和續均亦也]|表示|說明|發言|提案|提出|指出|分享|報告|支持|建議|派員|出席)/;
/** Units to both sides within which the clause is looked at. */
const reach = 40;

/** 台灣省 alone is an old unit of administration; it stands for us where it is named like a member. */
const namedAsMember = /^(?:[、，等]|代表|政府代表|與會|出席|參加|發言|表示|說明|提案|支持)/;
const nameBefore = /[、及與和]$|(?<![、自])我$/;
/** We tell of ourselves by it, and not of the administration of that name: 報告台灣省地熱發展現況. */
const toldOf = /(?:報告|說明|介紹|分享|簡報|簡介|發表|代表|展示|展現)(?:我國)?$/;
const administration =
  /^(?:政府|立|[省諮]?議會|農會|漁會|主席|參議|諮議|文獻|[省縣市]?志|糧食|林[務業]|水利|工會|公會|公路|菸酒|合作)/;

function clauseAround(words: string, { start, end }: NameHit, border: RegExp): string {
  const before = words.slice(Math.max(0, start - reach), start);
  const after = words.slice(end, end + reach);
  return (before.split(border).pop() ?? '') + '\n' + (after.split(border)[0] ?? '');
}

/** We take part by the name that is quoted: 我國得以「中國臺北」名義參與. */
const ourOwn = /(?:我[國方]|本團)[^遭被要求迫主張堅持企圖]{0,12}[以用]「$/;
const asWhat = /^」[之的]?(?:名義|身[分份]|會籍)/;

function isTakenForOurs(words: string, { start, end }: NameHit): boolean {
  return asWhat.test(words.slice(end, end + 6)) && ourOwn.test(words.slice(Math.max(0, start - 20), start));
}

/** Whether a mention calls us by that name, and is neither a list of its own parts nor speaks of the name itself. */
function isUse(words: string, hit: NameHit): boolean {
  const after = words.slice(hit.end, hit.end + 8);
  const before = words.slice(Math.max(0, hit.start - 2), hit.start);
  const name = hit.row.text;
  if (/^[台臺]灣省$/.test(name) && !namedAsMember.test(after)) {
    if (administration.test(after)) return false;
    if (!nameBefore.test(before) && !toldOf.test(words.slice(Math.max(0, hit.start - 5), hit.start))) return false;
  }
  // 「Taiwan, China, Japan and Korea」 lists four.
  if (name.includes(',') && /^(?:,| and\b| &)/.test(after)) return false;
  return !speaksOfTheName.test(clauseAround(words, hit, acts.test(after) ? partBorder : clauseBorder));
}

export const rule: LineRule = {
  per: 'line',
  only: { contains: ['own-name'] },
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
  check: ({ text, facts }, _given, find) => {
    for (const name of facts.names) {
      const { row, quoted, start, end } = name;
      if (row.kind !== 'own-name' || (quoted && !isTakenForOurs(text, name)) || !isUse(text, name)) continue;
      const latin = /^[A-Z]/.test(row.text);
      const choices = latin ? [row.preferred!] : [...new Set([row.preferred!, '我國', '中華臺北'])];
      find({
        message: latin ? 'english' : 'chinese',
        params: { name: row.text },
        start,
        end,
        fixes: () =>
          choices.map((choice) => ({
            title: 'replace',
            params: { name: choice },
            safety: 'review',
            edits: [{ start, end, text: choice }],
          })),
      });
    }
  },
};
