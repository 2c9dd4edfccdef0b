import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type {
  CheckFileResult,
  ChecklistResult,
  KnownEventsResult,
  ListReportsResult,
  NewReportResult,
  ProfileChangeResult,
  PlaceholdersResult,
  ProfilesResult,
} from '../../server/src/lsp/protocol';
import { rich, rulesOf, start } from './client';
import { report, uri, wrongDay } from './report';

test('the checklist leads from each item to what speaks against it', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const ask = (of: string): Promise<ChecklistResult> =>
    editor.connection.sendRequest('missionReport/checklist', { uri: of });
  const items = (await ask(uri))!;
  const places = items.flatMap((item) => item.places);
  assert.ok(places.some(({ range, severity }) => severity === 'error' && document.at(range) === wrongDay));
  assert.ok(items.some(({ id, state }) => id === 'originality' && state === 'manual'));
  assert.equal(await ask('file:///reports/closed.mission'), null);
});

test('an item moves a level in and out', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const ask = (words: string, by: number): Promise<TextEdit[]> =>
    editor.connection.sendRequest('missionReport/levelChange', { uri, position: document.rangeOf(words).start, by });
  const [inward] = await ask('二、邀請業者', 1);
  assert.equal(document.at(inward!.range), '二、');
  assert.equal(inward!.newText, '（一）');
  assert.deepEqual(await ask('壹、目的', -1), []);
  assert.deepEqual(await ask('瞭解主辦', 1), []);
});

test('the places that are still to be written are told, in the order of the text', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report.replace('日本說明', '○○說明'));
  const ask = (of: string): Promise<PlaceholdersResult> =>
    editor.connection.sendRequest('missionReport/placeholders', { uri: of });
  const places = await ask(uri);
  assert.ok(places.some((range) => document.at(range) === '○○'));
  assert.ok(places.every(({ start: { line } }, index) => index === 0 || line >= places[index - 1]!.start.line));
  assert.deepEqual(await ask('file:///reports/closed.mission'), []);
});

test('a list that opens by itself is empty in a text file, and has letters alone in a report', async (t) => {
  const editor = await start(t, { capabilities: rich });
  for (const language of ['mission-report', 'markdown', 'plaintext']) {
    const address = `file:///reports/${language}.txt`;
    const document = await editor.open(address, report.replace('日本說明', '紐 nz說明'), language);
    const labelsAt = async (words: string, triggerKind?: number): Promise<string> => {
      const context = triggerKind === undefined ? undefined : { triggerKind, triggerCharacter: words.slice(-1) };
      const position = document.rangeOf(words).end;
      const items = await document.ask<{ label: string }[]>('completion', { position, context });
      return items.map(({ label }) => label).join(' ');
    };
    assert.match(await labelsAt('：紐', 1), /紐西蘭/, language);
    assert.match(await labelsAt('：紐'), /紐西蘭/, language);
    assert.equal(await labelsAt('：紐', 2), '', language);
    if (language === 'mission-report') assert.match(await labelsAt('紐 nz', 2), /紐西蘭/);
    else assert.equal(await labelsAt('紐 nz', 2), '', language);
  }
});

test('a new report is made of a profile and what is known, and checks clean but for what is missing', async (t) => {
  const editor = await start(t, { capabilities: rich, locale: 'en' });
  const profiles = await editor.connection.sendRequest<ProfilesResult>('missionReport/profiles');
  assert.ok(profiles.some(({ id, categories }) => id === 'conference' && categories.includes('開會')));
  assert.ok(profiles.every(({ name }) => /^[\x20-\x7e–’]+$/.test(name)));
  const events = await editor.connection.sendRequest<KnownEventsResult>('missionReport/knownEvents');
  const event = events.find(({ id }) => id === '2024 SOM3')!;
  const { text, snippet } = await editor.connection.sendRequest<NewReportResult>('missionReport/newReport', {
    profile: 'conference',
    title: `出席${event.name}報告`,
    persons: ['林若涵科長'],
    destination: event.destination,
    from: event.from,
    to: event.to,
  });
  assert.ok(text.includes(event.name) && text.includes('林若涵科長') && text.includes(event.destination));
  assert.match(snippet, /\$\{1[:|]/);
  const document = await editor.open(uri, text);
  const rules = rulesOf(await document.pulled()).filter((rule) => rule !== 'structure/placeholder');
  assert.deepEqual(
    rules.filter((rule) => rule.startsWith('structure/missing')),
    [],
  );
});

test('the profiles are explained, and say what their categories ask', async (t) => {
  const editor = await start(t, { capabilities: rich, locale: 'zh-TW' });
  const profiles = await editor.connection.sendRequest<ProfilesResult>('missionReport/profiles');
  for (const { id, explanation } of profiles) assert.ok(explanation.length > 6 && !explanation.includes('\n'), id);
  const central = profiles.find(({ id }) => id === 'central')!;
  assert.equal(central.explanation, '摘要、目的、過程、心得及建議；返國後 3 個月內提出');
  assert.deepEqual(
    ['考察', '開會', '進修'].map((category) => central.journeys[category]),
    ['visit', 'meeting', 'study'],
  );
  assert.ok(profiles.some(({ id, usualCategory }) => id === 'university' && usualCategory === '開會'));
});

test('the files of a folder are listed and checked without being opened', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mission-report-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(path.join(folder, '濟州.md'), report);
  writeFileSync(path.join(folder, 'notes.md'), '# Notes\n\nBuy milk.\n');
  const root = pathToFileURL(folder).href;
  const editor = await start(t, { capabilities: rich, workspaceFolders: [root] });
  const { uris, complete } = await editor.connection.sendRequest<ListReportsResult>('missionReport/listReports', {
    folder: root,
  });
  assert.ok(complete);
  assert.deepEqual(uris, [`${root}/notes.md`, `${root}/${encodeURIComponent('濟州.md')}`]);
  const check = (of: string): Promise<CheckFileResult> =>
    editor.connection.sendRequest('missionReport/checkFile', { uri: of });
  assert.equal(await check(uris[0]!), null);
  assert.equal(await check(`${root}/gone.md`), null);
  const found = (await check(uris[1]!))!;
  const document = await editor.open(uri, report);
  assert.deepEqual(rulesOf([...found]).sort(), rulesOf(await document.pulled()).sort());
});

test('a profile is chosen for a report or for its folder, and the status says by what', async (t) => {
  const root = 'file:///reports';
  const editor = await start(t, {
    capabilities: { ...rich, workspace: { ...rich.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    initializationOptions: { status: true },
    workspaceFolders: [root],
  }); // prettier-ignore
  const ask = (of: string, profile: string, scope: string): Promise<ProfileChangeResult> =>
    editor.connection.sendRequest('missionReport/profileChange', { uri: of, profile, scope });
  const textOf = (change: ProfileChangeResult): string =>
    (change!.edit.documentChanges as TextDocumentEdit[])
      .filter((change) => 'edits' in change)
      .flatMap(({ edits }) => edits)
      .map((edit) => (edit as TextEdit).newText)
      .join('');
  const folder = await ask(`${root}/114/a.md`, 'university', 'folder');
  assert.equal(folder?.file, `${root}/.mission-report.json`);
  assert.deepEqual(JSON.parse(textOf(folder)), { profile: 'university' });
  const single = await ask(`${root}/114/a[1].md`, 'council', 'report');
  assert.deepEqual(JSON.parse(textOf(single)), { overrides: [{ files: ['114/a[[]1].md'], profile: 'council' }] });
  assert.equal(await ask('untitled:Untitled-1', 'university', 'folder'), null);
  assert.equal(await ask(`${root}/a.md`, 'nowhere', 'folder'), null);
});

test('a page of a rule is no report, whatever samples it shows', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const page = await editor.open('mission-report-rule:/structure/missing-section.md', report);
  assert.deepEqual(await page.pulled(), []);
});

test('parameters that are not of the type are refused as such, and cost nothing else', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const position = { line: 0, character: 0 };
  for (const [method, params] of [
    ['checklist', undefined],
    ['checklist', {}],
    ['checklist', { uri: 3 }],
    ['checklist', []],
    ['levelChange', { uri, position, by: 2 }],
    ['levelChange', { uri, position: { line: -1, character: 0 }, by: 1 }],
    ['levelChange', { uri, position: { line: 0.5, character: 0 }, by: 1 }],
    ['levelChange', { uri, by: 1 }],
    ['checkFile', { uri: 3 }],
    ['listReports', {}],
    ['profileChange', { uri, profile: 'central', scope: 'world' }],
    ['newReport', { profile: 'nowhere' }],
    ['newReport', { profile: 'conference', persons: '林若涵' }],
    ['newReport', { profile: 'conference', from: { year: 2025, month: 2, day: 29 } }],
    ['newReport', { profile: 'conference', from: '2025-02-20' }],
    ['newReport', { profile: 'conference', markdown: 1 }],
  ] as const)
    await assert.rejects(
      editor.connection.sendRequest(`missionReport/${method}`, params),
      { code: -32602 },
      `${method} ${JSON.stringify(params)}`,
    );
  assert.ok((await document.pulled()).length > 0);
});

test('completion offers today for 報告日期', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report.replace('報告日期：114 年 6 月 20 日', '報告日期：'));
  const before = new Date();
  const items = await document.completions(document.rangeOf('報告日期：').end);
  const after = new Date();
  const days = [before, after].map((day) => `${day.getFullYear() - 1911}年${day.getMonth() + 1}月${day.getDate()}日`);
  assert.ok(
    items.some(({ textEdit }) => days.includes(textEdit!.newText.replaceAll(' ', ''))),
    items.map(({ label }) => label).join(),
  );
});
