import { logIn } from '../../actions/agents/log-in';
import { logOut } from '../../actions/agents/log-out';
import { setUp } from '../../actions/agents/set-up';
import { callerOf } from '../caller';
import { clearCookie, tokenIn } from '../cookie';
import { letIn } from '../let-in';
import { type Route, route } from '../route';
import { LogInBody } from '../schemas/account';
import { SessionShape, SetUpBody, SetUpShape } from '../schemas/agent';

export const SESSION: readonly Route[] = [
  route({
    method: 'post',
    path: '/session',
    for: 'anyone',
    tag: 'session',
    says: 'Log in. Sets the session cookie, which lasts seven days. Where two-factor log-in is on, the code is asked for after the password.',
    body: LogInBody,
    status: 201,
    answer: SessionShape,
    refuses: ['unauthenticated', 'code_required', 'code_wrong', 'too_many_attempts'],
    handle: async (call) => {
      const { desk, door, request, body } = call;
      const loggedIn = await logIn(desk, door, { ...body, from: callerOf(request), formerToken: tokenIn(request, call.config) });
      return letIn(call, loggedIn);
    },
  }),
  route({
    method: 'delete',
    path: '/session',
    for: 'agents',
    tag: 'session',
    says: 'Log out. Ends this session.',
    status: 204,
    answer: null,
    handle: async (call) => {
      await logOut(call.desk, { of: call.person, token: tokenIn(call.request, call.config) ?? '' });
      clearCookie(call);
      await call.live.lookAgain(call.person.id);
    },
  }),
  route({
    method: 'post',
    path: '/setup',
    for: 'anyone',
    tag: 'session',
    says: 'Make the first admin, with the one-time token that a desk without an admin prints at its start.',
    body: SetUpBody,
    status: 201,
    answer: SessionShape,
    refuses: ['gone', 'already_exists'],
    handle: async (call) => letIn(call, await setUp(call.desk, { ...call.body, from: callerOf(call.request) })),
  }),
  route({
    method: 'get',
    path: '/setup',
    for: 'anyone',
    tag: 'session',
    says: 'Whether this desk still waits for its first admin.',
    status: 200,
    answer: SetUpShape,
    handle: async ({ desk }) => ({ needed: (await desk.store.reads.countAdmins()) === 0 }),
  }),
];
