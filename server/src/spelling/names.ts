/** Finds names in a run of Han characters: of persons beside their titles, and foreign ones by the characters they are written with. */
import type { Span } from '../text/span';

const surnames =
  '王李張劉陳楊黃趙周吳徐孫朱馬胡郭林何高梁鄭羅宋謝唐韓曹許鄧蕭馮曾程蔡彭潘袁于董余蘇葉呂魏蔣田杜丁沈姜范江傅鍾盧汪戴崔任陸廖姚方金邱夏譚韋賈鄒石熊孟秦閻薛侯雷白龍段郝孔邵史毛常萬顧賴武康賀嚴尹錢施牛洪龔湯陶黎溫莫易樊喬文安殷顏莊章魯倪龐邢俞翟藍聶齊向申葛柴伍覃駱關焦柳歐祝紀尚畢耿蘆左季管符辛苗詹曲靳祁路涂蘭甘裴梅童翁霍游阮尤岳簡卓連古巫柯凌鄞仉';
const titles =
  '[參董監領]事|[律醫老講]師|[專委科議課]員|[科處司部次組局署院校市縣鄉鎮里議館所隊股課會團]長|主任|大使|先生|女士|小姐|教授|博士|[秘祕]書|代表|總裁|執行長|主席|經理|研究員|技正|技士|技佐|主秘|參贊|顧問|法官|檢察官|理事長|總統|總理|工程師|同學|助理|督導|編審|視察|稽核|副座|主委|執行官|調查官|司儀|公使';
const before = new RegExp(
  `[${surnames}][\\u4e00-\\u9fff]{1,2}(?=(?:[副總前兼]|代理|高級|資深|助理|首席|簡任|薦任)?(?:${titles}))`,
  'g',
);
const behind = new RegExp(`(?:${titles})[${surnames}][\\u4e00-\\u9fff]{1,2}`, 'g');
/** Three or more of these in a row write how a foreign name sounds; 達 of 底達布里斯本 is the verb’s. */
const foreign =
  /(?!(?<=[抵底低扺到])達)[阿埃艾安奧巴貝比伯博布查達丹德迪蒂杜多厄爾法菲費佛弗夫福岡戈格古哈海漢豪赫亨胡華霍基吉加迦傑卡凱坎康考柯科克肯庫昆拉萊蘭勞雷黎里利莉列琳隆盧魯路倫羅洛馬瑪麥曼梅門蒙米密莫姆穆納娜奈南內尼寧紐努諾帕派潘佩彭皮普奇喬切丘瓊日瑞若薩塞桑瑟沙尚莎舍施史斯絲思索塔泰坦湯特提托瓦旺威韋維衛溫沃烏西希錫夏辛休修雅亞揚耶葉伊依因英尤約贊澤扎朱茲佐賽娃妮芙奎伍凡汀頓登敦勒雪緬鄂茨摩堡]{4,}/g;

/** Names of villages, streets, schools and hospitals, by what stands around them. */
const places = /(?<=[區市縣鄉鎮立])[\u4e00-\u9fff]{2,3}?(?:里(?!程)|村|路(?!線)|街|國小|國中|國民|高中|高級|醫院)/g;

/** A family behind its surname, and somebody in short by the end of a title: 緒方氏之姓, 隗員; what no lexicon has. */
const short =
  /[\u4e00-\u9fff]{1,2}氏(?=之?姓|家族|一家|一族|夫[妻婦]|兄弟|父子|後[人代])|[粘隗闕邵郭彭潘袁呂蔣鄧馮蕭薛邱鄒賈閻龔詹簡翁游]員(?!工)|宮司|奇木/g;

/** @param run Han characters */
export function namesIn(run: string): readonly Span[] {
  const names: Span[] = [];
  for (const pattern of [before, behind, foreign, places, short])
    for (const { 0: name, index } of run.matchAll(pattern)) names.push({ start: index, end: index + name.length });
  return names;
}
