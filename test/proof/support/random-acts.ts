import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../http/support/client';
import type { Dice } from './dice';

type Act = (dice: Dice, who: Client, ticketId: string, staff: readonly Client[]) => Promise<{ readonly status: number }>;

const on = (id: string, verb: string) => `/tickets/${id}/${verb}`;
const PRESENCE = ['online', 'online', 'online', 'away', 'offline'] as const;
const FOR = ['PT1S', 'PT2S', 'PT1H'] as const;

// biome-ignore format: a table is read in columns
const ACTS: readonly Act[] = [
  (dice, who, id, staff) => who.post(on(id, 'assign'), { agentId: dice.pick(staff).id }),
  (dice, who, id, staff) => who.post(on(id, 'transfer'), { agentId: dice.pick(staff).id, note: dice.pick([null, 'please']) }),
  (_dice, who, id)       => who.post(on(id, 'take')),
  (_dice, who, id)       => who.post(on(id, 'release')),
  (_dice, who, id)       => who.post(on(id, 'in-progress')),
  (dice, who, id)        => who.post(on(id, 'snooze'), dice.pick([{ for: dice.pick(FOR) }, { untilReply: true }])),
  (_dice, who, id)       => who.post(on(id, 'wake')),
  (_dice, who, id)       => who.post(on(id, 'close')),
  (_dice, who, id)       => who.post(on(id, 'reopen')),
  (_dice, who, id)       => who.post(on(id, 'read')),
  (_dice, who, id)       => who.post(on(id, 'notes'), { text: 'mind this one' }),
  (dice, who, id)        => who.post(on(id, 'messages'), { content: { type: 'text', text: `answer ${dice.below(1e9)}` } }),
  (dice, who, id)        => who.post(on(id, 'messages'), { content: { type: 'text', text: `answer ${dice.below(1e9)}` } }),
  (dice, who, id)        => who.patch(`/tickets/${id}`, { priority: dice.pick(['low', 'urgent']), excludeFromClosing: dice.next() < 0.3 }),
  (dice, who, id)        => who.patch(`/tickets/${id}`, { stage: dice.pick(['open', 'closed']) }),
  (dice, who)            => who.put('/me/presence', { presence: dice.pick(PRESENCE) }),
  (dice, who)            => who.post('/tickets', { chatId: dice.pick(chatsOf(who)), content: { type: 'text', text: 'may I help?' } }),
];

const SEEN = 60;
const seen = new WeakMap<Client, { readonly tickets: readonly { readonly id: string; readonly chatId: string }[]; uses: number }>();
const chatsOf = (who: Client): string[] => seen.get(who)?.tickets.map(({ chatId }) => chatId) ?? [];

/** Somebody does something to one of the tickets that they saw lately; answers the status. */
export async function randomAct(dice: Dice, who: Client, staff: readonly Client[]): Promise<number> {
  const tickets = await look(who);
  if (tickets.length === 0) return nothingYet();
  const { status } = await dice.pick(ACTS)(dice, who, dice.pick(tickets).id, staff);
  return status;
}

async function look(who: Client) {
  const known = seen.get(who);
  if (known && known.uses++ < 20) return known.tickets;
  const { body } = await who.get(`/tickets?limit=${SEEN}`);
  seen.set(who, { tickets: body.data, uses: 0 });
  return body.data as { readonly id: string; readonly chatId: string }[];
}

async function nothingYet(): Promise<number> {
  await pause(50);
  return 204;
}

/** Settings under which time does a lot within seconds, and others. */
const SETTINGS: readonly object[] = [
  { timers: { idleAfter: 'PT1S', idleCloseAfter: 'PT2S', inProgressAfter: 'PT2S' } },
  { timers: { idleAfter: 'PT2S', idleCloseAfter: null, idleReminderBefore: null, closeUnassignedAfter: 'PT3S' } },
  { timers: { idleCloseAfter: 'PT3S', idleReminderBefore: 'PT1S', autoCloseAfter: 'PT5S' }, texts: { reminder: 'Are you still there?' } },
  { timers: { idleAfter: 'PT30M', autoCloseAfter: 'P7D', closeUnassignedAfter: null, inProgressAfter: null } },
  { routing: { strategy: 'manual' } },
  { routing: { strategy: 'round_robin', capacity: 3, sticky: false, keepOnAway: true } },
  { routing: { strategy: 'round_robin', capacity: 8, sticky: true, keepOnAway: false } },
  { policy: { reopenWithin: 'PT1H', autoAssignOnReply: false, agentsMayTakeOver: true, agentsMayReopen: true } },
  { policy: { reopenWithin: null, autoAssignOnReply: true, agentsMayTakeOver: false, wakeOnReply: false, keepExclusion: true } },
  { policy: { agentsSee: 'own' } },
  { policy: { agentsSee: 'all', agentsMayClose: true, wakeOnReply: true } },
];

/** An admin changes the settings, and waits a little before the next time. */
export async function shake(dice: Dice, admin: Client): Promise<number> {
  const { status } = await admin.patch('/settings', dice.pick(SETTINGS));
  await pause(100 + dice.below(200));
  return status;
}

/** Settings under which time does nothing and nobody is given anything. */
export async function calm(admin: Client): Promise<void> {
  const timers = {
    idleAfter: null,
    idleCloseAfter: null,
    idleReminderBefore: null,
    autoCloseAfter: null,
    inProgressAfter: null,
    closeUnassignedAfter: null,
  };
  await admin.patch('/settings', { timers, routing: { strategy: 'manual' } });
}
