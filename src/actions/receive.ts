import { isOnline } from '../domain/agent';
import { clean } from '../domain/text';
import { isSnoozed, type Ticket } from '../domain/ticket';
import type { Heard, HeardAccount, HeardIdentity, Who } from '../ports/channel';
import { type AgentAtWork, isOfTheDatabase, type Tx, type WebhookEvent } from '../ports/store';
import { changeState, pauseChannel } from './channel-state';
import type { Desk } from './desk';
import { hearDeletion, hearEdit, hearReaction, hearReceipt, receiptTarget } from './hear-about';
import { hearEcho } from './hear-echo';
import { hearMessage } from './hear-message';
import { APPLIED, failed, type Hearing, ignored, type Verdict } from './hearing';
import { recall, recallAnswers } from './hold-chat';
import type { Ledger } from './ledger';
import { type Met, meet, type Named, type People } from './people';
import { keyed } from './provider-key';
import { routeChanged } from './route-tickets';
import { openLedgerIn, ring } from './transact';

/** One event, and the channel that it is for. */
export interface Item {
  readonly channelId: string;
  readonly heard: Heard;
  /** For no channel of ours: kept, and nothing else. */
  readonly unrouted?: boolean;
  /** A failed event that is heard again: its row is changed instead of a new one written. */
  readonly replays?: WebhookEvent;
}

/**
 * Hears a batch of events in ONE transaction: people are met, their chats locked in id order, what is known already is
 * read under that lock, each event decided in the order heard, and everything written in bulk.
 * An event whose decision throws is kept as `failed` and harms no neighbour.
 */
export async function receive(desk: Desk, items: readonly Item[], people: People): Promise<void> {
  const events = items.map((item) => ({ ...item, heard: keyed(item.heard) }));
  await desk.numbers.ensure(events.filter(({ heard }) => heard.type === 'message' || heard.type === 'echo').length);
  const done = await desk.store.atomically(async (tx) => {
    const ledger = await openLedgerIn(desk, tx);
    const identities = await hearAll(desk, tx, ledger, events, people);
    await tx.write(ledger.changes());
    return { ledger, identities };
  });
  people.keep(done.identities);
  ring(desk, done.ledger);
}

async function hearAll(desk: Desk, tx: Tx, ledger: Ledger, events: readonly Item[], people: People) {
  const named = events.map(namedIn);
  const met = await meet(
    tx,
    ledger,
    named.filter((one) => one !== null),
    people,
    desk.newId,
  );
  const chatIds = spread(named, met.chatIds);
  const around = await holdAll(tx, ledger, events, met);
  const unsettled = await tx.unsettled(chatIds.filter((id, at): id is string => id !== null && events[at]?.heard.type === 'echo'));
  const onlineIds = new Set(around?.filter(({ agent }) => isOnline(agent)).map(({ agent }) => agent.id));
  const here = (agentId: string | null) => agentId !== null && onlineIds.has(agentId);
  for (const [at, item] of events.entries()) {
    const isNewKey = (key: string) => met.learned.some((one) => one.channelId === item.channelId && one.key === key);
    const hearing = { desk, tx, ledger, channelId: item.channelId, chatId: chatIds[at] ?? null, isOnline: here, isNewKey, unsettled };
    keepEvent(desk, ledger, item, await hearOne(hearing, item));
  }
  await routeChanged(tx, ledger, around ?? undefined);
  await greet(tx, ledger, events);
  await introduce(tx, ledger, events, chatIds);
  return met.identities;
}

/** The person whose chat an event needs. What is about a message finds its chat by the message. */
function namedIn({ channelId, heard, unrouted }: Item): Named | null {
  if (unrouted) return null;
  if (heard.type === 'message') return { channelId, who: heard.from };
  if (heard.type === 'echo') return { channelId, who: heard.to };
  if (heard.type === 'identity') return { channelId, who: both(heard.who, heard.now), onlyKnown: true };
  return null;
}

const both = (who: Who, now: Who): Who => ({ ...now, keys: [...who.keys, ...now.keys] });

function spread(named: readonly (Named | null)[], found: readonly (string | null)[]): (string | null)[] {
  let next = 0;
  return named.map((one) => (one === null ? null : (found[next++] ?? null)));
}

/** Locks every chat that the batch touches, then reads what is known of its messages; the agents last, if anybody may need one. */
async function holdAll(tx: Tx, ledger: Ledger, events: readonly Item[], met: Met): Promise<readonly AgentAtWork[] | null> {
  const channelIds = [...new Set(events.map(({ channelId }) => channelId))];
  const providerIds = [...new Set(events.flatMap(({ heard }) => providerIdsIn(heard)))];
  const references = [...new Set(events.flatMap(({ heard }) => (heard.type === 'receipt' && heard.reference ? [heard.reference] : [])))];
  const about = events.some(({ heard }) => isAboutMessage(heard));
  const named = about
    ? [...(await tx.messagesByProvider(channelIds, providerIds)), ...(references.length > 0 ? await tx.messages(references) : [])]
    : [];
  const touched = [...new Set([...met.existing, ...named.map(({ chatId }) => chatId)])].sort();
  if (touched.length > 0) ledger.take(await tx.hold(touched));
  if (providerIds.length > 0) ledger.takeMessages(await tx.messagesByProvider(channelIds, providerIds));
  if (references.length > 0) ledger.takeMessages(await tx.messages(references));
  await recallSent(tx, ledger, events);
  await recallClosed(tx, ledger, touched);
  return mayNeedAgents(ledger, events, met) ? tx.agentsAround() : null;
}

/** For receipts: what else of their chats they are about. */
async function recallSent(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<void> {
  const receipts = events.flatMap(({ channelId, heard }) =>
    heard.type === 'receipt' ? [{ heard, about: receiptTarget(ledger, channelId, heard) }] : [],
  );
  const upTo = receipts.flatMap(({ heard, about }) => (heard.upTo && about ? [{ chatId: about.chatId, seq: about.seq }] : []));
  const failed = receipts.flatMap(({ heard, about }) => (heard.status === 'failed' && about ? [about.chatId] : []));
  ledger.takeMessages(await tx.unreadOutbound(upTo));
  await recallAnswers(tx, ledger, [...new Set(failed)]);
}

/** For closed chats: what was said since the last close, and the ticket that may be reopened. */
async function recallClosed(tx: Tx, ledger: Ledger, chatIds: readonly string[]): Promise<void> {
  const closed = chatIds.filter((id) => ledger.has(id) && ledger.openIn(id) === null);
  await recall(tx, ledger, closed);
  const former = closed
    .map((id) => ledger.chat(id))
    .flatMap(({ channelId, lastTicketId }) =>
      lastTicketId !== null && ledger.policy(channelId).reopenWithin !== null ? [lastTicketId] : [],
    );
  if (former.length > 0) ledger.takeTickets(await tx.tickets(former));
}

/** Whether a ticket may open, return or wake here, or an agent's presence decides. */
function mayNeedAgents(ledger: Ledger, events: readonly Item[], { chatIds }: Met): boolean {
  if (!events.some(({ heard }) => heard.type === 'message' || heard.type === 'echo')) return false;
  return chatIds.some((id) => id !== null && !isCalm(ledger.openIn(id)));
}

/** A message changes nobody's assignment here. */
const isCalm = (ticket: Ticket | null): boolean =>
  ticket !== null && !isSnoozed(ticket) && (ticket.status === 'active' || ticket.status === 'pending' || ticket.status === 'in_progress');

const isAboutMessage = ({ type }: Heard): boolean => type === 'receipt' || type === 'reaction' || type === 'edit' || type === 'deletion';

function providerIdsIn(heard: Heard): string[] {
  switch (heard.type) {
    case 'message':
    case 'echo':
      return heard.replyTo ? [heard.id, heard.replyTo] : [heard.id];
    case 'receipt':
      return heard.id === null ? [] : [heard.id];
    case 'reaction':
    case 'edit':
    case 'deletion':
      return [heard.target];
    default:
      return [];
  }
}

/** A decision that throws is the event's fault and harms no neighbour; a database that throws is everybody's. */
async function hearOne(hearing: Hearing, { heard, unrouted }: Item): Promise<Verdict> {
  if (unrouted) return ignored('unrouted');
  try {
    return await hearing.ledger.attempt(() => decide(hearing, heard));
  } catch (error) {
    if (isOfTheDatabase(error)) throw error;
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function decide(hearing: Hearing, heard: Heard): Verdict | Promise<Verdict> {
  switch (heard.type) {
    case 'message':
      return hearMessage(hearing, heard);
    case 'echo':
      return hearEcho(hearing, heard);
    case 'receipt':
      return hearReceipt(hearing, heard);
    case 'reaction':
      return hearReaction(hearing, heard);
    case 'edit':
      return hearEdit(hearing, heard);
    case 'deletion':
      return hearDeletion(hearing, heard);
    case 'identity':
      return hearIdentity(hearing, heard);
    case 'account':
      return hearAccount(hearing, heard);
    case 'notice':
      return ignored(heard.kind);
    case 'unreadable':
      return failed(heard.reason);
  }
}

/** Somebody has another number or id from now on: answers go there. What is told again changes nothing. */
function hearIdentity({ ledger, chatId, isNewKey }: Hearing, { now }: HeardIdentity): Verdict {
  if (chatId === null) return ignored('unknown_person');
  if (!now.keys.some(isNewKey)) return ignored('nothing_new');
  const chat = ledger.chat(chatId);
  ledger.saveChat({ ...chat, address: { ...chat.address, ...now.address } });
  return APPLIED;
}

/** The provider says something about the account itself; what stops sending pauses the channel until an admin acts. */
async function hearAccount({ tx, ledger, channelId }: Hearing, { severity, event, detail }: HeardAccount): Promise<Verdict> {
  if (severity === 'paused') await pauseChannel(tx, ledger, channelId, `${event}: ${detail}`);
  return APPLIED;
}

function keepEvent(
  desk: Pick<Desk, 'newId'>,
  ledger: Ledger,
  { channelId, heard, unrouted, replays }: Item,
  { outcome, reason }: Verdict,
): void {
  const became = {
    kind: heard.type === 'notice' ? heard.kind : heard.type,
    outcome: unrouted ? ('unrouted' as const) : outcome,
    reason: reason === null ? null : clean(reason).slice(0, 500),
  };
  if (replays) ledger.saveWebhookEvent({ ...replays, channelId, ...became, replayedAt: ledger.at });
  else
    ledger.addWebhookEvent({
      id: desk.newId(),
      channelId,
      account: heard.account,
      ...became,
      raw: heard.raw,
      heardAt: ledger.at,
      replayedAt: null,
    });
}

/** People whom the desk knew only by their address get the name that the network tells now. */
async function introduce(tx: Tx, ledger: Ledger, events: readonly Item[], chatIds: readonly (string | null)[]): Promise<void> {
  const names = new Map<string, Who>();
  for (const [at, { heard }] of events.entries()) {
    const chatId = chatIds[at] ?? null;
    if (chatId !== null && heard.type === 'message' && heard.from.name && ledger.isNameless(chatId))
      names.set(ledger.chat(chatId).contactId, heard.from);
  }
  const nameless = (await tx.contacts([...names.keys()])).filter(({ name }) => name === null);
  await tx.saveContacts(
    nameless.map((contact) => {
      const { name = null, username = null } = names.get(contact.id) ?? {};
      return { ...contact, name, username: contact.username ?? username, updatedAt: ledger.at, version: contact.version + 1 };
    }),
  );
}

/** The first event that reaches a new channel shows that it is connected. */
async function greet(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<void> {
  const heardFrom = new Set(events.filter(({ unrouted }) => !unrouted).map(({ channelId }) => channelId));
  const fresh = ledger.house.channels.filter(({ id, state }) => state.status === 'new' && heardFrom.has(id));
  for (const { id } of fresh)
    await changeState(tx, ledger, id, ({ state }) => (state.status === 'new' ? { status: 'ok', reason: null } : null));
}
