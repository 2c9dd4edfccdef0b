import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseProfile, profileChoiceOf } from '../../../server/src/report/queries/chooseProfile';
import { parseReport } from '../../../server/src/report/parse/parse';

interface Form {
  readonly agency?: string;
  readonly category?: string;
  readonly title?: string;
  readonly chapters?: string;
}

function choice({ agency = '數位發展部', category = '其他', title = '', chapters = '目的、心得及建議' }: Form): string {
  const body = chapters.split('、').map((title, index) => `${'壹貳參肆'[index]}、${title}\n\n與日方交換意見。\n\n`);
  const { id, because } = profileChoiceOf(
    parseReport(
      `出國報告（出國類別：${category}）\n${title}\n${agency && `服務機關：${agency}\n`}出國期間：113年8月16日至8月24日\n\n${body.join('')}`,
    ),
  );
  return `${id}, ${because}`;
}

for (const [what, form, expected] of [
  ['nothing speaks', {}, 'conference, default'],
  ['行程 is a chapter of the conference form', { chapters: '目的、行程' }, 'conference, headings'],
  ['chapters that no form knows', { chapters: '目的、亞洲茶葉產業、臺灣茶葉之出路' }, 'central, unknown'],
  ['過程 alone', { chapters: '目的、過程' }, 'central, headings'],
  ['考察 with 行程', { category: '考察', chapters: '目的、行程、東京數位政府' }, 'central, category'],
  ['考察 without a chapter', { category: '考察' }, 'central, category'],
  ['several of them', { category: '考察、訪問' }, 'central, category'],
  ['考察 with a remark', { category: '進修（短期）' }, 'central, category'],
  ['one of them is a meeting', { category: '考察、開會' }, 'conference, category'],
  ['考察 that tells of meetings', { category: '考察', chapters: '目的、行程、出席會議情形' }, 'conference, headings'],
  ['a meeting by its category', { category: '開會' }, 'conference, category'],
  ['a meeting by its title', { title: '出席亞洲港口協會年會報告' }, 'conference, title'],
  ['a visit by its title', { title: '參訪北歐港口報告', chapters: '目的、行程' }, 'central, title'],
  ['a title that says neither', { title: '港口報告', chapters: '目的、行程' }, 'conference, headings'],
  ['a council by its title', { agency: '', title: '雲海縣議會議員出國考察報告' }, 'council, agency'],
  ['a school by its title', { agency: '', title: '國立濱海女子高級中學 國際教育旅行報告' }, 'school, agency'],
  [
    'the chapters that researchers fill in',
    { agency: '', chapters: '參加會議經過、與會心得、建議、攜回資料名稱及內容' },
    'nstc-conference, headings',
  ],
  [
    'the same of a university',
    {
      agency: '機械工程學系',
      title: '國立海岸大學教師出席國際會議報告',
      chapters: '參加會議經過、與會心得、建議、攜回資料名稱及內容',
    },
    'university, agency',
  ],
  ['a university by its title', { agency: '', title: '國立海岸大學赴日本交流報告' }, 'university, agency'],
  ['a visit to a university', { agency: '', title: '北海道大學參訪報告' }, 'central, title'],
  ['a conference at a university', { agency: '', title: '出席港灣大學年會報告' }, 'conference, title'],
  ['a visit to a council', { agency: '', title: '參訪縣議會報告' }, 'central, title'],
  ['a university', { agency: '國立海岸大學資訊工程學系', category: '開會' }, 'university, agency'],
  ['a university of a city', { agency: '臺北市立北岸大學', chapters: '目的、過程、心得及建議' }, 'taipei-a, agency'],
  ['a council before its city', { agency: '臺中市議會', category: '考察' }, 'council, agency'],
  ['a school', { agency: '國立濱海高級中學', category: '考察' }, 'school, agency'],
  ['a school of a city', { agency: '桃園市立濱海高級中學', category: '考察' }, 'taoyuan, agency'],
  [
    'a school by its short name',
    { agency: '市立海濱高工', category: '考察', chapters: '目的、行程' },
    'school, agency',
  ],
  ['a school and who of it', { agency: '縣立北岸國中（輔導室）', category: '考察' }, 'school, agency'],
  ['a primary school by its title', { agency: '', title: '市立長灘國小赴日本音樂交流報告' }, 'school, agency'],
  ['who is in charge of schools', { agency: '教育部高中及高職科', category: '考察' }, 'central, category'],
  ['negotiations about loans', { title: '赴義大利洽談特展借展報告', chapters: '目的、行程、過程' }, 'central, title'],
  ['行程 beside 過程', { title: '港口報告', chapters: '目的、行程、過程' }, 'central, headings'],
  [
    'a council that went',
    { agency: '', title: '雲海縣議會考察報告\n考察人員：議長林大山、議員陳小芬' },
    'council, agency',
  ],
  ['a council that was visited', { agency: '', title: '大灣市議會考察報告\n考察人員：科長林大山' }, 'central, title'],
  ['a city whose own rules are not known', { agency: '高雄市政府觀光局', category: '考察' }, 'local, agency'],
  ['a firm of the state', { agency: '台灣電力股份有限公司', category: '實習' }, 'state-firm, agency'],
  [
    'an academic conference that 國科會 paid for',
    { agency: '國立海岸大學', title: '國科會補助專題研究計畫出席國際學術會議心得報告', category: '開會' },
    'nstc-conference, title',
  ],
  ['the agency before all', { agency: '桃園市政府', category: '考察', chapters: '目的、行程' }, 'taoyuan, agency'],
] as const)
  test(`the profile: ${what}`, () => {
    assert.equal(choice(form), expected);
  });

const fields = '出國人員：林大山\n出國期間：113年8月16日至8月24日\n報告日期：113年9月11日\n';
for (const [what, text, expected] of [
  ['a digest by itself', `公務出國報告提要　系統識別號：C11300456\n${fields}內容摘要：會議順利。\n`, 'digest, title'],
  ['the record of the portal', `系統識別號：C11300456\n${fields}報告內容摘要：會議順利。\n`, 'digest, title'],
  [
    'a digest that tells of the mission itself',
    `長灣市政府出國報告提要\n${fields}一、目的\n爭取論壇。\n`,
    'digest, title',
  ],
  [
    'a digest before its report',
    `公務出國報告提要\n${fields}內容摘要：會議順利。\n\n壹、目的\n爭取論壇。\n\n貳、過程\n會議順利。\n`,
    'central, headings',
  ],
] as const)
  // prettier-ignore
  test(`the profile: ${what}`, () => {
    const { id, because } = profileChoiceOf(parseReport(text));
    assert.equal(`${id}, ${because}`, expected);
  });

for (const [agency, expected] of [
  ['桃園市政府環境保護局', 'taoyuan error true'],
  ['桃園市立濱海高級中學', 'taoyuan warning false'],
  ['臺北市長灣區海濱國小', 'taipei-a warning false'],
  ['臺北市立北岸大學', 'taipei-a warning true'],
] as const)
  test(`what is asked of ${agency}`, () => {
    const text = `出國報告\n服務機關：${agency}\n出國期間：114年5月18日至5月24日\n\n壹、目的\n交流。\n\n貳、過程\n順利。\n`;
    const { id, missingPart, coverAsked } = chooseProfile(parseReport(text));
    assert.equal(`${id} ${missingPart} ${coverAsked}`, expected);
  });
