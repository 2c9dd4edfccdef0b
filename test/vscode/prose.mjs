/**
 * Ordinary lines of reports of every kind, as authors type them: what nothing may change. The tests type them key by key
 * and with an input method, and look at what the server would offer behind each of their characters.
 */

/** How a line is ended. A numbered line is not ended by Enter alone: that begins the next number. */
/** @typedef {'Enter' | 'Tab' | 'ArrowDown' | 'ArrowRight'} End */

/** @type {readonly (readonly [line: string, end: End])[]} */
export const prose = [
  // International conferences
  ['會議於8月10日在利馬舉行，計有21個會員之代表與會。', 'Enter'],
  ['本次會議討論衛生安全', 'Enter'],
  ['各會員就數位貿易', 'Tab'],
  ['與會代表多來自日本及美國', 'Enter'],
  ['出席會議之代表就永續發展', 'ArrowDown'],
  ['主席表示，請各會員於會後二週內提供意見', 'Enter'],
  ['我國代表說明服務貿易', 'Tab'],
  ['會議通過能源', 'Enter'],
  ['下午議程為供應鏈', 'ArrowRight'],
  ['加拿大代表發言支持本案', 'Enter'],
  ['其餘會員多表贊同，惟智利、墨西', 'Enter'],
  ['討論中小企業及婦女', 'Enter'],
  ['建議由秘書處彙整後提報資深官員會議', 'Tab'],
  // Visits
  ['8月10日', 'Tab'],
  ['8月11日（一）', 'Tab'],
  ['上午拜會大阪市政府，由國際部長接待', 'Enter'],
  ['參訪京都市動物園及水族', 'Enter'],
  ['訪團一行共8', 'Enter'],
  ['隨後前往港區視察冷鏈物流', 'Tab'],
  ['對方簡介其組織沿革、預算及人力配置', 'ArrowDown'],
  ['行程緊湊，內容充實', 'Enter'],
  ['與該局長就觀光行銷', 'Enter'],
  // Training and study
  ['進修期間自113年9月至114年3月', 'Enter'],
  ['課程分為講授、實作及分組討論', 'Enter'],
  ['講師來自英國、法國及德', 'Enter'],
  ['學員共30人，分成6組', 'Tab'],
  ['研習內容包括資訊安全', 'Enter'],
  ['指導教授為該校公共政策', 'ArrowRight'],
  // Universities
  ['本校與泰國清邁大學簽署合作備忘', 'Enter'],
  ['發表論文題目為「深度學習在遙測之應用', 'Enter'],
  ['研討會主題涵蓋人工智慧', 'Tab'],
  ['與該校教授洽談雙聯學', 'Enter'],
  ['目前已有12位學生赴新加', 'Enter'],
  // State firms
  ['本公司派員赴越南驗收機組設備', 'Enter'],
  ['工廠測試結果符合契約規範第3.2節', 'Enter'],
  ['廠商說明渦輪葉片之材料特性', 'Tab'],
  ['油輪於高雄港卸載液化天然', 'ArrowDown'],
  ['實地瞭解電網調度與再生能源', 'Enter'],
  // Police, customs, coast guard, fire
  ['警察大學師生一行拜訪當地警局', 'Enter'],
  ['觀摩毒品查緝與跨境犯罪', 'Enter'],
  ['情資交換機制以國際刑警', 'Tab'],
  ['海關查驗貨櫃並檢視優質企業', 'Enter'],
  ['消防人員示範水域救援', 'Enter'],
  ['巡防艦於10日', 'Tab'],
  // Councils and local governments
  ['市議會考察團拜會姊妹市議長', 'Enter'],
  ['議員就垃圾清運與社會住宅', 'Enter'],
  ['該市人口約270萬', 'Enter'],
  ['輕軌路線總長23.4', 'Tab'],
  ['代表團贈送紀念品並合影', 'ArrowRight'],
  // Health, agriculture, culture, sports, law
  ['世界衛生大會期間舉行雙邊會談計5', 'Enter'],
  ['該院急診量能為每日四百', 'Enter'],
  ['農業試驗所展示耐熱水稻品', 'Tab'],
  ['漁業資源之保育及利用', 'Enter'],
  ['博物館典藏品共三萬', 'Enter'],
  ['劇團於當地演出三', 'ArrowDown'],
  ['代表隊獲得二金一銀', 'Enter'],
  ['法官就量刑準則交換意見', 'Enter'],
  ['勞動檢查與職業安全', 'Enter'],
  ['原住民族語言復振', 'Tab'],
  // What begins like the things that are offered at the start of a line
  ['行程', 'Enter'],
  ['會議', 'Tab'],
  ['出席', 'Enter'],
  ['與會', 'Enter'],
  ['討論', 'Tab'],
  ['過程', 'Enter'],
  ['建議加強人才培育', 'Enter'],
  ['目的在於瞭解國際趨勢', 'Enter'],
  ['摘要如下', 'Enter'],
  ['我國', 'Tab'],
  ['報告', 'Enter'],
  ['附件', 'Enter'],
  ['服務', 'Enter'],
  // Headings and items
  ['（一）數位貿易', 'Tab'],
  ['（二）日', 'Tab'],
  ['1. 能力建構', 'ArrowDown'],
  // Latin letters in the middle of Chinese, and English
  ['我國於APEC', 'Enter'],
  ['該案由AEO', 'Tab'],
  ['該中心採用IoT及5G', 'Enter'],
  ['The workshop was held in Lima', 'Enter'],
  ['公司英文名稱為Can', 'Enter'],
];
