import type { WordEntry } from './words';

const formal = 'tw-formal-writing：兩種寫法並存，同一文件統一';
const letters = '行政院院長電子信箱釋例：兩種寫法並存，同一文件統一';
const courseText = '公文撰作解析（國家文官學院）：兩種寫法並存，同一文件統一';
const lawTerms = '法律統一用字表（文書處理手冊附錄4）及通行寫法並存，同一文件統一';
/** 臺 is what official texts write; registered names of companies keep 台. */
const taiwan = '行政院院長電子信箱112年6月28日釋例：公文用「臺」，登記名稱從其登記';
/** What follows 台灣 in names that are registered with 台. */
const companies = '電積大水塑中糖化肥鐵高證期銀人產虎房美固';

/** Pairs of legal forms. Either is silent by itself; the first of a pair is what agencies usually write. */
export const variants: readonly (readonly [WordEntry, WordEntry])[] = [
  [
    { text: '瞭解', preferred: '了解', source: formal, trust: 'secondary' },
    {
      text: '了解',
      preferred: '瞭解',
      notAfter: '瞭除完',
      notBefore: '決散除釋開凍',
      right: ['為了解決前述問題，會員提出三項方案。', '主席為了解釋該案延長議程。', '除了解除限制外，別無他法。'],
      source: formal,
      trust: 'secondary',
    },
  ],
  [
    {
      text: '作法',
      preferred: '做法',
      notAfter: '合製工著操協寫創動運耕農實',
      notBefore: '律規案令條院官治務源人制國庭學',
      right: ['就數位合作法規交換意見。', '修訂工作法令。'],
      source: formal,
      trust: 'secondary',
    },
    { text: '做法', preferred: '作法', notBefore: '律規案令條院官治務', source: formal, trust: 'secondary' },
  ],
  [
    { text: '答復', preferred: '答覆', source: letters, trust: 'secondary' },
    { text: '答覆', preferred: '答復', source: letters, trust: 'secondary' },
  ],
  [
    { text: '週年', preferred: '周年', source: formal, trust: 'secondary' },
    { text: '周年', preferred: '週年', notAfter: '西東', source: formal, trust: 'secondary' },
  ],
  [
    { text: '週期', preferred: '周期', source: formal, trust: 'secondary' },
    { text: '周期', preferred: '週期', notAfter: '西東', source: formal, trust: 'secondary' },
  ],
  [
    { text: '鑒於', preferred: '鑑於', source: courseText, trust: 'secondary' },
    { text: '鑑於', preferred: '鑒於', source: courseText, trust: 'secondary' },
  ],
  [
    { text: '澈底', preferred: '徹底', source: lawTerms, trust: 'official' },
    { text: '徹底', preferred: '澈底', source: lawTerms, trust: 'official' },
  ],
  [
    { text: '橋梁', preferred: '橋樑', source: courseText, trust: 'secondary' },
    { text: '橋樑', preferred: '橋梁', source: courseText, trust: 'secondary' },
  ],
  [
    { text: '洩漏', preferred: '洩露', source: courseText, trust: 'secondary' },
    { text: '洩露', preferred: '洩漏', source: courseText, trust: 'secondary' },
  ],
  [
    { text: '公釐', preferred: '公厘', source: lawTerms, trust: 'official' },
    { text: '公厘', preferred: '公釐', source: lawTerms, trust: 'official' },
  ],
  [
    { text: '抽菸', preferred: '抽煙', source: lawTerms, trust: 'official' },
    { text: '抽煙', preferred: '抽菸', notBefore: '機設系', source: lawTerms, trust: 'official' },
  ],
  [
    { text: '企劃', preferred: '企畫', source: lawTerms, trust: 'official' },
    { text: '企畫', preferred: '企劃', source: lawTerms, trust: 'official' },
  ],
  [
    { text: '臺灣', preferred: '台灣', notBefore: companies, source: taiwan, trust: 'secondary' },
    {
      text: '台灣',
      preferred: '臺灣',
      notBefore: companies,
      right: ['會後拜會台灣電力公司及台灣大哥大。', '台灣積體電路公司派員與會。', '台灣高鐵公司分享經驗。'],
      source: taiwan,
      trust: 'secondary',
    },
  ],
  [
    { text: '臺北', preferred: '台北', source: taiwan, trust: 'secondary' },
    {
      text: '台北',
      preferred: '臺北',
      notAfter: '平舞後兩三',
      notBefore: '富捷金',
      blockers: ['中華台北'],
      right: ['以中華台北名義參加。', '參訪台北富邦銀行。'],
      source: taiwan,
      trust: 'secondary',
    },
  ],
  [
    { text: '臺中', preferred: '台中', notAfter: '平舞後', source: taiwan, trust: 'secondary' },
    {
      text: '台中',
      preferred: '臺中',
      notAfter: '平舞後櫃站電雲機講',
      notBefore: '央的之有',
      right: ['平台中之賣家須揭露身分。', '後台中可查詢交易。'],
      source: taiwan,
      trust: 'secondary',
    },
  ],
  [
    { text: '臺南', preferred: '台南', source: taiwan, trust: 'secondary' },
    { text: '台南', preferred: '臺南', notAfter: '平舞後櫃', notBefore: '紡', source: taiwan, trust: 'secondary' },
  ],
];
