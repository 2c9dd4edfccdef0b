import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profiles } from '../../../../server/src/knowledge/profiles';
import { parseReport } from '../../../../server/src/report/parse/parse';
import { checkReport } from '../../../../server/src/rules/engine/check';
import type { ReportCheck } from '../../../../server/src/rules/engine/check';
import type { Finding } from '../../../../server/src/rules/engine/finding';
import { fixesOf } from '../../../../server/src/rules/engine/fixes';
import { emptyGlossary } from '../../../../server/src/rules/engine/glossary';
import type { LineRule, ReportRule, Rule, RuleInfo } from '../../../../server/src/rules/engine/rule';
import type { ReportView } from '../../../../server/src/rules/engine/view';
import type { Speller } from '../../../../server/src/spelling/speller';

const text =
  '服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n（一）本次會議 APEC 會員交換意見，並由主席說明本年各項優先議題。\n\n（二）會員出席\n踴躍，並由主席致詞。\n貳、心得\n會員就數位貿易交換意見。\n';

const settings = { profile: profiles[0]!, glossary: emptyGlossary, severities: {} };

const info: RuleInfo = {
  id: 'wording/test',
  title: { 'zh-TW': '', en: '' },
  severity: 'hint',
  source: '',
  checked: '2026-11-24',
  fix: 'review',
  messages: {},
};

interface TypedCheck {
  readonly findings: readonly Finding[];
  /** The words found in the text as it is then. */
  readonly words: readonly string[];
}

/** What `rule` finds after `typed` has come behind `place`, going on from what it found before; held to a fresh check. */
function typing(rule: Rule, place: string, typed: string): TypedCheck {
  const fail = (_: string, error: unknown): never => {
    throw error as Error;
  };
  const before = parseReport(text);
  const checked = checkReport(before, settings, [rule], fail);
  const at = text.indexOf(place) + place.length;
  const now = text.slice(0, at) + typed + text.slice(at);
  const report = parseReport(now, before);
  const findings = checkReport(report, settings, [rule], fail, checked).findings.all;
  const words = findings.map(({ start, end }) => now.slice(start, end));
  const fresh = checkReport(parseReport(now), settings, [rule], fail).findings.all;
  assert.deepEqual(
    findings.map(({ start, end }) => [start, end]),
    fresh.map(({ start, end }) => [start, end]),
  );
  return { findings, words };
}

/** What rules of these tests are called with, since the last edit. */
const calls: string[] = [];

/** How often a rule is called because `typed` has come behind `place`. */
function callsAfter(rule: Rule, place: string, typed: string): readonly string[] {
  const before = parseReport(text);
  const fail = (_: string, error: unknown): never => {
    throw error as Error;
  };
  const checked = checkReport(before, settings, [rule], fail);
  calls.length = 0;
  const at = text.indexOf(place) + place.length;
  const report = parseReport(text.slice(0, at) + typed + text.slice(at), before);
  checkReport(report, settings, [rule], fail, checked);
  return calls.splice(0);
}

const chairs: LineRule = {
  ...info,
  per: 'line',
  check: (line, _given, find) => {
    calls.push(line.text);
    for (const { index } of line.text.matchAll(/主席/g)) find({ message: '', start: index, end: index + 2 });
  },
};

describe('a rule of a unit', () => {
  test('judges new units and no other, and what it found moves with its unit', () => {
    assert.deepEqual(callsAfter(chairs, '會員出席', '者'), ['（二）會員出席者']);
    assert.deepEqual(callsAfter(chairs, '會員出席', '\n者'), ['（二）會員出席', '者', '踴躍，並由主席致詞。']);
    assert.deepEqual(typing(chairs, '服務機關：', '經濟部及').words, ['主席', '主席']);
    assert.deepEqual(typing(chairs, '踴躍，並由', '主席、').words, ['主席', '主席', '主席']);
    assert.deepEqual(typing(chairs, '踴躍，並由主', '任').words, ['主席']);
  });

  test('judges a unit again whose surroundings are others', () => {
    const inBody: LineRule = {
      ...info,
      per: 'line',
      check: ({ text: words, zone }, _given, find) => {
        if (zone === 'abstract' && words !== '') find({ message: '', start: 0, end: words.length });
      },
    };
    assert.deepEqual(typing(inBody, '113年8月16日至8月24日\n', '摘要\n會員交換意見。\n').words, [
      '摘要',
      '會員交換意見。',
    ]);
  });

  test('judges all units anew when what it is given is another value', () => {
    const rule: LineRule<readonly string[]> = {
      ...info,
      per: 'line',
      given: ({ cover }) => cover!.cover.fields.map(({ value }) => cover!.text.slice(value.start, value.end)),
      check: (_line, given) => {
        calls.push(given[0]!);
      },
    };
    const lines = text.split('\n').length;
    assert.deepEqual(callsAfter(rule, '數位發展部', '署'), new Array(lines).fill('數位發展部署'));
    assert.equal(callsAfter(rule, '數位發展部', ' ').length, 1);
    assert.equal(callsAfter(rule, '會員出席', '者').length, 1);
  });

  test('that is of paragraphs or chapters judges the one that has changed', () => {
    const paragraphs: Rule = { ...info, per: 'paragraph', check: (unit) => calls.push(unit.text) };
    assert.deepEqual(callsAfter(paragraphs, '踴躍', '了'), ['（二）會員出席\n踴躍了，並由主席致詞。\n']);
    const chapters: Rule = { ...info, per: 'chapter', check: (unit) => calls.push(unit.units[0]!.text) };
    assert.deepEqual(callsAfter(chapters, '踴躍', '了'), ['壹、目的']);
    assert.deepEqual(callsAfter(chapters, '踴躍，並由主席致詞。\n', '貳、過程\n'), ['貳、過程', '貳、心得']);
  });
});

/** A rule about the report that reads `part` of it. */
function reading(part: (report: ReportView) => unknown): ReportRule {
  return {
    ...info,
    per: 'report',
    check: (report) => {
      part(report);
      calls.push('run');
    },
  };
}

describe('a rule about the report', () => {
  test('runs again when something that it has read is another, and not otherwise', () => {
    const runs = (part: (report: ReportView) => unknown, place: string, typed = '了'): number =>
      callsAfter(reading(part), place, typed).length;
    assert.equal(
      runs(() => undefined, '踴躍'),
      0,
    );
    assert.equal(
      runs(({ whole }) => whole, '踴躍'),
      1,
    );
    assert.equal(
      runs(({ cover }) => cover, '踴躍'),
      0,
    );
    assert.equal(
      runs(({ cover }) => cover, '數位發展部'),
      1,
    );
    assert.equal(
      runs(({ chapters }) => chapters, '數位發展部'),
      0,
    );
    assert.equal(
      runs(({ chapters }) => chapters, '踴躍'),
      1,
    );
    assert.equal(
      runs(({ acronyms }) => acronyms, '踴躍'),
      0,
    );
    assert.equal(
      runs(({ acronyms }) => acronyms, '本次會議 APEC'),
      1,
    );
    assert.equal(
      runs(({ acronyms }) => acronyms, '踴躍', ' WTO '),
      1,
    );
    assert.equal(
      runs(({ economies }) => economies, '踴躍'),
      0,
    );
    assert.equal(
      runs(({ economies }) => economies, '踴躍', '韓國'),
      1,
    );
  });

  test('runs again when a note comes, goes or is of another line, and not when lines move', () => {
    const rule: ReportRule<string> = {
      ...info,
      per: 'report',
      notes: { per: 'line', read: (line) => Array.from(line.text.matchAll(/主席/g), () => line.text) },
      check: (_report, notes) => {
        calls.push(...notes.map(({ note }) => note));
      },
    };
    assert.deepEqual(callsAfter(rule, '會員出席', '者'), []);
    assert.deepEqual(callsAfter(rule, '數位發展部', '\n'), []);
    assert.equal(callsAfter(rule, '並由主', '任').length, 1);
    assert.equal(callsAfter(rule, '數位貿易', '主席').length, 3);
  });

  test('may not read the report when it has been judged; its fixes are given the report of then', () => {
    const rule = (late: boolean): ReportRule => ({
      ...info,
      per: 'report',
      check: (report, _notes, _context, find) => {
        const unit = report.cover!;
        find({
          message: '',
          ...{ unit, start: 0, end: 2 },
          fixes: (now) => [
            {
              title: '',
              safety: 'safe',
              edits: [{ unit, start: 0, end: 2, text: (late ? report : now).whole.text.slice(-9) }],
            },
          ],
        });
      },
    });
    const check = (late: boolean): Finding =>
      checkReport(report, settings, [rule(late)], (_, error) => {
        throw error as Error;
      }).findings.all[0]!;
    const report = parseReport(text);
    assert.deepEqual(fixesOf(report, check(false))[0]!.edits, [
      { start: 0, end: 2, expected: '服務', text: '數位貿易交換意見。\n'.slice(-9) },
    ]);
    assert.throws(() => fixesOf(report, check(true)), /reads whole/);
  });
});

test('a rule that throws costs its own findings, and runs again with the next version', () => {
  const failing: LineRule = {
    ...info,
    id: 'wording/failing',
    per: 'line',
    check: (line, _given, find) => {
      if (line.text.includes('機關')) find({ message: '', start: 0, end: 1 });
      if (line.text.includes('踴躍')) throw new Error('踴躍');
    },
  };
  const failed: string[] = [];
  const check = (report: Parameters<typeof checkReport>[0], before?: ReportCheck) =>
    checkReport(report, settings, [failing, chairs], (id) => failed.push(id), before);
  const report = parseReport(text);
  const first = check(report);
  assert.deepEqual(failed, ['wording/failing']);
  assert.deepEqual(first.findings.all.map(({ rule }) => rule.id), ['wording/test', 'wording/test']); // prettier-ignore
  const next = check(parseReport(text.replace('踴躍', '踴'), report), first);
  assert.deepEqual(next.findings.all.map(({ rule }) => rule.id), ['wording/failing', 'wording/test', 'wording/test']); // prettier-ignore
});

test('a change of settings has every rule run anew', () => {
  const report = parseReport(text);
  const run = (severity: 'error' | 'off', before?: ReportCheck) =>
    checkReport(report, { ...settings, severities: { 'wording/test': severity } }, [chairs], () => undefined, before);
  const strict = run('error');
  assert.deepEqual(strict.findings.counts, { error: 2, warning: 0, information: 0, hint: 0 });
  assert.equal(run('off', strict).findings.length, 0);
});

test('other words of the glossary, another profile or the detector have every rule run anew', () => {
  const report = parseReport(text);
  const asking: ReportRule = {
    ...info,
    id: 'structure/asking',
    per: 'report',
    check: ({ whole }, _notes, { glossary, profile, speller }, find) => {
      const message = [glossary.names.join(), profile.id, speller ? 'with' : 'without'].join(' ');
      find({ message, unit: whole, start: 0, end: 1 });
    },
  };
  const run = (change: Partial<typeof settings> & { readonly speller?: Speller }, before?: ReportCheck) =>
    checkReport(report, { ...settings, ...change }, [asking, chairs], () => undefined, before);
  const first = run({});
  const saysOf = ({ findings }: ReportCheck) => findings.ofRule(asking.id).map(({ message }) => message);
  const other = profiles[1]!;
  const glossary = { ...emptyGlossary, names: ['主席說明'] };
  const speller = {} as Speller;
  assert.deepEqual(saysOf(first), [` ${settings.profile.id} without`]);
  assert.deepEqual(saysOf(run({ profile: other }, first)), [` ${other.id} without`]);
  assert.deepEqual(saysOf(run({ glossary }, first)), [`主席說明 ${settings.profile.id} without`]);
  assert.deepEqual(saysOf(run({ speller }, first)), [` ${settings.profile.id} with`]);
});

test('the severity that an author sets wins over what a single finding says of itself', () => {
  const report = parseReport(text);
  const grave: LineRule = {
    ...info,
    per: 'line',
    check: ({ text: words }, _given, find) => {
      if (words.includes('主席')) find({ message: '', severity: 'error', start: 0, end: 1 });
    },
  };
  const countsBy = (severities: (typeof settings)['severities']) =>
    checkReport(report, { ...settings, severities }, [grave], () => undefined).findings.counts;
  assert.deepEqual(countsBy({}), { error: 2, warning: 0, information: 0, hint: 0 });
  assert.deepEqual(countsBy({ 'wording/test': 'information' }), { error: 0, warning: 0, information: 2, hint: 0 });
});

test('the edits of a fix come in the order of the text, whatever order the rule has', () => {
  const rule: ReportRule = {
    ...info,
    per: 'report',
    check: ({ whole }, _notes, _context, find) => {
      const edits = [8, 3, 5].map((start) => ({ unit: whole, start, end: start + 1, text: '' }));
      find({ message: '', unit: whole, start: 0, end: 1, fixes: () => [{ title: '', safety: 'safe', edits }] });
    },
  };
  const report = parseReport(text);
  const [finding] = checkReport(report, settings, [rule], () => undefined).findings.all;
  const [fix] = fixesOf(report, finding!);
  assert.deepEqual(
    fix!.edits.map(({ start }) => start),
    [3, 5, 8],
  );
});
