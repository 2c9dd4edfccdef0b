/**
 * Every example of every rule is deleted key by key and typed again inside a whole report. After each key, what is said
 * is what is said of the text opened anew: findings, fixes, outline. A rule is tried by its own examples, which its author
 * writes anyway.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Family } from '../../server/src/rules/engine/rule';
import type { FeatureOptions } from '../../server/src/service';
import { ruleModules } from '../unit/rules/modules';
import type { Example } from '../unit/rules/pages';
import { assertSaysTheSame, CheckedText, everyRule } from './checker';

/** A report with all its parts around the paragraph that is typed. */
const head =
  '出國報告（出國類別：開會）\n\n出席 APEC 數位貿易會議報告\n\n服務機關：經濟部國際貿易署\n姓名職稱：林若涵科長\n派赴國家/地區：韓國濟州\n' +
  '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n\n摘要\n\n本次會議計有美國、日本及我國等 12 個會員出席，就數位貿易交換意見。\n\n' +
  '壹、目的\n\n出席亞太經濟合作（APEC）貿易暨投資委員會（CTI）會議，了解各方立場。\n\n貳、行程\n\n5月4日\t啟程\n5月6日\t出席會議\n5月9日\t返國\n\n' +
  '參、出席會議情形\n\n一、貿易暨投資委員會會議\n\n（一）主席表示 CTI 將續辦三項工作，紐西蘭及巴布亞紐幾內亞發言支持。\n\n';
const foot =
  '\n\n（二）我國說明數位貿易之作法，各會員同意於下次會議討論。\n\n二、其他會議\n\n韓國說明 FTAAP 進展，占比約 10%。\n\n' +
  '肆、心得及建議\n\n一、建議持續派員出席。\n二、建議加強雙邊交流。\n三、建議編列預算。\n';

/** Where the words stand that are typed again. */
interface TypedWords {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/**
 * The parts of an example that are typed: a paragraph of a report at once, a whole report line by line. Many examples
 * share lines, of a cover for instance: of those that are `known`, only the ones that the example marks are typed again.
 */
function typedPartsOf({ in: place, text: marked }: Example, known: Set<string>): readonly TypedWords[] {
  const text = marked.replace(/[⟦⟧]/g, '');
  if (place === 'body') return [{ before: head, words: text, behind: foot }];
  const parts: TypedWords[] = [];
  let at = 0;
  for (const [line] of marked.matchAll(/[^\r\n]*(?:\r\n|\r|\n)?/g)) {
    const words = line.replace(/[⟦⟧]/g, '');
    if (words.trim() !== '' && (words !== line || !known.has(words)))
      parts.push({ before: text.slice(0, at), words, behind: text.slice(at + words.length) });
    known.add(words);
    at += words.length;
  }
  return parts;
}

/** Deletes `words` from the last character to the first and types them again, and looks after each key. */
function deleteAndType({ before, words, behind }: TypedWords, rule: string, options: FeatureOptions): void {
  const characters = [...words];
  let at = before.length + words.length;
  let now = CheckedText.fresh(before + words + behind, options);
  /** By how many characters are left: what is deleted backwards and typed forwards passes through the same texts. */
  const freshOf = new Map<number, CheckedText>();
  const press = (start: number, end: number, insert: string, left: number): void => {
    now = now.after({ start, end, insert });
    const fresh = freshOf.get(left) ?? CheckedText.fresh(now.text, options);
    freshOf.set(left, fresh);
    assertSaysTheSame(now, fresh, rule);
  };
  for (let left = characters.length - 1; left >= 0; left--) {
    const { length } = characters[left]!;
    press(at - length, at, '', left);
    at -= length;
  }
  characters.forEach((character, index) => {
    press(at, at, character, index + 1);
    at += character.length;
  });
}

/** The families in shares of about the same size, as the files of tests run at the same time. */
const shares = {
  parts: ['structure'],
  days: ['abstract', 'cover', 'dates'],
  names: ['acronyms', 'attendance'],
  figures: ['numbers', 'economies'],
  words: ['typography', 'wording'],
} as const satisfies Record<string, readonly Family[]>;

type Unshared = Exclude<Family, (typeof shares)[keyof typeof shares][number]>;

/** Makes the tests of the rules of one share; that every family is in one is a matter of types. */
export function typeExamples(share: [Unshared] extends [never] ? keyof typeof shares : never): void {
  const known = new Set<string>();
  const isShared = (id: string): boolean => shares[share].some((family) => id.startsWith(`${family}/`));
  for (const { rule, examples } of ruleModules().filter((one) => isShared(one.rule.id)))
    describe(rule.id, () => {
      examples.forEach((example, index) => {
        test(`example ${index + 1}, key by key: ${example.text.replace(/\s+/g, ' ').slice(-40)}`, () => {
          const options: FeatureOptions = { ...everyRule, profile: example.profile ?? 'auto' };
          for (const part of typedPartsOf(example, known)) deleteAndType(part, rule.id, options);
        });
      });
      test('it has examples to type', () => {
        assert.ok(examples.length > 0);
      });
    });
}
