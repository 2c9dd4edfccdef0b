import type { AcronymRow } from '../../knowledge/types';
import type { AcronymDefinition, AcronymEntry } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import type { Glossary } from '../engine/glossary';
import type { Example, Rule, RulePage } from '../engine/rule';
import { nameOf, namesOf, plain, plainNameOf } from './fullName';
import { glossaryRows } from './known';

/** Shorter names are a word or two, and one character makes another thing of them. */
const shortestName = 6;

interface Mismatch extends Span {
  readonly row: AcronymRow;
  /** Written in a way that the glossary names as wrong, not only in an unknown one. */
  readonly rejected: boolean;
}

/** The end of `written` that is nearest to `name`: how many letters differ, and where it begins. */
function nearestEnd(written: string, name: string): { readonly distance: number; readonly start: number } {
  // Edit distance with a free start: column k holds the best for name[0..k) against any end of what was read.
  let costs = Array.from({ length: name.length + 1 }, (_, k) => k);
  let starts = new Array<number>(name.length + 1).fill(0);
  for (let i = 1; i <= written.length; i++) {
    const nextCosts = [0];
    const nextStarts = [i];
    for (let k = 1; k <= name.length; k++) {
      const change = costs[k - 1]! + (written[i - 1] === name[k - 1] ? 0 : 1);
      const extra = costs[k]! + 1;
      const lacking = nextCosts[k - 1]! + 1;
      const least = Math.min(change, extra, lacking);
      nextCosts.push(least);
      nextStarts.push(least === change ? starts[k - 1]! : least === extra ? starts[k]! : nextStarts[k - 1]!);
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  return { distance: costs[name.length]!, start: starts[name.length]! };
}

/** What the definition's name has against the glossary; undefined where it is right or simply another name. */
function mismatchOf(report: Report, { name }: AcronymDefinition, rows: readonly AcronymRow[]): Mismatch | undefined {
  const written = plainNameOf(report.text.slice(name.start, name.end));
  if (written.text.length < 3) return undefined;
  const place = (from: number): Span => ({ start: name.start + written.places[from]!, end: name.end });
  for (const row of rows) {
    for (const known of namesOf(row)) {
      const right = plain(known);
      if (written.text.endsWith(right) || right.endsWith(written.text)) return undefined;
    }
  }
  for (const row of rows) {
    if (row.confidence !== 'high') continue;
    const wrong = row.rejected.map(plain).find((known) => written.text.endsWith(known));
    if (wrong !== undefined) return { ...place(written.text.length - wrong.length), row, rejected: true };
  }
  for (const row of rows) {
    const right = plain(row.chinese);
    if (row.confidence !== 'high' || right.length < shortestName) continue;
    const { distance, start } = nearestEnd(written.text, right);
    const first = written.text[start];
    const last = written.text[written.text.length - 1];
    if (distance > Math.floor(right.length / 4) || first !== right[0] || last !== right[right.length - 1]) continue;
    return { ...place(start), row, rejected: false };
  }
  return undefined;
}

/** The glossary's name as it fits here: without 「APEC」 where the report leaves that out. */
function rightName({ chinese }: AcronymRow, written: string): string {
  return written.startsWith('APEC') ? chinese : chinese.replace(/^APEC\s*/, '');
}

function mismatchesOf(report: Report, entry: AcronymEntry, glossary: Glossary): readonly Mismatch[] {
  const rows = glossaryRows(entry.acronym, glossary);
  if (rows.length === 0) return [];
  const found: Mismatch[] = [];
  const seen = new Set<string>();
  for (const definition of entry.definitions) {
    const name = nameOf(report, definition);
    if (seen.has(name)) continue;
    seen.add(name);
    const mismatch = mismatchOf(report, definition, rows);
    if (mismatch) found.push(mismatch);
  }
  return found;
}

export const rule: Rule = {
  id: 'acronyms/glossary-mismatch',
  title: { 'zh-TW': '全名與通用譯名不符', en: 'Full name differs from the glossary' },
  severity: 'warning',
  source: '各組織名稱之我國通用譯名（見 docs/knowledge.md 縮寫表）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    rejected: {
      'zh-TW': '「{acronym}」在我國稱為「{right}」，不用「{written}」。',
      en: '“{acronym}” is 「{right}」 in Taiwan, not 「{written}」.',
    },
    differs: {
      'zh-TW': '「{acronym}」的通用譯名是「{right}」，這裡寫作「{written}」，請核對。',
      en: 'The usual name of “{acronym}” is 「{right}」; this says 「{written}」. Please check.',
    },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write 「{right}」' },
  },
  check: (report, { glossary }, find) => {
    for (const entry of report.acronyms.entries.values()) {
      const { acronym, definitionCount } = entry;
      // An acronym that the folder lists without a name is none that a name could be compared with.
      if (definitionCount === 0 || glossary.acronyms.get(acronym)?.chinese === '') continue;
      for (const { row, rejected, start, end } of mismatchesOf(report, entry, glossary)) {
        const written = report.text.slice(start, end);
        const right = rightName(row, written);
        // A name that nobody has compared with an official text asks for a look; it does not correct an author.
        const certain = rejected || row.trust === 'official';
        find({
          message: rejected ? 'rejected' : 'differs',
          params: { acronym, right, written },
          start,
          end,
          ...(!rejected && row.trust === 'general' && { severity: 'information' as const }),
          fixes: () => [
            {
              title: 'replace',
              params: { right },
              safety: certain ? 'safe' : 'review',
              edits: [{ start, end, expected: written, text: right }],
            },
          ],
        });
      }
    }
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（一）參加⟦人力資源發展小組⟧（HRDWG）會議。',
    fixed: '（一）參加人力資源發展工作小組（HRDWG）會議。',
  },
  {
    in: 'body',
    text: '（一）⟦科技創新政策伙伴關係⟧（PPSTI）討論新計畫。',
    fixed: '（一）科技創新政策夥伴關係（PPSTI）討論新計畫。',
  },
  {
    in: 'body',
    text: '（一）韓國加入⟦數位經濟伙伴協定⟧（DEPA）。',
    fixed: '（一）韓國加入數位經濟夥伴協定（DEPA）。',
  },
  { in: 'body', text: '（一）APEC 企業諮詢委員會（ABAC）及企業諮詢委員會（ABAC）之建議。' },
  {
    in: 'body',
    text: '（一）我國公平交易委員會（FTC）與美國聯邦貿易委員會（FTC）均派員。',
    note: { 'zh-TW': '同一縮寫的不同機關', en: 'Two bodies with one acronym' },
  },
  {
    in: 'body',
    text: '（一）貿易與投資委員會（CTI）、標準與符合性次級委員會（SCSC）。',
    note: { 'zh-TW': '及、與、暨之別', en: 'Three words for “and”' },
  },
  { in: 'body', text: '（一）環境與經濟論壇（WEF）、亞太經合會（APEC）與貿易政策次級委員會（TPS）。' },
];

export const page: RulePage = {
  explanation:
    '國際組織、會議與協定在我國有通用譯名。這裡比對報告寫出的全名：縮寫表列為不用的名稱（例如中國大陸的譯法）提出警告並可直接改正；與通用譯名只差一、兩個字的，多半是漏字或錯字，請核對。譯名未經逐一與官方文件核對的，只作建議。',
  leavesAlone:
    '通用的別稱、省略「APEC」、及與暨之別都不提出。一個縮寫有幾個名稱時（EC、FTC），比對最相近的一個；相差太多就是另一個名稱，不提出。',
  summary:
    'A full name that the glossary names as wrong in Taiwan, or one or two characters away from its name (mostly a slip). Accepted variants, a left-out 「APEC」 and other bodies with the same acronym are left alone.',
};
