/** Characters that write how foreign names sound. */

/** Three or more of these in a row are a foreign name, mostly. */
export const foreignSounds =
  '阿埃艾安奧巴貝比伯博布查達丹德迪蒂杜多厄爾法菲費佛弗夫福岡戈格古哈漢豪赫亨胡華霍基吉加迦傑卡凱坎康考柯科克肯庫昆拉萊蘭勞雷黎里利莉列琳隆盧魯路倫羅洛馬瑪麥曼梅門蒙米密莫姆穆納娜奈南內尼寧紐努諾帕派潘佩彭皮普奇喬切丘瓊日瑞若薩塞桑瑟沙尚莎舍施史斯絲思索塔泰坦湯特提托瓦旺威韋維衛溫沃烏西希錫夏辛休修雅亞揚耶葉伊依因英尤約贊澤扎朱茲佐賽娃妮芙奎伍凡汀頓登敦勒雪緬鄂茨摩堡范森';

/** Whether `character` is one of those. */
export function soundsForeign(character: string): boolean {
  return foreignSounds.includes(character);
}
