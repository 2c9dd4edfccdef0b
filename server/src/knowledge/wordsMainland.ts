import type { Sourced } from './types';
import type { WordCells } from './words';

const phrases: Sourced = { source: 'OpenCC TWPhrases（臺灣常用詞彙）', trust: 'secondary' };
const practice: Sourced = {
  source: '我國參與 APEC 及國際經貿會議之用語（外交部、國際貿易署、中華經濟研究院）',
  trust: 'secondary',
};
/** What is said of networks between computers; of people and trades 網絡 is a word of Taiwan too. */
const computers = [
  '安全', '攻擊', '空間', '犯罪', '平台', '平臺', '購物', '技術', '服務', '基礎設施', '詐騙', '霸凌', '交易',
]; // prettier-ignore
/** What only the taking of 質量 for 品質 puts before or behind it; in physics it is a word of Taiwan. */
const qualities = [
  ['服務質量', '服務品質'], ['產品質量', '產品品質'], ['工程質量', '工程品質'], ['教育質量', '教育品質'],
  ['數據質量', '資料品質'], ['生活質量', '生活品質'], ['質量管理', '品質管理'], ['質量保證', '品質保證'],
  ['質量監督', '品質監督'],
] as const; // prettier-ignore
const online = ['教育', '會議', '支付', '平台', '平臺', '學習', '服務', '購物', '課程', '教學', '交易', '註冊'];
const digital = [
  '技術',
  '轉型',
  '政府',
  '平台',
  '平臺',
  '基礎設施',
  '治理',
  '包容',
  '身分',
  '素養',
  '產品',
  '服務貿易',
];
const sustainable = [
  ['可持續發展目標', '永續發展目標'], ['可持續發展議程', '永續發展議程'], ['可持續發展戰略', '永續發展策略'],
  ['的可持續發展', '的永續發展'], ['之可持續發展', '之永續發展'], ['與可持續發展', '與永續發展'],
  ['可持續性', '永續性'], ['可持續經濟', '永續經濟'], ['可持續金融', '永續金融'], ['可持續能源', '永續能源'],
  ['不可持續', '無法永續'],
] as const; // prettier-ignore

/* @__NO_SIDE_EFFECTS__ */
const pair = ([text, preferred]: readonly [string, string]): WordCells => [text, preferred, phrases];

/** Terms of the other side of the strait for which Taiwan has its own. */
// prettier-ignore
export const mainlandTerms: readonly WordCells[] = [
  ['信息', '資訊', phrases, { notAfter: '相自迷', notBefore: '息', blockers: ['個人信息保護法', '短信息'], right: ['數位貿易與通信息息相關。', '中國之個人信息保護法於當年施行。'] }],
  ...computers.map((what) => pair([`網絡${what}`, `網路${what}`])),
  ['移動網絡', '行動網路', phrases],
  ['無線網絡', '無線網路', phrases],
  ['電腦網絡', '電腦網路', phrases],
  ['寬頻網絡', '寬頻網路', phrases],
  ['互聯網', '網際網路', phrases, { notBefore: '路絡', right: ['推動車聯網與互聯網路之整合。'] }],
  ['軟件', '軟體', phrases],
  ['硬件', '硬體', phrases],
  ['芯片', '晶片', phrases],
  ['黑客', '駭客', phrases],
  ['屏幕', '螢幕', phrases],
  ['激光', '雷射', phrases],
  ['硅谷', '矽谷', phrases],
  ['集成電路', '積體電路', phrases],
  ['智能手機', '智慧型手機', phrases],
  ['智能製造', '智慧製造', phrases],
  ['智能電網', '智慧電網', phrases],
  ['納米', '奈米', phrases, { notAfter: '接容收採繳出', notBefore: '比食糧飯粉', right: ['納米比亞代表應邀與會。', '倉庫可容納米糧。'] }],
  ['數字經濟', '數位經濟', practice, { notBefore: '部學', right: ['統計數字經濟部已提供。'] }],
  ['數字貿易', '數位貿易', practice, { notBefore: '署局司' }],
  ['數字化', '數位化', practice, { notBefore: '學' }],
  ['數字鴻溝', '數位落差', practice],
  ...digital.map((what) => pair([`數字${what}`, `數位${what}`])),
  ['人工智能', '人工智慧', practice, { notBefore: '夠' }],
  ['移動支付', '行動支付', practice],
  ['知識產權', '智慧財產權', practice],
  ...qualities.map(pair),
  ['視頻會議', '視訊會議', practice],
  ['短視頻', '短影音', phrases],
  ...online.map((what) => pair([`在線${what}`, `線上${what}`])),
  ['市場准入', '市場進入', practice],
  ['互聯互通', '連結性', practice],
  ['貿易便利化', '貿易便捷化', practice],
  ['投資便利化', '投資便捷化', practice],
  ['領導人非正式會議', '經濟領袖會議', practice],
  ['經濟領導人會議', '經濟領袖會議', practice],
  ['高官會', '資深官員會議', practice, { notBefore: '談見晤面同商議出參來在與將', right: ['美國高官會談結束後發表聲明。', '多位高官會同視察。'] }],
  ['高官會議', '資深官員會議', practice, { notBefore: '後' }],
  ['亞太經合組織', '亞太經濟合作', practice],
  ['工商諮詢理事會', '企業諮詢委員會', practice],
  ['貿易和投資委員會', '貿易暨投資委員會', practice],
  ['東盟', '東協', practice, { notAfter: '股關廣山中近遠', notBefore: '約主', right: ['公司股東盟約已簽署。'] }],
  ['經合組織', '經濟合作暨發展組織', practice],
  ['能力建設', '能力建構', practice],
  ['包容性增長', '包容性成長', practice],
  ['經濟增長', '經濟成長', practice],
  ...sustainable.map(pair),
  ['服務器', '伺服器', practice],
  ['存儲', '儲存', practice, { notAfter: '保留庫', notBefore: '備蓄', right: ['各國應保存儲備糧食。', '應留存儲蓄紀錄。'] }],
  ['默認值', '預設值', phrases],
  ['默認設定', '預設', phrases],
  ['3D打印', '3D列印', phrases],
  ['打印機', '印表機', phrases],
  ['打印文件', '列印文件', phrases],
  ['反饋', '回饋', practice, { notAfter: '正負', right: ['該控制器採用負反饋設計。'] }],
  ['調研', '調查研究', practice, { notAfter: '協強', notBefore: '擬商議提析訂修', right: ['本案由各部會協調研商後提出。', '該會協調研究機構參與。'] }],
  ['政策落地', '政策落實', practice],
  ['落地見效', '落實見效', practice],
  ['落地實施', '落實執行', practice],
  ['重要抓手', '重點工作', practice],
  ['有力抓手', '重點工作', practice],
];
