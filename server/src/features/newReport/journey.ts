import { categoriesIn } from '../../knowledge/profiles';
import type { Profile } from '../../knowledge/types';

/**
 * What a journey was for, as far as it changes what its report tells: a `meeting` is attended, on a `visit` a host is
 * called on, on a `study` somebody learns with a host.
 */
export type Journey = 'meeting' | 'visit' | 'study';

const meeting = /會議|開會|與會|談判|年會|論壇/;
const study = /進修|研究|研習|研修|實習|訓練|受訓/;
const visit = /考察|參訪|觀摩|視察|訪問|拜會|洽談|接洽|洽展|參展|表演|比賽|裁判|檢測|交流/;

/**
 * The journey that a category (出國類別) stands for. Of several categories the first that says anything decides; where
 * none does, a conference's form is that of a meeting, and every other that of a visit.
 * @param category as on the cover, undefined where it says none
 */
export function journeyOf(profile: Profile, category: string | undefined): Journey {
  for (const word of categoriesIn(category)) {
    if (meeting.test(word)) return 'meeting';
    if (study.test(word)) return 'study';
    if (visit.test(word)) return 'visit';
  }
  return profile.id === 'conference' ? 'meeting' : 'visit';
}

/** The category that most reports of the profile have: what a new report proposes. */
export function usualCategoryOf({ id, categories }: Profile): string {
  const usual = id === 'conference' || id === 'university' ? '開會' : '考察';
  return categories.includes(usual) ? usual : (categories[0] ?? '其他');
}
