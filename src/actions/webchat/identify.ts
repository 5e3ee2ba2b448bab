import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Chat } from '../../domain/chat';
import { type Identity, newIdentity, readdressed } from '../../domain/contact';
import { Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import type { Who } from '../../ports/channel';
import { BeginAgain, type Tx, type Visitor } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { linesOf, nameOf } from '../hearing/names';
import { ending } from '../hearing/usernames';
import type { Ledger } from '../ledger';
import { mergeInto } from '../people/merge-into';
import { transact } from '../transact';
import { threadsOf } from './following';
import { keepVisitor, mustStillBe, newVisitor, type Page, whoIs } from './visitors';

interface Proof {
  readonly externalId: string;
  readonly signature: string;
  readonly name: string | null;
  readonly email: string | null;
}

const SITE: Actor = { kind: 'system', id: null, name: null };

/**
 * The site has proved who its visitor is: they are that person from now on, in every browser. What they wrote before goes along.
 * Who is that person already stays as they are; who was somebody else is a new visitor. Throws `forbidden` for what proves nothing.
 */
export async function identify(desk: Desk, page: Page, visitor: Visitor, proof: Proof): Promise<Visitor> {
  mustProve(desk, page, proof);
  const { externalId, name, email } = proof;
  const isSame = visitor.externalId === externalId;
  if (isSame && (name ?? visitor.name) === visitor.name && (email ?? visitor.email) === visitor.email) return visitor;
  const before = visitor.externalId === null || isSame ? visitor : newVisitor(desk, page.channel.id);
  const signedIn = await transact(desk, async (tx, ledger) => {
    const now = await tx.visitor(visitor.id);
    mustStillBe(visitor, now);
    if (before !== visitor) await keepVisitor(tx, now, { ...visitor, generation: visitor.generation + 1 });
    const known: Visitor = {
      ...before,
      generation: before.generation + (isSame ? 0 : 1),
      externalId,
      name: name ?? before.name,
      email: email ?? before.email,
      seenAt: ledger.at,
    };
    if (!isSame) await bring(desk, tx, ledger, page, { from: whoIs(page, before), to: whoIs(page, known) });
    await keepVisitor(tx, before === visitor ? now : null, known);
    return known;
  });
  if (!isSame && before === visitor) await bringLate(desk, page, { from: before, to: signedIn });
  return signedIn;
}

/**
 * What a browser was just writing while it became somebody goes along too. Whoever stores the one looks for the other after it, so
 * that of two processes that do both at one moment the later sees it.
 */
export async function bringLate(desk: Desk, page: Page, { from, to }: { readonly from: Visitor; readonly to: Visitor }): Promise<void> {
  const own = await threadsOf(desk, page, from);
  if (own.length === 0) return;
  const theirs = new Set((await threadsOf(desk, page, to)).map(({ chatId }) => chatId));
  if (own.every(({ chatId }) => theirs.has(chatId))) return;
  await transact(desk, (tx, ledger) => bring(desk, tx, ledger, page, { from: whoIs(page, from), to: whoIs(page, to) }));
}

/** Constant in time. */
function mustProve({ vault }: Pick<Desk, 'vault'>, { kind, channel }: Page, { externalId, signature }: Proof): void {
  const identitySecret = kind.page?.identitySecret(openConfig(kind, vault, channel.config)) ?? '';
  const right = createHmac('sha256', identitySecret).update(externalId, 'utf8').digest();
  const given = Buffer.from(/^[0-9a-f]{64}$/i.test(signature) ? signature : '', 'hex');
  if (identitySecret === '' || given.length !== right.length || !timingSafeEqual(given, right))
    throw new Refusal('forbidden', 'The signature does not prove who this is.');
}

interface Bringing {
  /** Who they were, as a browser. */
  readonly from: Who;
  /** Who they are. */
  readonly to: Who;
}

/**
 * The chat of the browser becomes the person's. Where the person has one already, both are theirs to read, the contacts are made
 * one, and new words go where the talk is: where a ticket is open, else where they wrote last.
 */
async function bring(desk: Desk, tx: Tx, ledger: Ledger, { channel }: Page, { from, to }: Bringing): Promise<void> {
  const [wasKey = '', isKey = ''] = [from.keys[0], to.keys[0]];
  const lines = await namesHeld(tx, ledger, channel.id, [wasKey, isKey]);
  const [own, theirs] = [wasKey, isKey].map((key) => lines.get(nameOf({ channelId: channel.id, key }))?.now ?? null);
  if (!own || own.chatId === theirs?.chatId) return;
  const at = ledger.at;
  const named = newIdentity({ channelId: channel.id, key: isKey, chatId: own.chatId, contactId: own.contactId, source: 'moved', at });
  const stays = theirs !== null && theirs !== undefined && goesOn(ledger, theirs, own);
  const former = theirs && (stays ? ending(named, 'claimed', at, desk.newId()) : ending(theirs, 'replaced', at, desk.newId()));
  await tx.rename(
    { unheld: [], gone: theirs && !stays ? [theirs] : [], past: former ? [former] : [], now: stays ? [] : [named] },
    { apart: true },
  );
  const chat = ledger.chat(own.chatId);
  ledger.saveChat({ ...chat, address: readdressed(chat.address, to.address) });
  if (theirs && theirs.contactId !== own.contactId)
    await mergeInto({ desk, tx, ledger }, { keptId: theirs.contactId, goneId: own.contactId, by: SITE });
}

/** Whether the person's own chat goes on, rather than the browser's. */
function goesOn(ledger: Ledger, theirs: Identity, own: Identity): boolean {
  const weight = ({ chatId }: Identity): number => (ledger.openIn(chatId) ? 1 : 0);
  const spoken = ({ chatId }: Identity): number => (ledger.chat(chatId) satisfies Chat).windowFrom ?? 0;
  return weight(theirs) !== weight(own) ? weight(theirs) > weight(own) : spoken(theirs) > spoken(own);
}

/** Locks the chats to which these names lead, and reads the names again under that lock. */
async function namesHeld(tx: Tx, ledger: Ledger, channelId: string, names: readonly string[]) {
  const keys = names.map((key) => ({ channelId, key }));
  const chatsIn = (lines: ReturnType<typeof linesOf>) => [...lines.values()].flatMap(({ now }) => (now ? [now.chatId] : []));
  ledger.take(await tx.hold(chatsIn(linesOf(await tx.names(keys)))));
  const lines = linesOf(await tx.names(keys));
  if (!chatsIn(lines).every(ledger.has)) throw new BeginAgain('one of these names has become somebody’s meanwhile');
  return lines;
}
