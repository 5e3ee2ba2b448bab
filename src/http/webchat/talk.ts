import type { z } from 'zod';
import type { Desk } from '../../actions/desk';
import { changedFor, newestFor } from '../../actions/webchat/following';
import { delivered, say, seen } from '../../actions/webchat/hand-in';
import { Refusal } from '../../domain/errors';
import { isFull } from '../backpressure';
import { pageMessage, pageMessages } from '../present/page-message';
import { DoorRefusal } from '../problems';
import type { PageMessage, PageMessages, PageSeen } from '../schemas/webchat';
import type { PageCall } from './call';

export async function read(call: PageCall<undefined, z.output<typeof PageMessages>>) {
  const { desk, page, visitor, query } = call;
  const { after, before = null, limit } = query;
  const followed = await (after === undefined
    ? newestFor(desk, page, visitor, { limit, before })
    : changedFor(desk, page, visitor, { limit, after }));
  void delivered(call, page, visitor, followed.messages).catch(lost(desk, 'a receipt'));
  return { body: pageMessages(followed) };
}

export async function write(call: PageCall<z.output<typeof PageMessage>>) {
  const { page, visitor, body, pages } = call;
  if (isFull(call.intake)) throw busy();
  const { clientId, content, replyTo = null } = body;
  const { message, again } = await say(call, { page, visitor, clientId, content, replyTo }).catch(unlessRefused(call.desk));
  pages.changed(page, visitor);
  return { status: again ? 200 : 201, body: pageMessage(message, new Map()) };
}

export async function markSeen(call: PageCall<z.output<typeof PageSeen>>) {
  await seen(call, call.page, call.visitor, call.body.rev).catch(unlessRefused(call.desk));
  return { body: null };
}

const busy = (): DoorRefusal => new DoorRefusal('unavailable', 'It could not be stored now. Send it again later.', { retryAfter: 5 });

/** What is told once more by the next call, or by another page. */
export const lost =
  ({ log }: Desk, what: string) =>
  (cause: unknown): void =>
    log.warn(`${what} of a web chat could not be stored`, { cause: String(cause) });

/** What the intake can’t take now is sent again. */
const unlessRefused =
  ({ log }: Desk) =>
  (cause: unknown): never => {
    if (cause instanceof Refusal) throw cause;
    log.warn('what a page told could not be stored; it may repeat it', { cause: String(cause) });
    throw busy();
  };
