import { normaliseTitle } from '../../knowledge/parts';
import type { Section } from '../../report/model/parts';
import { sectionsIn, textOf } from '../../report/queries/read';
import type { ChapterRule } from '../engine/rule';

export const rule: ChapterRule = {
  id: 'structure/heading-repeats-parent',
  per: 'chapter',
  title: { 'zh-TW': '標題與上一層相同', en: 'Heading repeats its parent' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（各章之內容）；報告調查 R1（逐層標題各有所指）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    repeats: {
      'zh-TW': '「{title}」與上一層標題相同；請寫出這一節的主題，或併入上一層。',
      en: '「{title}」 repeats the heading above it; name what this section is about, or make the two one.',
    },
    parent: { 'zh-TW': '上一層標題', en: 'The heading above it' },
  },
  check: (chapter, _, find) => {
    const nameOf = ({ title }: Section): string => normaliseTitle(textOf(chapter, title));
    for (const parent of sectionsIn(chapter.section)) {
      const name = nameOf(parent);
      for (const child of parent.children) {
        if (child.kind === 'item' || name === '' || nameOf(child) !== name) continue;
        const { start, end } = child.title;
        find({
          message: 'repeats',
          params: { title: chapter.text.slice(start, end) },
          start,
          end,
          related: [{ message: 'parent', start: parent.title.start, end: parent.title.end }],
        });
      }
    }
  },
};
