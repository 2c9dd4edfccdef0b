import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import type { FixAllResult } from '../../server/src/lsp/protocol';
import { pushed, rich, rulesOf, start } from './client';
import { report, uri } from './report';

const repeated = 'typography/repeated-punctuation';

test('a quick fix is bound to the version, and mends what it says', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  const document = await editor.open(uri, report);
  const finding = (await document.published()).find(({ code }) => code === repeated)!;
  const actions = await document.codeActions(finding.range, ['quickfix']);
  const action = actions.find(({ diagnostics }) => diagnostics?.some(({ code }) => code === repeated))!;
  assert.equal(action.kind, 'quickfix');
  assert.equal(action.isPreferred, true);
  assert.deepEqual(action.diagnostics, [finding]);
  assert.equal(action.edit?.changes, undefined);
  await document.apply(action.edit!);
  assert.equal(document.text, report.replace('。。', '。'));
  assert.ok(!rulesOf(await document.published()).includes(repeated));
});

test('a quick fix is made from the text as it is now', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  await document.codeActions(document.rangeOf('。。'));
  const top = { line: 0, character: 0 };
  await document.change({ range: { start: top, end: top }, text: '\n\n' });
  const [action] = await document.codeActions(document.rangeOf('。。'), ['quickfix']);
  await document.apply(action!.edit!);
  assert.equal(document.text, `\n\n${report.replace('。。', '。')}`);
});

test('a client without versioned edits gets plain ones, and nothing preferred', async (t) => {
  const editor = await start(t, {
    capabilities: {
      textDocument: {
        codeAction: rich.textDocument!.codeAction!.codeActionLiteralSupport
          ? {
              codeActionLiteralSupport: rich.textDocument!.codeAction!.codeActionLiteralSupport,
            }
          : {},
      },
    },
  });
  const document = await editor.open(uri, report);
  const [action] = await document.codeActions(document.rangeOf('。。'), ['quickfix']);
  assert.deepEqual(Object.keys(action!.edit!), ['changes']);
  assert.equal(action!.isPreferred, undefined);
  await document.apply(action!.edit!);
  assert.equal(document.text, report.replace('。。', '。'));
});

test('only the kinds that are asked for come', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const range = document.rangeOf('。。');
  const kindsOf = async (only?: string[]): Promise<string[]> =>
    [...new Set((await document.codeActions(range, only)).map(({ kind }) => kind!))].sort();
  assert.deepEqual(await kindsOf(['quickfix']), ['quickfix']);
  for (const kind of ['source', 'source.fixAll', 'source.fixAll.missionReport'])
    assert.deepEqual(await kindsOf([kind]), ['source.fixAll.missionReport']);
  for (const kind of ['refactor', 'refactor.move']) assert.deepEqual(await kindsOf([kind]), ['refactor.move']);
  for (const kind of ['refactor.rewrite', 'source.organizeImports', 'source.fixAll.eslint', 'source.fix'])
    assert.deepEqual(await kindsOf([kind]), []);
  assert.deepEqual(await kindsOf(), ['quickfix', 'refactor.move', 'source.fixAll.missionReport']);
  const ofLightBulb = await document.codeActions(range, undefined, 2);
  assert.deepEqual([...new Set(ofLightBulb.map(({ kind }) => kind))], ['quickfix']);
  assert.deepEqual(await document.codeActions(document.rangeOf('瞭解主辦會員'), undefined, 2), []);
});

test('no fix is offered away from the finding', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const actions = await document.codeActions(document.rangeOf('瞭解主辦會員'), ['quickfix']);
  assert.ok(!actions.some(({ diagnostics }) => diagnostics?.some(({ code }) => code === repeated)));
});

test('source.fixAll applies every safe fix at once, and has nothing to do afterwards', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, `${report}\n三、會員達成共識。。另行通知！！\n`);
  const before = rulesOf(await document.pulled()).filter((rule) => rule === repeated);
  assert.ok(before.length >= 2);
  const [action] = await document.codeActions(document.rangeOf('壹、目的'), ['source.fixAll']);
  await document.apply(action!.edit!);
  assert.ok(!rulesOf(await document.pulled()).includes(repeated));
  assert.ok(rulesOf(await document.pulled()).includes('dates/invalid'), 'what needs an eye was changed unseen');
  assert.deepEqual(await document.codeActions(document.rangeOf('壹、目的'), ['source.fixAll']), []);
});

test('a refactoring is bound to the version and says what it is for', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const actions = await document.codeActions(document.rangeOf('及早準備提案'), ['refactor.move']);
  const down = actions.find(({ title }) => title.includes('下移'))!;
  await document.apply(down.edit!);
  assert.ok(document.text.indexOf('一、邀請業者') > 0, 'it changes its number with its place');
  assert.ok(document.text.indexOf('二、及早準備') > document.text.indexOf('一、邀請業者'));
});

test('all findings of a rule are mended at once, and only where there are several', async (t) => {
  for (const capabilities of [rich, pushed]) {
    const editor = await start(t, { capabilities });
    const document = await editor.open(uri, `${report}\n三、會員達成共識。。另行通知！！\n`);
    const actions = await document.codeActions(document.rangeOf('。。'), ['quickfix'], 2);
    const all = actions.filter(({ title }) => title.startsWith('修正本報告中所有'));
    assert.equal(all.length, 1);
    assert.ok(all[0]!.diagnostics?.every(({ code }) => code === repeated));
    const [annotation] = Object.values(all[0]!.edit!.changeAnnotations!);
    assert.deepEqual(annotation, { label: all[0]!.title, needsConfirmation: false });
    await document.apply(all[0]!.edit!);
    assert.ok(!document.text.includes('。。') && !document.text.includes('！！'));
  }
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const actions = await document.codeActions(document.rangeOf('。。'), ['quickfix']);
  assert.ok(!actions.some(({ title }) => title.startsWith('修正本報告中所有')));
});

test('what a reviewer would do comes first, ignoring last, and where two lines disagree the way to the other is there', async (t) => {
  const folder = 'file:///reports';
  const text = report.replace('114 年 6 月 20 日', '114 年 5 月 2 日');
  const editor = await start(t, {
    capabilities: {
      ...rich,
      workspace: { ...rich.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    },
    initializationOptions: { openRulePage: true, saveConfiguration: true, goToPlace: true },
    workspaceFolders: [folder],
  });
  const document = await editor.open(uri, text);
  const early = await document.codeActions(document.rangeOf('114 年 5 月 2 日'), ['quickfix'], 2);
  assert.deepEqual(
    early.map(({ title }) => title.split('：')[0]),
    ['前往', '為什麼？（報告日期早於返國日）', '忽略', '忽略', '關閉規則'],
  );
  const { line } = document.rangeOf('出國期間').start;
  assert.equal(early[0]!.title, `前往：返國日（第 ${line + 1} 行）`);
  assert.equal(early[0]!.command!.command, 'missionReport.goToPlace');
  assert.deepEqual(early[0]!.command!.arguments![0], uri);
  assert.equal(document.at(early[0]!.command!.arguments![1] as never), '114 年 5 月 8 日至 5 月 9 日');

  const stop = await document.codeActions(document.rangeOf('。。'), ['quickfix'], 2);
  assert.ok(stop[0]!.edit, 'the fix goes first');
  assert.match(stop.at(-1)!.title, /^關閉規則/);

  const plain = await start(t, { capabilities: rich });
  const without = await (await plain.open(uri, text)).codeActions(document.rangeOf('114 年 5 月 2 日'), ['quickfix']);
  assert.ok(!without.some(({ title }) => title.startsWith('前往')), 'a command that the client does not have');
});

test('each place of a slip that is found all over has its fix', async (t) => {
  const lines = Array.from({ length: 12 }, (_, index) => `${index + 3}、第${index}案的的結論獲得支持。`);
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, `${report}\n${lines.join('\n\n')}\n`);
  assert.equal(rulesOf(await document.pulled()).filter((rule) => rule === 'wording/repeated-word').length, 1);
  const place = document.rangeOf('第7案的的');
  const [here, everywhere] = await document.codeActions(place, ['quickfix'], 2);
  assert.equal(here!.title, '刪去重複的字詞（只改這一處）');
  assert.match(everywhere!.title, /（全文各處）$/);
  await document.apply(here!.edit!);
  assert.ok(document.text.includes('第7案的結論'));
  assert.equal(document.text.split('的的').length - 1, 11);
});

test('the request for all safe fixes says what they change and what they leave', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, `${report}\n三、會員達成共識。。另行通知！！\n`);
  const all = await editor.connection.sendRequest<NonNullable<FixAllResult>>('missionReport/fixAll', { uri });
  assert.deepEqual(
    all.changed.filter(({ rule }) => rule === '標點符號重複'),
    [{ rule: '標點符號重複', count: 3 }],
  );
  assert.deepEqual(
    all.left.filter(({ rule }) => rule === '不存在的日期或時間'),
    [{ rule: '不存在的日期或時間', count: 1 }],
  );
  await document.apply({ changes: { [uri]: all.edits as TextEdit[] } });
  assert.ok(!rulesOf(await document.pulled()).includes(repeated));
  const again = await editor.connection.sendRequest<NonNullable<FixAllResult>>('missionReport/fixAll', { uri });
  assert.deepEqual([again.edits, again.changed, again.left], [[], [], all.left]);
  const nowhere = { uri: 'file:///reports/none.mission' };
  assert.equal(await editor.connection.sendRequest('missionReport/fixAll', nowhere), null);
});
