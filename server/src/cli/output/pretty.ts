/** What a person reads: each finding with the line it is on, and how many there were. */
import type { Finding, Locale, Message, Report, ReportService, Severity } from '../../service';
import { render } from '../../service';
import { severities, severityWord } from '../severities';
import { harmless } from '../terminal';
import type { CheckFormat, CheckedFile, FormatContext, Summary } from './checkedFile';
import { widthOf } from './width';

/** Code units of a long line that are shown before and from the start of a finding. */
const shownBefore = 40;
const shownFrom = 60;
/** Related places that are listed; a mixture of brackets has one in every line. */
const shownRelated = 5;

const escapes: Readonly<Record<Severity | 'faint' | 'strong' | 'end', string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
  hint: '\u001b[34m',
  faint: '\u001b[2m',
  strong: '\u001b[1m',
  end: '\u001b[0m',
};

const messages = {
  files: { 'zh-TW': '檢查 {files} 個檔案：{counts}', en: '{files} checked: {counts}' },
  nothing: { 'zh-TW': '沒有發現問題', en: 'nothing found' },
  related: { 'zh-TW': '相關', en: 'see' },
  more: { 'zh-TW': '另有 {count} 處', en: 'and {count} more places' },
  skippedFile: {
    'zh-TW': '{path}：不是出國報告，略過；要照樣檢查，請加 --as-report',
    en: '{path}: not a report, skipped; it is checked all the same with --as-report',
  },
  skipped: { 'zh-TW': '；略過 {count} 個不是出國報告的檔案', en: '; {count} skipped, not reports' },
  fixed: { 'zh-TW': '已修正 {count} 處', en: 'places fixed: {count}' },
} satisfies Record<string, Message>;

/** `index` moved back to the start of a character that it would cut in two. */
function wholeCharacter(text: string, index: number): number {
  const isTrail = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
  return isTrail && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 ? index - 1 : index;
}

/** The line that `finding` starts on, cut to what is near it, and the mark below: as wide as the finding's words. */
function excerpt(service: ReportService, report: Report, finding: Finding): readonly [string, string] {
  const { line } = service.positionAt(report, finding.start);
  const lineStart = service.offsetAt(report, { line, character: 0 });
  const lineEnd = service.offsetAt(report, { line, character: Number.MAX_SAFE_INTEGER });
  const { text } = report;
  const start = Math.min(finding.start, lineEnd);
  const from = start - lineStart > 2 * shownBefore ? wholeCharacter(text, start - shownBefore) : lineStart;
  const until = wholeCharacter(text, Math.min(lineEnd, start + shownFrom));
  const to = lineEnd - until > shownBefore ? until : lineEnd;
  const before = (from > lineStart ? '…' : '') + harmless(text.slice(from, start));
  const words = harmless(text.slice(start, Math.max(start, Math.min(finding.end, to))));
  const behind = harmless(text.slice(start + words.length, to)) + (to < lineEnd ? '…' : '');
  const blank = before + words + behind;
  // Blanks before the line would only push it to the right.
  const indent = /^[ \u3000]*/.exec(before)![0].length;
  return [blank.slice(indent), ' '.repeat(widthOf(before.slice(indent))) + '^'.repeat(Math.max(1, widthOf(words)))];
}

function counted(count: number, word: string, locale: Locale): string {
  if (locale !== 'en') return `${count} 個${word}`;
  return `${count} ${word}${count === 1 || word === 'information' ? '' : 's'}`;
}

function summaryLine({ files, skipped: skippedFiles, counts }: Summary, locale: Locale): string {
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severityWord(severity, locale), locale));
  const words = found.length > 0 ? found.join(locale === 'en' ? ', ' : '、') : messages.nothing[locale];
  const checked = locale === 'en' ? counted(files, 'file', locale) : files;
  const skipped = skippedFiles > 0 ? render(messages.skipped, { count: skippedFiles }, locale) : '';
  return render(messages.files, { files: checked, counts: words }, locale) + skipped;
}

export function prettyFormat({ service, locale, colour }: FormatContext): CheckFormat {
  const styled = (style: keyof typeof escapes, words: string): string =>
    colour ? escapes[style] + words + escapes.end : words;

  const show = ({ path, report, placeOf }: CheckedFile, finding: Finding): string => {
    const place = (offset: number): string => {
      const { line, character } = service.positionAt(report, offset);
      return `${line + 1}:${character + 1}`;
    };
    const { severity, rule } = finding;
    const word = styled(severity, severityWord(severity, locale));
    const message = harmless(service.messageOf(finding, locale));
    const [line, mark] = excerpt(service, report, finding);
    const places = finding.related ?? [];
    const related = places
      .slice(0, shownRelated)
      .map(
        (other, index) =>
          `    ${messages.related[locale]} ${place(other.start)} ${harmless(service.relatedMessageOf(finding, index, locale))}\n`,
      );
    if (places.length > shownRelated)
      related.push(`    ${render(messages.more, { count: places.length - shownRelated }, locale)}\n`);
    return (
      `${styled('strong', placeOf ? harmless(`${path} ${placeOf(finding)}`) : `${harmless(path)}:${place(finding.start)}`)} ${word} ${message} ${styled('faint', rule.id)}\n` +
      (line === '' ? '' : `    ${line}\n    ${styled(severity, mark)}\n`) +
      related.join('')
    );
  };

  return {
    begin: '',
    separator: '',
    file: function* (checked) {
      for (const finding of checked.findings) yield show(checked, finding);
    },
    skipped: (path) => [`${harmless(render(messages.skippedFile, { path }, locale))}\n`],
    end: (summary) => {
      const fixed = summary.fixed > 0 ? `${render(messages.fixed, { count: summary.fixed }, locale)}\n` : '';
      return `${fixed}${summaryLine(summary, locale)}\n`;
    },
  };
}
