import { anyOf } from '../../knowledge/phrases';
import { standsBefore } from '../../report/model/line';
import type { AcronymUsage, AcronymUse, AcronymUses } from '../../report/model/acronyms';
import type { Report } from '../../report/model/report';
import { CharClass, classAt, skipBlanks, trimBlanksEnd } from '../../text/characters';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ReportRule, RuleContext } from '../engine/rule';
import { isKnown, rightCase, singularOf } from './known';
import { nearMissesOf } from './nearMisses';

/** Words before an acronym that introduce it as a name, a code or a short form of what stands before them. */
const introduces = new RegExp(`${anyOf('introduces-acronym')}[「『]?$`);
/** A name that ends like this and is followed by its acronym without brackets is its full name: 臺紐經濟合作協定 ANZTEC. */
const fullNameBefore = new RegExp(`${anyOf('ends-full-name')}$`);
/** Words behind that make it the name of a company, a school or a product. */
const properNameBehind = new RegExp(`^${anyOf('behind-proper-name')}`);
/** A branch of a shop: QANTO北谷店, FARLO購物中心. */
const shopBehind = /^(?:[\u3400-\u9fff]{0,5}(?:店|賣場|量販|門市|分店)|(?:購物|會議)中心|購物|[渡度]假村)/;
/** Roman numerals count chapters and phases. */
const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

/** What only keeps a place, and structure/placeholder tells: TODO, OOO. */
const placeholder = /^(?:TODO|TBD|([A-Z])\1+)$/;

/** Short words in capitals that are names and signs: the OFF of a festival, EXIT. */
const plainWord = /^(?:OFF|OUT|NEW|TOP|OPEN|LIVE|FREE|BEST|START|STOP|EXIT|YES|THE|AND|NOT|FOR|PUSH|PULL|HOT|LINE)$/;

/** Longer words in capitals are words and names: FRONTIER, CONSIDERING. */
const longestAcronym = 7;

/** Whether `acronym` is written as acronyms are and as names of products, codes and years are not. */
function isPlainAcronym(acronym: string): boolean {
  const singular = singularOf(acronym);
  for (let i = 0; i < singular.length; i++) if (singular[i]! < 'A' || singular[i]! > 'Z') return false;
  return singular.length >= 2 && singular.length <= longestAcronym && !roman.test(singular);
}

/** Behind a name of letters the model of a machine: SG 8.0-167 DD, MX 4.2-B. */
const modelNumber = /^[ \u00a0]\d{1,3}(?:\.\d{1,2})?-[\dA-Z]{1,5}(?![\dA-Za-z])/;

/** Behind an acronym: the number of a flight, a strain, a standard (CI 065, QST 713); no year, and no number of things. */
const codeNumber =
  /^[ \u00a0]\d{2,5}(?![\d ]*[\p{Script=Han}%％.,])|^[ \u00a0-]?\d{2,5} ?(?:[號型款]|次?(?:[班航]機|航班|列車)|(?:[客貨專軍包戰飛]|民航|運輸)機|班次|菌株|失事|墜[機毀]|空難|罹難)/u;

/**
 * Whether the acronym begins brackets behind a Chinese name that hold nothing but Latin: 國際標準第15號（ISPM 15）,
 * 白環（WEISSER RING e. V.）. The name is what it stands for.
 */
function beginsOriginalName(text: string, start: number, end: number): boolean {
  const open = text[start - 1];
  if ((open !== '（' && open !== '(') || text[end] !== ' ') return false;
  return (
    /\p{Script=Han}{2}[」』》]? ?$/u.test(text.slice(Math.max(0, start - 5), start - 1)) &&
    /^[A-Z\d .,&’'-]{2,60}[）)]/i.test(text.slice(end, end + 62))
  );
}

/**
 * Whether the acronym is a word of an abbreviation of several, given in brackets behind the name that it stands for:
 * 預警系統（RAQ PWS）, 交換中心（簡稱XCV EHQ）.
 */
function isWordOfLonger(text: string, start: number, end: number): boolean {
  const before = /(\p{Script=Han})[」』》]? ?[（(](?:以?下?簡稱：?)?[A-Za-z,&’' -]{0,60}$/u.exec(
    text.slice(Math.max(0, start - 70), start),
  );
  const behind = /^[A-Z -]{0,20}[）)]/.exec(text.slice(end, end + 22));
  return before !== null && behind !== null && (/[A-Z] $/.test(before[0]) || /^ [A-Z]/.test(behind[0]));
}

/** A definition is no longer, in UTF-16 code units. */
const longestDefinition = 200;

/** Whether the acronym ends brackets that begin on a line before: （Alternate Wetting and Drying,⏎AWD）. */
function endsWrappedDefinition(text: string, start: number, end: number): boolean {
  if (!'）)'.includes(text.slice(end, end + 4).trimStart()[0] ?? ' ')) return false;
  const before = text.slice(Math.max(0, start - longestDefinition), start);
  const open = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('));
  if (open < 0 || !before.includes('\n', open)) return false;
  const name = before
    .slice(open + 1)
    .trim()
    .replace(/以?下?簡?稱$/, '')
    .trimEnd();
  const isEnglish = /^[A-Z]\P{Script=Han}+[,，;；、]$/iu.test(name) && /\s/.test(name);
  return isEnglish && /\p{Script=Han}[」』》]?$/u.test(before.slice(0, open).trimEnd());
}

/** What stands behind the acronym that opens a row of a list: GNSS　全球導航衛星系統（Global Navigation Satellite System）. */
const rowName =
  /^(?:[\u3000\t：:]|[ \u00a0]{2})\s{0,3}(?:\p{Script=Han}{2}[\p{Script=Han}、]*(?:[（(][A-Z]|\s*$|\s*\n)|[A-Z][a-z]+ [A-Za-z])/u;
/** As far as such a name is read, in UTF-16 code units. */
const longestRowName = 40;

/** Whether what stands around one occurrence says what the acronym stands for, or that it is a name. */
function isExplained({ text, lines }: Report, { start, end }: Span, line: number): boolean {
  const behind = skipBlanks(text, end, Math.min(text.length, end + 4));
  if (text[behind] === '（' || text[behind] === '(' || text[behind] === '＝' || text[behind] === '=') {
    const close = text.slice(behind, behind + 60).search(/[）)]/);
    const inside = close < 0 ? '' : text.slice(behind + 1, behind + close);
    // ACR（中文全名） and ACR (English full name); a date or a place would not be so long.
    if (/\p{Script=Han}{4}/u.test(inside) || /[a-z] [A-Za-z]/.test(inside)) return true;
  }
  if (properNameBehind.test(text.slice(behind, behind + 2)) || shopBehind.test(text.slice(behind, behind + 8)))
    return true;
  // A part of a word: I-GRIP, Likely-SCAM, with or without a line's end behind the hyphen.
  if (/-\s?$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (beginsOriginalName(text, start, end) || isWordOfLonger(text, start, end)) return true;
  if (modelNumber.test(text.slice(end, end + 16))) return true;
  const number = codeNumber.exec(text.slice(end, end + 12));
  if (number && !/^.(?:19|20)\d\d(?!\d)/.test(number[0])) return true;
  const before = text.slice(Math.max(0, start - 12), trimBlanksEnd(text, Math.max(0, start - 12), start));
  if (/["“‘<]$/.test(before)) return true;
  if (introduces.test(before) || fullNameBefore.test(before)) return true;
  // A row of a list of acronyms: the acronym in one cell, what it stands for in the next, or behind a wide blank.
  const lineStart = lines.starts[line]!;
  const { content, shape } = lines.facts[line]!;
  if (start === lineStart + content.start && rowName.test(text.slice(end, end + longestRowName))) return true;
  const { cells } = shape;
  const cell = cells.findIndex((span) => lineStart + span.start === start && lineStart + span.end === end);
  if (cell < 0) return false;
  const next = cells[cell + 1] ?? cells[cell - 1];
  return next !== undefined && next.end - next.start >= 4;
}

/** Whether the place is one where capitals are no acronym: behind a figure (10 MW), or part of a mixed word (B2B). */
function isMeasure(text: string, { start }: Span): boolean {
  const before = trimBlanksEnd(text, Math.max(0, start - 3), start);
  return before > 0 && start - before <= 1 && classAt(text, before - 1) === CharClass.Digit && start !== before;
}

function firstUseOf({ firstUse }: AcronymUses): AcronymUse | undefined {
  const uses = [firstUse.cover, firstUse.abstract, firstUse.body].filter((use) => use !== undefined);
  return uses.sort((a, b) => (standsBefore(a, b) ? -1 : 1))[0];
}

/** The acronyms that neither the glossaries nor a definition explain. */
function candidatesOf(usage: AcronymUsage, context: RuleContext): readonly AcronymUses[] {
  const isDefined = (acronym: string): boolean => (usage.get(acronym)?.definitions.length ?? 0) > 0;
  const candidates: AcronymUses[] = [];
  for (const uses of usage.values()) {
    const { acronym } = uses;
    if (uses.glossary.length > 0 || !isPlainAcronym(acronym) || placeholder.test(acronym)) continue;
    if (plainWord.test(acronym)) continue;
    if (isDefined(acronym) || isDefined(singularOf(acronym)) || isDefined(`${acronym}s`)) continue;
    if (isKnown(acronym, context) || rightCase(acronym, usage) !== undefined || !firstUseOf(uses)) continue;
    candidates.push(uses);
  }
  if (candidates.length === 0) return candidates;
  const misses = nearMissesOf(usage, context);
  const meant = new Set(misses.values());
  return candidates.filter(({ acronym }) => !misses.has(acronym) && !meant.has(acronym));
}

/** What may be an acronym and ends brackets. */
const endsBrackets = /(?<![A-Za-z])([A-Z][A-Za-z\d]{1,7})(?=\s{0,3}[）)])/g;

/** The acronyms that brackets write out which begin on a line before. There they stand beside English words. */
function writtenOutOverLines(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 1: acronym, index } of text.matchAll(endsBrackets))
    if (endsWrappedDefinition(text, index, index + acronym!.length)) found.add(acronym!);
  return found;
}

/** Whether what surrounds one of the occurrences, over the ends of lines too, says what the acronym stands for. */
function isExplainedSomewhere(report: Report, { occurrences }: AcronymUses): boolean {
  return occurrences.some(({ unit, start, end }) => {
    const line = report.units.indexOf(unit)!;
    const place = shifted({ start, end }, report.lines.starts[line]!);
    return isMeasure(report.prose, place) || isExplained(report, place, line);
  });
}

export const rule: ReportRule = {
  per: 'report',
  id: 'acronyms/undefined',
  title: { 'zh-TW': '縮寫沒有寫出全名', en: 'Acronym never written out' },
  severity: 'warning',
  source: '文書處理手冊第16點（非一般通用之名稱不得縮寫，譯名附註原文）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    undefined: {
      'zh-TW': '「{acronym}」沒有寫出全名，首次出現時請寫「中文全名（{acronym}）」。',
      en: '“{acronym}” is never written out; give its full name where it first occurs.',
    },
    writeOut: { 'zh-TW': '寫成「○○○（{acronym}）」', en: 'Write 「○○○（{acronym}）」' },
  },
  check: (report, _notes, context, find) => {
    const candidates = candidatesOf(report.acronyms, context);
    if (candidates.length === 0) return;
    const writtenOut = writtenOutOverLines(report.whole.prose);
    for (const uses of candidates) {
      const { acronym } = uses;
      if (writtenOut.has(acronym) || isExplainedSomewhere(report.whole, uses)) continue;
      const { unit, start, end } = firstUseOf(uses)!;
      find({
        message: 'undefined',
        params: { acronym },
        unit,
        start,
        end,
        fixes: () => [
          {
            title: 'writeOut',
            params: { acronym },
            safety: 'review',
            edits: [{ unit, start, end, text: `○○○（${acronym}）` }],
          },
        ],
      });
    }
  },
};
