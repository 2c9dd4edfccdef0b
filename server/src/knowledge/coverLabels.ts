import type { CoverFieldId } from './types';
const t: Record<string, CoverFieldId> = {
  服務機關: 'agency',
  姓名職稱: 'name-and-title',
  姓名: 'name',
  職稱: 'position',
  '派赴國家/地區': 'destination',
  '派赴國家／地區': 'destination',
  派赴國家: 'destination',
  出國地區: 'destination',
  出國期間: 'period',
  報告日期: 'report-date',
  出國類別: 'category',
};
export const coverFieldOf = (s: string): CoverFieldId | undefined => t[s];
