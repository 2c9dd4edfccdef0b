import type { Message } from '../../service';
import type { Arguments } from '../arguments';
import { Failure } from '../failure';

const messages = {
  needless: { 'zh-TW': '多餘的參數 {path}', en: 'needless argument {path}' },
} satisfies Record<string, Message>;

/** @throws Failure where there are more than `most` arguments. */
export function allowPaths({ paths }: Arguments, most: number): void {
  const path = paths[most];
  if (path !== undefined) throw new Failure(messages.needless, { path });
}
