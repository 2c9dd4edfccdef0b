/** The members of the forum whose meetings a report is about, and how they are named in messages. */
import { economies, economyByCode } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList, Meeting, Report } from '../../report/model';

const apecCodes: ReadonlySet<EconomyCode> = new Set(economies.map((economy) => economy.code));

/** A title that names one of these is no report of APEC, however often its text speaks of APEC. */
const otherForum =
  /WTO|世界貿易組織|OECD|經濟合作暨發展組織|聯合國|WHO|世界衛生|CPTPP|跨太平洋|IMF|世界銀行|亞洲開發銀行|ADB|G20|雙邊|諮商|談判|協定|參訪|考察/;

/** The name reports use: 紐西蘭, 我國. */
export function nameOf(code: EconomyCode): string {
  return economyByCode.get(code)?.chinese ?? code;
}

/**
 * The members of the forum that the report is about, or undefined where it is none whose members are known. A report
 * is of APEC where its title or the meeting's own section says so.
 */
export function forumOf(report: Report): ReadonlySet<EconomyCode> | undefined {
  const { title, kindLine } = report.cover;
  const cover = report.text.slice(kindLine?.start ?? title?.start ?? 0, title?.end ?? report.cover.end);
  if (/APEC|亞太經濟合作/.test(cover)) return apecCodes;
  return !otherForum.test(cover) && (report.acronyms.entries.get('APEC')?.uses.body ?? 0) >= 3 ? apecCodes : undefined;
}

/** The lists of formal meetings: at seminars nobody counts members. */
export function* listsOf(report: Report): Generator<readonly [Meeting, AttendanceList]> {
  for (const meeting of report.meetings) for (const list of meeting.attendance) yield [meeting, list];
}

/** Those present by name, with us where 「除我國外」 says that we are not among the listed. */
export function presentOf(list: AttendanceList): ReadonlySet<EconomyCode> {
  const present = new Set(list.present.map((attendee) => attendee.economy));
  if (list.exceptUs) present.add('TW');
  return present;
}
