import type { NameHit } from '../../report/model/lines';
import { phrasePattern } from '../../knowledge/phrases';
import type { LineRule } from '../engine/rule';

/** The clause speaks about the name, most often to object to it. */
const speaksOfTheName = phrasePattern`${'about-the-name'}|${'calls-so'}`;
/** The clause does more than tell how somebody calls us. */
const objectsToTheName = phrasePattern`${'about-the-name'}`;
/** It is we who are called so. */
const ofUs = /我[國方團會]|本[團會局部署校]|代表團/;
/** That nobody objects. */
const unopposed = /(?:並?未曾?|沒有|無)人?(?:提出|表[示達])?(?:任何)?[異意][議見]/g;
/** Borders of the clause, to both sides. */
const clauseBorder = /[。；！？\n]/;
const partBorder = /[，。；！？\n]/;
/** Where we act under the name, or are one of several, what else the sentence objects to is another matter. */
const acts = phrasePattern`^(?:代表團?|政府)?(?:[、及與和續均亦也]|${'speech'}|${'present'}|提[案出]|支持|派員)`;
/** Units to both sides within which the clause is looked at; what comes of a name in quotation marks is told further on. */
const reach = 40;
const reachBehind = 80;

/** 台灣省 alone is an old unit of administration; it stands for us where it is named like a member. */
const namedAsMember = phrasePattern`^(?:[、，等]|(?:政府)?代表|${'present'}|${'speech'}|提案|支持)`;
const nameBefore = /[、及與和]$|(?<![、自])我$/;
/** We tell of ourselves by it, and not of the administration of that name: 報告台灣省地熱發展現況. */
const toldOf = phrasePattern`${'presents'}(?:我國)?$`;
const administration = phrasePattern`^${'of-province'}`;

function clauseAround(words: string, { start, end }: NameHit, border: RegExp): string {
  const before = words.slice(Math.max(0, start - reach), start);
  const after = words.slice(end, end + reach);
  return (before.split(border).pop() ?? '') + '\n' + (after.split(border)[0] ?? '');
}

/** Behind a quoted name: that somebody goes by it (」之名義, 」會籍, 館」), or that it stands on what shows where we sit. */
const asWhat = phrasePattern`^(?:展?館|展區|代表團|代表隊|隊)」|^」(?:[（(][^（）()]{1,30}[）)])?(?:[^，。；、」]{0,5}[之的])?(?:名義|身[分份]|會籍|${'seat-sign'}|名(?=${'present'}|參與|加入|[報入][到會]))`;
/** In front of it: what shows where we sit, or who is put there. */
const shown = phrasePattern`${'seat-sign'}[^，。；]{0,6}[為是作]「$|[我本][國方團校會署局][^，。；]{0,4}(?:列[於在入為]|[標寫印]?[示註寫明作成]為?)「$`;
/** In the same sentence or right behind it: the name is asked for, refused or set right, not taken. */
const contested = phrasePattern`${'about-the-name'}|${'objects-to'}|[擬欲撤錯誤矮拒改]`;

/** Whether a name in quotation marks is one that we are told to go by: 我國得以「中國臺北」名義參與. */
function isTakenForOurs(words: string, { start, end }: NameHit): boolean {
  const before = words
    .slice(Math.max(0, start - reach), start)
    .split(clauseBorder)
    .pop()!;
  const behind = words.slice(end, end + reachBehind);
  if (!before.endsWith('「') || contested.test(before) || contested.test(behind)) return false;
  return asWhat.test(behind) || (shown.test(before) && behind.startsWith('」'));
}

/** How sure it is that a mention calls us by that name, and is neither a list of its own parts nor speaks of the name itself. */
function useOf(words: string, hit: NameHit): 'error' | 'warning' | undefined {
  const after = words.slice(hit.end, hit.end + 8);
  const before = words.slice(Math.max(0, hit.start - 2), hit.start);
  const name = hit.row.text;
  if (/^[台臺]灣省$/.test(name) && !namedAsMember.test(after)) {
    if (administration.test(after)) return undefined;
    if (!nameBefore.test(before) && !toldOf.test(words.slice(Math.max(0, hit.start - 5), hit.start))) return undefined;
  }
  // 「Taiwan, China, Japan and Korea」 lists four.
  if (name.includes(',') && /^(?:,| and\b| &)/.test(after)) return undefined;
  if (hit.quoted) return isTakenForOurs(words, hit) ? 'warning' : undefined;
  const clause = clauseAround(words, hit, acts.test(after) ? partBorder : clauseBorder);
  if (!speaksOfTheName.test(clause)) return 'error';
  if (objectsToTheName.test(clause) || !ofUs.test(clause + after)) return undefined;
  const behind = words.slice(hit.end, hit.end + reachBehind).replace(unopposed, '');
  const isContested = contested.test(words.slice(Math.max(0, hit.start - reach), hit.start)) || contested.test(behind);
  return isContested ? undefined : 'warning';
}

export const rule: LineRule = {
  per: 'line',
  only: { contains: ['own-name'] },
  id: 'economies/own-name',
  title: { 'zh-TW': '我國名稱不當', en: 'Improper name for us' },
  severity: 'error',
  source: 'APEC 會議主辦指引（Hosting Guidelines）之會員名稱：Chinese Taipei；文書用語「我國」「中華臺北」',
  checked: '2026-11-30',
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
  check: (line, _given, find) => {
    for (const name of line.names) {
      const { row, start, end } = name;
      const severity = row.kind === 'own-name' ? useOf(line.textGoingOn, name) : undefined;
      if (!severity) continue;
      const latin = /^[A-Z]/.test(row.text);
      const choices = latin ? [row.preferred!] : [...new Set([row.preferred!, '我國', '中華臺北'])];
      find({
        message: latin ? 'english' : 'chinese',
        params: { name: row.text },
        // What is quoted, or told of others, may be meant to be.
        severity,
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
