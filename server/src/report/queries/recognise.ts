import { coverLabelOf } from '../../knowledge/coverLabels';
import type { Markup } from '../../text/markdown';
import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import type { PartId } from '../../knowledge/types';

/** Forms about reports, by a file's name. */
const formName = /審核表|申請[書表]|基本資料表|提要表|檢核表|登錄表|電子檔規格|要點|須知|範本/;

/**
 * What a file's name says of what it holds: `certain`, a report; `likely`, one if its content shows anything of a report;
 * `none`, nothing.
 */
export type NameEvidence = 'certain' | 'likely' | 'none';

/** @param name that of a file, without its folder */
export function evidenceOfName(name: string): NameEvidence {
  if (/\.mission(?:\.md|\.txt)?$/i.test(name)) return 'certain';
  return name.includes('出國報告') && !formName.test(name) ? 'likely' : 'none';
}

/** What the text of a file is written in by its name; undefined for a name that does not say so. */
export function markupOfFile(name: string): Markup | undefined {
  const lower = name.toLowerCase();
  if (lower.endsWith('.md') || lower.endsWith('.markdown')) return 'markdown';
  return lower.endsWith('.txt') ? 'plain' : undefined;
}

/** A report shows what it is within so many code units. */
const beginning = 65_536;

/** A text that is just being begun has no more UTF-16 code units: its title, or nothing. */
const longestStart = 60;

/** The mark of a block of code in Markdown. Longer rows of tildes are ornaments of a plain text. */
const fence = /^ {0,3}(`{3,}|~{3,4})(?!~)/;

/** The lines of `text` outside of blocks of code: the reports that a page shows as samples do not make it one. */
function* linesOutsideCode(text: string): Generator<string> {
  let open: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
    } else if (mark !== undefined) open = mark;
    else yield line;
  }
}

/** A line that says what the text is: 因公出國報告, 議員出國考察報告, 公務出國報告提要, 赴韓返國報告. */
const names =
  /出席國際學術會議[^，。；：:、]{0,4}報告|出國[^，。；：:、]{0,10}報告|返國報告|(?:國外|海外)(?:考察|參訪|研習|進修|實習)[^，。；：:、]{0,6}報告/;

/** A form about reports or missions, by its title. */
const form =
  /(?:審核表|申請書|申請表|基本資料表|資料表|檢核表|檢查表|登錄表|意見表|規格|須知|範本|要點|規定|作業流程)(?:[（(][^（）()]*[）)])?$/;

/** Parts that only reports of missions have as headings; 目的, 過程, 心得, 建議 and 附件 stand in texts of every kind. */
const ownParts: readonly PartId[] = ['proceedings', 'reflections-and-recommendations'];

/**
 * Whether a text is a mission report: three labels of its cover, three of its parts as headings, one of them a part that
 * other texts do not have, or the line that says so together with some of these. A text that only speaks of reports has
 * none of them as lines of their own, and what stands in a block of code is a sample. A form is none. Where the file's
 * name speaks for a report, one of these lines is enough, and so is a text that has only just begun.
 * @param name that of the file, without its folder, where it has one
 */
export function recognises(text: string, name = ''): boolean {
  const evidence = evidenceOfName(name);
  if (evidence === 'certain') return true;
  const isLikely = evidence === 'likely';
  if (isLikely && text.length <= longestStart && !form.test(text.trim())) return true;
  const labels = new Set<string>();
  const parts = new Set<PartId>();
  let named = false;
  let isFirst = true;
  for (const line of linesOutsideCode(text.slice(0, beginning))) {
    const words = line.trim();
    if (words === '') continue;
    if (isFirst && words.length <= 40 && form.test(words.replace(/[*#\s]/g, ''))) return false;
    isFirst = false;
    if (words.length > 80) continue;
    if (words.length <= 40 && names.test(words)) named = true;
    const label = /^[^：:|\t]{2,16}(?=[：:|\t])/.exec(words.replace(/^[|*#\s-]{1,8}/, ''))?.[0];
    const coverLabel = label ? coverLabelOf(normaliseTitle(label)) : undefined;
    // 時間 and 地點 stand at the head of minutes too.
    if (coverLabel && coverLabel.of !== 'unsaid') labels.add(coverLabel.field);
    else if (words.length <= 30) {
      const title = normaliseTitle(
        words
          .replace(/^[-*#\s]{0,8}/, '')
          .replace(
            /^(?:[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}[、．.\s]|[（(][一二三四五六七八九十]{1,3}[）)])/,
            '',
          ),
      );
      // 背景, 前言, 參考文獻 and the like stand in many kinds of texts.
      const row = partTitleOf(title);
      if (row && row.standing !== 'accepted') parts.add(row.part);
    }
    const isBody = parts.size >= 3 && ownParts.some((part) => parts.has(part));
    if (labels.size >= 3 || isBody || labels.size + parts.size >= (isLikely ? 1 : named ? 2 : Infinity)) return true;
  }
  return false;
}
