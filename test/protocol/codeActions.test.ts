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
