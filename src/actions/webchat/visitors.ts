import { Refusal } from '../../domain/errors';
import type { Instant } from '../../domain/ticket';
import type { ChannelKind, PageVisitor, PageWord, Who } from '../../ports/channel';
import type { Channel, Tx, Visitor } from '../../ports/store';
import type { Desk } from '../desk';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { type Pass, readPass } from './passes';

/** A page that shows the chat of a channel. */
export interface Page {
  readonly channel: Channel;
  readonly kind: ChannelKind;
}

const DAY = 24 * 60 * 60_000;

/** Who is not known by more than a token: nothing of them is in the database until they sign in or out. */
const stranger = (id: string, channelId: string, at: Instant): Visitor => ({
  id,
  channelId,
  generation: 0,
  externalId: null,
  name: null,
  email: null,
  facts: null,
  createdAt: at,
  seenAt: at,
});

export const newVisitor = (desk: Pick<Desk, 'newId' | 'clock'>, channelId: string): Visitor =>
  stranger(desk.newId(), channelId, desk.clock.now());

/** Who comes by this token now; null when it is over. */
export async function visitorBy(desk: Desk, channelId: string, token: string | null): Promise<{ visitor: Visitor; pass: Pass } | null> {
  const pass = token === null ? null : readPass(desk, channelId, token);
  if (!pass) return null;
  const visitor = (await desk.store.reads.visitor(pass.visitorId)) ?? stranger(pass.visitorId, channelId, pass.issuedAt);
  return visitor.channelId === channelId && visitor.generation === pass.generation ? { visitor, pass } : null;
}

/** They are not what they were: every token of before is over. Refuses who came by one that is over already. */
export async function endVisitor(desk: Desk, visitor: Visitor): Promise<void> {
  await transact(desk, async (tx, { at }) => {
    const now = await tx.visitor(visitor.id);
    mustStillBe(visitor, now);
    await keepVisitor(tx, now, { ...(now ?? visitor), generation: visitor.generation + 1, seenAt: at });
  });
}

/** A row that is not there can't be locked: two that make it at once begin again. */
export const keepVisitor = (tx: Tx, before: Visitor | null, visitor: Visitor): Promise<void> =>
  before === null ? tx.addVisitor(visitor) : tx.saveVisitor(visitor);

/** Somebody else may have signed them in or out since their token was looked at. */
export function mustStillBe(visitor: Visitor, now: Visitor | null): void {
  if ((now?.generation ?? 0) !== visitor.generation) throw over();
}

export const over = (): Refusal => new Refusal('unauthenticated', 'This session of the chat is over: begin a new one.');

/** That they still come, once a day: who stays away for long is forgotten. */
export async function sawVisitor(desk: Desk, visitor: Visitor): Promise<void> {
  const now = desk.clock.now();
  if (now < visitor.seenAt + DAY) return;
  await transact(desk, async (tx) => {
    const known = await tx.visitor(visitor.id);
    if (known) await tx.saveVisitor({ ...known, seenAt: now });
  });
}

/** What the kind makes of a word that a page handed over. */
export const heardOf = (desk: Pick<Desk, 'kinds'>, { channel }: Page, word: PageWord) => kindOf(desk, channel.kind).hear?.(word) ?? [];

/** The person that a visitor is, as the kind names them. */
export function whoIs({ kind }: Page, visitor: PageVisitor): Who {
  const [met] = kind.hear?.({ type: 'met', visitor: onPage(visitor), at: 0 } satisfies PageWord) ?? [];
  if (met?.type !== 'met') throw new Error(`${kind.kind} does not know its visitors`);
  return met.who;
}

/** The key to their chat. */
export const keyOf = (page: Page, visitor: PageVisitor): string => whoIs(page, visitor).keys[0] ?? '';

export const onPage = ({ id, externalId, name, email }: PageVisitor): PageVisitor => ({ id, externalId, name, email });
