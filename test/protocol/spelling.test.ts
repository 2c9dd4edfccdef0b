/** The spelling detector: its words come behind the first findings, in a process and in a worker. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { libraryAddress, messageOf, pushed, rich, start } from './client';
import type { StartOptions } from './client';
import { report, uri } from './report';

const slip = '各級學校均可申請捕助。';
const text = report.replace(/\n壹、[^\n]*\n/, (heading) => `${heading}\n${slip}\n`);

for (const [transport, options] of [
  ['stdio', {}],
  ['worker', { initializationOptions: { library: libraryAddress } }],
] satisfies readonly (readonly ['stdio' | 'worker', StartOptions])[]) {
  test(`${transport}: what it finds is told after the first findings`, async (t) => {
    const editor = await start(t, { capabilities: pushed, transport, ...options });
    const document = await editor.open(uri, text);
    const isSlip = ({ code }: { readonly code?: unknown }): boolean => code === 'wording/typo';
    const first = await document.published();
    assert.ok(first.length > 0 && !first.some(isSlip));
    for (let waited = 0; waited < 600 && !editor.publishes.at(-1)!.diagnostics.some(isSlip); waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const then = editor.publishes.at(-1)!.diagnostics;
    const found = then.filter(isSlip);
    assert.deepEqual(
      found.map(({ range }) => document.at(range)),
      ['捕助'],
    );
    assert.match(messageOf(found[0]!), /補助/);
    assert.equal(then.length, first.length + 1);
  });
}

test('a client that asks for findings is told to ask again', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, text);
  const codes = async (): Promise<readonly unknown[]> => (await document.pulled()).map(({ code }) => code);
  assert.ok(!(await codes()).includes('wording/typo'));
  for (let asked = 0; asked < 600 && !(await codes()).includes('wording/typo'); asked += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok((await codes()).includes('wording/typo'));
});
