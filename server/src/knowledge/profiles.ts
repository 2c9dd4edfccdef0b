import type { CoverRequirement, Profile, ProfileId, ProfilePart } from './types';
const cover: readonly CoverRequirement[] = [
  { field: 'category', label: '出國類別', insteadOf: [] },
  { field: 'agency', label: '服務機關', insteadOf: [] },
  { field: 'name-and-title', label: '姓名職稱', insteadOf: [['name', 'position'], ['name']] },
  { field: 'destination', label: '派赴國家/地區', insteadOf: [] },
  { field: 'period', label: '出國期間', insteadOf: [] },
  { field: 'report-date', label: '報告日期', insteadOf: [] },
];
const part = (
  id: ProfilePart['part'],
  title: string,
  required: boolean,
  insteadOf: ProfilePart['insteadOf'] = [],
): ProfilePart => ({
  part: id,
  title,
  required,
  insteadOf,
  holds: { 'zh-TW': title, en: id },
  source: '行政院及所屬各機關出國報告綜合處理要點',
});
const base = {
  cover,
  categories: ['考察', '進修', '研究', '實習', '視察', '訪問', '開會', '談判', '其他'],
  abstractLength: { min: 200, max: 300, tolerance: 20 },
  thinSection: 50,
  agencies: [],
  source: '行政院及所屬各機關出國報告綜合處理要點',
  trust: 'secondary' as const,
};
export const profiles: readonly Profile[] = [
  {
    ...base,
    id: 'conference',
    name: { 'zh-TW': '出席國際會議', en: 'Conference' },
    parts: [
      part('abstract', '摘要', true),
      part('contents', '目次', false),
      part('purpose', '目的', true),
      part('itinerary', '行程', true),
      part('proceedings', '出席會議情形', true),
      part('reflections-and-recommendations', '心得及建議', true, [['reflections', 'recommendations']]),
      part('attachments', '附件', false),
    ],
  },
  {
    ...base,
    id: 'central',
    name: { 'zh-TW': '中央機關', en: 'Central' },
    parts: [
      part('abstract', '摘要', true),
      part('contents', '目次', false),
      part('purpose', '目的', true),
      part('process', '過程', true, [['itinerary', 'proceedings']]),
      part('reflections-and-recommendations', '心得及建議', true, [['reflections', 'recommendations']]),
      part('attachments', '附件', false),
    ],
  },
];
export function profileById(id: ProfileId): Profile {
  return profiles.find((profile) => profile.id === id) ?? profiles[0]!;
}
