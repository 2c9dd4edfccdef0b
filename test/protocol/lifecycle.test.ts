import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { rich, start } from './client';
import { report, uri, wrongDay } from './report';

const server = path.resolve(import.meta.dirname, '../../dist/server.js');

test('after shutdown and exit the process ends with 0', async (t) => {
  const editor = await start(t);
  assert.equal(await editor.stop(), 0);
});

test('exit without shutdown ends with 1, and so does an editor that is gone', async (t) => {
  const editor = await start(t);
  await editor.connection.sendNotification('exit');
  assert.equal(await editor.ended, 1);

  const left = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(left, 'exit');
  left.stdin.end();
  assert.deepEqual((await ended)[0], 1);
});

test('started without a way to speak, it says how to start it', () => {
  const { status, stderr } = spawnSync(process.execPath, [server], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(status, 2);
  assert.match(stderr, /^usage: .*--stdio/);
});

test('a crash is said without its message and ends the process with a code', () => {
  // Thrown as soon as the server has begun to listen for such.
  const crash = `process.on('newListener', (name) => {
    if (name === 'unhandledRejection') setImmediate(() => { throw new RangeError('機密內容'); });
  });`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(crash)}`, server, '--stdio'],
    { encoding: 'utf8', timeout: 60_000 },
  );
  assert.equal(status, 1);
  assert.match(stderr, /the language server crashed: RangeError/);
  assert.doesNotMatch(stderr, /機密內容/);
});

test('a request that is cancelled is answered as cancelled', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, report.repeat(200));
  const source = new CancellationTokenSource();
  const asked = editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, source.token);
  source.cancel();
  await assert.rejects(asked, { code: -32800 });
});

test('a request that is overtaken by an edit while it waits is refused', async (t) => {
  let answer: (() => void) | undefined;
  const editor = await start(t, { capabilities: { workspace: { configuration: true } } });
  editor.connection.onRequest(
    'workspace/configuration',
    () =>
      new Promise((resolve) => {
        answer = () => {
          resolve([{}]);
        };
      }),
  );
  const document = await editor.open(uri, report);
  const asked = document.symbols();
  asked.catch(() => undefined);
  await document.replace(wrongDay, '114 年 2 月 28 日');
  await editor.settled();
  answer!();
  await assert.rejects(asked, { code: -32801 });
  assert.ok((await document.symbols()).length > 0);
});

test('the log speaks of counts and times, never of what is written', async (t) => {
  const editor = await start(t, { initializationOptions: { settings: { trace: 'verbose', profile: 'nowhere' } } });
  const secret = '極機密協議';
  const document = await editor.open(uri, report.replace('數位貿易研討會報告', `${secret}研討會報告`));
  await document.published();
  await document.replace(wrongDay, secret);
  await document.published();
  await document.hover({ line: 4, character: 12 });
  await editor.until('two lines about checks', () =>
    editor.log.filter((line) => /^version \d+: \d+ findings in [\d.]+ ms$/.test(line)).length >= 2 ? true : undefined,
  );
  assert.equal(await editor.stop(), 0);
  for (const line of [...editor.log, editor.complaints]) assert.ok(!line.includes(secret), line);
});

test('documents may come and go by the hundred', async (t) => {
  const editor = await start(t, { capabilities: rich });
  for (let i = 0; i < 300; i++) {
    const document = await editor.open(`file:///reports/${i}.mission`, report);
    if (i % 50 === 0) await document.pulled();
    await document.close();
  }
  const last = await editor.open(uri, report);
  assert.ok((await last.pulled()).length > 0);
});
