/** Whether a cover names an agency elsewhere than in 服務機關. */
import type { Report } from '../model/report';

const agency = /(?<=\p{Script=Han}{2})(?:[部署局處會所院館府隊](?!長)|大學|學校|[中小]學|公司|中心)/u;
/** A line that begins a title says where one went: 「出席亞洲港口協會」 above 「第21屆年會報告」. */
const agencyAlone =
  /^(?!出席|參加|參訪|考察|訪問|赴)\p{Script=Han}{2,}(?:[部署局處會所院館府隊]|大學|學校|[中小]學|公司|中心)$/u;

/** Whether a line of the cover is an agency's name by itself, or one stands before a person's: 「農業部漁業署 組長 魏廷安」. */
export function namesAgency({ cover, text }: Report): boolean {
  const lines = text.slice(cover.start, cover.end).split(/[\r\n]+/);
  if (lines.some((line) => agencyAlone.test(line.replace(/[\s#*]/g, '')))) return true;
  return cover.fields.some(({ id, value }) => id.startsWith('name') && agency.test(text.slice(value.start, value.end)));
}
