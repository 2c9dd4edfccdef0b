import type { Message } from '../text/message';

const messages = {
  'no-archive': {
    'zh-TW': '不是 Word（.docx）或 ODF（.odt）檔案',
    en: 'this is neither a Word (.docx) nor an ODF (.odt) file',
  },
  'old-word': {
    'zh-TW': '是舊的 Word 格式（.doc），請用 Word 或 LibreOffice 另存為 .docx 或 .odt',
    en: 'this is Word’s old format (.doc): save it as .docx or .odt with Word or LibreOffice',
  },
  encrypted: {
    'zh-TW': '檔案有密碼保護，請先移除密碼',
    en: 'the file is protected by a password: take that off first',
  },
  broken: { 'zh-TW': '檔案已損毀，無法讀取', en: 'the file is broken and can’t be read' },
  'too-large': {
    'zh-TW': '檔案展開後過大，沒有讀取',
    en: 'the file is too large when unpacked, and was not read',
  },
  'no-document': {
    'zh-TW': '壓縮檔裡沒有 Word 或 ODF 文字文件',
    en: 'the archive holds no text document of Word or ODF',
  },
} satisfies Record<string, Message>;

export type ImportFailure = keyof typeof messages;

/** Why a file can't be imported. */
export class ImportError extends Error {
  readonly why: ImportFailure;

  constructor(why: ImportFailure) {
    super(messages[why].en);
    this.name = 'ImportError';
    this.why = why;
  }

  /** The reason in words. */
  get text(): Message {
    return messages[this.why];
  }
}
