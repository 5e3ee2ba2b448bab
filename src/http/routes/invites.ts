import { askReset } from '../../actions/agents/ask-reset';
import { endTwoFactorOf } from '../../actions/agents/end-sessions';
import { inviteNew, linkFor } from '../../actions/agents/invite';
import { lookAtLink, redeemLink } from '../../actions/agents/redeem-link';
import type { Desk } from '../../actions/desk';
import { callerOf } from '../caller';
import { letIn } from '../let-in';
import { ourOrigin, ownAddress } from '../origin';
import { linkJson, oneAccountJson } from '../present/account';
import { type Call, type Route, route } from '../route';
import { InviteShape, LinkShape, LookBody, LookShape, NewInvite, NewLink, RedeemBody, ResetBody, WaysShape } from '../schemas/account';
import { SessionShape } from '../schemas/agent';
import { agentInSight } from '../sight';

const admins = { for: 'admins', tag: 'agents' } as const;
const anyone = { for: 'anyone', tag: 'session' } as const;

export const INVITES: readonly Route[] = [
  route({
    ...admins,
    method: 'post',
    path: '/invites',
    says: 'Add an agent or admin and invite them: a link by which they choose their password, mailed, or shown this once. Valid for three days.',
    body: NewInvite,
    status: 201,
    answer: InviteShape,
    refuses: ['already_exists'],
    again: async (call, id) => invitedAgain(call, id),
    kept: (body) => ({ ...(body as object), url: undefined }),
    handle: async (call) => {
      const { mail, ...newcomer } = call.body;
      const invited = await inviteNew(call.desk, {
        newcomer: { ...newcomer, capacity: newcomer.capacity ?? null },
        ...handing(call, mail),
      });
      return { agent: await oneAccountJson(call.desk, invited.agent), ...linkJson(invited) };
    },
  }),
  route({
    ...admins,
    method: 'post',
    path: '/agents/{id}/invite',
    finds: agentInSight,
    act: 'agent.invited',
    says: 'Invite an agent who has no password yet. The link takes the place of every former one.',
    body: NewLink,
    status: 200,
    answer: LinkShape,
    refuses: ['in_use'],
    handle: async (call) =>
      linkJson(await linkFor(call.desk, { ...handing(call, call.body.mail), agentId: call.params.id ?? '', kind: 'invite' })),
  }),
  route({
    ...admins,
    method: 'post',
    path: '/agents/{id}/reset-link',
    finds: agentInSight,
    act: 'agent.reset_link_made',
    says: 'Make a link by which an agent chooses a new password, mailed, or shown this once. Valid for a day.',
    body: NewLink,
    status: 200,
    answer: LinkShape,
    refuses: ['in_use'],
    handle: async (call) =>
      linkJson(await linkFor(call.desk, { ...handing(call, call.body.mail), agentId: call.params.id ?? '', kind: 'reset' })),
  }),
  route({
    ...admins,
    method: 'delete',
    path: '/agents/{id}/totp',
    finds: agentInSight,
    act: 'agent.two_factor_ended',
    says: 'Switch off the two-factor log-in of a colleague who has lost it.',
    status: 204,
    answer: null,
    handle: async ({ desk, person, params: { id = '' } }) => endTwoFactorOf(desk, { by: person, agentId: id }),
  }),
  route({
    ...anyone,
    method: 'get',
    path: '/session/ways',
    says: 'Whether a forgotten password is answered by mail. Without a mail server an admin makes the link.',
    status: 200,
    answer: WaysShape,
    handle: async ({ desk }) => ({ resetByMail: desk.mail !== undefined }),
  }),
  route({
    ...anyone,
    method: 'post',
    path: '/session/reset',
    says: 'Ask for a mail with a link to choose a new password. The answer is the same whether the account exists or not.',
    body: ResetBody,
    status: 202,
    answer: null,
    refuses: ['too_many_attempts'],
    handle: async ({ desk, door, request, config, body }) => {
      const account = body.email.trim().toLowerCase();
      await askReset(desk, door, { account, address: callerOf(request).address ?? '', base: ownAddress(request, config) });
    },
  }),
  route({
    ...anyone,
    method: 'post',
    path: '/invites/look',
    says: 'Whom a link is for.',
    body: LookBody,
    status: 200,
    answer: LookShape,
    refuses: ['gone'],
    handle: async ({ desk, body }) => {
      const { agent, kind, code } = await lookAtLink(desk, body.token);
      return { name: agent.name, email: agent.email, kind, code };
    },
  }),
  route({
    ...anyone,
    method: 'post',
    path: '/invites/redeem',
    says: 'Choose a password by a link. Sets the session cookie, and ends every other session of this account.',
    body: RedeemBody,
    status: 200,
    answer: SessionShape,
    refuses: ['gone', 'code_required', 'code_wrong', 'too_many_attempts'],
    handle: async (call) => {
      const loggedIn = await redeemLink(call.desk, call.door, { ...call.body, from: callerOf(call.request) });
      await call.live.lookAgain(loggedIn.agent.id);
      return letIn(call, loggedIn);
    },
  }),
];

/** Of a browser's call it is known that its host is ours; what a machine says of its own is not believed. */
function handing({ desk, person, request, config }: Call<unknown, unknown>, mail: boolean | undefined) {
  const base = person.scopes === undefined ? ourOrigin(request, config) : ownAddress(request, config);
  return { by: person, base, byMail: mail !== false && hasMail(desk) };
}

const hasMail = ({ mail }: Desk): boolean => mail !== undefined;

/** The first answer was lost, and with it a link that was to be shown: another one can be made. */
async function invitedAgain(call: Call<unknown, unknown>, id: string) {
  const agent = await oneAccountJson(call.desk, await agentInSight({ ...call, params: { id } }));
  return { agent, sent: agent.invited?.mail !== null, expiresAt: agent.invited?.expiresAt ?? agent.createdAt };
}
