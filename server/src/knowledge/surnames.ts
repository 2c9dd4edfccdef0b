/**
 * Surnames that most people of Taiwan have (內政部《全國姓名統計分析》, checked 2026-11-28), with forms of the same surname that the
 * registers keep apart: 温 and 溫, 凃 and 涂.
 */
const single =
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董温溫唐藍石蔣古紀姚連馮歐程湯田康姜白汪' +
  '鄒尤巫鐘黎涂凃龔嚴韓袁金童陸夏柳邵錢伍倪譚駱熊任甘秦顧毛章史官萬俞雷粘饒闕凌崔尹孔辛武辜陶段龍韋葛池孟褚殷麥賀賈莫文管向包丘梅裴樊房全佘左花魯安鮑郝穆塗邢蒲成谷常閻練盛鄔耿于黄呉';
const double = ['歐陽', '司馬', '上官', '諸葛', '張簡', '范姜', '端木', '令狐'];

const singles = new Set(single);
const beginsDouble = new Set(double.map((surname) => surname[0]!));

/** Length of the surname that `words` has at `index`; 0 where there is none. */
export function surnameAt(words: string, index: number): number {
  const first = words[index] ?? '';
  if (beginsDouble.has(first) && double.some((surname) => words.startsWith(surname, index))) return 2;
  return singles.has(first) ? 1 : 0;
}
