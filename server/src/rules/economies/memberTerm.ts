import type { NameHit } from '../../report/model/lines';
import { lineAt } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Rule } from '../engine/rule';
import { anyOf } from '../../knowledge/phrases';
import { fixesOfEdits } from '../slips';
import { forumOf, isInMeeting } from '../attendance/members';
import { mentionsByText, namesReader, relatedTo, replacing } from './mentions';

/** A sentence that names one of these speaks of countries at large, or of the parties of something else. */
const elsewhere = new RegExp(anyOf('countries-at-large'));
/** Right before the term these make its members those of something else. */
const ofAnother = new RegExp(`${anyOf('of-another-body')}[之的]?$`);
/** Units in front of a term that are looked at. */
const reach = 8;

/** The sentence around the words `[start, end)` of a line. */
function sentenceAround(words: string, { start, end }: NameHit): string {
  const stop = words.indexOf('。', end);
  return words.slice(words.lastIndexOf('。', start) + 1, stop < 0 ? words.length : stop);
}

/** The terms that speak of the members of the report's own forum, as far as a line tells. */
const reader = namesReader(
  'member-term',
  (words, hit) =>
    !ofAnother.test(words.slice(Math.max(0, hit.start - reach), hit.start)) &&
    !elsewhere.test(sentenceAround(words, hit)),
);

/** Whether a meeting tells of what stands at `offset`. */
function isOfMeeting(report: Report, offset: number): boolean {
  const line = lineAt(report.lines, offset);
  return isInMeeting(report, { from: line, to: line + 1 });
}

export const rule: Rule = {
  id: 'economies/member-term',
  title: { 'zh-TW': 'APEC 成員不稱國家', en: 'APEC members are economies' },
  severity: 'hint',
  source: 'APEC 會員名稱指引（Correcta Nomenclatura APEC）：成員為經濟體（member economies），不稱 countries',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    apec: {
      'zh-TW': 'APEC 成員為經濟體，「{name}」宜寫作「{preferred}」。',
      en: 'The members of APEC are economies: {preferred} rather than {name}.',
    },
    wto: { 'zh-TW': 'WTO 稱「{preferred}」，不稱「{name}」。', en: 'WTO has {preferred}, not {name}.' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '將「{name}」改為「{preferred}」', en: 'Change {name} to {preferred}' },
  },
  check: (report, { glossary }, find) => {
    if (report.meetings.length === 0) return;
    const { id } = forumOf(report, glossary);
    if (id !== 'apec' && id !== 'wto') return;
    const byTerm = mentionsByText(
      report,
      reader,
      // WTO has members, not member states; 各國 and the like are at home there.
      ({ row, start }) => (id !== 'wto' || row.text === '會員國') && isOfMeeting(report, start),
    );
    for (const [name, mentions] of byTerm) {
      const [first, ...others] = mentions;
      const preferred = first!.row.preferred!;
      const params = { name, preferred };
      find({
        message: id,
        params,
        start: first!.start,
        end: first!.end,
        related: relatedTo(others, 'other'),
        fixes: () =>
          fixesOfEdits(
            replacing(mentions, () => preferred),
            { title: 'replace', params, safety: 'review' },
          ),
      });
    }
  },
};
