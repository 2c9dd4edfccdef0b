/** A report for the tests of this folder, with three faults that no other rule is about. */
export const uri = 'file:///reports/%E5%87%BA%E5%9C%8B%E5%A0%B1%E5%91%8A.mission.txt';

/** An error, dates/invalid: there is no such day. */
export const wrongDay = '114 年 2 月 30 日';
/** A warning with a safe fix, typography/repeated-punctuation. */
export const wrongStop = '共識。。';

export const report = `行政院及所屬各機關出國報告

（出國類別：開會）

出席亞太經濟合作數位貿易研討會報告

服務機關：經濟部國際貿易署
姓名職稱：林若涵科長
派赴國家/地區：韓國濟州
出國期間：114 年 5 月 8 日至 5 月 9 日
報告日期：114 年 6 月 20 日

摘要

本署派員出席數位貿易研討會，就無紙化通關與電子提單之實務經驗和與會者交換意見。

壹、目的

瞭解主辦會員規劃之方向，並與主要夥伴就能力建構計畫交換意見。

貳、行程

5 月 8 日（四）	出席數位貿易研討會
5 月 9 日（五）	返國

參、出席會議情形

一、數位貿易研討會

（一）研討會由韓國及智利共同主辦，會員就電子提單達成${wrongStop}

（二）討論要點如次：

1. 能力建構：日本說明其計畫於${wrongDay}公布。

(1) 加拿大建議先盤點現有倡議。

(2) 新加坡願意分享經驗。

2. 供應鏈韌性：美國介紹試辦成果。

肆、心得及建議

一、及早準備提案，並與理念相近之夥伴先行溝通。

二、邀請業者共同參與下次研討會。
`;

/** A report with 目次, acronyms, references and dates, all rightly written as far as the tests are concerned. */
export const connected = `行政院及所屬各機關出國報告

（出國類別：開會）

出席亞太經濟合作第三次資深官員會議報告

服務機關：經濟部國際貿易署
姓名職稱：林若涵科長
派赴國家/地區：秘魯利馬
出國期間：113 年 8 月 16 日至 8 月 18 日
報告日期：113 年 9 月 20 日

目次

壹、目的……1
貳、行程……2
參、出席會議情形……3
肆、心得及建議……4

壹、目的

就亞太自由貿易區（FTAAP）之推動交換意見，詳見參、一。

貳、行程

8 月 16 日	出席貿易及投資委員會會議
8 月 18 日	返國

參、出席會議情形

一、貿易及投資委員會會議

（一）日本、加拿大、智利及我國代表出席會議。

（二）FTAAP 議程由智利主導，日本表示支持。

肆、心得及建議

一、持續參與 FTAAP 之討論。

二、邀請業者參與研討會。
`;

/** The same as Markdown. */
export const connectedMarkdown = connected
  .replace(/^出席亞太.*$/m, '# $&')
  .replace(/^(?:目次|[壹貳參肆]、[^…\n]*)$/gm, '## $&')
  .replace(/^一、貿易.*$/m, '### $&');
