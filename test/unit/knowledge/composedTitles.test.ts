import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composedPartsOf } from '../../../server/src/knowledge/composedTitles';

const titles: Readonly<Record<string, string>> = {
  purpose: '考察緣起與目的 會議背景 背景說明 出席目的 出國計畫目的 背景及任務',
  itinerary: '行程及議程 活動行程 行程規劃 參訪交流行程',
  process: '會談內容 諮商經過 工作紀要 過程紀要 參訪概況',
  proceedings: '會議討論情形 各場會議重點 研討會內容',
  reflections: '綜合心得 與會心得',
  'reflections-and-recommendations': '感想與建議 評析與建議 會議結論與建議 參訪心得／建議',
  'process, itinerary': '參訪行程及內容 行程與工作內容 過程及行程 行程與活動紀要 行程及參訪概況',
  'purpose, itinerary': '目的及行程',
  'proceedings, reflections-and-recommendations': '會議內容、心得與建議',
  // Heads of all kinds of sections, and words that only look like names of parts.
  '': '重點 內容 議程 會議議程 與會人員 會議結論 會議資料 市場概況 出席會議人員 後續工作 考察 會議 雙邊會談 東京都廳 及 與 目的地 行程及',
};

for (const [parts, list] of Object.entries(titles))
  for (const title of list.split(' '))
    test(`${title} names ${parts || 'no part'}`, () => {
      assert.equal(composedPartsOf(title).join(', '), parts);
    });
