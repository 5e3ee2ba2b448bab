import { isOnline } from '../../domain/agent';
import type { Heard, Who } from '../../ports/channel';
import type { Early, Tx, WebhookEvent } from '../../ports/store';
import type { Desk } from '../desk';
import { noteHandOffs } from '../handing-off/note-hand-offs';
import type { Ledger } from '../ledger';
import { routeChanged } from '../routing/route-tickets';
import { sayTexts } from '../time/say-texts';
import { openLedgerUnder, settled } from '../transact';
import { earlyOf, isAbout, targetsOf } from './early';
import { hear } from './hear';
import { hearEarly } from './hear-early';
import { hearMove, isMove } from './hear-move';
import { callByPhonebook } from './hear-phonebook';
import { type Hearing, ignored, type Verdict } from './hearing';
import { holdAll, namedIn, spread } from './hold-batch';
import { greet, introduce } from './introduce';
import { keepEvent } from './keep-event';
import { nameOf } from './names';
import { meet, type People, stillSo } from './people';
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
 * An event whose decision throws is kept as `failed` and harms no neighbour. News of who is who come first, each in a
 * transaction of its own: what was written since goes where they say.
 */
export async function receive(desk: Desk, items: readonly Item[], people: People): Promise<void> {
  const all = items.map((item) => ({ ...item, heard: keyed(item.heard) }));
  for (const move of all.filter(isMove)) await hearMove(desk, move);
  const events = all.filter((item) => !isMove(item));
  if (events.length > 0) await receiveTogether(desk, events, people);
}

async function receiveTogether(desk: Desk, events: readonly Item[], people: People): Promise<void> {
  const numbers = await desk.numbers.take(events.filter(mayOpen).length);
  const done = await desk.store.atomically(async (tx) => {
    const ledger = openLedgerUnder(desk, desk.house.current(), numbers);
    const lines = await hearAll(desk, tx, ledger, ofOurs(ledger, events), people);
    await tx.write(ledger.changes());
    return { ledgers: [ledger, ...(await hearEarly(desk, tx, ledger))], lines };
  });
  people.keep(done.lines);
  for (const ledger of done.ledgers) settled(desk, ledger);
}

/** A channel that was erased while its event was under way hears nothing: nobody would ever find what it left. */
const ofOurs = ({ house }: Ledger, events: readonly Item[]): Item[] =>
  events.filter(({ channelId }) => house.channels.some(({ id }) => id === channelId));

const isEcho = (heard: Heard | undefined): boolean => heard?.type === 'echo' || (heard?.type === 'past' && heard.by === 'business');

/** A receipt may tell that a bot's message has failed. */
const mayOpen = ({ heard }: Item): boolean =>
  heard.type === 'message' || heard.type === 'echo' || heard.type === 'hand_off' || (heard.type === 'receipt' && heard.status === 'failed');

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
  const around = await holdAll(tx, ledger, events, met, chatIds);
  await stillSo(desk, tx, ledger);
  const unsettled = await tx.unsettled(chatIds.filter((id, at): id is string => id !== null && isEcho(events[at]?.heard)));
  const onlineIds = new Set(around?.filter(({ agent }) => isOnline(agent)).map(({ agent }) => agent.id));
  const here = (agentId: string | null) => agentId !== null && onlineIds.has(agentId);
  const crowded = await crowdedIn(tx, ledger, events);
  for (const [at, item] of events.entries()) {
    const { channelId } = item;
    const chatId = chatIds[at] ?? null;
    const isCalled = ({ keys }: Who) => keys.some((key) => met.lines.get(nameOf({ channelId, key }))?.now?.chatId === chatId);
    const hearing = { desk, tx, ledger, channelId, chatId, isOnline: here, isCalled, unsettled };
    keepHeard(hearing, item, item.unrouted ? ignored('unrouted') : await hear(hearing, item.heard), crowded);
  }
  await routeChanged(tx, ledger, around ?? undefined);
  await sayTexts(desk, tx, ledger);
  noteHandOffs(desk, ledger);
  await greet(tx, ledger, events);
  await introduce(tx, { ledger, newId: desk.newId }, events, { chatIds, lines: met.lines });
  await callByPhonebook(tx, ledger, events, { chatIds, existing: met.existing });
  return met.lines;
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
