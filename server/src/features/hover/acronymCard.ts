import { lineAt } from '../../report/model/lines';
import type { AcronymDefinition, AcronymEntry } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { Zone } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import type { Locale, Message } from '../../text/message';
import { render } from '../../text/message';
import { paragraphs, plain } from '../markdown';

const messages = {
  glossary: { 'zh-TW': '{chinese}　{english}（{category}）', en: '{chinese} {english} ({category})' },
  variants: { 'zh-TW': '也可寫作：{names}', en: 'Also: {names}' },
  rejected: { 'zh-TW': '不可寫作：{names}', en: 'Not: {names}' },
  defined: { 'zh-TW': '本報告於第 {line} 行寫出全名：「{words}」', en: 'Written out on line {line}: “{words}”' },
  undefined: { 'zh-TW': '本報告尚未寫出全名。', en: 'This report does not write it out.' },
  used: { 'zh-TW': '使用 {count} 次', en: 'Used {count} ×' },
  unknown: { 'zh-TW': '詞彙表中沒有這個縮寫。', en: 'The glossary does not know this acronym.' },
  source: { 'zh-TW': '來源：{source}', en: 'Source: {source}' },
} satisfies Record<string, Message>;

/** The definition that a reader of `zone` meets first: each zone has its own; without one, the first of the report. */
export function firstDefinition(entry: AcronymEntry, zone: Zone): AcronymDefinition | undefined {
  return entry.definitions.find((definition) => definition.zone === zone) ?? entry.definitions[0];
}

/** What the glossary and the report say of an acronym; Markdown. */
export function acronymCard(report: Report, entry: AcronymEntry, zone: Zone, locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '、';
  const lines: string[] = [`**${plain(entry.acronym)}**`];
  for (const row of entry.glossary) {
    const chinese = `**${plain(row.chinese)}**`;
    lines.push(
      render(messages.glossary, { chinese, english: plain(row.english), category: plain(row.category) }, locale),
    );
    if (row.variants.length > 0)
      lines.push(render(messages.variants, { names: row.variants.map(plain).join(comma) }, locale));
    if (row.rejected.length > 0)
      lines.push(render(messages.rejected, { names: row.rejected.map(plain).join(comma) }, locale));
  }
  if (entry.glossary.length === 0) lines.push(render(messages.unknown, undefined, locale));
  const definition = firstDefinition(entry, zone);
  if (definition) {
    const line = lineAt(report.lines, definition.start) + 1;
    lines.push(render(messages.defined, { line, words: plain(textOf(report, definition)) }, locale));
  } else lines.push(render(messages.undefined, undefined, locale));
  const { cover, abstract, body } = entry.uses;
  lines.push(render(messages.used, { count: cover + abstract + body }, locale));
  const sources = new Set(entry.glossary.map((row) => row.source));
  if (sources.size > 0) lines.push(render(messages.source, { source: plain([...sources].join(comma)) }, locale));
  return paragraphs(...lines);
}
