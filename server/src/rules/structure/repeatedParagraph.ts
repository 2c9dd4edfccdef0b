import type { Place } from '../../report/model/line';
import { lineTest } from '../../report/model/lineQuery';
import { isBlank } from '../../report/model/lines';
import type { Paragraph } from '../../report/model/units';
import { Cue } from '../../report/scan/cues';
import { countHan } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';

/** Shorter ones may be said twice: 依行程辦理如下. */
const shortest = 40;

/** Who was present is told in the same words of every meeting. */
const isRoll = lineTest({ cues: Cue.Present | Cue.Delegation });

/** What a paragraph says. */
interface Words extends Span {
  /** Without number, blanks and marks. */
  readonly said: string;
}

/** What a paragraph says below its heading; undefined of one that may stand twice. */
function wordsOf({ text, lines, units, surroundings }: Paragraph): Words | undefined {
  const { zone, part, inside } = surroundings;
  if (zone !== 'body' || part === 'attachments' || inside === 'itinerary') return undefined;
  if (inside === 'meeting' && lines.facts.some(isRoll)) return undefined;
  const isHeading = (line: number): boolean => /section/.test(units[line]!.surroundings.begins ?? '');
  const first = Math.max(
    0,
    lines.facts.findIndex((facts, line) => !isBlank(facts) && !isHeading(line)),
  );
  if (lines.facts[first]!.shape.cells.length > 0) return undefined;
  const start = lines.starts[first]! + lines.facts[first]!.shape.title.start;
  const words = text.slice(start).trimEnd();
  const said = /^[「『《“>]/.test(words) ? '' : words.replace(/[^\p{L}\p{N}]/gu, '');
  return countHan(said) > shortest ? { said, start, end: start + words.length } : undefined;
}

export const rule: ReportRule<Words, 'paragraph'> = {
  per: 'report',
  notes: {
    per: 'paragraph',
    read: (paragraph) => {
      const words = wordsOf(paragraph);
      return words === undefined ? [] : [words];
    },
  },
  id: 'structure/repeated-paragraph',
  title: { 'zh-TW': '段落重複', en: 'Repeated paragraph' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）；文書處理手冊第16點（簡明）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    repeated: {
      'zh-TW': '這一段與前面的一段文字相同，請刪去一段或改寫。',
      en: 'This paragraph says the same words as one before; leave one out or rewrite it.',
    },
    first: { 'zh-TW': '前面的一段', en: 'The one before' },
  },
  check: (_report, notes, _context, find) => {
    const known = new Map<string, Place>();
    for (const { unit, note } of notes) {
      const { said, start, end } = note;
      const before = known.get(said);
      if (before) find({ message: 'repeated', unit, start, end, related: [{ message: 'first', ...before }] });
      else known.set(said, { unit, start, end });
    }
  },
};
