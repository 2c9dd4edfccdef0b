import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  for (const kind of ['refactor', 'source.organizeImports', 'source.fixAll.eslint', 'source.fix'])
    assert.deepEqual(await kindsOf([kind]), []);
  assert.deepEqual(await kindsOf(), ['quickfix', 'source.fixAll.missionReport']);
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
