import { type Chat, newChat } from '../../domain/chat';
import { type Address, type Identity, newContact, newIdentity } from '../../domain/contact';
import type { Actor } from '../../domain/events';
import type { Instant } from '../../domain/ticket';
import type { HeardIdentity, Who } from '../../ports/channel';
import { BeginAgain, type IdentityKey, type PastIdentity, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { aliasOf } from '../people/aliases';
import { mergeInto } from '../people/merge-into';
import { transact } from '../transact';
import { APPLIED, ignored, type Verdict, writtenAt } from './hearing';
import { keepEvent } from './keep-event';
import { type Line, linesOf, NOBODYS, nameOf } from './names';
import { readdress } from './readdress';
import type { Item } from './receive';
import { ending } from './usernames';

type Move = Item & { readonly heard: HeardIdentity };

/** The network says that somebody has other names from a moment on. */
export const isMove = (item: Item): item is Move => item.heard.type === 'identity' && !item.unrouted;

const NETWORK: Actor = { kind: 'system', id: null, name: null };

/**
 * Somebody has another number or id: it leads to the same chat from then on, and the one before leads there only for what was
 * written until then. By the provider's time, so that it ends the same however often and in whatever order it is told, also
 * before anybody's first message. The new name may be somebody's already: docs/adr has why what then happens.
 */
export function hearMove(desk: Desk, item: Move): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    if (!ledger.house.channels.some(({ id }) => id === item.channelId)) return;
    const { verdict, chatId } = await decide(desk, tx, ledger, item);
    keepEvent({ ledger, channelId: item.channelId, chatId }, item, verdict, item.replays?.id ?? desk.newId());
  });
}

interface Moving {
  readonly desk: Desk;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly channelId: string;
  readonly heard: HeardIdentity;
  /** From when on. */
  readonly at: Instant;
  /** What ended since then was told before; where the network tells no time, whatever has ended. */
  readonly told: Instant;
  readonly lines: ReadonlyMap<string, Line>;
}

async function decide(
  desk: Desk,
  tx: Tx,
  ledger: Ledger,
  { channelId, heard }: Move,
): Promise<{ verdict: Verdict; chatId: string | null }> {
  const keys = [...new Set([...heard.who.keys, ...heard.now.keys])].map((key) => ({ channelId, key }));
  const lines = await held(tx, ledger, keys);
  const time = writtenAt(heard.at);
  const at = Math.min(time ?? ledger.at, ledger.at);
  const moving: Moving = { desk, tx, ledger, channelId, heard, at, told: time === null ? 0 : at, lines };
  const home = whose(moving, heard.who) ?? whose(moving, heard.now) ?? (await stranger(moving));
  const steps = [...ends(moving, home), ...begins(moving, home)];
  if (steps.length === 0) return { verdict: ignored('nothing_new'), chatId: home.chatId };
  await carryOut(moving, home, steps);
  return { verdict: APPLIED, chatId: home.chatId };
}

/** Locks the chats of everybody who has or had one of these names, and reads the names again under that lock. */
async function held(tx: Tx, ledger: Ledger, keys: readonly IdentityKey[]): Promise<Map<string, Line>> {
  const chatsIn = (lines: Map<string, Line>) =>
    [...lines.values()].flatMap(({ now, past }) => [...(now ? [now.chatId] : []), ...past.map(({ chatId }) => chatId)]);
  ledger.take(await tx.hold(chatsIn(linesOf(await tx.names(keys)))));
  const lines = linesOf(await tx.names(keys));
  if (!chatsIn(lines).every(ledger.has)) throw new BeginAgain('one of these names has become somebody\u2019s meanwhile');
  return lines;
}

type Home = Pick<Identity, 'chatId' | 'contactId'>;

const lineOf = ({ lines, channelId }: Moving, key: string): Line => lines.get(nameOf({ channelId, key })) ?? NOBODYS;

/** Whose one of these names was just before, or is since. */
function whose(moving: Moving, { keys }: Who): Home | null {
  for (const key of keys) {
    const { now, past } = lineOf(moving, key);
    const then = past.filter(({ createdAt, until }) => until >= moving.at && until > createdAt).sort((a, b) => a.until - b.until)[0];
    const holder = then ?? (now && (now.source !== 'moved' || now.createdAt <= moving.at) ? now : null);
    if (holder) return holder;
  }
  return null;
}

/** Nobody whom the desk knows: what they wrote before may be heard after. */
async function stranger({ desk, tx, ledger, channelId, heard: { now } }: Moving): Promise<Home> {
  const [id, at] = [desk.newId(), ledger.at];
  const contact = newContact({ id, name: now.name ?? null, phone: now.address.phone ?? null, username: now.username ?? null, at });
  const chat = newChat({ id: desk.newId(), channelId, contactId: contact.id, address: now.address, at });
  await tx.meet([contact], []);
  ledger.newPerson(chat);
  return { chatId: chat.id, contactId: contact.id };
}

/** One name that changes hands: what ends, what begins, and who else is concerned. */
interface Step {
  readonly gone?: Identity;
  readonly past?: PastIdentity;
  /** What nobody had: that nobody is given it meanwhile. */
  readonly unheld?: Identity;
  readonly now?: Identity;
  /** Whoever has the new name already, or had it next. */
  readonly other?: Identity | PastIdentity;
}

/** The names that are theirs no more. */
function ends(moving: Moving, home: Home): Step[] {
  const { heard, at, told, desk, ledger, channelId } = moving;
  return heard.who.keys
    .filter((key) => !heard.now.keys.includes(key))
    .flatMap((key): Step[] => {
      const { now, past } = lineOf(moving, key);
      if (past.some(({ chatId, until }) => chatId === home.chatId && (now === null || until >= told))) return [];
      if (now?.chatId === home.chatId && now.source === 'moved' && now.createdAt > at) return [];
      const reason = aliasOf({ kinds: desk.kinds, house: ledger.house }, channelId, key).kind === 'phone' ? 'left' : 'replaced';
      if (now?.chatId === home.chatId)
        return [{ gone: now, past: ending({ ...now, createdAt: Math.min(now.createdAt, at - 1) }, reason, at, desk.newId()) }];
      if (now !== null) return [];
      const was = newIdentity({ channelId, key, ...homeOf(home), source: 'moved', at: at - 1 });
      return [{ unheld: was, past: ending(was, reason, at, desk.newId()) }];
    });
}

/** The names that are theirs from now on. */
function begins(moving: Moving, home: Home): Step[] {
  const { heard, at, told, desk, channelId, ledger } = moving;
  return heard.now.keys.flatMap((key): Step[] => {
    const { now, past } = lineOf(moving, key);
    if (now?.chatId === home.chatId || past.some(({ chatId, until }) => chatId === home.chatId && until >= told)) return [];
    const spelling = heard.now.spellings?.[key] ?? null;
    const next = newIdentity({ channelId, key, ...homeOf(home), spelling, source: 'moved', at });
    const after = past.filter(({ createdAt, until }) => until > at && until > createdAt).sort((a, b) => a.until - b.until)[0];
    if (after) return [{ past: ending(next, 'claimed', at, desk.newId()), other: after }];
    if (now === null) return [{ now: next }];
    if (past.some(({ chatId, reason }) => chatId === home.chatId && reason === 'claimed')) return [];
    if (now.source === 'moved' && now.createdAt > at) return [{ past: ending(next, 'taken', now.createdAt, desk.newId()) }];
    if (isOfBefore(ledger.chat(now.chatId), at)) return [{ gone: now, past: ending(now, 'taken', at, desk.newId()), now: next }];
    return [{ past: ending(next, 'claimed', at, desk.newId()), other: now }];
  });
}

/** Nothing was said by its person since: whoever had that name then, it is another's now. */
const isOfBefore = ({ createdAt, windowFrom }: Chat, at: Instant): boolean => createdAt < at && (windowFrom ?? 0) < at;

const homeOf = ({ chatId, contactId }: Home): Home => ({ chatId, contactId });

async function carryOut(moving: Moving, home: Home, steps: readonly Step[]): Promise<void> {
  const { tx, ledger, heard, at } = moving;
  await tx.rename(
    {
      unheld: steps.flatMap(({ unheld }) => unheld ?? []),
      gone: steps.flatMap(({ gone }) => gone ?? []),
      past: steps.flatMap(({ past }) => past ?? []),
      now: steps.flatMap(({ now }) => now ?? []),
    },
    { apart: true },
  );
  const same = steps.flatMap(({ other }) => (other && ledger.chat(other.chatId).createdAt >= at ? [other] : []));
  if (steps.some(({ now, other }) => now ?? other)) await readdress(moving, home, whereNow(moving, same) ?? heard.now.address);
  for (const goneId of new Set(same.map(({ contactId }) => contactId)))
    if (goneId !== home.contactId) await mergeInto(moving, { keptId: home.contactId, goneId, by: NETWORK });
}

/** Who had the new name too, and left it before this was told, is to be found where they went. */
function whereNow({ ledger }: Moving, same: readonly (Identity | PastIdentity)[]): Address | null {
  const left = same.find((other) => 'until' in other);
  return left ? ledger.chat(left.chatId).address : null;
}
