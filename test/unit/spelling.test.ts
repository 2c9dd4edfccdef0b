import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { typoContexts, typos } from '../../server/src/knowledge/schemas';
import { rowsOf } from '../../server/src/knowledge/table';
import compiledContexts from '../../server/src/knowledge/tables/typoContexts.tsv';
import compiledTypos from '../../server/src/knowledge/tables/typos.tsv';
import { createReportService } from '../../server/src/service';
import type { CheckOptions, CheckResult, Finding } from '../../server/src/service';
import { cutOf } from '../../server/src/spelling/cut';
import { occurrencesIn } from '../../server/src/spelling/evidence';
import { folded } from '../../server/src/spelling/lexicon';
import { likenessOfSounds, soundOf } from '../../server/src/spelling/sounds';
import { lexiconForTests, spellerForTests } from '../spelling/lexicon';

const service = createReportService({
  onRuleFailure: (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  },
});
service.useSpeller(spellerForTests());

const cover =
  '出國報告（出國類別：考察）\n赴甲國考察港區報告\n服務機關：某港務機關\n姓名職稱：王小明科長\n派赴國家/地區：甲國\n' +
  '出國期間：113年8月16日至8月18日\n報告日期：113年9月1日\n\n壹、目的\n';

function slipsIn(prose: string, options: Partial<CheckOptions> = {}): readonly Finding[] {
  const report = service.parse(cover + prose);
  return service
    .check(report, { profile: 'auto', severities: {}, ...options })
    .filter(({ rule }) => rule.id === 'wording/typo');
}

function wordsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ params }) => `${params!['wrong']}→${params!['right']}`);
}

describe('the list of slips', () => {
  const rows = rowsOf(typos, compiledTypos);
  const contexts = rowsOf(typoContexts, compiledContexts);

  test('has 400 rows and more, each with right texts that look like it', () => {
    assert.ok(rows.length >= 400, String(rows.length));
    for (const { text, right } of rows) assert.ok(right.length > 0, text);
  });

  test('is silent on every right text, and so is the detector', () => {
    const alarms = [...rows, ...contexts].flatMap(({ text, right }) =>
      right.flatMap((sentence) => {
        const found = wordsOf(slipsIn(`${sentence}\n`));
        return found.length > 0 ? [`${text}: ${sentence}: ${found.join(' ')}`] : [];
      }),
    );
    assert.deepEqual(alarms, []);
  });

  test('finds each of its slips in a sentence, and covers it exactly', () => {
    for (const { text, preferred } of rows) {
      const [finding, ...others] = slipsIn(`按，${text}。\n`);
      assert.deepEqual(finding?.params, { wrong: text, right: preferred }, text);
      assert.deepEqual([finding.end - finding.start, others.length], [text.length, 0], text);
    }
  });
});

describe('words that are slips between certain others', () => {
  const contexts = rowsOf(typoContexts, compiledContexts);
  /** A sentence with a word of `before` and one of `after` around the slip. */
  const sentencesOf = ({ text, before, after, soon }: (typeof contexts)[number]): readonly string[] =>
    (before.length > 0 ? before : ['']).flatMap((ahead) =>
      (after.length > 0 ? after : ['']).map((behind) => `他說，${ahead}${text}${behind}${soon[0] ?? ''}。`),
    );

  test('each is found in its contexts, but for those that make another word with it', () => {
    let all = 0;
    const missed = contexts.flatMap((row) =>
      sentencesOf(row).filter((sentence) => {
        all += 1;
        return !slipsIn(`${sentence}\n`).some(
          ({ start, end, params }) =>
            params!['wrong'] === row.text && params!['right'] === row.preferred && end - start === row.text.length,
        );
      }),
    );
    assert.ok(missed.length < 0.03 * all, `${missed.length} of ${all}: ${missed.join(' ')}`);
  });

  test('none is found where two words meet', () => {
    for (const right of [
      '規定雖統一但執行有別。',
      '問題現在也不會消失。',
      '得以經由平臺申報。',
      '企業以完成轉型為目標。',
      '自己完成之部分。',
      '這是價值的學習。',
      '試題供考生參考。',
      '老師感覺的確是這樣。',
      '該處里程碑已達成。',
    ])
      // prettier-ignore
      assert.deepEqual(wordsOf(slipsIn(`${right}\n`)), [], right);
  });

  test('what follows soon may say that the word is right', () => {
    assert.deepEqual(wordsOf(slipsIn('本案目前以完成招標。\n')), ['以→已']);
    assert.deepEqual(wordsOf(slipsIn('本案目前以完成招標為目標。\n')), []);
    assert.deepEqual(wordsOf(slipsIn('該廳已不在使用。\n')), ['不在→不再']);
    assert.deepEqual(wordsOf(slipsIn('該廳已不在使用範圍。\n')), []);
  });

  test('a mark, a figure and the ends of a paragraph are contexts', () => {
    assert.deepEqual(wordsOf(slipsIn('展品在那裡？\n')), ['那裡→哪裡']);
    assert.deepEqual(wordsOf(slipsIn('展品在那裡。\n')), []);
    assert.deepEqual(wordsOf(slipsIn('統計，截止8月底共三件。\n')), ['截止→截至']);
    assert.deepEqual(wordsOf(slipsIn('報名截止8月底。\n')), []);
    assert.deepEqual(wordsOf(slipsIn('由其是離島地區，居民往返不便。\n')), ['由其→尤其']);
  });
});

describe('the detector', () => {
  test('takes text that was right on official prose for right', () => {
    const right = [
      '人數未定者，由各單位自行決定。', '以柳杉及檜木的邊材製成。', '申請人應附證明文件。', '現制下由地方政府辦理。',
      '期能將低收入戶納入。', '此舉實為改革之先聲。', '單晚住宿費不得超過上限。', '期中報告已完成。', '由五國組之聯盟。',
      '主提案人為加拿大。', '該署據以核定。', '該公司稅籍登記在桃園。', '實非易事。', '下午參加工坊。', '配賦額度由總部決定。',
      '仍視經費而定。', '引進新種品系。', '前數場會議均已召開。', '應先行審查。', '日人所築之砲臺。', '所需之料由廠商供應。',
    ]; // prettier-ignore
    for (const sentence of right) assert.deepEqual(wordsOf(slipsIn(`${sentence}\n`)), [], sentence);
  });

  test('leaves names, quotations, code, addresses and formulas alone', () => {
    for (const kept of [
      '他說「溝同不良」是主因。',
      '見 `溝同` 一節。',
      '見[說明](pages/溝同.md)一頁。',
      '```\n溝同\n```',
    ])
      assert.deepEqual(wordsOf(slipsIn(`${kept}\n`)), [], kept);
    assert.deepEqual(wordsOf(slipsIn('會中由林志程處長及何建儀科長說明。\n')), []);
    assert.deepEqual(wordsOf(slipsIn('史特勞斯貝格與馬克西米利安共同主持。\n')), []);
  });

  test('learns an office’s own words from its glossary', () => {
    const prose = '本期完成港棧連線之建置，並由港棧小組驗收。\n';
    const glossary = { acronyms: new Map(), names: ['資倉庫'], variants: new Map(), forums: new Map() };
    assert.deepEqual(wordsOf(slipsIn('本計畫建立資蒼庫供查詢。\n', { glossary })), ['資蒼庫→資倉庫']);
    assert.deepEqual(wordsOf(slipsIn(prose, { glossary: { ...glossary, names: ['港棧'] } })), []);
  });

  test('says what it takes a word for and why, and has a fix to be looked at', () => {
    const report = service.parse(`${cover}各級學校均可申請捕助。\n`);
    const finding = service
      .check(report, { profile: 'auto', severities: {} })
      .find(({ rule }) => rule.id === 'wording/typo')!;
    assert.match(service.messageOf(finding, 'zh-TW'), /「捕助」疑為「補助」之誤（[^（）]+）。/);
    const [fix] = service.fixesOf(report, finding, { locale: 'zh-TW' });
    assert.equal(fix!.safety, 'review');
    assert.deepEqual(
      fix!.edits.map(({ text }) => text),
      ['補助'],
    );
  });

  test('proposes nothing over the end of a line, and reads a word that is cut there', () => {
    assert.deepEqual(wordsOf(slipsIn('為強化各會員間之溝\n通，本次會議討論多項議\n題。\n')), []);
  });

  test('takes a form that stands all over a report for a word of its field', () => {
    assert.deepEqual(wordsOf(slipsIn('各校申請捕助。\n')), ['捕助→補助']);
    assert.deepEqual(wordsOf(slipsIn('各校申請捕助。\n'.repeat(6))), []);
  });

  test('finds a slip in one of two words, whatever word of grammar the other begins with', () => {
    assert.deepEqual(wordsOf(slipsIn('文化與經濟不可偏費。\n')), ['不可偏費→不可偏廢']);
  });

  test('is surer of a word that the report has elsewhere', () => {
    const slip = '展品依序陳咧。';
    assert.deepEqual(wordsOf(slipsIn(`${slip}\n`)), []);
    assert.deepEqual(wordsOf(slipsIn(`${slip}\n\n另備陳列櫃。\n`)), ['陳咧→陳列']);
  });

  test('hears of a word that is written into another paragraph', () => {
    const options = { profile: 'auto', severities: {} } as const;
    const typosOf = ({ findings }: CheckResult): number =>
      findings.all.filter(({ rule }) => rule.id === 'wording/typo').length;
    const text = `${cover}展品依序陳咧。\n\n另備儲物櫃。\n`;
    const report = service.parse(text);
    const judged = service.judge(report, options);
    assert.equal(typosOf(judged), 0);
    const later = service.parse(text.replace('儲物櫃', '陳列櫃'), report);
    assert.equal(typosOf(service.judge(later, options, judged)), 1);
  });

  test('takes what is written more often than what it would propose for a word of the author', () => {
    const slip = '各校申請捕助。\n\n';
    assert.deepEqual(wordsOf(slipsIn(slip + slip)), []);
    assert.deepEqual(wordsOf(slipsIn(`${slip}核定捕助金額。\n\n補助比率與補助上限不同。\n`)), [
      '捕助→補助',
      '捕助→補助',
    ]);
  });

  test('counts words in one pass, those that overlap too', () => {
    const occurrences = occurrencesIn('補助補助補助款，助補', ['補助', '助補', '補助款', '沒有']);
    assert.deepEqual(['補助', '助補', '補助款', '沒有', '未問'].map(occurrences), [3, 3, 1, 0, 0]);
  });

  test('is linear: a text twice as long costs about twice', () => {
    const speller = spellerForTests();
    const prose = '本次會議討論港區安全，各國代表交換意見，並就航道疏濬與船舶進出港之管制提出建議。'.repeat(200);
    const time = (text: string): number => {
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now();
        speller.proposalsIn(text, [], () => []);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    time(prose.repeat(4));
    assert.ok(time(prose + prose + prose + prose) < 12 * time(prose));
  });
});

describe('its parts', () => {
  test('a cut is the cheapest', () => {
    const run = folded('加強各會員間之溝通');
    const { startOf, endOf } = cutOf(run, lexiconForTests());
    assert.deepEqual([startOf[7], endOf[7]], [7, 9]);
    assert.deepEqual([startOf[0], endOf[0]], [0, 2]);
  });

  test('sounds are the same, nearly the same, or others', () => {
    const like = (one: string, other: string) => likenessOfSounds([soundOf(one)], [soundOf(other)]);
    assert.equal(like('yi4', 'yi4'), 'same-sound');
    assert.equal(like('yi4', 'yi2'), 'same-syllable');
    for (const [one, other] of [['zhi4', 'zi4'], ['chi2', 'ci2'], ['shi4', 'si4'], ['nan2', 'lan2'], ['re4', 'le4'], ['fei1', 'hui1'], ['heng2', 'hen2'], ['bang1', 'ban1'], ['yu2', 'yi2'], ['jue2', 'jie2']] as const)
      assert.equal(like(one, other), 'near-sound', `${one} ${other}`); // prettier-ignore
    assert.equal(like('ma1', 'ba1'), undefined);
  });

  test('the lexicon knows what the tables do', () => {
    const lexicon = lexiconForTests();
    for (const word of ['溝通', '議題', '關務署', '該署', '檢附', '計畫', '計劃', '臺灣'])
      assert.notEqual(lexicon.costAt(folded(word), 0, word.length), undefined, word);
    for (const word of ['議提', '構通', '更驅']) assert.equal(lexicon.costAt(word, 0, 2), undefined, word);
  });
});
