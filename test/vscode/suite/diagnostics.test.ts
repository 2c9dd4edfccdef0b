import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  actionsFor,
  activeExtension,
  choose,
  fileUri,
  findingsOf,
  rangeOf,
  replace,
  revertAndClose,
  ruleOf,
  show,
  untilFindings,
} from './editor';

const wrongName = 'economies/nonstandard-name';
const wrongAcronym = 'acronyms/misspelled';
const missingSection = 'structure/missing-section';

/** The code action that mends `finding`, chosen as the light bulb would show it. */
async function quickFix(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<vscode.CodeAction> {
  const [action] = await actionsFor(document, finding.range, vscode.CodeActionKind.QuickFix);
  assert(action, `no quick fix for ${ruleOf(finding)}`);
  return action;
}

describe('findings in a report', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    await activeExtension();
    document = await show('conference.mission.md');
    await untilFindings(document, wrongName, 1);
  });
  afterEach(revertAndClose);

  it('are those of the faults it has, at the very words', () => {
    const errorsAndWarnings = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
      .map((one) => [ruleOf(one), document.getText(one.range)]);
    assert.deepEqual(errorsAndWarnings, [
      [wrongName, '新西蘭'],
      [wrongAcronym, 'FTAPP'],
    ]);
  });

  it('say who speaks, and link to the page of their rule', () => {
    const [finding] = findingsOf(document, wrongName);
    assert.equal(finding!.source, 'mission-report');
    assert.equal(finding!.severity, vscode.DiagnosticSeverity.Warning);
    assert(typeof finding!.code === 'object', 'the code links nowhere');
    assert.match(finding!.code.target.path, /economies\/nonstandardName\.md$/);
  });

  it('follow an edit', async () => {
    await replace(document, rangeOf(document, '新西蘭'), '紐西蘭');
    await untilFindings(document, wrongName, 0);
    await replace(document, rangeOf(document, '加拿大'), '文萊');
    const [finding] = await untilFindings(document, wrongName, 1);
    assert.equal(document.getText(finding!.range), '文萊');
  });

  it('vanish with their quick fix', async () => {
    const [finding] = findingsOf(document, wrongName);
    await choose(await quickFix(document, finding!));
    await untilFindings(document, wrongName, 0);
    assert.match(document.getText(), /日本及紐西蘭支持/);
    const [acronym] = findingsOf(document, wrongAcronym);
    await choose(await quickFix(document, acronym!));
    await untilFindings(document, wrongAcronym, 0);
    assert.match(document.getText(), /盤點 FTAAP 之/);
  });

  it('can be accepted from the light bulb: the rule of one is turned off for the folder', async () => {
    const [finding] = findingsOf(document, wrongName);
    const actions = await actionsFor(document, finding!.range, vscode.CodeActionKind.QuickFix);
    const file = '.mission-report.json';
    const changing = actions.filter(({ edit }) => edit?.entries().some(([uri]) => uri.path.endsWith(file)));
    assert(changing.length > 0, actions.map(({ title }) => title).join(' | '));
    const off = changing.find(({ title }) => /^(?:關閉規則|Rule off)/.test(title));
    assert(off, changing.map(({ title }) => title).join(' | '));
    try {
      await choose(off);
      await untilFindings(document, wrongName, 0);
    } finally {
      await vscode.workspace.fs.delete(fileUri(file));
    }
  });

  it('are mended all at once by source.fixAll', async () => {
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await actionsFor(document, everything, vscode.CodeActionKind.SourceFixAll);
    assert(action, 'no source.fixAll');
    await choose(action);
    await untilFindings(document, wrongName, 0);
    await untilFindings(document, wrongAcronym, 0);
  });

  it('tell of a section that is taken out, and of nothing more, and its quick fix brings one back', async () => {
    const before = vscode.languages.getDiagnostics(document.uri).map(ruleOf).sort();
    const start = document.getText().indexOf('貳、行程\n\n5 月 4 日');
    const end = document.getText().indexOf('參、出席會議情形\n\n一、');
    await replace(document, new vscode.Range(document.positionAt(start), document.positionAt(end)), '');
    const [finding] = await untilFindings(document, missingSection, 1);
    assert.match(finding!.message, /行程|itinerary/i);
    await choose(await quickFix(document, finding!));
    await untilFindings(document, missingSection, 0);
    assert.match(document.getText(), /貳、行程/);
    assert(!before.includes(missingSection));
  });
});
