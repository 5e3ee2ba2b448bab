import { isOnline } from '../../domain/agent';
import { clean } from '../../domain/text';
import type { Heard } from '../../ports/channel';
import type { Early, Tx, WebhookEvent } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { routeChanged } from '../routing/route-tickets';
import { sayTexts } from '../time/say-texts';
import { openLedgerIn, settled } from '../transact';
import { earlyOf, isAbout, targetsOf } from './early';
import { hear } from './hear';
import { hearEarly } from './hear-early';
import { type Hearing, ignored, type Verdict } from './hearing';
import { holdAll, namedIn, spread } from './hold-batch';
import { greet, introduce } from './introduce';
import { meet, type People } from './people';
import { keyed } from './provider-key';

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
  const numbers = await desk.numbers.take(events.filter(mayOpen).length);
  const done = await desk.store.atomically(async (tx) => {
    const ledger = await openLedgerIn(desk, tx, numbers);
    const identities = await hearAll(desk, tx, ledger, ofOurs(ledger, events), people);
    await tx.write(ledger.changes());
    return { ledgers: [ledger, ...(await hearEarly(desk, tx, ledger))], identities };
  });
  people.keep(done.identities);
  for (const ledger of done.ledgers) settled(desk, ledger);
}

/** A channel that was erased while its event was under way hears nothing: nobody would ever find what it left. */
const ofOurs = ({ house }: Ledger, events: readonly Item[]): Item[] =>
  events.filter(({ channelId }) => house.channels.some(({ id }) => id === channelId));

/** A receipt may tell that a bot's message has failed. */
const mayOpen = ({ heard }: Item): boolean =>
  heard.type === 'message' || heard.type === 'echo' || (heard.type === 'receipt' && heard.status === 'failed');

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
  const crowded = await crowdedIn(tx, ledger, events);
  for (const [at, item] of events.entries()) {
    const isNewKey = (key: string) => met.learned.some((one) => one.channelId === item.channelId && one.key === key);
    const hearing = { desk, tx, ledger, channelId: item.channelId, chatId: chatIds[at] ?? null, isOnline: here, isNewKey, unsettled };
    keepHeard(hearing, item, item.unrouted ? ignored('unrouted') : await hear(hearing, item.heard), crowded);
  }
  await routeChanged(tx, ledger, around ?? undefined);
  await sayTexts(desk, tx, ledger);
  await greet(tx, ledger, events);
  await introduce(tx, ledger, events, chatIds);
  return met.identities;
}

/** Keeps the event with what became of it; and what waits for its message, unless too much waits for that already. */
function keepHeard(hearing: Hearing, item: Item, verdict: Verdict, isCrowded: (early: Early) => boolean): void {
  const { desk, ledger } = hearing;
  const id = item.replays?.id ?? desk.newId();
  const early = verdict.waits && isAbout(item.heard) ? earlyOf(item.channelId, item.heard, { eventId: id, at: ledger.at }) : null;
  if (early && !isCrowded(early)) ledger.wait(early);
  keepEvent(hearing, item, early && verdict.outcome === 'ignored' && isCrowded(early) ? ignored('unknown_message') : verdict, id);
}

/** Messages that are not known yet, and for which as much waits as the desk keeps. */
async function crowdedIn(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<(early: Early) => boolean> {
  const unknown = events.flatMap(({ channelId, heard, unrouted }) => {
    const [id] = !unrouted && isAbout(heard) ? targetsOf(heard) : [];
    return id === undefined || ledger.byProvider(channelId, id) ? [] : [{ channelId, id }];
  });
  const crowded = new Set((await tx.crowded(unknown)).map(({ channelId, id }) => `${channelId} ${id}`));
  return ({ channelId, target }) => crowded.has(`${channelId} ${target}`);
}

function keepEvent(hearing: Hearing, { channelId, heard, unrouted, replays }: Item, { outcome, reason }: Verdict, id: string): void {
  const { ledger } = hearing;
  const became = {
    kind: heard.type === 'notice' ? heard.kind : heard.type,
    outcome: unrouted ? ('unrouted' as const) : outcome,
    reason: reason === null ? null : clean(reason).slice(0, 500),
    ticketId: unrouted ? null : ticketOf(hearing, heard),
  };
  if (replays) ledger.saveWebhookEvent({ ...replays, channelId, ...became, replayedAt: ledger.at });
  else
    ledger.addWebhookEvent({
      id,
      channelId,
      account: heard.account,
      ...became,
      raw: heard.raw,
      heardAt: ledger.at,
      replayedAt: null,
    });
}

/** The ticket that an event is about, as it stands once it was heard. */
function ticketOf({ ledger, channelId, chatId }: Hearing, heard: Heard): string | null {
  if (chatId !== null) return ledger.openIn(chatId)?.id ?? null;
  if (!isAbout(heard)) return null;
  const reference = heard.type === 'receipt' ? heard.reference : null;
  const known = [
    ...(reference ? [ledger.message(reference)] : []),
    ...targetsOf(heard).map((target) => ledger.byProvider(channelId, target)),
  ];
  return known.find((message) => message !== undefined)?.ticketId ?? null;
}
