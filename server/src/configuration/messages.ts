import type { Message } from '../text/message';

/** What can be said of a configuration file. */
export const messages = {
  syntax: { 'zh-TW': '不是合法的 JSON：{what}', en: 'Not valid JSON: {what}' },
  nesting: { 'zh-TW': '括號巢狀過深', en: 'Brackets are nested too deeply' },
  noObject: { 'zh-TW': '設定檔應為一個 JSON 物件 { … }', en: 'The configuration must be one JSON object { … }' },
  unknownKey: { 'zh-TW': '不認得的設定「{key}」；可用：{known}', en: 'Unknown key "{key}"; known keys: {known}' },
  unknownKeyNear: {
    'zh-TW': '不認得的設定「{key}」；是否為「{near}」？',
    en: 'Unknown key "{key}"; did you mean "{near}"?',
  },
  missingKey: { 'zh-TW': '缺少「{key}」', en: '"{key}" is missing' },
  repeatedKey: { 'zh-TW': '「{key}」重複出現', en: '"{key}" is there twice' },
  noString: { 'zh-TW': '「{key}」的值應為字串', en: 'The value of "{key}" must be a string' },
  noStrings: {
    'zh-TW': '「{key}」的值應為字串，或字串的陣列',
    en: 'The value of "{key}" must be a string or a list of strings',
  },
  noList: { 'zh-TW': '「{key}」的值應為陣列 [ … ]', en: 'The value of "{key}" must be a list [ … ]' },
  noMap: { 'zh-TW': '「{key}」的值應為物件 { … }', en: 'The value of "{key}" must be an object { … }' },
  empty: { 'zh-TW': '「{key}」不可為空白', en: '"{key}" must not be empty' },
  noCount: { 'zh-TW': '「{key}」的值應為 1 以上的整數', en: 'The value of "{key}" must be a whole number from 1' },
  outsideFolder: {
    'zh-TW': '路徑以設定檔所在的資料夾為準，不會找到這個資料夾以外的檔案',
    en: 'Paths start from the folder of the configuration; this one leaves it and fits no report',
  },
  longGlob: {
    'zh-TW': '路徑樣式超過 {most} 個字元，不予採用',
    en: 'A path pattern of more than {most} characters is not used',
  },
  noReport: {
    'zh-TW': '「file」應為一份報告的路徑；要對資料夾或多個檔案調整規則，請用「overrides」',
    en: '"file" takes the path of one report; for a folder or several files use "overrides"',
  },
  noRules: {
    'zh-TW': '「rules」的值應為物件，例如 { "abstract/length": "off" }',
    en: 'The value of "rules" must be an object such as { "abstract/length": "off" }',
  },
  unknownProfile: {
    'zh-TW': '不認得的格式「{id}」；可用：{known}',
    en: 'Unknown profile "{id}"; known profiles: {known}',
  },
  unknownProfileNear: {
    'zh-TW': '不認得的格式「{id}」；是否為「{near}」？',
    en: 'Unknown profile "{id}"; did you mean "{near}"?',
  },
  unknownRule: { 'zh-TW': '不認得的規則「{id}」', en: 'Unknown rule "{id}"' },
  unknownRuleNear: {
    'zh-TW': '不認得的規則「{id}」；是否為「{near}」？',
    en: 'Unknown rule "{id}"; did you mean "{near}"?',
  },
  unknownSeverity: {
    'zh-TW': '不認得的嚴重程度；可用：{known}',
    en: 'Unknown severity; known severities: {known}',
  },
  unknownSeverityNear: {
    'zh-TW': '不認得的嚴重程度「{id}」；是否為「{near}」？',
    en: 'Unknown severity "{id}"; did you mean "{near}"?',
  },
  unknownMember: {
    'zh-TW': '不認得的會員「{name}」；請寫中文名稱或 ISO 代碼',
    en: 'Unknown member "{name}"; write its Chinese name or ISO code',
  },
  badExtends: {
    'zh-TW': '「extends」應為內建格式（{known}）或 ./ 開頭的本機檔案；不會連線取得',
    en: '"extends" takes a bundled profile ({known}) or a local file that begins with ./; nothing is fetched',
  },
  unusedSuppression: {
    'zh-TW': '這項忽略已經沒有對應的問題，可以刪除',
    en: 'Nothing matches this suppression any more; it can be removed',
  },
  replaceBy: { 'zh-TW': '改為「{near}」', en: 'Change to "{near}"' },
  remove: { 'zh-TW': '刪除這一項', en: 'Remove this entry' },
} satisfies Record<string, Message>;

/** What a syntax error is about, by the parser's name for it. */
const syntaxErrors: Readonly<Record<string, Message>> = {
  PropertyNameExpected: { 'zh-TW': '缺少屬性名稱', en: 'a property name is missing' },
  ValueExpected: { 'zh-TW': '缺少值', en: 'a value is missing' },
  ColonExpected: { 'zh-TW': '缺少冒號', en: 'a colon is missing' },
  CommaExpected: { 'zh-TW': '缺少逗號', en: 'a comma is missing' },
  CloseBraceExpected: { 'zh-TW': '缺少右大括號 }', en: 'a closing brace is missing' },
  CloseBracketExpected: { 'zh-TW': '缺少右中括號 ]', en: 'a closing bracket is missing' },
  EndOfFileExpected: { 'zh-TW': '設定之後還有多餘的內容', en: 'something follows the configuration' },
  UnexpectedEndOfComment: { 'zh-TW': '註解沒有結束', en: 'a comment does not end' },
  UnexpectedEndOfString: { 'zh-TW': '字串沒有結束', en: 'a string does not end' },
  UnexpectedEndOfNumber: { 'zh-TW': '數字格式錯誤', en: 'a number is malformed' },
  InvalidNumberFormat: { 'zh-TW': '數字格式錯誤', en: 'a number is malformed' },
  InvalidEscapeCharacter: {
    'zh-TW': '字串中有不合法的跳脫字元「\\」；路徑請用「/」分隔',
    en: 'a string holds an invalid escape \\; write paths with /',
  },
  InvalidUnicode: { 'zh-TW': '字串中有不合法的 \\u 跳脫', en: 'a string holds an invalid \\u escape' },
  InvalidCharacter: { 'zh-TW': '字串中有不合法的字元', en: 'a string holds an invalid character' },
  InvalidSymbol: { 'zh-TW': '不認得的符號', en: 'an unknown symbol' },
};

/** The message for the syntax error that the JSON parser calls `name`. */
export function syntaxMessage(name: string): Message {
  const what = syntaxErrors[name] ?? { 'zh-TW': name, en: name };
  return {
    'zh-TW': messages.syntax['zh-TW'].replace('{what}', what['zh-TW']),
    en: messages.syntax.en.replace('{what}', what.en),
  };
}
