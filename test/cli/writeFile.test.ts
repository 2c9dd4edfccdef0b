import assert from 'node:assert/strict';
import fs, { readFileSync, readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { writeWhole } from '../../server/src/cli/writeFile';
import { folderOf } from './command';

test('a file is written where the file system knows no links, and never over another', (t) => {
  const folder = folderOf({ 'there.odt': 'old' });
  t.mock.method(fs, 'linkSync', () => {
    throw Object.assign(new Error('not supported'), { code: 'EPERM' });
  });
  syncBuiltinESMExports();
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  });
  writeWhole(path.join(folder, 'new.odt'), Buffer.from('new'), false);
  assert.equal(readFileSync(path.join(folder, 'new.odt'), 'utf8'), 'new');
  assert.throws(() => {
    writeWhole(path.join(folder, 'there.odt'), Buffer.from('new'), false);
  }, /exists and was not written/);
  assert.equal(readFileSync(path.join(folder, 'there.odt'), 'utf8'), 'old');
  assert.deepEqual(readdirSync(folder).sort(), ['new.odt', 'there.odt']);
});
