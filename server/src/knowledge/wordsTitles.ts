import type { WordEntry } from './words';

const law = '中央法規標準法第2條、條約締結法：法律、條約及協定之名稱';
const plan = '因公出國報告用字慣例';

/** What the names of laws, agreements and plans end with: wording/near-duplicate-name compares what stands before. */
export const titleEndings: readonly WordEntry[] = [
  { text: '基本法', preferred: '', source: law, trust: 'secondary' },
  { text: '標準法', preferred: '', source: law, trust: 'secondary' },
  { text: '保護法', preferred: '', source: law, trust: 'secondary' },
  { text: '管理法', preferred: '', source: law, trust: 'secondary' },
  { text: '促進法', preferred: '', source: law, trust: 'secondary' },
  { text: '條例', preferred: '', source: law, trust: 'secondary' },
  { text: '協定', preferred: '', source: law, trust: 'secondary' },
  { text: '倡議', preferred: '', source: plan, trust: 'secondary' },
  { text: '行動計畫', preferred: '', source: plan, trust: 'secondary' },
  { text: '推動計畫', preferred: '', source: plan, trust: 'secondary' },
  { text: '手冊', preferred: '', source: plan, trust: 'secondary' },
  { text: '指引', preferred: '', source: plan, trust: 'secondary' },
  { text: '白皮書', preferred: '', source: plan, trust: 'secondary' },
  { text: '路徑圖', preferred: '', source: plan, trust: 'secondary' },
  { text: '法草案', preferred: '', source: law, trust: 'secondary' },
];
