import { isObject, type Json, numberOf, objectOf } from '../common/json';
import type { Speaking } from './speaking';
import { messageIdOf, type Told, withoutWords } from './told';

const REMEMBERED = 2000;

interface Listening {
  on(event: string, work: (...args: unknown[]) => void): unknown;
  tell(told: Told): void;
  readonly speaking: Speaking;
  isMissed(message: unknown): boolean;
}

/** What is passed on as it comes. */
const PLAIN = ['message_reaction', 'contact_changed'];

/**
 * Passes on what the library tells. Each message is told once: by `message` what customers write, by `message_create` what the
 * business wrote on its phone. What goes out here is told by its receipts; before WhatsApp has taken it, by nothing.
 */
export function listen({ on, tell, speaking, isMissed }: Listening): void {
  const unsent = new Map<string, Json>();
  const unread = new Set<string>();

  on('message', (message) => {
    const id = messageIdOf(objectOf(message).id)?.id ?? '';
    if (unread.delete(id)) tell({ event: 'message_edit', args: [message] });
    tell({ event: 'message', args: [message], ...(isMissed(message) ? { missed: true } : {}) });
  });
  on('message_create', (message) => {
    const id = isObject(message) ? messageIdOf(message.id) : null;
    if (!isObject(message) || !id?.fromMe || speaking.isOurs(id.id)) return;
    if ((numberOf(message.ack) ?? 0) >= 1) return tell({ event: 'message_create', args: [message] });
    unsent.set(id.id, message);
    for (const first of unsent.keys()) if (unsent.size > REMEMBERED) unsent.delete(first);
  });
  on('message_ack', (message, ack) => {
    const id = isObject(message) ? messageIdOf(message.id) : null;
    const said = numberOf(ack);
    if (!id?.fromMe || said === null) return;
    const reference = speaking.acked(id.id, said);
    const created = unsent.get(id.id);
    if (said !== 0) unsent.delete(id.id);
    // Nobody knows yet whether it went out here: as an echo it is compared with what is under way.
    if (created && reference === undefined && said >= 1) tell({ event: 'message_create', args: [{ ...created, ack: said }] });
    tell({ event: 'message_ack', args: [withoutWords(message), said], ...(reference === undefined ? {} : { reference }) });
  });
  on('message_ciphertext_failed', (message) => {
    const id = messageIdOf(objectOf(message).id)?.id;
    if (id !== undefined) unread.add(id);
    for (const first of unread) if (unread.size > REMEMBERED) unread.delete(first);
    tell({ event: 'message_ciphertext_failed', args: [message] });
  });
  on('message_revoke_everyone', (message, before) => {
    const former = isObject(before) ? [withoutWords(before)] : [];
    tell({ event: 'message_revoke_everyone', args: [withoutWords(message), ...former] });
  });
  // Of what is no text its new and former "words" are pictures.
  on('message_edit', (message, ...words) => {
    tell({ event: 'message_edit', args: [message, ...(objectOf(message).type === 'chat' ? words : [])] });
  });
  for (const event of PLAIN) on(event, (...args) => tell({ event, args }));
}
