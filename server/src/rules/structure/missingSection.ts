import { missingParts } from '../../report/queries/requiredParts';
import { inReport } from '../engine/placedIn';
import type { ReportRule } from '../engine/rule';
import { insertPart, placeOf } from './insertPart';

export const rule: ReportRule = {
  per: 'report',
  id: 'structure/missing-section',
  title: { 'zh-TW': '缺少必要章節', en: 'Missing section' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）；各機關出國報告規定',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '報告缺少「{title}」，應列在這一章之前。',
      en: 'The report lacks 「{title}」; it belongs before this section.',
    },
    missingLast: {
      'zh-TW': '報告缺少「{title}」，應列在這之後。',
      en: 'The report lacks 「{title}」; it belongs behind this.',
    },
    insert: { 'zh-TW': '插入「{title}」', en: 'Insert 「{title}」' },
  },
  check: (report, _notes, { profile }, find) => {
    for (const missing of missingParts(report, profile)) {
      const place = placeOf(report, profile, missing.part);
      if (!place) return;
      const { title } = missing;
      find({
        message: place.before ? 'missing' : 'missingLast',
        params: { title },
        ...place.mark,
        subject: missing.part,
        severity: missing.severity,
        fixes: ({ whole }) => [
          {
            title: 'insert',
            params: { title },
            safety: 'review',
            edits: inReport(whole, insertPart(whole, missing, place)),
          },
        ],
      });
    }
  },
};
