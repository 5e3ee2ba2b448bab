import type { Alias, Who } from '../../src/ports/channel';
import { canonical } from '../common/whatsapp-numbers';
import type { Names } from './told';

const NUMBER = /^(\d{5,20})@c\.us$/;
const HIDDEN = /^(\d{5,20})@lid$/;

const digitsIn = (pattern: RegExp, id: string | undefined): string | null => (id === undefined ? null : (pattern.exec(id)?.[1] ?? null));

/**
 * The person of a chat. WhatsApp names one person by a number and by a hidden number, in any event either; where it says that two
 * belong together both are theirs. Answers go where they wrote from.
 */
export function whoIs(chat: string, names: Names = {}, name: string | null = null): Who | null {
  const lid = digitsIn(HIDDEN, chat) ?? digitsIn(HIDDEN, names.lid);
  const phone = digitsIn(NUMBER, chat) ?? digitsIn(NUMBER, names.pn);
  const display = phone ?? lid;
  if (display === null) return null;
  const via = phone && lid && HIDDEN.test(chat) ? { via: 'id' as const } : {};
  return {
    keys: [...(lid ? [`lid:${lid}`] : []), ...(phone ? [`pn:${canonical(phone)}`] : [])],
    address: { ...(phone ? { phone } : {}), ...(lid ? { id: lid } : {}), display, ...via },
    ...(phone && canonical(phone) !== phone ? { spellings: { [`pn:${canonical(phone)}`]: phone } } : {}),
    ...(name === null ? {} : { name }),
  };
}

export const alias = (key: string): Alias => ({ kind: key.startsWith('pn:') ? 'phone' : 'user_id', value: key.replace(/^[a-z]+:/, '') });

/** The person that an admin or agent writes: a phone number in any spelling. */
export function address(to: string): Who {
  const digits = to
    .trim()
    .replace(/[\s\u00a0()./-]/g, '')
    .replace(/^(?:\+|00)/, '');
  const who = /^[1-9]\d{6,14}$/.test(digits) ? whoIs(`${digits}@c.us`) : null;
  if (!who) throw new TypeError('a phone number with its country code, such as +1 555 010 0101');
  return who;
}
