import { attend, unattend } from '../../src/actions/agents/attendance';
import { removeAgent } from '../../src/actions/agents/remove-agent';
import type { Person } from '../../src/actions/desk';
import { setPresence } from '../../src/actions/routing/set-presence';
import { countAnew, sweepPresence } from '../../src/actions/time/sweep-presence';
import { tidy } from '../../src/actions/time/tidy';
import type { Ticket } from '../../src/domain/ticket';
import { activeWith, idleWith, PEDRO } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const SWEEP_EVERY = 5 * SECOND;

describe.each(databases())('live connections, on $name,', ({ create }) => {
  const house = freshDesk(create);
  /** Sockets of these people to these instances, beating as long as they are listed. */
  const live = new Map<string, readonly Person[]>();
  beforeEach(() => live.clear());

  /** To a desk that has swept all the while. */
  const connect = async (instance: string, ...people: readonly Person[]) => {
    await sweepPresence(house.desk);
    live.set(instance, [...(live.get(instance) ?? []), ...people]);
    await attend(house.desk, { instance, agentIds: people.map(({ id }) => id) });
  };
  const disconnect = async (instance: string, who: Person) => {
    live.set(
      instance,
      (live.get(instance) ?? []).filter(({ id }) => id !== who.id),
    );
    await unattend(house.desk, { instance, agentIds: [who.id] });
  };
  /** Time goes on with everything that the desk does in it; answers how many were set offline. */
  const pass = async (ms: number): Promise<number> => {
    let dropped = 0;
    for (let passed = 0; passed < ms; passed += SWEEP_EVERY) {
      house.clock.forward(SWEEP_EVERY);
      for (const [instance, people] of live)
        if (people.length > 0) await attend(house.desk, { instance, agentIds: people.map(({ id }) => id) });
      dropped += await sweepPresence(house.desk);
    }
    return dropped;
  };
  const now = async (who: Person) => (await house.desk.store.reads.agentsByIds([who.id]))[0]!;
  const releases = async ({ id }: Ticket) => (await house.events(id)).filter(({ cause }) => cause === 'assignee_unavailable');
  const spells = (who: Person) => house.desk.store.reads.presenceSpells(who.id, 0, house.clock.now() + 1);

  it('that end release their agent after the grace, once, and say why', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await connect('one', ana);
    await pass(MINUTE);
    await disconnect('one', ana);
    const gone = house.clock.now();
    expect(await pass(MINUTE - SWEEP_EVERY)).toBe(0);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
    expect(await now(ana)).toMatchObject({ presence: 'online', goneSince: gone });

    expect(await pass(SWEEP_EVERY)).toBe(1);
    expect(await now(ana)).toMatchObject({ presence: 'offline', presenceReason: 'no_connection', presenceSince: gone + MINUTE });
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', assigneeId: null });
    expect(await pass(10 * MINUTE)).toBe(0);
    const released = await releases(ticket);
    expect(released).toMatchObject([{ row: 'T5', actor: { kind: 'system' }, decision: { rule: 'assignee_unavailable' } }]);
    expect(released[0]?.decision?.facts).toMatchObject({
      assigneeId: ana.id,
      presence: 'offline',
      since: gone + MINUTE,
      noConnectionSince: gone,
    });
    expect(house.announced).toContainEqual({ name: 'agent.presence_changed', id: ana.id });
  });

  it('of an instance that died are gone once it has not beaten for a while', async () => {
    const ana = await house.agent('Ana');
    await connect('one', ana);
    await pass(MINUTE);
    live.clear();
    expect(await pass(100 * SECOND)).toBe(0);
    expect(await pass(10 * SECOND)).toBe(1);
  });

  it('that come back inside the grace move nothing, again and again', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    for (let times = 0; times < 4; times++) {
      await connect('one', ana);
      await pass(10 * SECOND);
      await disconnect('one', ana);
      await pass(50 * SECOND);
    }
    await connect('two', ana);
    expect(await pass(10 * MINUTE)).toBe(0);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', version: ticket.version });
    expect(await now(ana)).toMatchObject({ presence: 'online', goneSince: null });
  });

  it('to another instance are enough', async () => {
    const ana = await house.agent('Ana');
    await connect('one', ana);
    await connect('two', ana);
    await disconnect('one', ana);
    expect((await now(ana)).goneSince).toBeNull();
    expect(await pass(10 * MINUTE)).toBe(0);
    await disconnect('two', ana);
    expect(await pass(MINUTE)).toBe(1);
  });

  it('count only for who has had one: presence set by API alone stays', async () => {
    const [ana, luis] = [await house.agent('Ana'), await house.agent('Luis', 'away')];
    await connect('one', luis);
    await disconnect('one', luis);
    expect(await pass(5 * MINUTE)).toBe(0);
    expect([await now(ana), await now(luis)]).toMatchObject([{ presence: 'online' }, { presence: 'away' }]);
  });

  it('count for each online spell anew', async () => {
    const ana = await house.agent('Ana', 'offline');
    await connect('one', ana);
    await house.turn(ana, 'online');
    expect((await now(ana)).liveSince).toBe(house.clock.now());
    await disconnect('one', ana);
    await house.turn(ana, 'away');
    await house.turn(ana, 'online');
    expect(await now(ana)).toMatchObject({ liveSince: null, goneSince: null });
    expect(await pass(10 * MINUTE)).toBe(0);
  });

  it('count anew after a start, and when nobody looked for a while', async () => {
    const ana = await house.agent('Ana');
    await connect('one', ana);
    await disconnect('one', ana);
    expect(await pass(50 * SECOND)).toBe(0);
    await countAnew(house.desk);
    expect(await pass(MINUTE)).toBe(0);
    house.clock.forward(HOUR);
    expect(await sweepPresence(house.desk)).toBe(0);
    expect(await pass(MINUTE - SWEEP_EVERY)).toBe(0);
    expect(await pass(SWEEP_EVERY)).toBe(1);
  });

  it('are gone for as long as the setting says, and two sweeps at once release once', async () => {
    await house.set({ routing: { offlineGrace: 'PT10M' } });
    const ana = await house.agent('Ana');
    const [active, idle] = [await activeWith(house, ana, PEDRO), await idleWith(house, ana)];
    await connect('one', ana);
    await disconnect('one', ana);
    expect(await pass(10 * MINUTE - SWEEP_EVERY)).toBe(0);
    house.clock.forward(SWEEP_EVERY);
    const dropped = await Promise.all([sweepPresence(house.desk), sweepPresence(house.desk), sweepPresence(house.desk)]);
    expect(dropped.reduce((sum, one) => sum + one)).toBe(1);
    expect(await releases(active)).toHaveLength(1);
    expect(await house.ticket(idle.id)).toMatchObject({ status: 'idle', assigneeId: ana.id });
  });

  it('move no version of an agent, so that who edits one is not stale', async () => {
    const ana = await house.agent('Ana');
    const { version } = await now(ana);
    await connect('one', ana);
    await disconnect('one', ana);
    await pass(30 * SECOND);
    await connect('one', ana);
    await pass(30 * SECOND);
    expect((await now(ana)).version).toBe(version);
  });

  it('of an instance that died long ago are forgotten', async () => {
    const ana = await house.agent('Ana', 'offline');
    await connect('one', ana);
    house.clock.forward(HOUR);
    await tidy(house.desk);
    house.clock.forward(-HOUR);
    await house.turn(ana, 'online');
    expect((await now(ana)).liveSince).toBeNull();
  });

  it('leave spells behind: each presence and reason with its time, to the last', async () => {
    const ana = await house.agent('Ana');
    house.clock.forward(MINUTE);
    const say = (presence: 'away' | 'online', reason: string | null = null) =>
      setPresence(house.desk, { agentId: ana.id, presence, reason, by: ana });
    await say('away', 'lunch');
    await say('away', 'lunch');
    house.clock.forward(MINUTE);
    await say('away', 'a call');
    await connect('one', ana);
    await say('online');
    await disconnect('one', ana);
    await pass(MINUTE);
    await removeAgent(house.desk, { agentId: ana.id, by: house.admin });
    const told = (await spells(ana)).map(({ presence, reason, from, to }) => [presence, reason, to === null ? null : to - from]);
    expect(told).toEqual([
      ['offline', null, 0],
      ['online', null, MINUTE],
      ['away', 'lunch', MINUTE],
      ['away', 'a call', 0],
      ['online', null, MINUTE],
      ['offline', 'no_connection', 0],
    ]);
  });
});
