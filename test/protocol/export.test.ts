import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { DigestResult, ExportImagesResult, ExportResult, ProtocolPreview } from '../../server/src/lsp/protocol';
import { rich, start } from './client';
import { report, uri } from './report';

const images = `${report}\n![會場](圖/a.png)\n\n![外](../b.png)\n`;
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC';

test('a report is exported with the images that the client has read, and its errors are counted', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, images);
  const wanted = await editor.connection.sendRequest<ExportImagesResult>('missionReport/exportImages', { uri });
  assert.deepEqual(wanted, [{ source: '圖/a.png', path: '圖/a.png' }, { source: '../b.png' }]);
  for (const format of ['docx', 'odt', 'html']) {
    const { base64, errors, missingImages, hanFonts } = await editor.connection.sendRequest<ExportResult>(
      'missionReport/export',
      {
        uri,
        content: 'report',
        format,
        images: [{ source: '圖/a.png', base64: png }],
      },
    );
    assert.equal(errors, 1);
    assert.deepEqual(missingImages, ['../b.png']);
    assert.equal(hanFonts[0], '標楷體');
    const bytes = Buffer.from(base64, 'base64');
    if (format === 'html') assert.ok(bytes.toString('utf8').includes(`base64,${png}`));
    else {
      const parts = unzipSync(bytes);
      assert.ok(Object.keys(parts).some((name) => /(?:media|Pictures)\//.test(name)));
      assert.ok(strFromU8(parts[format === 'docx' ? 'word/document.xml' : 'content.xml']!).includes('會場'));
    }
  }
});

test('the review form and the digest record are exported, and the record’s fields are told', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, report);
  for (const [content, words] of [
    ['review', '依限繳交出國報告'],
    ['digest', '報告內容摘要'],
  ]) {
    const { base64 } = await editor.connection.sendRequest<ExportResult>('missionReport/export', {
      uri,
      content,
      format: 'odt',
      images: [],
    });
    assert.ok(strFromU8(unzipSync(Buffer.from(base64, 'base64'))['content.xml']!).includes(words!));
  }
  const fields = await editor.connection.sendRequest<DigestResult>('missionReport/digest', { uri });
  assert.ok(fields?.find(({ id }) => id === 'title')?.value);
  assert.ok(fields.every(({ label }) => label !== ''));
});

test('the preview is pieces with the lines that they come from, without markup of the report', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open(uri, `${report}\n<script>alert(1)</script>\n`);
  const { pieces, page } = await editor.connection.sendRequest<ProtocolPreview>('missionReport/preview', { uri });
  assert.deepEqual([page.width, page.height], [210, 297]);
  assert.deepEqual([...new Set(pieces.flatMap(({ begins }) => begins ?? []))], ['cover', 'front', 'body']);
  const html = pieces.map((piece) => piece.html).join('');
  assert.ok(html.includes('&lt;script&gt;') && !/<script|\sstyle=|\son\w+=/.test(html));
});

test('what is no report, not open or not understood gets no file', async (t) => {
  const editor = await start(t, { capabilities: rich });
  await editor.open('file:///reports/notes.md', '購物清單\n\n- 牛奶\n', 'markdown');
  const ask = (params: object): Promise<unknown> => editor.connection.sendRequest('missionReport/export', params);
  for (const of of ['file:///reports/notes.md', 'file:///reports/closed.mission'])
    assert.equal(await ask({ uri: of, content: 'report', format: 'docx', images: [] }), null);
  await editor.open(uri, report);
  for (const params of [
    { uri },
    { uri, content: 'report', format: 'doc', images: [] },
    { uri, content: 'report', format: 'docx', images: [{ source: 1 }] },
  ])
    await assert.rejects(ask(params), { code: -32602 });
  // Bytes that are no image are a missing image, not a failure.
  await editor.open('file:///reports/b.mission.md', images);
  const { missingImages } = (await ask({ uri: 'file:///reports/b.mission.md', content: 'report', format: 'docx', images: [{ source: '圖/a.png', base64: '%%%' }] })) as ExportResult; // prettier-ignore
  assert.deepEqual(missingImages, ['圖/a.png', '../b.png']);
});
