import type { Request } from 'express';
import type { z } from 'zod';
import { revOf, threadsOf } from '../../actions/webchat/following';
import { introduceVisitor } from '../../actions/webchat/hand-in';
import { identify } from '../../actions/webchat/identify';
import { isToRenew, signPass } from '../../actions/webchat/passes';
import { endVisitor, newVisitor, sawVisitor, visitorBy } from '../../actions/webchat/visitors';
import type { Visitor } from '../../ports/store';
import type { PageProof, PageSession } from '../schemas/webchat';
import type { PageCall } from './call';
import { largestFor } from './files';
import { lost } from './talk';

export async function configOf({ desk, pages, page: { channel, kind } }: PageCall) {
  const mimes = kind.capabilities.media.document?.mimes ?? [];
  const limits = { text: kind.capabilities.text.max, file: { most: largestFor(desk), mimes } };
  return { body: { ...kind.page.look(channel.config), online: await pages.isAttended(channel), limits } };
}

type Calling = Omit<PageCall, 'body' | 'query'>;

async function sessionOf({ desk, page }: Calling, visitor: Visitor, token?: string) {
  const { id, generation, name, email, externalId } = visitor;
  return {
    token: token ?? signPass(desk, page.channel.id, { visitorId: id, generation }),
    visitor: { id, name, email, isKnown: externalId !== null },
    rev: revOf(await threadsOf(desk, page, visitor)),
  };
}

export async function begin(call: PageCall<z.output<typeof PageSession>>) {
  const { desk, page, body } = call;
  const token = body.token ?? null;
  const known = await visitorBy(desk, page.channel.id, token);
  if (!known) return { body: await sessionOf(call, newVisitor(desk, page.channel.id)) };
  await sawVisitor(desk, known.visitor);
  const isFresh = token !== null && !isToRenew(known.pass, desk.clock.now());
  return { body: await sessionOf(call, known.visitor, isFresh ? token : undefined) };
}

export async function prove(call: PageCall<z.output<typeof PageProof>>) {
  const { desk, page, visitor, body, pages } = call;
  const { externalId, name = null, email = null, signature } = body;
  const known = await identify(desk, page, visitor, { externalId, name, email, signature });
  const isSame = known.id === visitor.id && known.generation === visitor.generation;
  if (known !== visitor) await introduceVisitor(call, page, known).catch(lost(desk, 'a name'));
  if (!isSame) pages.end(visitor.id);
  return { body: await sessionOf(call, known, isSame ? tokenOf(call.request) : undefined) };
}

export async function signOut(call: PageCall) {
  await endVisitor(call.desk, call.visitor);
  call.pages.end(call.visitor.id);
  return { body: await sessionOf(call, newVisitor(call.desk, call.page.channel.id)) };
}

export const tokenOf = ({ headers }: Pick<Request, 'headers'>): string | undefined =>
  /^Bearer +(\S{1,512})$/i.exec(headers.authorization ?? '')?.[1];
