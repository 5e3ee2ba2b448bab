import { routeQueue } from '../../../src/actions/routing/route-queue';
import type { Client } from '../../http/support/client';
import { wait } from '../../support/acts';
import { HOUR, MINUTE, type TestDesk } from '../../support/desk';
import { tell } from './desks';
import { tap, texts } from './webhooks';

/** A desk with its door open, and the people who go in and out. */
export interface Scene {
  readonly house: TestDesk;
  readonly url: string;
  readonly channelId: string;
  readonly admin: Client;
  readonly ana: Client;
  readonly luis: Client;
}

export const PHONE = '15550100777';
let written = 0;
const ok = async (told: Promise<{ readonly status: number; readonly body: { readonly id?: string } }>) => {
  const { status, body } = await told;
  if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  return body;
};

export async function writes({ url, channelId }: Scene): Promise<void> {
  const status = await tell(url, channelId, texts({ from: PHONE, id: `wamid.J${++written}`, text: 'hello' }));
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}

export const newest = async ({ admin }: Scene): Promise<{ readonly id: string; readonly status: string }> =>
  (await admin.get('/tickets?limit=1')).body.data[0];
const on = async (scene: Scene, who: Client, verb: string, body: object = {}) =>
  void (await ok(who.post(`/tickets/${(await newest(scene)).id}/${verb}`, body)));
export const sets = async ({ admin }: Scene, settings: object): Promise<void> => void (await ok(admin.patch('/settings', settings)));
const turns = async (who: Client, presence: string): Promise<void> => void (await ok(who.put('/me/presence', { presence })));
const answer = { content: { type: 'text', text: 'how can I help?' } };

/** How a new desk comes to one ticket of this status; Ana's, if anybody's. */
export const TO: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  pending: writes,
  async active(scene) {
    await writes(scene);
    await on(scene, scene.ana, 'take');
  },
  async proactive({ ana, channelId }) {
    const content = { type: 'template', name: 'hello_world', language: 'en_US', components: [] };
    await ok(ana.post('/tickets', { channelId, to: PHONE, content }));
  },
  async in_progress(scene) {
    await TO.active?.(scene);
    await on(scene, scene.ana, 'in-progress');
  },
  async idle(scene) {
    await TO.active?.(scene);
    await silence(scene);
  },
  async closed(scene) {
    await TO.active?.(scene);
    await on(scene, scene.admin, 'close');
  },
};

async function silence(scene: Scene): Promise<void> {
  await on(scene, scene.ana, 'messages', answer);
  await scene.house.errands();
  await wait(scene.house, 30 * MINUTE);
}

async function routed(scene: Scene): Promise<void> {
  await sets(scene, { routing: { strategy: 'round_robin' } });
  await routeQueue(scene.house.desk);
}

const passes = (settings: object, ms: number) => async (scene: Scene) => {
  await sets(scene, settings);
  await wait(scene.house, ms);
};
const quiet = passes({ timers: { idleAfter: null, autoCloseAfter: 'PT2H' } }, 2 * HOUR);
const does = (who: 'ana' | 'luis' | 'admin', verb: string) => (scene: Scene) => on(scene, scene[who], verb);
const gives = (scene: Scene) => on(scene, scene.admin, 'assign', { agentId: scene.ana.id });
const asleep = (then: (scene: Scene) => Promise<unknown>) => async (scene: Scene) => {
  await on(scene, scene.admin, 'snooze', { for: 'PT2H' });
  await then(scene);
};
const gone = (then: (scene: Scene) => Promise<unknown>) => async (scene: Scene) => {
  await turns(scene.ana, 'offline');
  await then(scene);
};
const returns = async (scene: Scene) => {
  await sets(scene, { policy: { reopenWithin: 'PT1H' } });
  await writes(scene);
};
const reopens = async (scene: Scene) => {
  await sets(scene, { policy: { agentsMayReopen: true } });
  await on(scene, scene.luis, 'reopen');
};

const asks = async (scene: Scene) => {
  await sets(scene, { timers: { confirmCloseAfter: 'PT1H', idleAfter: null } });
  await on(scene, scene.ana, 'close', { ask: true });
  await scene.house.errands();
};
const saysYes = async (scene: Scene) => {
  await asks(scene);
  const { id } = await newest(scene);
  const told = tap({ from: PHONE, id: `wamid.J${++written}`, button: `close:yes:${id}` });
  if ((await tell(scene.url, scene.channelId, told)) !== 200) throw new Error('the webhook did not take the yes');
};
const saysNothing = async (scene: Scene) => {
  await asks(scene);
  await wait(scene.house, HOUR);
};
const toTeam = (who: 'ana' | 'admin') => async (scene: Scene) => {
  const { id: teamId } = await ok(scene.admin.post('/teams', { name: `Support ${++written}` }));
  await on(scene, scene[who], 'transfer', { teamId });
};

/** Every way along the table of transitions, as people, customers and time cause it: row, from, cause, by whom, how. */
// biome-ignore format: a table is read in columns
export const WAYS: readonly (readonly [row: string, from: string, cause: string, by: string, how: (scene: Scene) => Promise<unknown>])[] = [
  ['T1',  'pending',     'assigned',             'agent',    does('ana', 'take')],
  ['T1',  'pending',     'assigned',             'admin',    gives],
  ['T1',  'pending',     'assigned',             'system',   routed],
  ['T2',  'active',      'set_in_progress',      'agent',    does('ana', 'in-progress')],
  ['T2',  'active',      'set_in_progress',      'admin',    does('admin', 'in-progress')],
  ['T3',  'active',      'customer_silent',      'system',   silence],
  ['T4',  'active',      'closed_by_person',     'agent',    does('ana', 'close')],
  ['T4',  'active',      'closed_by_person',     'admin',    does('admin', 'close')],
  ['T5',  'active',      'assignee_unavailable', 'system',   ({ ana }) => turns(ana, 'away')],
  ['T5',  'active',      'assignee_unavailable', 'admin',    ({ admin, ana }) => ok(admin.put(`/agents/${ana.id}/presence`, { presence: 'offline' }))],
  ['T5',  'active',      'released',             'agent',    does('ana', 'release')],
  ['T5',  'active',      'released',             'admin',    does('admin', 'release')],
  ['T5',  'active',      'transferred',          'agent',    toTeam('ana')],
  ['T5',  'active',      'transferred',          'admin',    toTeam('admin')],
  ['T6',  'in_progress', 'assigned',             'agent',    does('luis', 'take')],
  ['T6',  'in_progress', 'assigned',             'admin',    gives],
  ['T7',  'in_progress', 'in_progress_expired',  'system',   passes({ timers: { inProgressAfter: 'PT1H' } }, HOUR)],
  ['T7',  'in_progress', 'woken',                'system',   asleep(({ house }) => wait(house, 2 * HOUR))],
  ['T7',  'in_progress', 'woken',                'customer', asleep(writes)],
  ['T7',  'in_progress', 'woken',                'agent',    asleep(does('luis', 'wake'))],
  ['T7',  'in_progress', 'woken',                'admin',    asleep(does('admin', 'wake'))],
  ['T8',  'idle',        'set_in_progress',      'agent',    does('ana', 'in-progress')],
  ['T8',  'idle',        'set_in_progress',      'admin',    does('admin', 'in-progress')],
  ['T9',  'idle',        'customer_replied',     'customer', writes],
  ['T10', 'idle',        'closed_by_person',     'agent',    does('ana', 'close')],
  ['T10', 'idle',        'closed_by_person',     'admin',    does('admin', 'close')],
  ['T10', 'idle',        'idle_expired',         'system',   passes({ timers: { idleCloseAfter: 'PT1H' } }, HOUR)],
  ['T11', 'proactive',   'customer_replied',     'customer', writes],
  ['T12', 'closed',      'reopened',             'agent',    gone(reopens)],
  ['T12', 'closed',      'reopened',             'admin',    gone(does('admin', 'reopen'))],
  ['T12', 'closed',      'customer_returned',    'customer', gone(returns)],
  ['T13', 'closed',      'reopened',             'agent',    reopens],
  ['T13', 'closed',      'reopened',             'admin',    does('admin', 'reopen')],
  ['T13', 'closed',      'customer_returned',    'customer', returns],
  ['B1',  'pending',     'auto_closed',          'system',   quiet],
  ['B1',  'active',      'auto_closed',          'system',   quiet],
  ['B1',  'proactive',   'auto_closed',          'system',   quiet],
  ['B1',  'in_progress', 'auto_closed',          'system',   quiet],
  ['B1',  'idle',        'auto_closed',          'system',   quiet],
  ['B1',  'pending',     'unassignable',         'system',   passes({ timers: { closeUnassignedAfter: 'PT1H' } }, HOUR)],
  ['B2',  'pending',     'closed_by_person',     'agent',    does('luis', 'close')],
  ['B2',  'pending',     'closed_by_person',     'admin',    does('admin', 'close')],
  ['B2',  'proactive',   'closed_by_person',     'agent',    does('ana', 'close')],
  ['B2',  'proactive',   'closed_by_person',     'admin',    does('admin', 'close')],
  ['B2',  'in_progress', 'closed_by_person',     'agent',    does('luis', 'close')],
  ['B2',  'in_progress', 'closed_by_person',     'admin',    does('admin', 'close')],
  ['B3',  'active',      'confirmed',            'customer', saysYes],
  ['B3',  'active',      'confirmation_expired', 'system',   saysNothing],
  ['B3',  'idle',        'confirmation_expired', 'system',   saysNothing],
];
