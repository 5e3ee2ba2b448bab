import { wordsOf } from '../../domain/content';
import type { TicketEvent } from '../../domain/events';
import { type HandOffStep, handOffStep } from '../../domain/hand-off';
import { type HandOffNews, SendFailure } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { outsideOf } from '../sending/outside-of';
import type { Hold } from '../sending/send-message';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';

const TRIES = 5;
const SECOND = 1000;
const MOST_EVENTS = 500;
/** Lines of a transcript. */
const MOST_LINES = 100;
/** How often it is looked whether a paused channel is back. */
const PAUSED_LOOK = 2 * 60 * SECOND;

/**
 * Tells a bot or a hub of the network what became of a hand-off, or asks it to take one. Nobody waits for it here: what is refused,
 * or may have gone, is left so.
 */
export async function tellHandOff(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const { chatId, ticketId, seq } = errand.payload as { chatId: string; ticketId: string; seq: number };
  const { data } = await desk.store.reads.events(ticketId, { limit: MOST_EVENTS, cursor: null });
  const isPutOff = errand.dueAt > errand.createdAt;
  const step = isPutOff && isClosedSince(data, seq) ? endOf(handOffStep(data, seq)) : handOffStep(data, seq);
  const wait = step ? await tryToTell(desk, { chatId, ticketId, step }) : null;
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const attempts = errand.attempts + 1;
    if (wait === 'paused') ledger.postpone({ ...errand, dueAt: ledger.at + PAUSED_LOOK });
    else if (wait === null || attempts >= TRIES) ledger.done(errand.id);
    else ledger.postpone({ ...errand, attempts, dueAt: ledger.at + Math.max(wait, SECOND * 4 ** attempts) });
  });
}

const isClosedSince = (events: readonly TicketEvent[], seq: number): boolean =>
  events.some((event) => event.seq > seq && event.status?.to === 'closed');

/** What was put off is not told behind the end of it. */
const endOf = (step: HandOffStep | null): HandOffStep | null => (step?.state === 'asked' || step?.state === 'accepted' ? null : step);

interface Telling {
  readonly chatId: string;
  readonly ticketId: string;
  readonly step: HandOffStep;
}

/** How long to wait before it is tried again; null when it need not be; `paused`: it was not tried. */
async function tryToTell(desk: Desk, telling: Telling): Promise<number | 'paused' | null> {
  const { chatId, ticketId, step } = telling;
  const chat = await desk.store.reads.chat(chatId);
  const channel = chat && channelIn(await desk.house.refresh(), chat.channelId);
  if (!chat || !channel || channel.deletedAt !== null) return null;
  if (channel.state.status === 'paused') return 'paused';
  const kind = kindOf(desk, channel.kind);
  const transcript = step.state === 'asked' ? await transcriptOf(desk, ticketId) : [];
  try {
    const news = { to: chat.address, route: chat.route, says: null, ...step, transcript };
    await kind.handOff?.(openConfig(kind, desk.vault, channel.config), news, outsideOf(desk, channel));
    return null;
  } catch (error) {
    const { verdict, problem, options } = error instanceof SendFailure ? error : unknown(error);
    desk.log.warn('a hand-off was not told', { channelId: channel.id, ticketId, state: step.state, verdict, code: problem.code });
    return verdict === 'later' ? (options.retryAfter ?? 0) : null;
  }
}

const unknown = (error: unknown): SendFailure =>
  new SendFailure('unknown', { code: 'unknown', providerCode: null, detail: error instanceof Error ? error.name : 'unknown' });

/** What was said in the ticket, oldest first, without notes and what was taken back. */
async function transcriptOf(desk: Desk, ticketId: string): Promise<HandOffNews['transcript']> {
  const { data } = await desk.store.reads.messages({ ticketId }, { limit: MOST_LINES, cursor: null });
  return [...data].reverse().flatMap(({ direction, content, sentAt, deletedAt }) => {
    const text = direction === 'note' || deletedAt !== null ? '' : wordsOf(content);
    return text ? [{ by: direction === 'in' ? ('customer' as const) : ('business' as const), at: sentAt, text }] : [];
  });
}
