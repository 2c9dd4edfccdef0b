import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import { messageOf, pushed, rich, rulesOf, start } from './client';
import { report, uri, wrongDay, wrongStop } from './report';

const rulePages = pathToFileURL(path.resolve(import.meta.dirname, '../../server/src/rules')).href;

test('a report that is opened gets its findings, at the very words and with its version', async (t) => {
  const editor = await start(t);
  const document = await editor.open(uri, report, 'mission-report', 7);
  const diagnostics = await document.published();
  assert.equal(editor.publishes.at(-1)!.version, 7);
  const day = diagnostics.find(({ code }) => code === 'dates/invalid')!;
  assert.equal(document.at(day.range), wrongDay);
  assert.equal(day.severity, 1);
  assert.equal(day.source, 'mission-report');
  assert.match(messageOf(day), /\p{Script=Han}/u);
  const stop = diagnostics.find(({ code }) => code === 'typography/repeated-punctuation')!;
  assert.equal(document.at(stop.range), '。。');
  assert.equal(stop.severity, 2);
  assert.ok(diagnostics.every((one) => one.codeDescription === undefined && one.relatedInformation === undefined));
});

test('an edit is answered with its own version', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  const document = await editor.open(uri, report);
  assert.ok(rulesOf(await document.published()).includes('dates/invalid'));
  await document.replace('2 月 30 日', '2 月 28 日');
  assert.ok(!rulesOf(await document.published()).includes('dates/invalid'));
});

test('a burst of keys is answered in few publishes, never an older one after a newer', async (t) => {
  const editor = await start(t);
  const document = await editor.open(uri, report);
  await document.published();
  const before = editor.publishes.length;
  const keys = 200;
  const place = document.rangeOf('瞭解主辦會員').start;
  await Promise.all(
    Array.from({ length: keys }, () => document.change({ range: { start: place, end: place }, text: '會' })),
  );
  await document.published();
  const versions = editor.publishes.slice(before).map(({ version }) => version!);
  assert.deepEqual(
    versions,
    [...versions].sort((a, b) => a - b),
  );
  assert.ok(versions.length <= keys / 4, `${versions.length} publishes for ${keys} keys`);
});

test('messages are in English where the client is', async (t) => {
  const editor = await start(t, { locale: 'en-GB' });
  const document = await editor.open(uri, report);
  const day = (await document.published()).find(({ code }) => code === 'dates/invalid')!;
  assert.match(messageOf(day), /\b(?:is|has|no|not)\b/);
});

test('a finding links to the page of its rule where the client and the options allow', async (t) => {
  const editor = await start(t, { capabilities: rich, initializationOptions: { rulePages: `${rulePages}/` } });
  const document = await editor.open(uri, report);
  const diagnostics = await document.pulled();
  assert.ok(diagnostics.length > 0);
  for (const { code, codeDescription } of diagnostics) {
    const page = readFileSync(fileURLToPath(codeDescription!.href), 'utf8');
    assert.ok(page.split('\n')[2]!.endsWith(` · \`${String(code)}\``), codeDescription!.href);
  }
});

test('related places lie in the same document', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const late = report.replace('報告日期：114 年 6 月 20 日', '報告日期：114 年 5 月 1 日');
  const document = await editor.open(uri, late);
  const related = (await document.pulled()).flatMap<DiagnosticRelatedInformation>(
    (one) => one.relatedInformation ?? [],
  );
  assert.ok(related.length > 0);
  for (const { location, message } of related) {
    assert.equal(location.uri, uri);
    assert.notEqual(document.at(location.range), '');
    assert.notEqual(message, '');
  }
});

test('what was published is taken back when the document is closed', async (t) => {
  const editor = await start(t);
  const document = await editor.open(uri, report);
  await document.published();
  await document.close();
  const last = await editor.publish(uri, ({ version }) => version === undefined);
  assert.deepEqual(last.diagnostics, []);
});

test('a document that is closed at once is not published any more', async (t) => {
  const editor = await start(t);
  const document = await editor.open(uri, report);
  await document.close();
  await editor.settled();
  assert.deepEqual(
    editor.publishes.filter(({ diagnostics }) => diagnostics.length > 0),
    [],
  );
});

test('a client that pulls is not published to; the same answer comes as unchanged', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const first = await document.pull();
  assert.ok(first.kind === 'full' && first.resultId !== undefined && first.items.length > 0);
  assert.deepEqual(await document.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });

  // An edit behind the last finding changes nothing that is said.
  const end = document.positionAt(document.text.length);
  await document.change({ range: { start: end, end }, text: '\n' });
  assert.equal((await document.pull(first.resultId)).kind, 'unchanged');

  await document.replace(wrongStop, '共識。');
  const second = await document.pull(first.resultId);
  assert.ok(second.kind === 'full' && second.resultId !== first.resultId);
  assert.ok(!rulesOf(second.items).includes('typography/repeated-punctuation'));
  assert.equal((await document.pull('of another run')).kind, 'full');
  assert.deepEqual(editor.publishes, []);
});

test('the list is bounded, keeps the gravest and says how many it leaves out', async (t) => {
  const settings = { rules: { 'dates/invalid': 'hint' } };
  const editor = await start(t, { capabilities: rich, locale: 'en', configuration: () => settings });
  const hints = `一、會議於${wrongDay}召開。\n`.repeat(1500);
  const document = await editor.open(uri, `${report.replace('。。', '。')}\n${hints}三、會員達成${wrongStop}\n`);
  const diagnostics = await document.pulled();
  assert.equal(diagnostics.length, 1001);
  const [note, ...findings] = diagnostics;
  const left = Number(/^(\d+) more findings/.exec(messageOf(note!))?.[1]);
  assert.ok(left >= 501, messageOf(note!));
  assert.equal(note!.code, undefined);
  assert.ok(rulesOf(findings).includes('typography/repeated-punctuation'), 'a warning is left out for a hint');
});

test('a text that is no report is left alone', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  const notes = '週三要帶去濟州的東西\n\n一、名片。。\n二、114 年 2 月 30 日的機票\n';
  for (const language of ['plaintext', 'markdown', 'latex']) {
    const document = await editor.open(`file:///reports/notes.${language}`, notes, language);
    const everything = { start: { line: 0, character: 0 }, end: document.positionAt(notes.length) };
    assert.deepEqual(await document.symbols(), []);
    assert.deepEqual(await document.foldingRanges(), []);
    assert.deepEqual(await document.completions(everything.end), []);
    assert.deepEqual(await document.codeActions(everything), []);
    assert.equal(await document.hover(everything.start), null);
  }
  await editor.settled();
  assert.deepEqual(editor.publishes, []);
});

test('a text that has the language of reports for its file name alone is left alone', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  const form = '出國報告審核表\n\n一、依限繳交。。\n二、2 月 30 日以前上傳。\n';
  const agenda = `# 座談會議程\n\n${'請各單位派員參加，並於 2 月 30 日以前提供意見。。'.repeat(4)}\n`;
  const open = (name: string, text: string): ReturnType<typeof editor.open> =>
    editor.open(`file:///reports/${encodeURIComponent(name)}`, text);
  for (const document of [await open('出國報告審核表.txt', form), await open('赴日出國報告.md', agenda)])
    assert.deepEqual(await document.symbols(), []);
  await editor.settled();
  assert.deepEqual(editor.publishes, []);
  // The content speaks for it; its author chose the language.
  for (const document of [await open('赴日出國報告.txt', report), await open('審核表.txt', form)])
    assert.ok((await document.published()).length > 0, document.uri);
});

test('what version control shows of a report is left alone; a new document is not', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  for (const scheme of ['git', 'gitlens', 'review', 'vscode-local-history', 'chat-editing-snapshot-text-model']) {
    const document = await editor.open(`${scheme}:/reports/%E5%87%BA%E5%9C%8B%E5%A0%B1%E5%91%8A.mission.md?ref=HEAD`, report); // prettier-ignore
    assert.deepEqual(await document.symbols(), []);
    assert.deepEqual(await document.codeActions(document.rangeOf(wrongStop)), []);
  }
  await editor.settled();
  assert.deepEqual(editor.publishes, []);
  for (const uri of ['untitled:Untitled-1', 'untitled:/reports/a.mission', 'vscode-vfs://github/x/a.mission'])
    assert.ok(rulesOf(await (await editor.open(uri, report)).published()).includes('dates/invalid'), uri);
});

test('a text that becomes a report is served from then on, and stays so', async (t) => {
  const editor = await start(t, { capabilities: pushed });
  const document = await editor.open('file:///reports/notes.md', '備忘\n', 'markdown');
  await editor.settled();
  assert.deepEqual(editor.publishes, []);
  await document.setText(report);
  assert.ok(rulesOf(await document.published()).includes('dates/invalid'));
  await document.setText('會員達成共識。。\n');
  assert.ok(rulesOf(await document.published()).includes('typography/repeated-punctuation'));
});

test('a report in a language of another extension is not served', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open('file:///reports/report.tex', report, 'latex');
  assert.deepEqual(await document.pulled(), []);
});
