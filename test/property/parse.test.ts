import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Report } from '../../server/src/report/model/report';
import type { Section } from '../../server/src/report/model/parts';
import type { Block } from '../../server/src/report/model/units';
import { parseReport } from '../../server/src/report/parse/parse';

/** Pieces of reports, whole and broken, that a generated text is put together from. */
const piece = fc.constantFrom(
  '出國報告（出國類別：考察）\n', '服務機關：', '行政院經貿談判辦公室\n', '姓名職稱：\n', '出國期間：113年8月16日至8月24日\n', '摘要\n', '# 摘要\n', '目次\n',
  '壹、目的\t2\n', '壹、目的\n', '## 貳、行程\n', '參、出席會議情形：\n', '參、會議經過\n', '二、與會人員\n', '與會成員：', '出席會員計3個：', '肆、心得及建議\n', '一、數位經濟指導小組（DESG）會議\n', '（一）', '(1) ', '1. ', '- ', '**', '|',
  '美國、日本及我國共 3 個會員出席（巴紐缺席）。', '除我國外，僅', '除墨西哥以外，所有會員均出席', '亞太自由貿易區(FTAAP)', 'FTAAP', '8 月 16—17 日 (五、六)\t出發\n',
  '紐西蘭', '中國', '「', '」', '（', '）', '𠮷', '\ud842', '\u3000', '\ufeff', '\r\n', '\r', '\n', '\n\n', '。', '，', '：', '、', 'a', '1', '年', '月', '日',
  '```\n', '~~~\n', '<!--', '-->', '<a id="x"></a>', '<div>\n', '</div>', '<br>', '    ', '\t', '---\n', 'title: 出席會議\n', '`', '[', '](a.md "甲")', '{#目的}', '[^1]', '[1]: b\n',
  'https://example.tw/報告', '附件.pdf', '\u200b', '\u00ad', '⽬', '\uf9dd', '\u{2f800}', '⻑', '> ', '::: note\n',
); // prettier-ignore
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** A section with all that it tells: much of it stands in no property of its own. */
function told(section: Section): unknown {
  const { kind, depth, number, marks, heading, title, content, line, toLine, part, start, end, children } = section;
  return {
    ...{ kind, depth, number, marks, heading, title, content, line, toLine, part, start, end },
    children: children.map(told),
  };
}

/** A report with all that it tells. */
function visible(report: Report): unknown {
  const {
    text: words,
    prose,
    markup,
    cover,
    abstract,
    contents,
    style,
    sections,
    allSections,
    itinerary,
    meetings,
  } = report;
  const { count, facts, starts } = report.lines;
  return {
    ...{ words, prose, markup, cover, contents },
    lines: { count, facts, starts: [...starts] },
    abstract: abstract && told(abstract),
    style,
    sections: sections.map(told),
    allSections: allSections.map(({ line }) => line),
    itinerary: itinerary && { ...itinerary, section: told(itinerary.section) },
    meetings: meetings.map(({ section, delegation, attendance, discussion, statements, dates }) => ({
      section: section.line,
      ...{ delegation, attendance, discussion, statements, dates },
    })),
    acronyms: Array.from(report.acronyms.entries.values(), (entry) => {
      const { acronym, glossary, uses, inHeadings, firstUse, definitionCount, definitions } = entry;
      return { acronym, glossary, uses, inHeadings, firstUse, definitionCount, definitions };
    }),
    economies: [...report.economies.forms],
    units: visibleUnits(report),
  };
}

/** The units of a report with all that they tell, and where each stands. */
function visibleUnits({ units }: Report): unknown {
  const blockOf = (block: Block | undefined): unknown =>
    block && {
      ...{ start: units.startOf(block), text: block.text, starts: [...block.lines.starts] },
      lines: block.units.map((line) => units.indexOf(line)),
    };
  return {
    lines: units.lines.map(({ text: words, surroundings }) => ({ words, surroundings })),
    paragraphs: units.paragraphs.map((paragraph) => [blockOf(paragraph), paragraph.surroundings]),
    chapters: units.chapters.map((chapter) => [blockOf(chapter), told(chapter.section), chapter.style]),
    cover: [blockOf(units.cover), units.cover?.cover],
    abstract: [blockOf(units.abstract), units.abstract && told(units.abstract.section)],
    contents: [blockOf(units.contents), units.contents?.contents],
    itinerary: units.itinerary && [units.startOf(units.itinerary.unit), units.itinerary.days],
    meetings: units.meetings.map(({ unit, meeting }) => [units.startOf(unit), meeting.attendance, meeting.dates]),
  };
}

test('any string gives a report, and every place in it is inside the text', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (source) => {
      const report = parseReport(source);
      const inside = (span: { start: number; end: number } | undefined): void => {
        if (span)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length, JSON.stringify(span));
      };
      const walk = (section: Section, from: number, to: number): void => {
        for (const span of [
          section,
          section.heading,
          section.title,
          section.content,
          section.number,
          section.number?.numeral,
        ])
          inside(span);
        assert.ok(from <= section.start && section.end <= to);
        let at = section.heading.end;
        for (const child of section.children) {
          assert.ok(child.start >= at);
          walk(child, section.start, section.end);
          at = child.end;
        }
      };
      for (const root of report.sections) walk(root, 0, source.length);
      inside(report.cover);
      for (const field of report.cover.fields) [field, field.label, field.value].forEach(inside);
      for (const entry of report.contents?.entries ?? []) [entry, entry.title, entry.page].forEach(inside);
      for (const meeting of report.meetings)
        for (const list of meeting.attendance) [list, ...list.present, ...list.absent, list.stated].forEach(inside);
      for (const entry of report.acronyms.entries.values())
        for (const definition of entry.definitions) [definition, definition.name, definition.acronym].forEach(inside);
      let at = 0;
      for (let line = 0; line < report.lines.count; line++) {
        assert.equal(report.lines.starts[line], at);
        at += report.lines.facts[line]!.length;
        if (source.startsWith('\r\n', at)) at += 2;
        else if (at < source.length) at += 1;
      }
      assert.equal(at, source.length);
      assert.equal(report.prose.length, source.length);
    }),
    { numRuns: 300 },
  );
});

test('parsing a changed text with the report before gives what a fresh parse gives', () => {
  const edit = fc.record({
    at: fc.nat(1e6),
    remove: fc.nat(12),
    insert: fc.oneof(piece, text, fc.constant('')),
  });
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
      let current = source;
      let report = parseReport(current);
      for (const { at, remove, insert } of edits) {
        const offset = at % (current.length + 1);
        current = current.slice(0, offset) + insert + current.slice(offset + remove);
        report = parseReport(current, report);
        assert.deepEqual(visible(report), visible(parseReport(current)));
      }
    }),
    { numRuns: 300 },
  );
});

/** `value` with `by` added to whatever it calls `start` or `end`, and `lines` to whatever it calls `line` or `toLine`. */
function moved(value: unknown, by: number, lines: number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, by, lines));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      if (typeof inside !== 'number') return [key, moved(inside, by, lines)];
      if (key === 'start' || key === 'end') return [key, inside + by];
      return [key, key === 'line' || key === 'toLine' ? inside + lines : inside];
    }),
  );
}

test('units say from their own start what the report says from that of its text', () => {
  fc.assert(
    fc.property(text, (source) => {
      const report = parseReport(source);
      const { units } = report;
      const inReport = (block: Block, value: unknown): unknown =>
        moved(value, units.startOf(block), units.indexOf(block.firstLine)!);
      for (const block of [...units.chapters, ...units.paragraphs, units.cover, units.abstract, units.contents])
        if (block) assert.ok(report.prose.startsWith(block.text, units.startOf(block)));
      assert.deepEqual(
        units.chapters.map((chapter) => inReport(chapter, told(chapter.section))),
        report.sections.map(told),
      );
      if (report.abstract)
        assert.deepEqual(inReport(units.abstract!, told(units.abstract!.section)), told(report.abstract));
      if (report.contents) assert.deepEqual(inReport(units.contents!, units.contents!.contents), report.contents);
      if (units.cover) assert.deepEqual(units.cover.cover, report.cover);
      assert.deepEqual(
        units.meetings.map(({ unit, meeting }) => inReport(unit, meeting.attendance)),
        report.meetings.map(({ attendance }) => attendance),
      );
      assert.deepEqual(units.itinerary && inReport(units.itinerary.unit, units.itinerary.days), report.itinerary?.days);
    }),
    { numRuns: 300 },
  );
});

test('a unit is the same object where an edit leaves its words and its surroundings as they are', () => {
  fc.assert(
    fc.property(text, fc.nat(1e6), piece, (source, at, typed) => {
      const before = parseReport(source);
      const offset = at % (source.length + 1);
      const { units } = parseReport(source.slice(0, offset) + typed + source.slice(offset), before);
      const kept = new Set(units.lines);
      const beforeEdit = before.units.lines.findIndex(
        (_, line) => line + 1 >= before.lines.count || before.lines.starts[line + 1]! >= offset,
      );
      before.units.lines.slice(0, beforeEdit).forEach((line, index) => {
        const now = units.lines[index]!;
        assert.equal(kept.has(line), isDeepStrictEqual(line.surroundings, now.surroundings));
      });
    }),
    { numRuns: 300 },
  );
});

test('no place splits a surrogate pair', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.constant('𠮷野')), { maxLength: 40 }), (pieces) => {
      const source = pieces.filter((part) => part !== '\ud842').join('');
      const report = parseReport(source);
      const splits = (offset: number): boolean =>
        (source.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (source.charCodeAt(offset) & 0xfc00) === 0xdc00;
      for (const section of report.allSections) {
        for (const span of [section, section.title, section.content])
          assert.ok(!splits(span.start) && !splits(span.end));
      }
    }),
  );
});
