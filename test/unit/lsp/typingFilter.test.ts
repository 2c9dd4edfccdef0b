import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calm, pause } from '../../../server/src/lsp/server/typingFilter';
import { createReportService } from '../../../server/src/service';
import type { Finding, Findings } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

/** An editor with one document, whose every state is looked at. */
class Desk {
  text: string;
  now = 0;
  readonly calm = new Calm();

  constructor(text: string) {
    this.text = text;
    this.look();
  }

  #judged(): Findings {
    return service.judge(service.parse(this.text), { profile: 'auto', severities: {} }).findings;
  }

  findings(): readonly Finding[] {
    return this.#judged().all;
  }

  /** What is said now: rule and words. */
  look(): readonly string[] {
    return this.calm
      .say(this.text, this.#judged(), this.now)
      .all.map(({ rule, start, end }) => `${rule.id} ${this.text.slice(start, end)}`);
  }

  edit(start: number, end: number, text: string, after = 50): readonly string[] {
    this.now += after;
    this.calm.edit({ start, end, text }, this.now);
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return this.look();
  }

  /** Types each character of `words` behind `place`. @returns what was said after each key */
  type(place: string, words: string): (readonly string[])[] {
    let at = this.text.indexOf(place) + place.length;
    return [...words].map((key) => {
      const said = this.edit(at, at, key);
      at += key.length;
      return said;
    });
  }
}

const report =
  '出國報告\n服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、會議\n（一）會員同意。\n（二）會員，，支持。\n';
const acronym = (said: readonly string[]): boolean => said.some((words) => words.startsWith('acronyms/undefined'));

test('what is found in a half-typed word is said when a separator ends it', () => {
  const desk = new Desk(report);
  const said = desk.type('會員同意', 'QZRT');
  assert.ok(desk.findings().some(({ rule }) => rule.id === 'acronyms/undefined'));
  for (const words of said) assert.ok(!acronym(words));
  assert.ok(desk.calm.holdsBack);
  assert.ok(acronym(desk.type('QZRT', '，')[0]!));
  assert.ok(!desk.calm.holdsBack);
});

test('it is said after a pause, and when typing goes on elsewhere', () => {
  const desk = new Desk(report);
  desk.type('會員同意', 'QZRT');
  desk.now += pause - 1;
  assert.ok(!acronym(desk.look()));
  desk.now += 1;
  assert.ok(acronym(desk.look()));

  const other = new Desk(report);
  other.type('會員同意', 'QZRT');
  assert.ok(acronym(other.type('，，支持', '會')[0]!));
});

test('what was said stays, in its order, while it is typed at', () => {
  const desk = new Desk(report);
  const before = desk.look();
  assert.ok(before.includes('typography/repeated-punctuation ，，'));
  for (const said of desk.type('會員，，', '及各方')) assert.deepEqual(said, before);
});

test('an input method that replaces what it composes makes nothing come or go', () => {
  const desk = new Desk(report);
  const before = desk.look();
  const start = report.indexOf('會員同意') + 4;
  let composed = '';
  for (const next of ['ㄅ', 'ㄅㄚ', 'QZ', 'QZRT', 'QZRTX 由', '八']) {
    const said = desk.edit(start, start + composed.length, next);
    assert.deepEqual(said, before, next);
    composed = next;
  }
});

test('pastes and fixes are no typing, and a new text neither', () => {
  const desk = new Desk(report);
  const at = report.indexOf('會員同意') + 4;
  assert.ok(acronym(desk.edit(at, at, 'QZRT 與各方')));
  const other = new Desk(report);
  assert.ok(acronym(other.edit(at - 2, at, 'QZRT 與')), 'words that replace others');
  const whole = new Desk(report);
  whole.calm.reset();
  whole.text = report.replace('會員同意', '會員同意QZRT');
  assert.ok(acronym(whole.look()));
});

test('findings elsewhere are said at once', () => {
  const desk = new Desk(`${report}（三）QZRT 已設立（QZRU 亦同）。\n`);
  desk.type('會員同意', 'A');
  const at = desk.text.indexOf('，，');
  const said = desk.edit(at, at + 1, '');
  assert.ok(!said.includes('typography/repeated-punctuation ，，'));
});
