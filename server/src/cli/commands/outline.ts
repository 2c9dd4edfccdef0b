import type { OutlineNode, Report, ReportService } from '../../service';
import { exitCode } from '../failure';
import { jsonPosition } from '../output/fileObject';
import { harmless } from '../terminal';
import type { Command } from './command';
import { readSingleReport } from './singleFile';

interface JsonNode {
  readonly kind: OutlineNode['kind'];
  readonly number: string;
  readonly title: string;
  readonly start: ReturnType<typeof jsonPosition>;
  readonly end: ReturnType<typeof jsonPosition>;
  readonly children: readonly JsonNode[];
}

function jsonNode(service: ReportService, report: Report, node: OutlineNode): JsonNode {
  return {
    kind: node.kind,
    number: node.number,
    title: node.title,
    start: jsonPosition(service, report, node.start),
    end: jsonPosition(service, report, node.end),
    children: node.children.map((child) => jsonNode(service, report, child)),
  };
}

/** A line for each node, children further in. */
function treeLines(service: ReportService, report: Report, nodes: readonly OutlineNode[], depth: number): string[] {
  return nodes.flatMap((node) => {
    const line = service.positionAt(report, node.selection.start).line + 1;
    const words = [node.number, node.title].filter((word) => word !== '').join(' ');
    return [
      `${'  '.repeat(depth)}${harmless(words)}  :${line}`,
      ...treeLines(service, report, node.children, depth + 1),
    ];
  });
}

export const outline: Command = {
  options: () => ({ format: { values: ['pretty', 'json'] } }),
  help: {
    'zh-TW': `outline 檔案|-

列出報告的大綱與行號。

  --format pretty|json   輸出格式，預設 pretty
  --locale zh-TW|en      訊息的語言
`,
    en: `outline FILE|-

Prints the outline of a report with its line numbers.

  --format pretty|json   output format, default pretty
  --locale zh-TW|en      language of messages
`,
  },
  run: async (context) => {
    const { service, terminal } = context;
    const report = await readSingleReport(context);
    const nodes = service.outline(report);
    if (context.arguments.options.get('format') === 'json')
      terminal.out(`${JSON.stringify(nodes.map((node) => jsonNode(service, report, node)))}\n`);
    else
      terminal.out(
        treeLines(service, report, nodes, 0)
          .map((line) => `${line}\n`)
          .join(''),
      );
    return exitCode.clean;
  },
};
