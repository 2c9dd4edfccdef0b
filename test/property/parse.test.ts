import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Report } from '../../server/src/report/model/report';
import type { Section } from '../../server/src/report/model/parts';
import { parseReport } from '../../server/src/report/parse/parse';

/** Pieces of reports, whole and broken, that a generated text is put together from. */
const piece = fc.constantFrom(
  '出國報告（出國類別：考察）\n', '服務機關：', '行政院經貿談判辦公室\n', '姓名職稱：\n', '出國期間：113年8月16日至8月24日\n', '摘要\n', '# 摘要\n', '目次\n',
  '壹、目的\t2\n', '壹、目的\n', '## 貳、行程\n', '參、出席會議情形：\n', '肆、心得及建議\n', '一、數位經濟指導小組（DESG）會議\n', '（一）', '(1) ', '1. ', '- ', '**', '|',
  '美國、日本及我國共 3 個會員出席（巴紐缺席）。', '除我國外，僅', '除墨西哥以外，所有會員均出席', '亞太自由貿易區(FTAAP)', 'FTAAP', '8 月 16—17 日 (五、六)\t出發\n',
  '紐西蘭', '中國', '「', '」', '（', '）', '𠮷', '\ud842', '\u3000', '\ufeff', '\r\n', '\r', '\n', '\n\n', '。', '，', '：', '、', 'a', '1', '年', '月', '日',
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

/** A report with all that it tells, without what may be cut differently: the stretches say nothing. */
function visible(report: Report): unknown {
  const { text: words, cover, abstract, contents, style, sections, allSections, itinerary, meetings } = report;
  const { count, facts, starts } = report.lines;
  return {
    ...{ words, cover, contents },
    lines: { count, facts, starts: [...starts] },
    abstract: abstract && told(abstract),
    style,
    sections: sections.map(told),
    allSections: allSections.map(({ line }) => line),
    itinerary: itinerary && { ...itinerary, section: told(itinerary.section) },
    meetings: meetings.map(({ section, formal, delegation, attendance, discussion, statements, dates }) => ({
      section: section.line,
      ...{ formal, delegation, attendance, discussion, statements, dates },
    })),
    acronyms: Array.from(report.acronyms.entries.values(), (entry) => {
      const { acronym, glossary, uses, inHeadings, firstUse, definitionCount, definitions } = entry;
      return { acronym, glossary, uses, inHeadings, firstUse, definitionCount, definitions };
    }),
    economies: [...report.economies.forms],
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
    }),
    { numRuns: 300 },
  );
});

test('parsing a changed text with the report before gives what a fresh parse gives', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.oneof(piece, text, fc.constant('')),
  });
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
      let current = source;
      let report = parseReport(current);
      for (const { at, remove, insert } of edits) {
        const offset = Math.round(at * current.length);
        current = current.slice(0, offset) + insert + current.slice(offset + remove);
        report = parseReport(current, report);
        assert.deepEqual(visible(report), visible(parseReport(current)));
      }
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
