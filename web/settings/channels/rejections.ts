import type { Webhook } from './queries';

type Group = Webhook['rejected'][number];

/** What a refusal means to the admin: is this Meta with another secret, and did a known one come since? */
export function meaningOf(
  { code, lastAt }: Group,
  { lastEvent }: Pick<Webhook, 'lastEvent'>,
): 'secretNow' | 'secretThen' | 'stranger' | 'large' {
  if (code === 'too_large') return 'large';
  if (code !== 'unknown_secret') return 'stranger';
  return lastEvent !== null && Date.parse(lastEvent.at) > Date.parse(lastAt) ? 'secretThen' : 'secretNow';
}
