import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, string | undefined>>;

const HEADER = 'x-telegram-bot-api-secret-token';

/** What Telegram is told to show with each call: made of the bot's token, and not to be turned back into it (CHANNELS §5). */
export const secretTokenOf = (botToken: string): string => createHmac('sha256', botToken).update('relaydesk webhook').digest('hex');

export const isSigned = (headers: Headers): boolean => given(headers) !== null;

/** Telegram signs no bytes: whoever shows the word is believed. */
export function signed(_raw: Buffer, headers: Headers, secrets: readonly string[]): boolean {
  const shown = given(headers);
  if (shown === null) return false;
  // An empty token would let anybody in.
  return secrets.filter((secret) => secret !== '').some((secret) => same(secretTokenOf(secret), shown));
}

function given(headers: Headers): string | null {
  const header: unknown = headers[HEADER];
  return typeof header === 'string' && header !== '' ? header : null;
}

/** In a time that tells nothing about where they differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
