/**
 * Makes the lexicon of `server/src/spelling`: words with how common they are, and how characters sound. The words come
 * from jieba's dictionary, put into Taiwan's characters by OpenCC, and from the project's own tables; the sounds from
 * pinyin-pro, and for what Taiwan reads otherwise from `taiwanReadings`. The same in, the same out.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { Converter } from 'opencc-js/cn2t';
import {
  acronyms,
  lexiconWords,
  lookAlikes,
  names,
  phonetics,
  phrases,
  simplified,
  titleWords,
  typoContexts,
  typos,
  usualSlips as usualSlipTable,
  words,
} from '../src/knowledge/schemas';
import type { RowOf, Schema } from '../src/knowledge/table';
import { rowsOf } from '../src/knowledge/table';
import { folded, longestProposal } from '../src/spelling/lexicon';
import { lexiconFormat } from '../src/spelling/lexiconFormat';
import { compileTable, readTable, tableFolder } from '../tables/compile';

const require = createRequire(import.meta.url);
/** The packages whose data the lexicon holds parts of; their licences go with the bundles. */
export const lexiconPackages = ['@node-rs/jieba', 'opencc-js', 'pinyin-pro'].map((name) => {
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(`node_modules/${name}`) + `node_modules/${name}`.length);
});

/** Words of jieba that are met less often than this are left out, by the number of their characters. */
const leastCount: Readonly<Record<number, number>> = { 2: 3, 3: 11, 4: 12 };
/** Names of persons are left out below this: most are of novels. */
const leastCountOfNames = 300;
/** A word is proposed only where it is met this often in jieba, or stands in a table of the project. */
const leastCountOfProposals: Readonly<Record<number, number>> = { 2: 20, 3: 20, 4: 12 };
/** How often a word of the project's own tables is taken to occur, at the least. */
const countOfOwnWords = 300;
/**
 * A character is taken to stand alone this often at the least, of all its places in words: the simplified dictionary
 * counts 捲 and 卷 as one, and so has no place where 捲 stands alone.
 */
const shareAlone = 0.02;
/** The same for the characters of everyday use that the dictionary has in no word. */
const leastCountAlone = 30;

/** How often words are met in the prose of offices: `count.ts` writes it. */
export const officeCountsFile = path.join(import.meta.dirname, 'officeCounts.tsv');

function officeCounts(): ReadonlyMap<string, number> {
  return new Map(
    readFileSync(officeCountsFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'))
      .map(([word, count]) => [word!, Number(count)]),
  );
}

/** Readings of Taiwan (一字多音審訂表) where pinyin-pro has the mainland's. */
const taiwanReadings = [
  'qi2期', 'zhi2質職擲', 'ji1績跡擊寂', 'shi4識', 'yi4液益亦', 'jiu4究', 'wei2微薇危', 'xi2息惜夕析悉熄膝', 'fa3髮', 'qi4企',
  'shuo4碩', 'tu2突', 'fu2幅複', 'zhou1粥', 'ju2菊', 'ya2崖', 'yan2研', 'yong3擁', 'zhi4幟', 'cu4卒', 'bo4播', 'ni2擬',
  'shu2叔淑', 'du2督', 'pu4曝', 'lei4勒', 'han4和', 'gui4瑰', 'xue4血', 'ba2拔', 'fei1妃', 'shou2熟', 'bo2帛', 'she4攝', 'xian4縣',
  'wei4偽', 'qian3遣', 'liu4六', 'lu4陸', 'shi2蝕', 'ke2殼', 'tao2濤', 'qi1棲', 'ji2及級', 'hang4夯', 'jue2覺角', 'ya4亞', 'ji4紀劑',
]; // prettier-ignore

/** Characters that are read in two ways or more every day: of others, only the commonest reading counts. */
const severalReadings = new Set(
  '了的得地著長重行樂數降傳調朝藏處為當倒分都還間將教覺可量強切曲少盛率差種轉正中只要應興相宿散省熟似挑吐旋壓飲漲度惡冠號喝劃好和會便空' +
    '參校假彈解模薄露落血單奇禁難任令沒系稱背把供更夾結累勾圈創悶否屏幾說給哪那場待打曾傳鋪卷擔釘縫磨卡' +
    '弄折排搶塞尾扎抹擋查泡混蒙角鑽頓鮮乾什仇伯刷削勒叉哄堡拆摩攝暈枝殼溜炸症研粘縮臭舍荷裂賺踏軸閒隱予仰泊渠熬爪秘籠繁織育菲藉責迫' +
    '頻凹刨嚼契巷彌括暴澄濺畜磅糊繳翹薄剝觀冒過涼載盡監思勝騎喪量鑿徵釐咽嚇綠熟誰色核嗎呢吧啊麼那誌識紀劑企質期微息究液危',
);

/** How the project's tables write what people write in two ways: each way is known. */
const variantPairs = [
  ['計劃', '計畫'], ['籌劃', '籌畫'], ['規劃', '規畫'], ['記錄', '紀錄'], ['身份', '身分'], ['部份', '部分'], ['成份', '成分'], ['份子', '分子'],
  ['汙', '污'], ['帳', '賬'], ['僱', '雇'], ['註', '注'], ['徹', '澈'], ['蹟', '跡'], ['昇', '升'], ['佈', '布'], ['慾', '欲'],
  ['週', '周'], ['鑑', '鑒'], ['託', '托'], ['佔', '占'], ['裡', '裏'], ['煙', '菸'], ['嚐', '嘗'], ['妳', '你'], 
  ['燻', '薰'], ['蒐', '搜'], ['樑', '梁'], ['什麼', '甚麼'], ['祕', '秘'], ['游', '遊'],
  ['濕', '溼'], ['牠', '它'], ['擡', '抬'], ['脣', '唇'], ['羣', '群'], ['峯', '峰'], ['凶', '兇'], ['鏽', '銹'], ['牀', '床'],
  ['稜', '棱'], ['啟', '啓'], ['臺', '台'], ['贊', '讚'], ['哄', '鬨'], ['一目瞭然', '一目了然'], ['闔', '閤'], ['並', '并'], ['慄', '栗'], ['彷彿', '仿佛'], ['明列', '名列'],['姐', '姊'], ['痺', '痹'], ['瞭解', '了解'],
  ['毀', '燬'], ['毀', '譭'], ['拐', '柺'], ['霉', '黴'], ['洩', '泄'], ['鍊', '煉'], ['鍛鍊', '鍛煉'], ['淒', '悽'], 
  ['扎', '紮'], ['夥', '伙'], ['秋千', '鞦韆'], ['祇', '只'], ['雕', '彫'], ['厘', '釐'], ['踩', '跴'], ['碰', '踫'],
  ['嘆', '歎'], ['灑', '洒'], ['飢', '饑'], ['咽', '嚥'], ['卹', '恤'], ['瓷', '磁'], ['札', '箚'], ['刨', '鉋'], ['鏟', '剷'],
  ['彌', '瀰'], ['鋪', '舖'], ['逾', '踰'], ['搾', '榨'], ['暱', '昵'], ['愣', '楞'], 
  ['藤', '籐'], ['鹵', '滷'], ['姪', '侄'], ['醃', '腌'], ['鉤', '鈎'], ['證', '証'], ['槌', '鎚'], ['餵', '喂'],
  ['佩', '珮'], ['黏', '粘'], ['鉅', '巨'], ['宴', '讌'], ['燉', '炖'], ['豔', '艷'], ['菇', '菰'],
  ['餚', '肴'], ['撐', '撑'], ['聯', '連'], ['阪', '坂'], ['崑', '昆'], ['穀', '谷'], ['闢', '辟'],
  ['嶽', '岳'], ['菸', '烟'], ['癒', '愈'], ['兇', '凶'], ['瞇', '眯'], ['溯', '泝'],
  ['廚', '櫥'], ['侖', '崙'], ['糊塗', '胡塗'], ['糢糊', '模糊'], ['憑藉', '憑借'], ['占', '佔'], 
  
]; // prettier-ignore

/**
 * Characters that stand for the one behind them in few words alone, and those words: 檯面 may be 臺面, and 檯灣 is a slip. Each
 * word is known as it stands here and with the usual character.
 */
const variantsInWords: Readonly<Record<string, string>> = {
  儘盡: '儘管 儘量 儘速 儘早 儘先 儘快 儘可能 儘可',
  傢家: '傢俱 傢具 傢伙 傢飾',
  份分:
    '身份 部份 成份 份子 安份 份內 份外 過份 充份 水份 養份 鹽份 糖份 緣份 情份 天份 名份 輩份 職份 本份 份量 年份 月份 省份 股份 份額 縣份 ' +
    '備份 輩份 等份 組份 兩份 三份 份數 一份 多份 每份 幾份 份份 各份',
  藉借: '憑藉 藉口 藉故 藉此 藉由 藉機 藉以 藉助 藉著 藉詞 慰藉 藉端 假藉 藉重 藉勢',
  迴回: '迴旋 迴避 迴響 迴廊 迴路 迴盪 迴圈 迴轉 巡迴 輪迴 迂迴 迴游 迴聲 迴歸 迴流 迴紋 迴文 徘迴 低迴 縈迴 迴腸 迴光 峰迴 來迴 迴車 迴船 迴音 迴授 折迴 縈迴 潛迴 迴鑾 迴繞 迴腸 迴響 迴向 迴水',
  捲卷: '捲入 捲起 捲動 捲曲 捲菸 捲煙 捲尺 捲筒 捲門 捲簾 捲軸 捲線 捲心 席捲 蛋捲 花捲 春捲 膠捲 龍捲 翻捲 捲髮 捲土重來 捲揚 鋼捲 捲取 捲款 捲葉 捲鋪 漫捲 捲裝 捲紙 紙捲 收捲 銀絲捲 瑞士捲 捲繞',
  彙匯: '彙整 彙編 彙總 彙報 彙集 詞彙 字彙 語彙 辭彙 彙刊 總彙 彙辦 彙送 彙計 彙存 彙聚 彙演 彙成 彙納',
  采採: '采風 采邑 風采 神采 文采 精采 喝采 光采 丰采 興高采烈 無精打采 采頭 納采 采集 采訪',
  誌志: '雜誌 日誌 標誌 地誌 縣誌 市誌 鄉誌 鎮誌 村誌 省誌 方誌 史誌 通誌 圖誌 植物誌 動物誌 人物誌 藝文誌 地方誌 誌異 誌慶 誌喜 誌哀 誌謝 永誌 墓誌 墓誌銘 碑誌 週誌 網誌 書誌 誌記 誌銘 部落誌',
  糰團: '飯糰 湯糰 粉糰 麵糰 糰子 米糰 菜糰 肉糰 青糰',
  剋克: '剋星 剋扣 相剋 生剋 相生相剋 剋夫 攻無不剋',
  鬚須: '鬍鬚 鬚眉 觸鬚 龍鬚 鬚根 虎鬚 參鬚 鬚髮 龍鬚菜 龍鬚糖 捲鬚 長鬚 鬚鯨 鬚邊',
  艏首: '艏部 船艏 艏向 艏樓 艏門 艏艉',
  艉尾: '艉部 船艉 艉樓 艉門 艉軸 艉甲板',
  褓保: '襁褓 褓姆 褓母',
  檯臺: '檯面 檯燈 櫃檯 講檯 吧檯 檯布 檯球 檯子 灶檯 工作檯 窗檯 梳妝檯 寫字檯 檯秤 操作檯 試驗檯 流理檯 手術檯 實驗檯 書檯 賭檯 餐檯 服務檯 轉檯 檯鋸 檯鐘 平檯',
  磐盤: '磐石 磐古',
  陞升: '陞遷 晉陞 擢陞 高陞 陞官 陞任 榮陞',
  摺折: '摺疊 摺紙 奏摺 存摺 摺頁 對摺 摺扇 摺皺 皺摺 摺痕 百摺 摺曲 打摺 摺起 摺成 褶摺 手摺 曲摺',
  甦蘇: '復甦 甦醒 甦生',
  揹背: '揹包 揹負 揹著 揹帶 揹起 揹債 揹書包',
  醣糖: '醣類 多醣 單醣 雙醣 寡醣 果醣 肝醣 核醣 乳醣 血醣 葡萄醣 低醣 高醣 減醣 醣分 聚醣 無醣',
  唸念: '唸書 唸經 唸佛 唸誦 唸出 唸到 唸詞 唸完 唸咒 口唸 唸作 唸著 唸法 唸給 唸白 唸歌 唸唱 唸詩 唸叨 複唸 唸錯 默唸',
  弔吊: '弔唁 弔祭 弔慰 憑弔 弔念 弔詭 弔喪 弔孝 弔客 弔橋 提心弔膽',
  矇蒙: '矇騙 矇蔽 矇混 矇住 矇矓',
  濛蒙: '濛濛 迷濛 空濛 灰濛濛 霧濛濛 溟濛',
  睏困: '睏意 睏倦 想睏 愛睏 睏乏',
  罈壇: '酒罈 罈子 骨灰罈 陶罈 甕罈',
  籤簽: '標籤 抽籤 籤詩 書籤 竹籤 牙籤 求籤 籤王 中籤 籤筒 浮籤 便籤 題籤 籤條 籤文 抽籤式 籤號 封籤 吊籤',
  凋雕: '凋謝 凋零 凋落 凋萎 凋敝 後凋',
  砲炮: '大砲 砲兵 火砲 砲彈 砲臺 砲火 砲艦 砲擊 鞭砲 禮砲 砲轟 砲手 砲塔 砲口 砲戰 重砲 機砲 艦砲 山砲 高射砲 迫擊砲 加農砲 砲管 砲座 砲位 砲聲 砲艇 砲術 砲灰 砲打 空砲 水砲 榴彈砲 砲陣地 砲位 土砲 巨砲 岸砲 砲班 砲校',
  桿杆:
    '槓桿 桿菌 桿秤 拉桿 操縱桿 欄桿 桅桿 標桿 球桿 光桿 筆桿 槍桿 連桿 桿件 撐桿 電線桿 旗桿 吊桿 竹桿 鋼桿 推桿 桿狀 螺桿 活塞桿 搖桿 麥桿 桿數 木桿 錨桿 測桿 燈桿 電桿 導桿 支桿 桿子 一桿進洞 號誌桿',
}; // prettier-ignore

interface Entry {
  count: number;
  proposed: boolean;
}

function tableRows<S extends Schema>(name: string, schema: S): readonly RowOf<S>[] {
  return rowsOf(schema, compileTable(readTable(path.join(tableFolder, `${name}.tsv`)), false));
}

const han = /^[\u4e00-\u9fff]+$/;

/** What people of Taiwan call otherwise or write otherwise: known where it is met, never proposed. */
function foreignWords(): ReadonlySet<string> {
  const foreign = new Set<string>();
  for (const { text, kind } of tableRows('words', words))
    if (kind === 'mainland' || kind === 'unified') foreign.add(text);
  return foreign;
}

/** `該本+部署` stands for 該部, 該署, 本部 and 本署; any other word for itself. */
function combined(written: string): readonly string[] {
  const [first, second] = written.split('+');
  if (second === undefined) return [written];
  return [...first!].flatMap((one) => [...second].map((other) => one + other));
}

/** The words of the project's own tables, and whether each may be proposed. */
function ownWords(): ReadonlyMap<string, boolean> {
  const own = new Map<string, boolean>();
  let proposed = true;
  const add = (text: string | undefined): void => {
    for (const part of text?.split(/[^\u4e00-\u9fff]+/) ?? [])
      if (part.length >= 2 && !own.get(part)) own.set(part, proposed);
  };
  const rows = tableRows('lexiconWords', lexiconWords);
  const wordsOf = (role: 'proposed' | 'known'): readonly string[] =>
    rows.filter((row) => row.role === role).flatMap((row) => row.text.split(' '));
  wordsOf('proposed').forEach(add);
  for (const { preferred } of tableRows('typos', typos)) if (preferred.length <= 4) add(preferred);
  // Names and phrases are known: what is like them is not wrong for that.
  proposed = false;
  wordsOf('known').flatMap(combined).forEach(add);
  for (const { preferred, text, kind } of tableRows('words', words)) {
    add(preferred);
    if (kind === 'term' || kind === 'variant') add(text);
  }
  for (const { chinese, variants } of tableRows('acronyms', acronyms)) [chinese, ...variants].forEach(add);
  for (const { text } of tableRows('names', names)) add(text);
  for (const { text } of tableRows('phrases', phrases)) add(text);
  for (const { text } of tableRows('titleWords', titleWords)) add(text);
  return own;
}

function makeWords(): Map<string, Entry> {
  const toTaiwan = Converter({ from: 'cn', to: 'tw' });
  const toTerms = Converter({ from: 'cn', to: 'twp' });
  const simplifiedCharacters = new Set(tableRows('simplified', simplified).map(({ simplified: one }) => one));
  const foreign = foreignWords();
  const entries = new Map<string, Entry>();
  const add = (written: string, count: number, proposed: boolean): void => {
    const word = folded(written);
    const known = entries.get(word);
    if (known) {
      known.count = Math.max(known.count, count);
      known.proposed ||= proposed;
    } else entries.set(word, { count, proposed });
  };
  for (const line of readFileSync(path.join(lexiconPackages[0]!, 'dict.txt'), 'utf8').split('\n')) {
    const [word, written, part = ''] = line.split(' ');
    const count = Number(written);
    if (!word || word.length > 4 || !han.test(word)) continue;
    if (count < (part.startsWith('nr') && word.length > 1 ? leastCountOfNames : (leastCount[word.length] ?? 1)))
      continue;
    const here = toTaiwan(word);
    const term = toTerms(word);
    if (!han.test(here) || [...here].some((one) => simplifiedCharacters.has(one))) continue;
    const isForeign = term !== here || foreign.has(here);
    const isName = /^n[rst]/.test(part);
    add(here, count, !isForeign && word.length > 1 && count >= (isName ? 200 : leastCountOfProposals[word.length]!));
    if (term !== here && term.length <= 4 && han.test(term)) add(term, count, term.length > 1 && !foreign.has(term));
  }
  for (const [word, proposed] of ownWords())
    if (word.length <= 6) add(word, countOfOwnWords, proposed && word.length <= 5 && !foreign.has(word));
  for (const word of foreign) if (entries.has(word)) entries.get(word)!.proposed = false;
  const slips = [...tableRows('typos', typos), ...tableRows('usualSlips', usualSlipTable)].map(({ text }) =>
    folded(text),
  );
  // Whichever way a word is written, it is known; only the way of the dictionary is proposed.
  for (const [word, { count }] of [...entries])
    for (const [one, other] of variantPairs)
      for (const [from, to] of [
        [one!, other!],
        [other!, one!],
      ] as const) {
        if (word.length < 2 || !word.includes(from)) continue;
        const variant = folded(word.replace(from, to));
        if (!entries.has(variant) && !slips.some((slip) => variant.includes(slip)))
          entries.set(variant, { count: Math.max(1, count / 4), proposed: false });
      }
  for (const [[one, other], written] of Object.entries(variantsInWords))
    for (const rare of written.split(' ')) {
      const usual = rare.replace(one!, other!);
      const counts = [rare, usual].map((word) => entries.get(folded(word))?.count ?? 0);
      for (const word of [rare, usual].map(folded))
        if (!entries.has(word) && !slips.some((slip) => word.includes(slip)))
          entries.set(word, { count: Math.max(1, ...counts) / 4, proposed: false });
    }
  for (const slip of slips) entries.delete(slip);
  addCharacters(entries);
  return entries;
}

/**
 * Counts the words of `entries` as who reads both would, as much of offices as of what the dictionary was counted in:
 * there 檢視 and 行程 are rare, and 供 and 值 seldom stand alone.
 */
function addOfficeCounts(entries: ReadonlyMap<string, Entry>, counts: ReadonlyMap<string, number>): void {
  const sum = (all: Iterable<number>): number => [...all].reduce((total, one) => total + one, 0);
  const times = sum([...entries.values()].map(({ count }) => count)) / sum(counts.values());
  for (const [word, count] of counts) {
    const entry = entries.get(word);
    if (entry) entry.count += count * times;
  }
}

/** The characters of everyday use: the first level of Big5. */
function* everydayCharacters(): Iterable<string> {
  const decoder = new TextDecoder('big5');
  for (let row = 0xa4; row <= 0xc6; row += 1)
    for (let column = 0x40; column <= 0xfe; column += 1) {
      if ((column > 0x7e && column < 0xa1) || (row === 0xc6 && column > 0x7e)) continue;
      yield decoder.decode(Uint8Array.of(row, column));
    }
}

/** Gives every character alone a count, be it only in words or in none. */
function addCharacters(entries: Map<string, Entry>): void {
  const inWords = new Map<string, number>();
  for (const [word, { count }] of entries)
    if (word.length > 1) for (const one of word) inWords.set(one, (inWords.get(one) ?? 0) + count);
  const raise = (one: string, count: number): void => {
    const known = entries.get(one);
    if (!known) entries.set(one, { count, proposed: false });
    else known.count = Math.max(known.count, count);
  };
  for (const [one, count] of inWords) raise(one, Math.ceil(count * shareAlone));
  for (const one of everydayCharacters()) raise(folded(one), leastCountAlone);
}

/** Characters by their readings. */
function makeReadings(characters: Iterable<string>): ReadonlyMap<string, string> {
  const byReading = new Map<string, string>();
  const add = (reading: string, character: string): void => {
    const all = byReading.get(reading) ?? '';
    if (!all.includes(character)) byReading.set(reading, all + character);
  };
  for (const character of characters)
    for (const reading of pinyin(character, {
      multiple: severalReadings.has(character),
      type: 'array',
      toneType: 'num',
      v: true,
    }))
      if (/^[a-z]+[0-4]$/.test(reading)) add(reading, character);
  for (const each of taiwanReadings) {
    const [, reading, all] = /^([a-z]+\d)(.+)$/.exec(each)!;
    for (const character of all!) add(reading!, character);
  }
  return byReading;
}

/**
 * The lexicon as text, in the form that `server/src/spelling/lexicon.ts` reads.
 * @param counts how often words are met in the prose of offices
 */
export function compileLexicon(counts = officeCounts()): string {
  const entries = makeWords();
  addOfficeCounts(entries, counts);
  let total = 0;
  for (const { count } of entries.values()) total += count;
  const characters = new Set([...entries.keys()].join(''));
  const readings = [...makeReadings([...characters].sort())].sort(([a], [b]) => (a < b ? -1 : 1));
  const order = charactersByUse(entries);
  const numbers = new Map(order.map((character, number) => [character, number]));
  const byFirst = new Map(order.map((character) => [character, [] as string[]]));
  let fillings = 0;
  for (const [word, { proposed }] of entries) {
    byFirst.get(word[0]!)!.push(word);
    if (proposed && word.length <= longestProposal) fillings += word.length;
  }
  const costOf = (word: string): string => {
    const { count, proposed } = entries.get(word)!;
    return lexiconFormat.encode(-Math.log((count + 0.5) / total), proposed);
  };
  const linesOf = (length: number): readonly string[] => {
    const counts: number[] = [];
    const columns = Array.from({ length: length - 1 }, (): number[] => []);
    let costs = '';
    for (const all of byFirst.values()) {
      const words = all
        .filter((word) => word.length === length)
        .map((word) => ({ word, others: [...word.slice(1)].map((character) => numbers.get(character)!) }))
        .sort((a, b) => a.others[0]! - b.others[0]! || (a.word < b.word ? -1 : 1));
      counts.push(words.length);
      let latest = 0;
      for (const { word, others } of words) {
        const [second] = others;
        [second! - latest, ...others.slice(1)].forEach((number, column) => columns[column]!.push(number));
        latest = second!;
        costs += costOf(word);
      }
    }
    return [...[counts, ...columns].map((all) => all.map(lexiconFormat.encodeNumber).join('')), costs];
  };
  const lengths = new Set([...entries.keys()].map((word) => word.length));
  lengths.delete(1);
  return [
    `${entries.size} ${fillings}`,
    readings.map(([reading, all]) => reading + all).join(' '),
    usualSlips().join(' '),
    groupsOf('lookAlikes', lookAlikes),
    groupsOf('phonetics', phonetics),
    contexts(),
    order.join(''),
    order.map(costOf).join(''),
    ...[...lengths].sort().flatMap(linesOf),
  ].join('\n');
}

/** The characters of each row of a table. */
function groupsOf(name: string, schema: typeof lookAlikes): string {
  return tableRows(name, schema)
    .map(({ text }) => text)
    .join(' ');
}

/** The words that are slips between others, in the form that `readContexts` reads. */
function contexts(): string {
  const rows = tableRows('typoContexts', typoContexts).map(
    ({ text, preferred, reason, before, after, soon, without, notAfter, notBefore }) =>
      [
        text,
        preferred,
        reason,
        ...[before, after, soon, without].map((list) => list.join('|')),
        notAfter,
        notBefore,
      ].join('\t'),
  );
  return folded(rows.join(' '));
}

/** All characters, those first that stand in most words behind their first character. */
function charactersByUse(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const uses = new Map<string, number>();
  for (const word of entries.keys()) {
    uses.set(word[0]!, uses.get(word[0]!) ?? 0);
    for (const character of word.slice(1)) uses.set(character, (uses.get(character) ?? 0) + 1);
  }
  return [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([character]) => character);
}

/**
 * The slips that people make, each as it is written and then as it was meant: 邊列編列. Of those that the list of slips
 * finds by itself, with the contexts that they need, only the characters: 既即.
 */
function usualSlips(): readonly string[] {
  const slips = tableRows('usualSlips', usualSlipTable).map(({ text, preferred }) => text + preferred);
  for (const { text, preferred } of tableRows('typos', typos))
    if (text.length === preferred.length)
      [...text].forEach((written, at) => {
        if (written !== preferred[at]) slips.push(written + preferred[at]!);
      });
  return [...new Set(slips.map(folded))];
}

/** `compileLexicon`, kept in `out/` from one run to the next for as long as nothing that it is made of changes. */
export function keptLexicon(): string {
  const hash = createHash('sha256');
  const own = ['compile.ts', 'officeCounts.tsv', '../src/spelling/lexicon.ts', '../src/spelling/lexiconFormat.ts'].map(
    (name) => path.join(import.meta.dirname, name),
  );
  for (const file of [
    ...own,
    ...readdirSync(tableFolder)
      .sort()
      .map((name) => path.join(tableFolder, name)),
  ])
    hash.update(readFileSync(file));
  for (const folder of lexiconPackages) hash.update(readFileSync(path.join(folder, 'package.json')));
  const folder = path.resolve(import.meta.dirname, '../../out/lexicon');
  const file = path.join(folder, `${hash.digest('hex').slice(0, 16)}.txt`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const made = compileLexicon();
  mkdirSync(folder, { recursive: true });
  // Several processes may make it at once; each puts a whole file in its place.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
