import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { activeExtension, rangeOf, replace, revertAndClose, show, until, untilFindings } from './editor';

const wrongName = 'economies/nonstandard-name';

describe('the language server', () => {
  afterEach(revertAndClose);

  it('comes back after a crash, and goes on where it was', async () => {
    const { exports: extension } = await activeExtension();
    const document = await show('conference.mission.md');
    await untilFindings(document, wrongName, 1);
    const crashed = extension.serverProcessId();
    assert(crashed, 'the server has no process id');
    process.kill(crashed, 'SIGKILL');
    // What is typed before the client has heard of it can't be sent: that must not keep it from starting another.
    for (let key = 0; key < 10; key++) await replace(document, rangeOf(document, '加拿大'), '又加拿大');
    await until('another server', () => {
      const now = extension.serverProcessId();
      return now !== undefined && now !== crashed ? now : undefined;
    });
    await replace(document, rangeOf(document, '加拿大'), '文萊');
    await untilFindings(document, wrongName, 2);
  });
});
