import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceEdits, attendanceRollAt } from '../../../server/src/features/attendanceRoll';
import type { TickedRoll } from '../../../server/src/features/attendanceRoll';
import { economies } from '../../../server/src/knowledge/economies';
import { parseReport } from '../../../server/src/report/parse/parse';
import { applyEdits } from '../../../server/src/service';
import { unmark } from './marked';

const body = (words: string): string =>
  `出國報告（出國類別：開會）\n出席 APEC 數位經濟指導小組會議報告\n服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、數位經濟指導小組會議\n${words}\n`;

function written(marked: string, ticked: TickedRoll): string {
  const { text, cursor } = unmark(body(marked));
  return applyEdits(text, attendanceEdits(parseReport(text), cursor, ticked));
}

const all = economies.map(({ code }) => code);

test('ticked members become a sentence in the way of the report, we stand last', () => {
  assert.equal(
    written('（一）‸', { present: ['TW', 'US', 'JP'], restAbsent: false }),
    body('（一）日本、美國及我國共 3 個會員出席會議。'),
  );
  assert.equal(
    written('（一）美國、日本及我國計三個經濟體與會（巴紐、泰國未出席）。\n（二）‸', {
      present: all.filter((code) => code !== 'PG' && code !== 'MX'),
      restAbsent: true,
    }).split('（二）')[1],
    '澳洲、汶萊、加拿大、智利、中國、香港、印尼、日本、韓國、馬來西亞、紐西蘭、秘魯、菲律賓、俄羅斯、新加坡、泰國、美國、越南及我國計十九個經濟體與會（墨西哥、巴紐未出席）。\n',
  );
  assert.equal(written('（一）‸', { present: [], restAbsent: true }), body('（一）'));
});

test('a list at the cursor is corrected: order, guests and other words stay', () => {
  const list = '（一）美國、日本、印度及我國共 4 個會員出席會議（泰國‸、智利缺席），會中通過議程。';
  const { text, cursor } = unmark(body(list));
  const roll = attendanceRollAt(parseReport(text), cursor);
  assert.deepEqual(
    roll.entries.filter(({ present }) => present).map(({ name }) => name),
    ['日本', '我國', '美國'],
  );
  assert.equal(roll.entries.length, 21);
  assert.ok(roll.namesAbsent);
  assert.equal(
    written(list, { present: ['JP', 'TW', 'US', 'TH'], restAbsent: false }),
    body('（一）美國、日本、泰國、印度及我國共 5 個會員出席會議（智利缺席），會中通過議程。'),
  );
  assert.equal(
    written(list, { present: ['JP', 'TW', 'US', 'TH', 'CL'], restAbsent: false }),
    body('（一）美國、日本、智利、泰國、印度及我國共 6 個會員出席會議，會中通過議程。'),
  );
  assert.equal(
    written('（一）美國、日本‸及我國共 3 個會員出席會議。', {
      present: all.filter((code) => code !== 'VN'),
      restAbsent: true,
    }).match(/共 20 個會員出席會議（越南缺席）。/)?.length,
    1,
  );
});
