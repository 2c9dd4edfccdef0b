import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEventTitle } from '../../../server/src/knowledge/eventTitles';

const titles = {
  'tells of an event':
    '會議 APEC數位經濟指導小組會議 數位經濟指導小組（DESG）會議 電信暨資訊部長會議（TELMIN） 東京數位政府考察 拜會東京都廳 參訪國立情報學研究所 第12屆資深官員會議情形 臺日雙邊會談重點 海報展覽',
  'tells of none':
    '背景 市場概況 日本數位政府現況 參與及學習 出席 會議資料 各國政策比較 結論 行前準備 附件 會議議程 與會人員',
};

for (const [what, list] of Object.entries(titles))
  for (const title of list.split(' '))
    test(`${title} ${what}`, () => {
      assert.equal(isEventTitle(title), what === 'tells of an event');
    });
