import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePage } from './pages';

/** A page whose sections of examples hold `wrong` and `right`. */
const page = (wrong: string, right = ''): string =>
  `# 名稱\n\n## 說明\n\n為什麼。\n\n## 不提出的情形\n\n無。\n\n## 會提出的例子\n\n${wrong}\n\n## 不提出的例子\n\n${right}\n\n` +
  '## 調整\n\n如何。\n\n## English summary\n\nWhat.\n';
const block = (info: string, ...lines: string[]): string => ['```' + info, ...lines, '```'].join('\n');

describe('a page of a rule', () => {
  test('gives its sections, and its examples in order', () => {
    const { head, sections, examples } = parsePage(
      page(
        `說明文字：\n\n${block('text', '會議於⟦2月30日⟧舉行。')}\n\n修正後：\n\n${block('text fixed', '會議於2月28日舉行。')}`,
        block('text report profile=taoyuan', '# 出國報告', '', '## 目的'),
      ),
    );
    assert.equal(head, '# 名稱\n');
    assert.equal(sections.explanation, '為什麼。');
    assert.equal(sections.summary, 'What.');
    assert.deepEqual(examples, [
      { in: 'body', text: '會議於⟦2月30日⟧舉行。', fixed: '會議於2月28日舉行。' },
      { in: 'report', text: '# 出國報告\n\n## 目的\n', profile: 'taoyuan' },
    ]);
  });

  test('may leave out of a corrected text what is as it was', () => {
    const fixed = (...lines: string[]): string | undefined =>
      parsePage(page(`${block('text report', 'a', 'b', '⟦c⟧', 'd', 'd')}\n${block('text fixed', ...lines)}`))
        .examples[0]?.fixed;
    assert.equal(fixed('…', 'b', 'C', 'd', 'd'), 'a\nb\nC\nd\nd\n');
    assert.equal(fixed('a', '…'), 'a\nb\nc\nd\nd\n');
    assert.equal(fixed('…', 'b', 'C', 'c', '…'), 'a\nb\nC\nc\nd\nd\n');
    assert.throws(() => fixed('…', 'd', '…'), /^Error: line 20: next to … stands .{5,60} exactly once: d$/);
    assert.throws(() => fixed('…', 'x'), /exactly once: x/);
  });

  for (const [fault, text, message] of [
    ['a missing section', page('').replace('## 調整', '## 設定'), /設定、English summary where they should be /],
    ['an unknown word', page(block('text raport', '⟦x⟧')), /^Error: line 13: .{5,90}, not raport$/],
    ['an unknown profile', page(block('text profile=moon', '⟦x⟧')), /not profile=moon/],
    ['another language', page(block('json', '⟦x⟧')), /not ```json/],
    ['a correction of nothing', page(block('text fixed', 'x')), /without its example/],
    ['a second correction', page([block('text', '⟦x⟧'), block('text fixed', 'x'), block('text fixed', 'x')].join('\n')), /without its example/], // prettier-ignore
    ['a fault without marks', page(block('text', 'x')), /會提出的例子 stands one without/],
    ['a right text with marks', page('', block('text', '⟦x⟧')), /不提出的例子 stands one with/],
  ] as const)
    test(`says what is wrong: ${fault}`, () => {
      assert.throws(() => parsePage(text), message);
    });
});
