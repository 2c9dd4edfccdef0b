import { officialForm } from './reportForm';
import { sources } from './sources';
import type { SourceKey } from './sources';
import type { CoverRequirement, Deadline, PartId, Profile, ProfileId, ProfilePart, Sourced } from './types';

/** In the order of the cover (附件一). */
const cover: readonly CoverRequirement[] = [
  { field: 'category', label: '出國類別', insteadOf: [] },
  { field: 'agency', label: '服務機關', insteadOf: [] },
  { field: 'name-and-title', label: '姓名職稱', insteadOf: [['name', 'position'], ['name']] },
  { field: 'destination', label: '派赴國家/地區', insteadOf: [] },
  { field: 'period', label: '出國期間', insteadOf: [] },
  { field: 'report-date', label: '報告日期', insteadOf: [] },
];

/** The nine categories of the report form, and 業務洽談 of the budget lines (立法院, pid=142714). */
const categories: readonly string[] = '考察|進修|研究|實習|視察|訪問|開會|談判|業務洽談|其他'.split('|');

/** The title of each part, and what it must hold. */
const partTexts: Readonly<Record<PartId, { readonly title: string; readonly holds: ProfilePart['holds'] }>> = {
  abstract: {
    title: '摘要',
    holds: {
      'zh-TW': '以 200 至 300 字說明出國目的、主要過程及重要結論。',
      en: 'Purpose, course and main results of the mission in 200 to 300 characters.',
    },
  },
  contents: {
    title: '目次',
    holds: { 'zh-TW': '各章標題及頁次，與本文一致。', en: 'The headings with their pages, as in the body.' },
  },
  purpose: {
    title: '目的',
    holds: {
      'zh-TW': '原訂計畫目標，包括主題及緣起。',
      en: 'What the mission was planned for: its theme and its origin.',
    },
  },
  process: {
    title: '過程',
    holds: {
      'zh-TW': '實際執行經過，包括行程、參訪或會議對象及其內容。',
      en: 'What was carried out: the days, the bodies visited or met, and what was dealt with.',
    },
  },
  itinerary: {
    title: '行程',
    holds: {
      'zh-TW': '逐日列出日期及工作內容，自出發日至返國日。',
      en: 'Day by day, from departure to return, with what was done.',
    },
  },
  proceedings: {
    title: '出席會議情形',
    holds: {
      'zh-TW': '逐場說明與會人員、出席會員、討論要點及我國發言。',
      en: 'For each meeting: who went for us, which members were present, what was discussed and what we said.',
    },
  },
  reflections: {
    title: '心得',
    holds: { 'zh-TW': '對出國主題之觀察與體會。', en: 'What was observed and learned about the theme.' },
  },
  recommendations: {
    title: '建議',
    holds: {
      'zh-TW': '與主題及機關業務相關之具體建議，逐項列出；無建議者書明「無」。',
      en: 'Concrete suggestions tied to the theme and the agency’s work, one by one; 「無」 where there are none.',
    },
  },
  'reflections-and-recommendations': {
    title: '心得及建議',
    holds: {
      'zh-TW': '與主題相關之心得及具體建議，建議逐項列出；無建議者書明「無」。',
      en: 'What was learned, and concrete suggestions one by one; 「無」 where there are none.',
    },
  },
  attachments: {
    title: '附件',
    holds: {
      'zh-TW': '攜回之資料、簡報及名單等。',
      en: 'Materials brought back: slides, lists of participants and the like.',
    },
  },
};

type Need = 'required' | 'optional';

/* @__NO_SIDE_EFFECTS__ */
const partsBy =
  (from: SourceKey) =>
  (part: PartId, need: Need, insteadOf: ProfilePart['insteadOf'] = []): ProfilePart => ({
    part,
    ...partTexts[part],
    required: need === 'required',
    insteadOf,
    source: sources[from][0],
  });

/** 行程 and 出席會議情形 together tell what 過程 tells. */
const schedule: ProfilePart['insteadOf'] = [['itinerary', 'proceedings']];
const apart: ProfilePart['insteadOf'] = [['reflections', 'recommendations']];
const together: ProfilePart['insteadOf'] = [['reflections-and-recommendations']];

const dueOnReturn: Deadline = { months: 3, from: 'return', rollsForward: false };

type Own = Pick<Profile, 'id' | 'name' | 'parts'> & Partial<Profile>;

/* @__NO_SIDE_EFFECTS__ */
function profileBy(from: SourceKey, own: Own): Profile {
  const [source, trust]: readonly [string, Sourced['trust']] = sources[from];
  return {
    cover,
    categories,
    abstractLength: undefined,
    thinSection: 50,
    digestOnlyFor: [],
    deadline: dueOnReturn,
    leastRecommendations: 1,
    agencies: [],
    usualFor: [],
    form: officialForm,
    source,
    trust,
    ...own,
  };
}

/* @__NO_SIDE_EFFECTS__ */
function makeProfiles(): readonly Profile[] {
  const central = partsBy('central');
  const seed = partsBy('seed');
  const taoyuan = partsBy('taoyuan');
  const taipei = partsBy('taipei');
  const taichung = partsBy('taichung');
  const kinmen = partsBy('kinmen');
  const abstractLength = { min: 200, max: 300, tolerance: 20 };
  return [
    profileBy('central', {
      id: 'conference',
      name: { 'zh-TW': '出席國際會議', en: 'International conference' },
      abstractLength,
      // 過程 is written as two parts here; alone it leaves the days untold.
      parts: [
        central('abstract', 'required'),
        seed('contents', 'optional'),
        central('purpose', 'required'),
        seed('itinerary', 'required'),
        seed('proceedings', 'required'),
        central('reflections-and-recommendations', 'required', apart),
        central('attachments', 'optional'),
      ],
    }),
    profileBy('central', {
      id: 'central',
      name: { 'zh-TW': '中央機關', en: 'Central agencies' },
      abstractLength,
      usualFor: '考察|參訪|觀摩|進修|研習|研究|實習|訓練|視察|訪問'.split('|'),
      parts: [
        central('abstract', 'required'),
        seed('contents', 'optional'),
        central('purpose', 'required'),
        central('process', 'required', schedule),
        central('reflections-and-recommendations', 'required', apart),
        central('attachments', 'optional'),
      ],
    }),
    profileBy('taoyuan', {
      id: 'taoyuan',
      name: { 'zh-TW': '桃園市', en: 'Taoyuan City' },
      agencies: ['桃園市'],
      parts: [
        taoyuan('abstract', 'optional'),
        taoyuan('contents', 'optional'),
        taoyuan('purpose', 'required'),
        taoyuan('process', 'required', schedule),
        taoyuan('reflections', 'required', together),
        taoyuan('recommendations', 'required', together),
        // The fifth part holds what was brought back; who brought nothing back has none.
        taoyuan('attachments', 'optional'),
      ],
    }),
    profileBy('taipei', {
      id: 'taipei-a',
      name: { 'zh-TW': '臺北市甲類', en: 'Taipei City, class A' },
      agencies: ['臺北市', '台北市'],
      categories: [...categories, '甲類'],
      deadline: { months: 3, from: 'day-after', rollsForward: true },
      leastRecommendations: 3,
      parts: [
        taipei('abstract', 'optional'),
        taipei('contents', 'optional'),
        taipei('purpose', 'required'),
        taipei('process', 'required', schedule),
        taipei('reflections-and-recommendations', 'required', apart),
        taipei('attachments', 'optional'),
      ],
    }),
    profileBy('taipei', {
      id: 'taipei-b',
      name: { 'zh-TW': '臺北市乙類', en: 'Taipei City, class B' },
      agencies: ['臺北市', '台北市'],
      categories: [...categories, '乙類'],
      digestOnlyFor: [...categories, '乙類'],
      deadline: { months: 3, from: 'day-after', rollsForward: true },
      leastRecommendations: 0,
      parts: [taipei('abstract', 'required'), taipei('attachments', 'optional')],
    }),
    profileBy('taichung', {
      id: 'taichung',
      name: { 'zh-TW': '臺中市', en: 'Taichung City' },
      agencies: ['臺中市', '台中市'],
      // 考察 takes in 參訪 and 觀摩, 實習 takes in 訓練, 其他 the last five.
      categories: '考察|參訪|觀摩|進修|研究|實習|訓練|其他|國際會議|業務接洽|洽展|表演|比賽'.split('|'),
      digestOnlyFor: '其他|國際會議|業務接洽|洽展|表演|比賽'.split('|'),
      parts: [
        taichung('abstract', 'optional'),
        taichung('contents', 'optional'),
        taichung('purpose', 'required'),
        taichung('process', 'required', schedule),
        taichung('reflections-and-recommendations', 'required', apart),
        taichung('attachments', 'optional'),
      ],
    }),
    profileBy('kinmen', {
      id: 'kinmen',
      name: { 'zh-TW': '金門縣', en: 'Kinmen County' },
      agencies: ['金門縣'],
      parts: [
        kinmen('abstract', 'optional'),
        kinmen('contents', 'optional'),
        kinmen('purpose', 'required'),
        kinmen('process', 'required', schedule),
        kinmen('reflections-and-recommendations', 'required', apart),
        kinmen('attachments', 'optional'),
      ],
    }),
  ];
}

/** All profiles; the first is the default. */
export const profiles: readonly Profile[] = makeProfiles();

/** The profile of that id. */
export function profileById(id: ProfileId): Profile {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (!profile) throw new RangeError(`there is no profile ${id}`);
  return profile;
}

/**
 * The categories that the cover names: one, or several where a mission served several ends.
 * @param category 出國類別 as written on the cover, `undefined` where it says none
 */
export function categoriesIn(category: string | undefined): readonly string[] {
  return (category ?? '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,；;／/及與]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * The parts that a report of this category must have under `profile`: those marked required, or 摘要 alone where the
 * category asks for a digest only. A report of several categories owes a digest only when each of them does.
 * @param category 出國類別 as written on the cover, `undefined` where it says none
 */
export function requiredPartsOf(profile: Profile, category: string | undefined): readonly ProfilePart[] {
  const named = categoriesIn(category);
  const digest = named.length > 0 && named.every((word) => profile.digestOnlyFor.includes(word));
  return digest
    ? profile.parts.filter(({ part }) => part === 'abstract').map((part) => ({ ...part, required: true }))
    : profile.parts.filter(({ required }) => required);
}
