import { type Chat, holderOf } from '../../domain/chat';
import { SYSTEM } from '../../domain/events';
import { record } from '../../domain/record';
import type { Instant } from '../../domain/ticket';
import type { HeardHandover } from '../../ports/channel';
import type { Ledger } from '../ledger';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

type Word = Pick<HeardHandover, 'held' | 'appId' | 'at'>;

/** Another app took the conversation, or it is ours again: the newest word by the network's time stands, in whatever order they come. */
export function hearHandover({ ledger, chatId }: Hearing, heard: HeardHandover): Verdict {
  if (chatId === null) return ignored('unknown_person');
  return holdThread(ledger, chatId, { ...heard, at: writtenAt(heard.at) }) ? APPLIED : ignored('nothing_new');
}

/** Keeps the word and says it in the open ticket, which keeps its status. Answers whether it was news. */
export function holdThread(ledger: Ledger, chatId: string, { held, appId, at }: Word): boolean {
  const chat = ledger.chat(chatId);
  const since = Math.min(at ?? ledger.at, ledger.at);
  if (!isNews(chat, held, since)) return false;
  ledger.saveChat({ ...chat, heldBy: { held, appId, since } });
  if (held !== (holderOf(chat) !== null)) tell(ledger, chatId, { held, appId, since });
  return true;
}

/**
 * Who writes to us shows that the conversation is ours: their newest message counts as a word of its moment. Of one moment
 * the word that it is ours stands.
 */
function isNews({ heldBy, windowFrom }: Chat, held: boolean, since: Instant): boolean {
  if (heldBy && (since < heldBy.since || (since === heldBy.since && (held || !heldBy.held)))) return false;
  return !held || windowFrom === null || since > windowFrom;
}

function tell(ledger: Ledger, chatId: string, { held, appId, since }: { held: boolean; appId: string | null; since: Instant }): void {
  const ticket = ledger.openIn(chatId);
  if (!ticket) return;
  const cause = held ? 'thread_held' : 'thread_back';
  ledger.apply(
    record(ticket, { type: 'decided', cause, actor: SYSTEM, at: ledger.at, decision: { rule: cause, facts: { appId, since } } }),
  );
}

/** What a customer writes to us is written into a conversation of ours. */
export function threadIsOurs(ledger: Ledger, chatId: string, at: Instant): void {
  const { heldBy } = ledger.chat(chatId);
  if (heldBy?.held && at >= heldBy.since) holdThread(ledger, chatId, { held: false, appId: null, at });
}
