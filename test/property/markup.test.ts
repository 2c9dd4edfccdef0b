/**
 * What is no prose stays as it is: every fix of every finding, and what typing brings, over real reports into which Markdown,
 * HTML and addresses are put, each with words inside that rules would like to mend.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/edit';
import { byDefault, service } from './checker';
import { anyOf, reportText } from './texts';

/** Words that many rules would mend. */
const faulty = '會議圓滿,公佈“数据”与信息技术(附件A)ＡＰＥＣ第１次Apec会议新西蘭...。。';
/** The same where no blank and no bracket may stand. */
const word = '公佈数据Apec会议新西蘭１';

/** What is no prose, with how it stands in the text: by itself, between lines, or in a line. */
const blocks: readonly string[] = [
  `\`\`\`\n${faulty}\n\n${faulty}\n\`\`\``,
  `~~~ text\n${faulty}\n~~~`,
  `<!--\n${faulty}\n\n待補:${faulty}\n-->`,
  `[參考]: https://example.tw/${word} "${word}"`,
  `<style>\n${faulty}\n</style>`,
  `<pre>\n${faulty}\n</pre>`,
];
const indented = `\n    ${word},(附件A)\n    ${word}\n`;
const inLines: readonly string[] = [
  `\`${faulty}\``,
  `\`\`${faulty}\` \`\``,
  `https://example.tw/${word}?id=1,2`,
  `<https://example.tw/${word}>`,
  'Apec.Tpe@example.gov.tw',
  `${word}_附件.pdf`,
  'Apec_2025-v2.docx',
  String.raw`C:\Apec\報告`,
  `<img src="a.png" alt="${faulty.replaceAll('"', '')}">`,
  `<a href="x"\n title="${word},${word}">`,
  `<!-- ${faulty} -->`,
  `<code>${faulty}</code>`,
  `{#${word}}`,
  '[^1]',
  `[[${word}]]`,
  '{{< Apec ,會議 >}}',
];
/** Those whose words are prose, with what must stay. */
const around: readonly (readonly [string, string])[] = [
  [`[議程](a,b/${word}.html "${word},${word}")`, `](a,b/${word}.html "${word},${word}")`],
  [`![會場](${word}.png)`, `](${word}.png)`],
  [`[[${word}|會場]]`, `[[${word}|`],
  [`[]{#${word}}會場`, `[]{#${word}}`],
];

interface MarkupCase {
  readonly text: string;
  /** What has to be in every text that a fix makes. */
  readonly kept: readonly string[];
}

/** Puts what is no prose into a report: blocks between two lines, the others behind a comma or a full stop. */
const marked: fc.Arbitrary<MarkupCase> = fc
  .tuple(
    reportText,
    fc.array(fc.tuple(anyOf(blocks.length), fc.double({ min: 0, max: 0.99, noNaN: true })), { maxLength: 2 }),
    fc.array(fc.tuple(anyOf(inLines.length + around.length), fc.double({ min: 0, max: 0.99, noNaN: true })), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.option(fc.constant(indented)),
  )
  .map(([source, ofBlocks, ofLines, indentedOnce]) => {
    let text = source.replaceAll('\r\n', '\n');
    const kept: string[] = [];
    const put = (pattern: RegExp, share: number, words: string, stays: string): void => {
      const places = [...text.matchAll(pattern)].map(({ 0: found, index }) => index + found.length);
      const at = places[Math.floor(share * places.length)];
      if (at === undefined) return;
      text = text.slice(0, at) + words + text.slice(at);
      kept.push(stays);
    };
    for (const [index, share] of ofLines) {
      const [words, stays] =
        index < inLines.length ? [inLines[index]!, inLines[index]!] : around[index - inLines.length]!;
      put(/[，。](?=[\u4e00-\u9fff])/g, share, ` ${words} `, stays);
    }
    for (const [index, share] of ofBlocks) put(/(?<=。)\n\n(?=\S)/g, share, `${blocks[index]!}\n\n`, blocks[index]!);
    if (indentedOnce !== null) {
      // Behind the item of a list it would be a paragraph of the item.
      text = `${text.trimEnd()}\n\n以下為設定。\n${indentedOnce}`;
      kept.push(indentedOnce.trim());
    }
    return { text, kept };
  });

test('no fix, safe or not, changes what is no prose', () => {
  let fixes = 0;
  let beside = 0;
  const kinds = new Set<string>();
  fc.assert(
    fc.property(marked, ({ text, kept }) => {
      const report = service.parse(text, undefined, 'markdown');
      for (const finding of service.check(report, byDefault))
        for (const { edits } of service.fixesOf(report, finding, { locale: 'zh-TW' })) {
          fixes++;
          kinds.add(finding.rule.id);
          const after = applyEdits(text, edits);
          for (const words of kept)
            assert.ok(after.includes(words), `${finding.rule.id} at ${finding.start} changes ${JSON.stringify(words)}`);
          if (
            edits.some(({ start, end }) =>
              kept.some(
                (words) =>
                  Math.abs(text.indexOf(words) - start) < 40 || Math.abs(text.indexOf(words) + words.length - end) < 40,
              ),
            )
          )
            beside++;
        }
    }),
    { numRuns: 150 },
  );
  // What the property reached: fixes of many rules, and some right beside what has to stay.
  assert.ok(fixes > 500 && beside > 50 && kinds.size > 15, `${fixes} fixes of ${kinds.size} rules, ${beside} beside`);
});

test('no finding is told of what is no prose', () => {
  fc.assert(
    fc.property(marked, ({ text, kept }) => {
      const report = service.parse(text, undefined, 'markdown');
      for (const { rule, start, end } of service.check(report, byDefault)) {
        if (
          !/^(?:typography|wording|economies|acronyms|numbers)\//.test(rule.id) ||
          rule.id === 'typography/bracket-pair'
        )
          continue;
        for (const words of kept) {
          const at = text.indexOf(words);
          assert.ok(
            end <= at || start >= at + words.length,
            `${rule.id} speaks of ${JSON.stringify(text.slice(start, end))}`,
          );
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('nothing is offered and nothing is typed where no prose stands', () => {
  const text = `壹、目的\n\n一、說明\n\n\`\`\`\n一、${word}\n二、\n\`\`\`\n\n見 https://example.tw/${word} 與 \`美\`。\n`;
  const report = service.parse(text, undefined, 'markdown');
  for (const place of [`${word}\n二、`, 'example.tw/公佈', '\`美'])
    assert.deepEqual(service.completion(report, text.indexOf(place) + place.length, { ...byDefault, locale: 'zh-TW' }, true), [], place); // prettier-ignore
  const at = text.indexOf('二、\n');
  assert.deepEqual(service.onTypeEdits(report, at, '\n'), []);
});
