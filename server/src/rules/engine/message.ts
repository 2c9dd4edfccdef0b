import { render } from '../../text/message';
import type { Locale, Parameters } from '../../text/message';
import type { Rule } from './rule';

/**
 * The message `key` of `rule` in `locale`.
 * @throws RangeError where the rule has no such message.
 */
export function messageOf(rule: Rule, key: string, params: Parameters | undefined, locale: Locale): string {
  const message = rule.messages[key];
  if (!message) throw new RangeError(`${rule.id} has no message ${key}`);
  return render(message, params, locale);
}
