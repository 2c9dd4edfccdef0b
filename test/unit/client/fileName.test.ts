import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOfFileName, proposeFileName } from '../../../client/src/newReport/fileName';

const title = '赴日本大阪考察地方稅務服務報告';

describe('the file name of a new report', () => {
  it('is the title', () => {
    assert.equal(proposeFileName(title, '.md', []), `${title}.md`);
    assert.equal(proposeFileName(title, '.txt', ['notes.md']), `${title}.txt`);
  });

  it('is never twice the same', () => {
    assert.equal(proposeFileName(title, '.md', [`${title}.md`]), `${title}（2）.md`);
    assert.equal(proposeFileName(title, '.md', [`${title}.MD`, `${title}（2）.md`]), `${title}（3）.md`);
  });

  it('has nothing in it that a file system does not take', () => {
    assert.equal(proposeFileName('出席 2024/25 年「WTO: 貿易」會議', '.md', []), '出席 2024-25 年「WTO- 貿易」會議.md');
    assert.equal(proposeFileName('..', '.md', []), '出國報告.md');
    assert.equal(proposeFileName('', '.txt', []), '出國報告.txt');
    assert.ok(Buffer.byteLength(proposeFileName('會'.repeat(300), '.md', [])) < 255);
  });

  it('is refused where it is no text file, or there already', () => {
    assert.equal(faultOfFileName('報告.md', []), undefined);
    assert.equal(faultOfFileName('報告.TXT', []), undefined);
    assert.equal(faultOfFileName('報告.docx', []), 'extension');
    assert.equal(faultOfFileName('.md', []), 'extension');
    assert.equal(faultOfFileName('114/報告.md', []), 'characters');
    assert.equal(faultOfFileName('報告.md', ['報告.MD']), 'taken');
  });
});
