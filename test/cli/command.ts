/** Runs the built command line, and folders of files for it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

const program = path.resolve(import.meta.dirname, '../../dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** One run of `mission-report`. In English unless `--locale` is given, without colour. */
export function missionReport(
  args: readonly string[],
  { folder = tmpdir(), input = '', env = {} }: { folder?: string; input?: string; env?: Record<string, string> } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 30,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'en_US.UTF-8', ...env },
  });
  return { code: status, out: stdout, error: stderr };
}

/** A folder with these files, gone when the tests of the file are over. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mission-report-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A report with an error (a weekday that does not fit its date) and nothing else that matters here. */
export const faulty = `出國報告（出國類別：開會）
出席數位經濟會議報告
服務機關：數位發展部
姓名職稱：王小明科長
派赴國家/地區：秘魯利馬
出國期間：113年8月16日至8月24日
報告日期：113年9月11日

摘要

本次會議就數位貿易議題交換意見，並獲致多項共識。各會員說明其國內推動無紙化貿易之進展，並分享電子簽章、電子發票及個人資料保護之經驗。主席指出，中小企業參與跨境電子商務仍有資金、人才與法規三方面之困難，應透過能力建構逐步改善。我國說明協助業者導入雲端服務之作法，並提出與會員合作辦理研討會之構想，獲多數會員支持。會後我國與日本、澳洲及越南代表分別洽談，就下半年之合作項目、時程及經費分攤取得初步結論，並同意於返國後以書面確認。本報告並就後續參與提出具體之建議，供主管機關日後參考。

目次

壹、目的
貳、行程
參、出席會議情形
肆、心得及建議

壹、目的

了解數位貿易議題之進展。

貳、行程

8月16日（五）：出發
8月17日（六）：抵達
8月18日（六）：數位經濟會議
8月19日（一）至8月24日（六）：返臺

參、出席會議情形

一、數位經濟會議

會議於8月18日舉行，各會員就數位貿易議題交換意見。

肆、心得及建議

一、建議持續參與會議。
`;

/** The same without the error. */
export const clean = faulty.replace('8月18日（六）', '8月18日（日）');
