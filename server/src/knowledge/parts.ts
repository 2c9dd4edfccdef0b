import type { PartId } from './types';
const t: Record<string, PartId> = {
  摘要: 'abstract',
  目次: 'contents',
  目錄: 'contents',
  目的: 'purpose',
  前言: 'purpose',
  行程: 'itinerary',
  過程: 'process',
  出席會議情形: 'proceedings',
  心得及建議: 'reflections-and-recommendations',
  心得: 'reflections',
  建議: 'recommendations',
  附件: 'attachments',
};
export const normaliseTitle = (s: string) => s.replace(/[\s*#]+/g, '').replace(/(?<![：:。．.])[：:。．.]+$/, '');
export const partOf = (s: string): PartId | undefined => t[s];
