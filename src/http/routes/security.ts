import { endSessions } from '../../actions/agents/end-sessions';
import { beginTwoFactor, changePassword, confirmTwoFactor, endTwoFactor, renewRecoveryCodes } from '../../actions/agents/own-account';
import { hashOf } from '../../actions/agents/sessions';
import { Refusal } from '../../domain/errors';
import { callerOf } from '../caller';
import { tokenOf } from '../cookie';
import { sessionRowJson } from '../present/account';
import { iso } from '../present/time';
import { type Call, type Route, route } from '../route';
import { CodeBody, NewTotpShape, PasswordBody, ProofBody, RecoveryShape, SessionsShape, TotpShape } from '../schemas/account';

const mine = { for: 'agents', tag: 'me' } as const;

/** How people log in themselves: their password, the second step, and where they are logged in. */
export const SECURITY: readonly Route[] = [
  route({
    ...mine,
    method: 'put',
    path: '/me/password',
    act: 'agent.password_changed',
    says: 'Choose another password. Ends your other sessions.',
    body: PasswordBody,
    status: 204,
    answer: null,
    refuses: ['too_many_attempts'],
    handle: async (call) => {
      await changePassword(call.desk, call.door, { ...own(call), ...call.body });
      await call.live.lookAgain(call.person.id);
    },
  }),
  route({
    ...mine,
    method: 'get',
    path: '/me/totp',
    says: 'Whether your log-in asks for a code too, and how many recovery codes are left.',
    status: 200,
    answer: TotpShape,
    handle: async ({ desk, person }) => {
      const factor = await desk.store.reads.secondFactor(person.id);
      const since = factor?.confirmedAt ?? null;
      return { on: since !== null, since: since === null ? null : iso(since), recoveryCodesLeft: factor?.recovery.length ?? 0 };
    },
  }),
  route({
    ...mine,
    method: 'post',
    path: '/me/totp',
    says: 'A secret for an authenticator app. It is asked for once a first code has confirmed it.',
    status: 200,
    answer: NewTotpShape,
    refuses: ['already_exists'],
    handle: async ({ desk, person }) => beginTwoFactor(desk, { agent: person }),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/me/totp/confirm',
    act: 'agent.two_factor_begun',
    says: 'Confirm the secret with its first code: from now on a log-in asks for one. Answers ten recovery codes, shown this once.',
    body: CodeBody,
    status: 200,
    answer: RecoveryShape,
    refuses: ['already_exists', 'too_many_attempts'],
    handle: async (call) => ({ recoveryCodes: await confirmTwoFactor(call.desk, call.door, { ...own(call), ...call.body }) }),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/me/totp/recovery-codes',
    says: 'Ten new recovery codes in place of the former ones, shown this once.',
    body: CodeBody,
    status: 200,
    answer: RecoveryShape,
    refuses: ['too_many_attempts'],
    handle: async (call) => ({ recoveryCodes: await renewRecoveryCodes(call.desk, call.door, { ...own(call), ...call.body }) }),
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/me/totp',
    act: 'agent.two_factor_ended',
    says: 'Switch the second step of your log-in off, with your password or a code.',
    body: ProofBody,
    status: 204,
    answer: null,
    refuses: ['too_many_attempts'],
    handle: async (call) => endTwoFactor(call.desk, call.door, { ...own(call), ...call.body }),
  }),
  route({
    ...mine,
    method: 'get',
    path: '/me/sessions',
    says: 'Where you are logged in, the last used first.',
    status: 200,
    answer: SessionsShape,
    handle: async (call) => {
      const sessions = await call.desk.store.reads.sessionsOf(call.person.id, call.desk.clock.now());
      return { data: sessions.map((session) => sessionRowJson(session, own(call).session)) };
    },
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/me/sessions',
    says: 'Log out everywhere else.',
    status: 204,
    answer: null,
    handle: async (call) => {
      await endSessions(call.desk, { of: call.person, which: { except: own(call).session } });
      await call.live.lookAgain(call.person.id);
    },
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/me/sessions/{id}',
    finds: sessionOfMine,
    says: 'End one of your sessions.',
    status: 204,
    answer: null,
    handle: async (call) => {
      await endSessions(call.desk, { of: call.person, which: { id: call.params.id ?? '' } });
      await call.live.lookAgain(call.person.id);
    },
  }),
];

function own({ person, request, config }: Pick<Call<unknown, unknown>, 'person' | 'request' | 'config'>) {
  return { agent: person, session: hashOf(tokenOf(request, config) ?? ''), address: callerOf(request).address ?? '' };
}

async function sessionOfMine({ desk, person, params }: Call<unknown, unknown>): Promise<void> {
  const session = await desk.store.reads.session(params.id ?? '');
  if (session?.agentId !== person.id) throw new Refusal('not_found', 'There is no such session of yours.');
}
