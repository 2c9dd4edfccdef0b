import type { Sourced } from './types';
import type { WordCells, WordExtras } from './words';

const seed: Sourced = { source: '2024年 APEC 第三次資深官員會議出國報告所見', trust: 'secondary' };
const councils: Sourced = { source: '華視新聞 2018年8月：議會出國報告錯字', trust: 'secondary' };
const aviation: Sourced = { source: '出國報告 C09006735 所見', trust: 'secondary' };
const dictionary: Sourced = { source: '教育部《重編國語辭典修訂本》、《成語典》', trust: 'general' };

/** Slips that need no guard: the string is no part of any right words. */
const idioms = [
  ['迫不急待', '迫不及待'], ['再接再勵', '再接再厲'], ['一愁莫展', '一籌莫展'], ['不惶多讓', '不遑多讓'],
  ['莫名奇妙', '莫名其妙'], ['走頭無路', '走投無路'], ['相形見拙', '相形見絀'], ['首曲一指', '首屈一指'],
  ['不徑而走', '不脛而走'], ['破斧沉舟', '破釜沉舟'], ['再所難免', '在所難免'], ['有監於', '有鑒於'],
  ['在次強調', '再次強調'], ['在次重申', '再次重申'], ['在次感謝', '再次感謝'], ['在次呼籲', '再次呼籲'],
  ['憑籍', '憑藉'], ['蹉商', '磋商'], ['樽節', '撙節'], ['撙結', '撙節'], ['濫殤', '濫觴'], ['巳經', '已經'],
  ['貫例', '慣例'], ['觀注', '關注'], ['協儀', '協議'], ['行呈', '行程'], ['主辨', '主辦'], ['舉辨', '舉辦'],
  ['承辨', '承辦'], ['協辨', '協辦'], ['辦識', '辨識'], ['計晝', '計畫'], ['規晝', '規劃'], ['氣侯', '氣候'],
  ['萌牙', '萌芽'], ['像徵', '象徵'], ['抽像', '抽象'], ['印像', '印象'], ['趨使', '驅使'], ['驅勢', '趨勢'],
  ['擋案', '檔案'], ['存擋', '存檔'], ['帳蓬', '帳篷'], ['躁音', '噪音'], ['震憾', '震撼'], ['遺撼', '遺憾'],
  ['嚴竣', '嚴峻'], ['頃向', '傾向'], ['竟爭', '競爭'], ['兢爭', '競爭'], ['竟賽', '競賽'], ['抑注', '挹注'],
  ['浥注', '挹注'], ['推廌', '推薦'], ['廣乏', '廣泛'], ['範籌', '範疇'], ['範筹', '範疇'], ['掏汰', '淘汰'],
  ['岐視', '歧視'], ['分岐', '分歧'], ['岐異', '歧異'], ['徹銷', '撤銷'], ['徹回', '撤回'], ['撤底', '澈底'],
  ['環竟', '環境'], ['記綠', '紀錄'], ['紀綠', '紀錄'], ['必竟', '畢竟'], ['倡意', '倡議'], ['咨詢', '諮詢'],
  ['重覆', '重複'],
] as const; // prettier-ignore

/** Guards of slips whose string also arises between two words. */
const guards: Readonly<Record<string, WordExtras>> = {
  倡意: { notAfter: '提首', notBefore: '見識願義', right: ['部分會員提倡意見交流機制。'] },
  重覆: { notAfter: '加沉嚴', notBefore: '蓋核議', right: ['處罰加重覆議案已提出。'] },
  行呈: { notBefore: '現報請遞', right: ['各方案之進行呈現差異。'] },
  協儀: { notBefore: '式器', right: ['由外交部協儀式之安排。'] },
  環竟: { notBefore: '然', right: ['該儀式之花環竟然損毀。'] },
  觀注: { notBefore: '意入重', right: ['業者持樂觀注意之態度。'] },
  主辨: { notBefore: '識認', right: ['由業主辨識身分。'] },
  存擋: { notBefore: '土' },
  樽節: { notAfter: '酒' },
  抽像: { notBefore: '是個' },
  竟爭: { notBefore: '相取執', right: ['會員竟爭取成為主辦方。'] },
  抑注: { notBefore: '意重入' },
  貫例: { notBefore: '如外' },
  徹回: { notBefore: '復收' },
  計晝: { notBefore: '夜' },
};

/** Frequent slips of homophones and look-alikes in fixed words. */
// prettier-ignore
export const typos: readonly WordCells[] = [
  ['議提', '議題', seed, { notAfter: '建決倡動審協會商合復異抗爭研評附非', notBefore: '案出升供高請交及到醒名早前示起報', right: ['我國建議提出共同文件。', '經會議提請大會決定。', '該倡議提升會員之能力。', '審議提案之程序如次。'] }],
  ['兩案關係條例', '兩岸關係條例', aviation],
  ['海峽兩案', '海峽兩岸', aviation],
  ['監系統', '監測系統', aviation, { notAfter: '總舍學獄國太', right: ['該校學監系統已停用。'] }],
  ['足勘', '足堪', councils, { notBefore: '驗查災誤估測', right: ['人力不足勘查現場。'] }],
  ['藉貫', '籍貫', dictionary],
  ['籍由', '藉由', dictionary, { notAfter: '國書學戶原外本省黨船球古典祖會會入', right: ['其國籍由內政部認定。', '學籍由學校管理。'] }],
  ['籍此', '藉此', dictionary, { notAfter: '國書學戶原外本省黨船球古典祖會入同' }],
  ['國藉', '國籍', dictionary, { notBefore: '由此以機助著口', right: ['我國藉由各會員的分享瞭解各方立場。', '我國藉此機會說明。'] }],
  ['己經', '已經', dictionary, { notAfter: '自知利克異', notBefore: '濟營費貿', right: ['業者分享自己經歷。', '損人利己經不起檢驗。'] }],
  ['既使', '即使', dictionary, { notBefore: '用得人其我', right: ['新措施既使用便利，又能節省成本。'] }],
  ['按裝', '安裝', dictionary, { notBefore: '置備載潢', right: ['按裝置種類分列。'] }],
  ['資詢', '諮詢', dictionary, { notAfter: '投外合獨內', notBefore: '問價答', right: ['會員就投資詢問我國意見。'] }],
  ['會義', '會議', dictionary, { notBefore: '務工診賣消演', right: ['該學會義務協助。'] }],
  ['辨理', '辦理', dictionary, { notAfter: '分明思', notBefore: '由', right: ['分辨理由是否充分。'] }],
  ['建意', '建議', dictionary, { notAfter: '重新興擴創籌修封', notBefore: '見願圖義向象', right: ['各方對於擴建意見不一。'] }],
  ['幅射', '輻射', dictionary, { notAfter: '大篇' }],
  ['廣範', '廣泛', dictionary, { notBefore: '圍', right: ['影響甚廣範圍亦大。'] }],
  ['末來', '未來', dictionary, { notAfter: '週期年月季周歲始', right: ['學期末來訪之學者。', '代表團於週末來臺。'] }],
  ...idioms.map(([text, preferred]): WordCells => [text, preferred, dictionary, guards[text]]),
];
