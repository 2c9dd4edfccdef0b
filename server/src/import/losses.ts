/** What an import could not carry over, in words. */
import { render } from '../text/message';
import type { Locale, Message } from '../text/message';
import type { LossKind, ReadDocument } from './model';
import type { ReportText } from './reportText';

const messages: Readonly<Record<LossKind, Message>> = {
  inserted: { 'zh-TW': '追蹤修訂：插入的文字已接受', en: 'tracked change: the inserted words are accepted' },
  deleted: { 'zh-TW': '追蹤修訂：刪除的文字沒有帶入', en: 'tracked change: the deleted words are left out' },
  comment: { 'zh-TW': '註解沒有帶入', en: 'comment left out' },
  header: { 'zh-TW': '頁首沒有帶入', en: 'page header left out' },
  footer: { 'zh-TW': '頁尾沒有帶入', en: 'page footer left out' },
  hidden: { 'zh-TW': '隱藏文字沒有帶入', en: 'hidden words left out' },
  symbol: { 'zh-TW': '符號字型的字元無法辨認，以 □ 代替', en: 'a sign of a symbol font is not known: □ stands for it' },
  formula: { 'zh-TW': '方程式只帶入其中的字元', en: 'of a formula only its characters are kept' },
  object: { 'zh-TW': '內嵌物件沒有帶入', en: 'embedded object left out' },
  drawing: { 'zh-TW': '繪圖、圖表沒有帶入', en: 'drawing or chart left out' },
  'merged-cells': {
    'zh-TW': '合併的儲存格已拆開，內容在第一格',
    en: 'merged cells are parted; the first one has the words',
  },
  'nested-table': { 'zh-TW': '表格內的表格改為一格內的數行', en: 'a table inside a table became lines of one cell' },
  'text-box': { 'zh-TW': '文字方塊移到所在段落之後', en: 'the words of a text box stand behind their paragraph' },
  'linked-image': { 'zh-TW': '圖片只是連結，沒有帶入', en: 'an image that is only linked was left out' },
  'unreadable-image': { 'zh-TW': '圖片格式無法顯示，沒有帶入', en: 'an image of another format was left out' },
  macros: { 'zh-TW': '檔案含有巨集，沒有讀取', en: 'the file holds macros, which were not read' },
  'number-format': {
    'zh-TW': '編號格式無法辨認，改用阿拉伯數字',
    en: 'a form of numbers is not known: digits stand for it',
  },
  ruby: { 'zh-TW': '注音沒有帶入', en: 'ruby left out' },
  prompt: {
    'zh-TW': '表單欄位沒有填寫，提示文字沒有帶入',
    en: 'a field of a form is not filled in: its prompt is left out',
  },
  field: { 'zh-TW': '功能變數沒有結果，沒有帶入', en: 'a field without a result was left out' },
  endnote: { 'zh-TW': '章節附註改為註腳', en: 'an endnote became a footnote' },
};

const place: Message = { 'zh-TW': '第 {line} 行：', en: 'line {line}: ' };
const quoted: Message = { 'zh-TW': '{said}：「{words}」', en: '{said}: “{words}”' };

/** The losses of `document` in words, with their lines in `written`, in the order of the text. */
export function lossLines({ losses }: ReadDocument, { lines, text }: ReportText, locale: Locale): readonly string[] {
  const last = text.split('\n').length - 1;
  return [...losses]
    .sort((a, b) => (a.block ?? -1) - (b.block ?? -1))
    .map(({ kind, block, words }) => {
      const said = messages[kind][locale];
      const shown = words === '' ? said : render(quoted, { said, words }, locale);
      const line = block === undefined ? undefined : Math.min(last, (lines[block] ?? lines.at(-1) ?? 0) + 1);
      return (line === undefined ? '' : render(place, { line }, locale)) + shown;
    });
}
