import type { WebhookEvent } from '../../api/types';
import type { ChannelsWords } from '../../words/en/channels';
import { detailOf } from './raw';

type Said = Pick<WebhookEvent, 'kind' | 'outcome' | 'reason' | 'account' | 'raw'>;

/** Its word before the colon: notices say more behind it, such as the name of an unknown field. */
const head = (word: string): string => word.split(':')[0] ?? word;

/** What an event became, in words. */
export function whatHappened({ kind, outcome, reason, account, raw }: Said, words: ChannelsWords['log']): string {
  if (outcome === 'unrouted') return account === null ? words.unroutedElse : words.unrouted(account);
  if (outcome === 'failed') return reason ?? words.failedElse;
  if (outcome === 'ignored') return ignoredFor(reason ?? kind, words);
  const told = kind === 'receipt' ? words.receipts[detailOf(raw) ?? ''] : undefined;
  return told ?? words.applied[kind] ?? words.appliedElse;
}

function ignoredFor(reason: string, { ignored }: ChannelsWords['log']): string {
  const said = ignored[head(reason)];
  const rest = reason.slice(head(reason).length + 1);
  return said === undefined ? reason : rest === '' ? said : `${said}: ${rest}`;
}

/** The event and what it is more closely. */
export const eventName = ({ kind, raw }: Pick<WebhookEvent, 'kind' | 'raw'>, { kinds }: ChannelsWords['log']) => ({
  kind: kinds[kind] ?? head(kind),
  detail: kinds[kind] === undefined ? kind.slice(head(kind).length + 1) || null : detailOf(raw),
});

/** A count that the desk stops at is said with a plus. */
export const counted = (count: number, most: number, language: string): string =>
  count >= most ? `${most.toLocaleString(language)}+` : count.toLocaleString(language);
