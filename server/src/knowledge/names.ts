/**
 * Every string that stands for an economy in a report, or looks as if it did. The tables below are terse, because they
 * are part of every bundle; `nameRows` unfolds them.
 *
 * Names of one character (美, 中, 日) are no rows, nor are the pairs made of them (美中, 韓星): they occur in too many
 * other words, and a pair names two economies where a row names one.
 */
import type { EconomyCode, NameKind, NameRow, Sourced } from './types';

/**
 * A text alone, or with the characters it does not stand right behind, those it does not stand right before, and
 * sentences that hold it without naming the economy. Texts that must not stand carry their correction: `文萊>汶萊`.
 */
type Word = string | readonly [text: string, notAfter?: string, notBefore?: string, ...counterExamples: string[]];

interface Group {
  readonly kind: NameKind;
  readonly economy?: EconomyCode | undefined;
  readonly form?: NameRow['form'];
  readonly from: Sourced;
  readonly words: readonly Word[];
}

const tier: Sourced = {
  source: 'APEC 能源資訊網（台灣經濟研究院）會員名稱；行政院經貿談判辦公室出國報告',
  trust: 'secondary',
};
const usage: Sourced = { source: '我國公務文書及新聞用法', trust: 'general' };
const nomenclature: Sourced = { source: 'APEC 會議主辦指引（Hosting Guidelines）之會員名稱', trust: 'official' };
const guide: Sourced = { source: 'APEC 會員名稱指引（Correcta Nomenclatura APEC）', trust: 'secondary' };
const opencc: Sourced = { source: 'OpenCC 臺灣詞彙表（TWPhrases）', trust: 'secondary' };
const slips: Sourced = { source: '同音、形近字誤植', trust: 'general' };
const words: Sourced = { source: '教育部國語辭典簡編本及機關、學校、公司名稱', trust: 'general' };

const digits = '0123456789０１２３４５６７８９';
/** Behind 方 these go on with another word: 方式, 方案, 方法, 方面, 方便, 方向, 方位, 方針. */
const otherThanParty = '式案法面便向位針程塊形糖';

/** Standard names, other full names, the state's full style, short forms and the party in talks, by economy. */
const names: readonly (readonly [
  EconomyCode,
  standard: readonly Word[],
  variant: readonly Word[],
  official: readonly Word[],
  short: readonly Word[],
  party: readonly Word[],
])[] = [
  ['AU', ['澳洲'], ['澳大利亞'], [], ['澳國'], [['澳方', '', otherThanParty]]],
  ['BN', ['汶萊'], [], ['汶萊和平之國'], [], [['汶方', '', otherThanParty]]],
  [
    'CA',
    ['加拿大'],
    [],
    [],
    [['加國', '參增添附追外更施疊', '際內民家防營會', '我國參加國際會議。', '增加國內就業機會。']],
    [['加方', '參增添附追外更施疊', otherThanParty, '增加方案數。', '更加方便。', '參加方均應遵守。']],
  ],
  [
    'CL',
    [['智利', '明機才心理', '', '善用員工才智利用資源。']],
    [],
    [],
    [['智國', '明機才心理', '際內家']],
    [['智方', '明機才心理', otherThanParty]],
  ],
  [
    'CN',
    [
      [
        '中國',
        '其',
        '家際營',
        '協助開發中國家。',
        '低度發展中國家集團。',
        '其中國內生產毛額成長。',
        '期中國營事業檢討。',
        '會中國際組織代表發言。',
      ],
    ],
    ['中國大陸'],
    ['中華人民共和國'],
    [],
    [
      ['陸方', '登著軍海水上', otherThanParty, '登陸方式改變。'],
      ['大陸', '洲亞新次歐美非', '棚架性法', '美洲大陸棚調查。', '歐亞大陸氣候。', '新大陸的發現。'],
      [
        '中方',
        '其會期集空手心高國途當文初年臺台場暗眼過市郊',
        otherThanParty + '才始知有',
        '其中方案甲較佳。',
        '會中方知此事。',
        '採集中方式辦理。',
      ],
    ],
  ],
  ['HK', ['香港'], [], ['中國香港'], [], [['港方', '海漁商軍空自進出離入', otherThanParty, '船舶由基隆港方向駛入。']]],
  ['ID', ['印尼'], ['印度尼西亞'], [], [], [['印尼方', '', otherThanParty]]],
  [
    'JP',
    [
      [
        '日本',
        digits + '每翌昨本廿',
        '署局屆腦',
        '113年8月20日本署派員出席。',
        '8 月 20 日本會議開幕。',
        '每日本部均有簡報。',
        '施打日本腦炎疫苗。',
      ],
    ],
    [],
    [],
    [],
    [
      [
        '日方',
        digits + '今本每近明昨當即翌次往來平星時昔他後前同白一二三四五六七八九十廿',
        otherThanParty + '才始',
        '今日方式不變。',
        '8月20日方可提出。',
        '次日方案定稿。',
      ],
    ],
  ],
  ['KR', [['韓國', '', '瑜', '韓國瑜院長致詞。']], ['南韓'], ['大韓民國'], [], [['韓方', '', otherThanParty]]],
  [
    'MY',
    ['馬來西亞'],
    [],
    [],
    [
      ['馬國', '羅哈巴司拿', '際', '羅馬國際會議。'],
      ['大馬', '拿義北', '路力士術鈴蹄', '大馬路拓寬。'],
    ],
    [['馬方', '羅哈巴司拿人', otherThanParty, '羅馬方面表示。']],
  ],
  ['MX', ['墨西哥'], [], [], ['墨國'], [['墨方', '', otherThanParty]]],
  [
    'NZ',
    ['紐西蘭'],
    [],
    [],
    [['紐國', '樞按', '際', '交通樞紐國際化。']],
    [['紐方', '樞按', otherThanParty, '樞紐方案。']],
  ],
  ['PG', ['巴布亞紐幾內亞'], [], [], [['巴紐', '古', '約西', '古巴紐約班機。']], []],
  [
    'PE',
    ['秘魯'],
    ['祕魯'],
    [],
    [['秘國', '神奧隱'], '祕國'],
    [
      ['秘方', '神奧隱守獨門傳家功勝生的之藥', otherThanParty, '成功秘方。', '祖傳秘方。', '神秘方式。'],
      ['祕方', '神奧隱守獨門傳家功勝生的之藥', otherThanParty, '獨門祕方。'],
    ],
  ],
  ['PH', ['菲律賓'], [], [], ['菲國'], [['菲方', '', otherThanParty]]],
  ['RU', ['俄羅斯'], ['俄國'], ['俄羅斯聯邦'], [], [['俄方', '', otherThanParty]]],
  [
    'SG',
    ['新加坡'],
    [],
    [],
    [['星國', '明衛行恆歌球紅巨影五三零火金', '際內', '三星國際公司。', '五星國旗。']],
    [['星方', '明衛行恆歌球紅巨影五三零火金', otherThanParty, '衛星方位。']],
  ],
  [
    'TW',
    ['我國'],
    ['中華臺北', '中華台北'],
    [],
    ['臺灣', '台灣'],
    [['我方', '自', otherThanParty, '自我方向。', '提出我方案。']],
  ],
  ['TH', ['泰國'], [], [], [], [['泰方', '國', otherThanParty, '國泰方案。']]],
  [
    'US',
    [['美國', '南北拉歐', '家際', '歐美國家。', '北美國際會議。', '中南美國家。']],
    [],
    ['美利堅合眾國'],
    [],
    [['美方', '完優精歐北南審甜', otherThanParty, '完美方案。', '歐美方面。', '審美方式。']],
  ],
  [
    'VN',
    [['越南', '跨橫穿翻超逾卓優', '', '颱風橫越南部地區。', '穿越南北。']],
    [],
    [],
    [],
    [['越方', '跨橫穿翻超逾卓優', otherThanParty]],
  ],
];

/** Behind 香港特別行政區 these make the proper name of an office, a law or a person's post. */
const officesOfHongKong = '政立行終高區法財警海個護旗基選';

const nonstandard: readonly (readonly [EconomyCode | undefined, Sourced, readonly Word[]])[] = [
  ['BN', opencc, ['文萊>汶萊', '文莱>汶萊', '汶莱>汶萊']],
  ['CN', tier, ['祖國大陸>中國大陸', '中國內地>中國大陸']],
  [
    'HK',
    tier,
    [
      ['中國香港特別行政區>香港', '', officesOfHongKong],
      ['中國香港特區>香港', '', officesOfHongKong],
      ['香港特別行政區>香港', '', officesOfHongKong, '香港特別行政區政府派員。'],
      ['香港特區>香港', '', officesOfHongKong, '香港特區政府派員。'],
    ],
  ],
  ['ID', opencc, ['印度尼西亚>印尼']],
  ['NZ', opencc, ['新西蘭>紐西蘭', '新西兰>紐西蘭']],
  [
    'PG',
    opencc,
    [
      '巴布亞新幾內亞>巴布亞紐幾內亞',
      '巴布亚新几内亚>巴布亞紐幾內亞',
      '巴布亞紐幾内亞>巴布亞紐幾內亞',
      ['巴新>巴紐', '古巴歐大中小黎尾嘴下泥', '增任設創建車款型興加公聞年總政法制路版的一店', '古巴新任總統。', '阿里巴巴新創基金。', '搭乘大巴新車。'],
    ],
  ],
  ['SG', usage, ['星加坡>新加坡', ['獅城>新加坡', '', '市']]],
  ['MY', usage, ['馬來西亚>馬來西亞', '马来西亚>馬來西亞']],
  ['PH', usage, ['菲律宾>菲律賓']],
  ['RU', usage, ['俄罗斯>俄羅斯', '俄罗斯联邦>俄羅斯聯邦']],
  ['PE', usage, ['秘鲁>秘魯']],
  [
    // Economies outside APEC that Taiwan writes in another way
    undefined,
    opencc,
    [
      '意大利>義大利', '沙特阿拉伯>沙烏地阿拉伯', '阿聯酋>阿拉伯聯合大公國', '卡塔爾>卡達', '老撾>寮國',
      '哈薩克斯坦>哈薩克', '烏茲別克斯坦>烏茲別克', '吉爾吉斯斯坦>吉爾吉斯', '塔吉克斯坦>塔吉克', '土庫曼斯坦>土庫曼',
      '格魯吉亞>喬治亞', '阿塞拜疆>亞塞拜然', '克羅地亞>克羅埃西亞', '斯洛文尼亞>斯洛維尼亞', '塞浦路斯>賽普勒斯',
      '列支敦士登>列支敦斯登', '厄瓜多爾>厄瓜多', '哥斯達黎加>哥斯大黎加', '危地馬拉>瓜地馬拉', '洪都拉斯>宏都拉斯',
      '伯利茲>貝里斯', '圭亞那>蓋亞那', '蘇里南>蘇利南', '巴巴多斯>巴貝多', '格林納達>格瑞那達',
      '馬爾代夫>馬爾地夫', '毛里求斯>模里西斯', '坦桑尼亞>坦尚尼亞', '津巴布韋>辛巴威', '贊比亞>尚比亞',
      '莫桑比克>莫三比克', '埃塞俄比亞>衣索比亞', '尼日利亞>奈及利亞', '肯尼亞>肯亞', '博茨瓦納>波札那',
      '盧旺達>盧安達', '岡比亞>甘比亞', '塞拉利昂>獅子山', '利比里亞>賴比瑞亞', '科特迪瓦>象牙海岸',
      '布隆迪>蒲隆地', '吉布提>吉布地', '斯威士蘭>史瓦帝尼', '瓦努阿圖>萬那杜', '圖瓦盧>吐瓦魯',
      '所羅門群島>索羅門群島', '帕勞>帛琉',
    ],
  ],
]; // prettier-ignore

const misspelled: readonly (readonly [EconomyCode, readonly Word[]])[] = [
  ['AU', ['奧洲>澳洲', ['澳州>澳洲', '南西北', '政際長議', '南澳州與西澳州。'], '奧大利亞>澳大利亞', '澳大力亞>澳大利亞', '澳大利雅>澳大利亞']],
  ['BN', ['汶來>汶萊', '汶菜>汶萊', '紋萊>汶萊', '汶賴>汶萊', '汶萊和平國>汶萊和平之國']],
  ['CA', ['加那大>加拿大', '加哪大>加拿大', '加拿太>加拿大', '佳拿大>加拿大']],
  ['CN', [['中國大路>中國大陸', '', '線'], '中國打陸>中國大陸']],
  ['HK', ['杳港>香港', '香岡>香港']],
  ['ID', ['印尼西亞>印尼', '印度尼西雅>印度尼西亞', '印度尼細亞>印度尼西亞', '印渡尼西亞>印度尼西亞']],
  ['JP', ['曰本>日本']],
  ['KR', ['大韓名國>大韓民國', '韓圀>韓國']],
  ['MY', ['馬來西雅>馬來西亞', '馬來西牙>馬來西亞', '馬來四亞>馬來西亞', '馬來細亞>馬來西亞', '馬來亞西>馬來西亞', '馬萊西亞>馬來西亞', '瑪來西亞>馬來西亞', '麻來西亞>馬來西亞']],
  ['MX', ['墨西歌>墨西哥', '墨四哥>墨西哥', '默西哥>墨西哥', '黑西哥>墨西哥', '墨哥西>墨西哥']],
  ['NZ', ['紐西籃>紐西蘭', '紐西藍>紐西蘭', '紐西欄>紐西蘭', '紐四蘭>紐西蘭', '紐細蘭>紐西蘭', '鈕西蘭>紐西蘭', '扭西蘭>紐西蘭', '紐西闌>紐西蘭', '紐蘭西>紐西蘭']],
  [
    'PG',
    [
      '巴布亞紐幾內雅>巴布亞紐幾內亞', '巴布雅紐幾內亞>巴布亞紐幾內亞', '巴布亞鈕幾內亞>巴布亞紐幾內亞',
      '巴布亞紐機內亞>巴布亞紐幾內亞', '巴布亞紐己內亞>巴布亞紐幾內亞', '巴布亞紐幾內>巴布亞紐幾內亞',
      '巴布亞幾內亞>巴布亞紐幾內亞', '巴布亞紐內亞>巴布亞紐幾內亞', '巴布紐幾內亞>巴布亞紐幾內亞',
      '巴亞布紐幾內亞>巴布亞紐幾內亞', '巴部亞紐幾內亞>巴布亞紐幾內亞', '巴布亞紐內幾亞>巴布亞紐幾內亞',
      '巴布亞紐畿內亞>巴布亞紐幾內亞', '巴鈕>巴紐',
    ],
  ],
  ['PE', [['密魯>秘魯', '秘祕機保親'], '泌魯>秘魯', '秘嚕>秘魯', '秘櫓>秘魯']],
  ['PH', ['菲律濱>菲律賓', '菲律實>菲律賓', '菲律兵>菲律賓', '菲律冰>菲律賓', '菲立賓>菲律賓', '菲津賓>菲律賓', '非律賓>菲律賓', '斐律賓>菲律賓', '菲賓律>菲律賓']],
  ['RU', ['俄羅司>俄羅斯', '俄羅思>俄羅斯', '俄羅師>俄羅斯', '俄羅絲>俄羅斯', '俄邏斯>俄羅斯', '俄斯羅>俄羅斯', '餓羅斯>俄羅斯', '娥羅斯>俄羅斯']],
  ['SG', [['新加波>新加坡', '重更', '段長動蘭', '重新加波長計算。'], ['新加破>新加坡', '重更', '壞'], '新加玻>新加坡', ['新家坡>新加坡', '', '度道'], '新坡加>新加坡', '欣加坡>新加坡']],
  ['TW', ['中華台比>中華台北', '中華臺比>中華臺北', '中華抬北>中華臺北']],
  ['TH', ['泰囯>泰國']],
  ['US', ['美囯>美國', '羙國>美國']],
]; // prettier-ignore

/** Behind 臺灣省 these make the name of an office or a society, or another word: 臺灣省政府, 臺灣省電計畫. */
const ofTheProvince = '政諮議各農商漁水自籍主建教工土電能錢力時油思城';

const ownNames: readonly Word[] = [
  '中國台北>中華臺北', '中國臺北>中華臺北', '中國台北市>臺北市', '中國臺北市>臺北市',
  ['中國台灣>我國', '', '同事'], ['中國臺灣>我國', '', '同事'], '中國台灣省>我國', '中國臺灣省>我國',
  '中國台灣地區>我國', '中國臺灣地區>我國', '中國（台灣）>我國', '中國（臺灣）>我國', '中國(台灣)>我國', '中國(臺灣)>我國',
  ['台灣省>我國', '', ofTheProvince, '台灣省政府舊址。'],
  ['臺灣省>我國', '', ofTheProvince, '臺灣省政府舊址。', '推廣臺灣省電產品。'],
  'Taiwan, China>Chinese Taipei', 'Taiwan,China>Chinese Taipei', 'Taiwan (China)>Chinese Taipei',
  'Taipei, China>Chinese Taipei', 'Taipei,China>Chinese Taipei', 'Taiwan, Province of China>Chinese Taipei',
  'Taiwan Province of China>Chinese Taipei', 'Taiwan Province>Chinese Taipei', 'Chinese Taiwan>Chinese Taipei',
  'China Taipei>Chinese Taipei', 'China Taiwan>Chinese Taipei',
]; // prettier-ignore

const english: readonly (readonly [EconomyCode, Sourced, readonly Word[]])[] = [
  ['BN', guide, ['Brunei>Brunei Darussalam']],
  ['CN', guide, ['Mainland China>China', 'mainland China>China', 'PR China>China', 'P.R. China>China', 'P. R. China>China']],
  ['HK', guide, ['Hong Kong>Hong Kong, China', 'Hong Kong SAR>Hong Kong, China', 'Hongkong>Hong Kong, China']],
  ['KR', guide, ['South Korea>Korea', 'S. Korea>Korea']],
  ['TW', guide, ['Taiwan>Chinese Taipei', 'Republic of China>Chinese Taipei', 'R.O.C.>Chinese Taipei']],
  ['VN', guide, ['Vietnam>Viet Nam', 'VietNam>Viet Nam', 'Viet-Nam>Viet Nam']],
]; // prettier-ignore

/** English forms that are right and hold one that is not. */
const englishBlockers: readonly Word[] = [
  'Hong Kong, China', 'Hong Kong,China', 'Brunei Darussalam', "People's Republic of China", 'People’s Republic of China',
]; // prettier-ignore

/** Regions, unions and agreements whose parties are countries indeed: 世界各國, 歐盟各國, 東協各國. */
const notOfApec = '界洲協盟地亞歐非美邦區';

const memberTerms: readonly Word[] = [
  ['各國>各會員', notOfApec, '際立', '世界各國均關注此事。', '東協各國領袖。', '各國際組織。'],
  ['會員國>會員', '非盟', '際'],
  ['會員國家>會員', '非盟'],
  ['成員國>會員', '盟協', '際'],
  ['成員國家>會員', '盟協'],
  ['與會國>與會會員', '', '際內'],
  ['與會國家>與會會員', '', '級發科通標'],
  ['與會各國>與會各會員', '', '際'],
  ['參與國>參與會員', '', '際內會家', '積極參與國際會議。'],
  ['出席國>出席會員', '', '際內會家', '出席國際會議。'],
  ['提案國>提案會員', '', '際內'],
  ['主辦國>主辦會員', '', '際內', '主辦國際會議。'],
  '多數國家>多數會員',
  '其他國家>其他會員',
  '其餘國家>其餘會員',
  '部分國家>部分會員',
  '少數國家>少數會員',
  '許多國家>許多會員',
  '所有國家>所有會員',
  '各個國家>各會員',
];

/** Economies outside APEC, as far as they are met beside its members. */
const others: readonly Word[] = [
  ['印度', '', '洋教支文河', '印度洋鮪類委員會。'],
  ['英國', '精菁', '際', '精英國際學校。'],
  ['法國', '立合守司憲依違修辦方無執', '際', '各立法國家。'],
  ['德國', '道品公', '際', '公德國民素養。'],
  '義大利', '西班牙', '葡萄牙', '荷蘭', '比利時', '盧森堡', '愛爾蘭', '瑞士', '瑞典', '挪威', '丹麥', '芬蘭', '冰島',
  '波蘭', '捷克', '匈牙利', '奧地利', '希臘', '立陶宛', '拉脫維亞', '愛沙尼亞', '斯洛伐克', '羅馬尼亞', '保加利亞',
  '烏克蘭', '土耳其', '歐盟', '歐洲聯盟', '以色列', '伊朗', '伊拉克', '沙烏地阿拉伯', '阿拉伯聯合大公國', '科威特',
  '巴基斯坦', '孟加拉', '斯里蘭卡', '尼泊爾', '緬甸', '寮國', '柬埔寨', '東帝汶', ['蒙古', '內'], '哈薩克', '烏茲別克',
  '北韓', '澳門', '巴西', '阿根廷', ['哥倫比亞', '', '大特河號', '哥倫比亞大學教授。'], '厄瓜多', '巴拿馬', '烏拉圭',
  '巴拉圭', '玻利維亞', '委內瑞拉', '哥斯大黎加', '瓜地馬拉', '宏都拉斯', '薩爾瓦多', '尼加拉瓜', '多明尼加', '古巴',
  ['南非', '東西湖河越', '洲常但'], '埃及', '奈及利亞', '肯亞', '衣索比亞', '摩洛哥', '斐濟', '帛琉', '諾魯', '吐瓦魯',
  '索羅門群島', '馬紹爾群島', '薩摩亞', '萬那杜',
]; // prettier-ignore

/** Longer words that hold a name of the tables, or meet one across a border, and are something else. */
const blockers: readonly Word[] = [
  '國泰', '國中國小', '會中國內', '期中國內', '南中國海', '東中國海', '中國式',
  '中國文化大學', '中國醫藥大學', '中國科技大學', '中國信託', '中國鋼鐵', '中國石油', '中國時報', '中國國民黨',
  '中國生產力中心', '中國輸出入銀行', '中國驗船中心', '中國航運', '中國人壽', '中國電視', '中國土木水利工程學會',
  '中國工程師學會', '中國機械工程學會', '中國青年救國團', '美國商會', '美國在台協會', '美國在臺協會',
  '日本台灣交流協會',
]; // prettier-ignore

const forms = ['standard', 'variant', 'official', 'short', 'party'] as const;

function* groups(): Generator<Group> {
  for (const [economy, ...byForm] of names) {
    for (const [at, words] of byForm.entries())
      yield { kind: 'name', economy, form: forms[at], from: at === 0 ? tier : usage, words };
  }
  for (const [economy, from, words] of nonstandard) yield { kind: 'nonstandard', economy, from, words };
  for (const [economy, words] of misspelled) yield { kind: 'misspelled', economy, from: slips, words };
  yield { kind: 'own-name', economy: 'TW', from: nomenclature, words: ownNames };
  for (const [economy, from, words] of english) yield { kind: 'english', economy, from, words };
  yield { kind: 'member-term', from: guide, words: memberTerms };
  yield { kind: 'other-economy', from: usage, words: others };
  yield { kind: 'blocker', from: words, words: blockers };
  yield { kind: 'blocker', from: guide, words: englishBlockers };
}

function unfold(): readonly NameRow[] {
  const rows: NameRow[] = [];
  for (const { kind, economy, form, from, words } of groups()) {
    for (const word of words) {
      const [entry, notAfter = '', notBefore = '', ...counterExamples] = typeof word === 'string' ? [word] : word;
      const [text, preferred] = entry.split('>');
      rows.push({
        index: rows.length,
        text: text!,
        kind,
        economy,
        preferred,
        form,
        notAfter,
        notBefore,
        note: '',
        counterExamples,
        source: from.source,
        trust: from.trust,
      });
    }
  }
  return rows;
}

/** All rows; `index` is a row's position here. */
export const nameRows: readonly NameRow[] = unfold();
