import type { Sourced } from './types';
import type { WordCells } from './words';

const law: Sourced = { source: '中央法規標準法第2條、條約締結法：法律、條約及協定之名稱', trust: 'secondary' };
const plan: Sourced = { source: '因公出國報告用字慣例', trust: 'secondary' };

/** What the names of laws, agreements and plans end with: wording/near-duplicate-name compares what stands before. */
// prettier-ignore
export const titleEndings: readonly WordCells[] = [
  ['基本法', '', law],
  ['標準法', '', law],
  ['保護法', '', law],
  ['管理法', '', law],
  ['促進法', '', law],
  ['條例', '', law],
  ['協定', '', law],
  ['倡議', '', plan],
  ['行動計畫', '', plan],
  ['推動計畫', '', plan],
  ['手冊', '', plan],
  ['指引', '', plan],
  ['白皮書', '', plan],
  ['路徑圖', '', plan],
  ['法草案', '', law],
];
