import type { Sourced } from './types';
import type { WordCells } from './words';

const formal: Sourced = { source: 'tw-formal-writing：兩種寫法並存，同一文件統一', trust: 'secondary' };
const letters: Sourced = { source: '行政院院長電子信箱釋例：兩種寫法並存，同一文件統一', trust: 'secondary' };
const courseText: Sourced = { source: '公文撰作解析（國家文官學院）：兩種寫法並存，同一文件統一', trust: 'secondary' };
const lawTerms: Sourced = {
  source: '法律統一用字表（文書處理手冊附錄4）及通行寫法並存，同一文件統一',
  trust: 'official',
};
/** 臺 is what official texts write; registered names of companies keep 台. */
const taiwan: Sourced = {
  source: '行政院院長電子信箱112年6月28日釋例：公文用「臺」，登記名稱從其登記',
  trust: 'secondary',
};
/** What follows 台灣 in names that are registered with 台. */
const companies = '電積大水塑中糖化肥鐵高證期銀人產虎房美固';

/** Our offices abroad bear 台 in their names, as 外交部 writes them: 駐德國台北代表處, 台北駐日經濟文化代表處. */
const offices = '台北代表處|台北辦事處|台北經濟|台北商務|台北貿易|台北駐'.split('|');

/** Pairs of legal forms. Either is silent by itself; the first of a pair is what agencies usually write. */
// prettier-ignore
export const variants: readonly (readonly [WordCells, WordCells])[] = [
  [
    ['瞭解', '了解', formal],
    ['了解', '瞭解', formal, { notAfter: '瞭除完', notBefore: '決散除釋開凍', right: ['為了解決前述問題，會員提出三項方案。', '主席為了解釋該案延長議程。', '除了解除限制外，別無他法。'] }],
  ],
  [
    ['作法', '做法', formal, { notAfter: '合製工著操協寫創動運耕農實', notBefore: '律規案令條院官治務源人制國庭學', right: ['就數位合作法規交換意見。', '修訂工作法令。'] }],
    ['做法', '作法', formal, { notBefore: '律規案令條院官治務' }],
  ],
  [
    ['答復', '答覆', letters],
    ['答覆', '答復', letters],
  ],
  [
    ['週年', '周年', formal],
    ['周年', '週年', formal, { notAfter: '西東' }],
  ],
  [
    ['週期', '周期', formal],
    ['周期', '週期', formal, { notAfter: '西東' }],
  ],
  [
    ['鑒於', '鑑於', courseText],
    ['鑑於', '鑒於', courseText],
  ],
  [
    ['澈底', '徹底', lawTerms],
    ['徹底', '澈底', lawTerms],
  ],
  [
    ['橋梁', '橋樑', courseText],
    ['橋樑', '橋梁', courseText],
  ],
  [
    ['洩漏', '洩露', courseText],
    ['洩露', '洩漏', courseText],
  ],
  [
    ['公釐', '公厘', lawTerms],
    ['公厘', '公釐', lawTerms],
  ],
  [
    ['抽菸', '抽煙', lawTerms],
    ['抽煙', '抽菸', lawTerms, { notBefore: '機設系' }],
  ],
  [
    ['企劃', '企畫', lawTerms],
    ['企畫', '企劃', lawTerms],
  ],
  [
    ['臺灣', '台灣', taiwan, { notBefore: companies }],
    ['台灣', '臺灣', taiwan, { notBefore: companies, right: ['會後拜會台灣電力公司及台灣大哥大。', '台灣積體電路公司派員與會。', '台灣高鐵公司分享經驗。'] }],
  ],
  [
    ['臺北', '台北', taiwan],
    ['台北', '臺北', taiwan, { notAfter: '平舞後兩三', notBefore: '富捷金', blockers: ['中華台北', ...offices], right: ['以中華台北名義參加。', '參訪台北富邦銀行。', '駐德國台北代表處協助安排。', '拜會台北駐日經濟文化代表處。', '駐洛杉磯台北經濟文化辦事處派員陪同。'] }],
  ],
  [
    ['臺中', '台中', taiwan, { notAfter: '平舞後' }],
    ['台中', '臺中', taiwan, { notAfter: '平舞後櫃站電雲機講', notBefore: '央的之有', right: ['平台中之賣家須揭露身分。', '後台中可查詢交易。'] }],
  ],
  [
    ['臺南', '台南', taiwan],
    ['台南', '臺南', taiwan, { notAfter: '平舞後櫃', notBefore: '紡' }],
  ],
];
