import type { CoverFieldId } from '../knowledge/types';
import type { Message } from '../text/message';

export interface CoverFieldNote {
  /** What the field wants. */
  readonly wants: Message;
  /** What Latin typing finds it by. */
  readonly english: string;
}

/** What each field of the cover wants, for hovers and completion. */
export const coverFieldNotes: Readonly<Record<CoverFieldId, CoverFieldNote>> = {
  category: {
    wants: {
      'zh-TW': '出國計畫的類別，從規定的類別中擇一。',
      en: 'The category of the mission: one of those that the rules list.',
    },
    english: 'category',
  },
  agency: {
    wants: {
      'zh-TW': '出國人員服務機關的全銜；跨機關共同出國時，以頓號分隔列出。',
      en: 'Full name of the agency; several agencies on one mission are listed.',
    },
    english: 'agency organisation',
  },
  'name-and-title': {
    wants: {
      'zh-TW': '出國人員的姓名與職稱；多人時以頓號分隔，姓名與職稱相連。',
      en: 'Name and position of everybody on the mission.',
    },
    english: 'name and title',
  },
  name: { wants: { 'zh-TW': '出國人員的姓名。', en: 'Names of those on the mission.' }, english: 'name' },
  position: { wants: { 'zh-TW': '出國人員的職稱。', en: 'Their positions.' }, english: 'position title' },
  destination: {
    wants: {
      'zh-TW': '前往的國家或地區，可加上城市；轉機地不列。',
      en: 'The economy visited, with the city if wanted; places of transit are left out.',
    },
    english: 'destination country region',
  },
  period: {
    wants: {
      'zh-TW': '自出發日至返國日，以民國紀年，年、月、日俱全。',
      en: 'From departure to return, in the ROC calendar, with year, month and day.',
    },
    english: 'period dates',
  },
  'report-date': {
    wants: {
      'zh-TW': '繳交報告的日期，以民國紀年，年、月、日俱全；應於返國後三個月內。',
      en: 'The day the report is handed in, in the ROC calendar, within three months of the return.',
    },
    english: 'report date',
  },
};
