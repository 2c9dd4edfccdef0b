import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExportResult, ImportResult } from '../../server/src/lsp/protocol';
import { rich, start } from './client';
import { report, uri } from './report';

test('a file that was exported is imported; one that is none is refused with the reason', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, report);
  for (const format of ['docx', 'odt']) {
    const { base64 } = await editor.connection.sendRequest<ExportResult>('missionReport/export', {
      uri,
      content: 'report',
      format,
      images: [],
    });
    const read = await editor.connection.sendRequest<ImportResult>('missionReport/import', {
      base64,
      imageFolder: '圖',
    });
    assert.ok('text' in read);
    assert.deepEqual([read.images, read.losses], [[], []]);
    for (const line of report.split('\n').filter((words) => /^[壹貳參肆]、/.test(words)))
      assert.ok(read.text.includes(line.trim()), line);
  }
  const refused = await editor.connection.sendRequest<ImportResult>('missionReport/import', { base64: 'AAAA', imageFolder: '' }); // prettier-ignore
  assert.ok('refused' in refused && refused.refused.length > 5);
  await assert.rejects(editor.connection.sendRequest('missionReport/import', { base64: 1 }), { code: -32602 });
});

test('what is pasted becomes text of a report, or nothing where it is best as it is', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, report);
  const paste = (html: string, text: string): Promise<unknown> =>
    editor.connection.sendRequest('missionReport/paste', { uri, html, text });
  assert.equal(await paste('<ol><li>甲</li><li>乙</li></ol>', '甲\n乙'), '1. 甲\n\n2. 乙');
  assert.equal(await paste('<b>甲</b>', '甲'), null);
  assert.equal(await paste('', '甲\n乙\n'), null);
  const line = '我國代表於會中說明推動無紙化貿易之經驗並邀請各會員參加明年之研討會以';
  const pages = `${`${line}\n`.repeat(4)}為後續合作奠定基礎。\n3\n${`${line}\n`.repeat(4)}為後續合作奠定基礎。\n4\n完畢。\n`;
  const joined = String(await paste('', pages));
  assert.ok(joined.split('\n').length < 8 && !/^\d$/m.test(joined), joined);
  assert.ok(joined.includes('研討會以我國代表'));
  assert.equal(
    await paste('', '　　我國代表於會中說明推動無紙化貿易之經驗。\n\u00a0112\u00a0年起\u200b辦理\n　　王小明'),
    '我國代表於會中說明推動無紙化貿易之經驗。\n 112 年起辦理\n　　王小明',
  );
  // Lines of Latin words end where the next one finds no room, or within it.
  const english =
    'The delegation visited the coastal monitoring station and discussed\nprocurement of buoys, maintenance intervals and cross-\nborder sharing of observations. The host explained that imple-\nmentation of the second phase depends on the telecommunications\ninfrastructure of the islands and on the budget of the next year\nwhich the parliament has not passed.\n';
  assert.equal(
    await paste('', english),
    'The delegation visited the coastal monitoring station and discussed procurement of buoys, maintenance intervals and cross-border sharing of observations. The host explained that implementation of the second phase depends on the telecommunications infrastructure of the islands and on the budget of the next year which the parliament has not passed.\n',
  );
});
