import type { Sourced } from './types';

type Source = readonly [source: string, trust: Sourced['trust']];

const rules = '行政院及所屬各機關出國報告綜合處理要點';

/**
 * Where the rows of the tables come from: a short key for the row, the words for the reader. How each was read and what
 * its trust means stands in docs/knowledge.md. The keys of names that nobody has compared with a document row by row
 * are `general`, however well known the names are.
 */
export const sources = {
  // part titles, cover labels, profiles
  central: [`${rules}及附件（107.6.20；依第三方整理）`, 'secondary'],
  cover: [`${rules}附件一「出國報告格式」（依第三方整理）`, 'secondary'],
  seed: ['行政院經貿談判辦公室出席 2024 年 APEC 第三次資深官員會議出國報告（113.9.11）', 'secondary'],
  reports: ['各機關出國報告 25 件之用法（90 至 113 年）', 'secondary'],
  custom: ['出國報告常見用語', 'general'],
  taoyuan: ['桃園市政府所屬機關出國報告規定（law.tycg.gov.tw GL000656）', 'official'],
  taipei: ['臺北市政府因公出國規定（laws.taipei.gov.tw FL001212）', 'official'],
  taichung: ['臺中市政府出國報告規定（lawsearch.taichung.gov.tw，3410）', 'official'],
  kinmen: ['金門縣政府出國報告規定（law.kinmen.gov.tw FL052037）', 'official'],
  localities: ['桃園市、臺北市、臺中市及金門縣規定之共同要項（其他縣市之規定未查得）', 'secondary'],
  universities: ['國立成功大學出國報告規定（部分條文）及各大學出國報告之用法', 'general'],
  schools: ['高中職及國中小出國報告之用法', 'general'],
  firms: ['國營事業出國報告之用法', 'general'],
  councils: ['各議會返國報告之用法（沒有固定格式）', 'secondary'],
  // acronyms
  apec: ['APEC 英文名稱；中文依外交部及中華台北 APEC 研究中心通用譯名', 'general'],
  wto: ['WTO 英文名稱；中文依經濟部國際貿易署通用譯名', 'general'],
  trade: ['各協定及倡議英文名稱；中文依經濟部國際貿易署通用譯名', 'general'],
  org: ['各國際組織及外國機關英文名稱；中文依外交部通用譯名', 'general'],
  roc: ['各機關（構）對外使用之中英文名稱', 'general'],
  term: ['公務文書通用譯名', 'general'],
  // forums
  members: ['APEC 會員體名單（statistics.apec.org；加入年份依 customs.go.kr）', 'secondary'],
  accessions: ['WTO 會員及觀察員名單', 'general'],
  ratifications: ['OECD 公約批准國名單', 'general'],
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;
