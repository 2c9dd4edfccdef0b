import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypingFilter, typingPause } from '../../../server/src/lsp/server/typingFilter';
import { createReportService } from '../../../server/src/service';
import type { Finding, Findings } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

/** An editor with one document, whose every state is looked at. */
class TypingSession {
  text: string;
  now = 0;
  readonly filter = new TypingFilter();

  constructor(text: string) {
    this.text = text;
    this.look();
  }

  #check(): Findings {
    return service.judge(service.parse(this.text), { profile: 'auto', severities: {} }).findings;
  }

  findings(): readonly Finding[] {
    return this.#check().all;
  }

  /** What is shown now: rule and words. */
  look(): readonly string[] {
    return this.filter
      .filter(this.text, this.#check(), this.now)
      .all.map(({ rule, start, end }) => `${rule.id} ${this.text.slice(start, end)}`);
  }

  edit(start: number, end: number, text: string, after = 50): readonly string[] {
    this.now += after;
    this.filter.edit({ start, end, text }, this.now);
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return this.look();
  }

  /** Types each character of `words` behind `place`. @returns what was shown after each key */
  type(place: string, words: string): (readonly string[])[] {
    let at = this.text.indexOf(place) + place.length;
    return [...words].map((key) => {
      const shown = this.edit(at, at, key);
      at += key.length;
      return shown;
    });
  }
}

const report =
  '出國報告\n服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、會議\n（一）會員同意。\n（二）會員，，支持。\n';
const acronym = (shown: readonly string[]): boolean => shown.some((words) => words.startsWith('acronyms/undefined'));

test('what is found in a half-typed word is shown when a separator ends it', () => {
  const session = new TypingSession(report);
  const shown = session.type('會員同意', 'QZRT');
  assert.ok(session.findings().some(({ rule }) => rule.id === 'acronyms/undefined'));
  for (const words of shown) assert.ok(!acronym(words));
  assert.ok(session.filter.hasWithheld);
  assert.ok(acronym(session.type('QZRT', '，')[0]!));
  assert.ok(!session.filter.hasWithheld);
});

test('it is shown after a typingPause, and when typing goes on elsewhere', () => {
  const session = new TypingSession(report);
  session.type('會員同意', 'QZRT');
  session.now += typingPause - 1;
  assert.ok(!acronym(session.look()));
  session.now += 1;
  assert.ok(acronym(session.look()));

  const other = new TypingSession(report);
  other.type('會員同意', 'QZRT');
  assert.ok(acronym(other.type('，，支持', '會')[0]!));
});

test('what was shown stays, in its order, while it is typed at', () => {
  const session = new TypingSession(report);
  const before = session.look();
  assert.ok(before.includes('typography/repeated-punctuation ，，'));
  for (const shown of session.type('會員，，', '及各方')) assert.deepEqual(shown, before);
});

test('an input method that replaces what it composes makes nothing come or go', () => {
  const session = new TypingSession(report);
  const before = session.look();
  const start = report.indexOf('會員同意') + 4;
  let composed = '';
  for (const next of ['ㄅ', 'ㄅㄚ', 'QZ', 'QZRT', 'QZRTX 由', '八']) {
    const shown = session.edit(start, start + composed.length, next);
    assert.deepEqual(shown, before, next);
    composed = next;
  }
});

test('pastes and fixes are no typing, and a new text neither', () => {
  const session = new TypingSession(report);
  const at = report.indexOf('會員同意') + 4;
  assert.ok(acronym(session.edit(at, at, 'QZRT 與各方')));
  const other = new TypingSession(report);
  assert.ok(acronym(other.edit(at - 2, at, 'QZRT 與')), 'words that replace others');
  const whole = new TypingSession(report);
  whole.filter.reset();
  whole.text = report.replace('會員同意', '會員同意QZRT');
  assert.ok(acronym(whole.look()));
});

test('findings elsewhere are shown at once', () => {
  const session = new TypingSession(`${report}（三）QZRT 已設立（QZRU 亦同）。\n`);
  session.type('會員同意', 'A');
  const at = session.text.indexOf('，，');
  const shown = session.edit(at, at + 1, '');
  assert.ok(!shown.includes('typography/repeated-punctuation ，，'));
});
