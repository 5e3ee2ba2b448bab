import type { Desk, Person } from '../../src/actions/desk';
import { changePreferences } from '../../src/actions/personal/preferences';
import { pushKeys } from '../../src/actions/pushing/push-keys';
import { subscribe, unsubscribe } from '../../src/actions/pushing/push-subscriptions';
import { openPushing, type Pushing } from '../../src/actions/pushing/pushing';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { takeTicket } from '../../src/actions/tickets/take-ticket';
import { writeNote } from '../../src/actions/tickets/write-note';
import { saveTargets } from '../../src/actions/workspace/save-targets';
import { memoryBus } from '../../src/platform/bus-memory';
import type { PushEnd, PushTarget, VapidKeys } from '../../src/ports/push';
import { answers, hears, MARIA, PEDRO, wait } from '../support/acts';
import { databases, quiet } from '../support/database';
import { MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const NEVER = Number.MAX_SAFE_INTEGER;
const KEYS = { p256dh: 'p', auth: 'a' };

describe.each(databases())('a push, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let sent: { to: PushTarget; keys: VapidKeys; payload: Record<string, unknown> }[];
  let end: PushEnd;
  let watching: Set<string>;
  let pushing: Pushing;
  let ana: Person;
  beforeEach(async () => {
    [sent, end, watching] = [[], 'sent', new Set()];
    Object.assign(house.desk, { bus: memoryBus({ log: quiet }) } satisfies Partial<Desk>);
    ana = await house.agent('Ana');
    await house.set({ routing: { strategy: 'manual' } });
    await wanted(ana, 'https://push.example.com/ana');
    listen();
  });

  function listen() {
    const push = {
      send: async (to: PushTarget, keys: VapidKeys, { payload }: { payload: string }) => {
        sent.push({ to, keys, payload: JSON.parse(payload) });
        return end;
      },
    };
    pushing = openPushing({ desk: house.desk, push, isWatching: (id) => watching.has(id) });
  }
  afterEach(() => pushing.stop());

  async function wanted(who: Person, endpoint: string) {
    await house.desk.store.atomically((tx) =>
      tx.addSession({
        id: `session of ${who.id}`,
        agentId: who.id,
        createdAt: 0,
        expiresAt: NEVER,
        browser: null,
        address: null,
        seenAt: null,
      }),
    );
    await subscribe(house.desk, { by: who, endpoint, keys: KEYS });
    await changePreferences(house.desk, { by: who, patch: { pushNotifications: true } });
  }
  const given = async (phone = MARIA) => {
    const ticket = await hears(house, phone);
    await assignTicket(house.desk, { ticketId: ticket.id, agentId: ana.id, by: house.admin });
    return ticket;
  };
  const kinds = async () => {
    await pushing.settled();
    return sent.splice(0).map(({ payload }) => payload.kind);
  };

  it('tells of a ticket that somebody gave, and no word of what was said', async () => {
    const { id, number } = await given();
    await pushing.settled();
    const { publicKey } = await pushKeys(house.desk);
    expect(sent).toEqual([
      {
        to: { endpoint: 'https://push.example.com/ana', keys: KEYS },
        keys: { publicKey, privateKey: expect.stringMatching(/^[\w-]{43}$/) },
        payload: { kind: 'assigned', ticketId: id, number, contactName: 'Cus Tomer' },
      },
    ]);
  });

  it('tells of a ticket that routing gave', async () => {
    await house.set({ routing: { strategy: 'round_robin' } });
    await hears(house);
    expect(await kinds()).toEqual(['assigned']);
  });

  it('tells of what the customer writes, and not of what a colleague or the agent does', async () => {
    const ticket = await given();
    await kinds();
    house.clock.forward(10_000);
    await hears(house, MARIA, 'are you there?');
    expect(await kinds()).toEqual(['message']);
    house.clock.forward(10_000);
    await answers(house, ticket, ana);
    await answers(house, ticket, house.admin);
    expect(await kinds()).toEqual([]);
  });

  it('tells whose answer is due soon, and missed', async () => {
    await saveTargets(house.desk, {
      targets: [{ teamId: null, priority: null, firstAnswer: 'PT1H', nextAnswer: null, resolution: null }],
    });
    await given();
    await hears(house, PEDRO);
    await kinds();
    await wait(house, 45 * MINUTE);
    expect(await kinds()).toEqual(['due']);
    await wait(house, 15 * MINUTE);
    expect(await kinds()).toEqual(['due']);
  });

  it('tells whom a note names, unless the ticket went out of their sight', async () => {
    const luis = await house.agent('Luis');
    const { id } = await hears(house);
    await writeNote(house.desk, { ticketId: id, by: luis, text: '@Ana look', mentions: [ana.id] });
    expect(await kinds()).toEqual(['mention']);
    house.clock.forward(10_000);
    await house.set({ policy: { agentsSee: 'own' } });
    house.desk.bus.announce([{ name: 'mention.created', id: 'a note', ticketId: id, to: ana.id }]);
    expect(await kinds()).toEqual([]);
  });

  it('is not for a ticket that the agent took', async () => {
    const ticket = await given();
    await kinds();
    house.clock.forward(10_000);
    await releaseTicket(house.desk, { ticketId: ticket.id, by: house.admin });
    await takeTicket(house.desk, { ticketId: ticket.id, by: ana });
    expect(await kinds()).toEqual([]);
  });

  it('comes once in ten seconds for one ticket', async () => {
    await given();
    expect(await kinds()).toEqual(['assigned']);
    await given(PEDRO);
    await hears(house, PEDRO, 'one');
    await hears(house, PEDRO, 'two');
    await hears(house, PEDRO, 'three');
    expect(await kinds()).toEqual(['assigned']);
    house.clock.forward(9_999);
    await hears(house, PEDRO, 'four');
    expect(await kinds()).toEqual([]);
    house.clock.forward(1);
    await hears(house, PEDRO, 'five');
    expect(await kinds()).toEqual(['message']);
  });

  it('is not for who looks, nor for who has it switched off', async () => {
    watching.add(ana.id);
    await given();
    expect(await kinds()).toEqual([]);
    watching.clear();
    await changePreferences(house.desk, { by: ana, patch: { pushNotifications: false } });
    await hears(house, MARIA, 'hello?');
    expect(await kinds()).toEqual([]);
    await changePreferences(house.desk, { by: ana, patch: { pushNotifications: true } });
    await hears(house, MARIA, 'hello??');
    expect(await kinds()).toEqual(['message']);
  });

  it('forgets a browser that its push service has forgotten', async () => {
    end = 'gone';
    await given();
    expect(await kinds()).toEqual(['assigned']);
    expect(await house.desk.store.reads.pushSubscriptions([ana.id], house.clock.now())).toEqual([]);
  });

  it('goes to the browser\u2019s newest person, until they say no more', async () => {
    const luis = await house.agent('Luis');
    await wanted(luis, 'https://push.example.com/ana');
    await unsubscribe(house.desk, { by: ana, endpoint: 'https://push.example.com/ana' });
    expect((await house.desk.store.reads.pushSubscriptions([ana.id, luis.id], house.clock.now())).map(({ agentId }) => agentId)).toEqual([
      luis.id,
    ]);
    await unsubscribe(house.desk, { by: luis, endpoint: 'https://push.example.com/ana' });
    expect(await house.desk.store.reads.anyPushSubscription()).toBe(false);
  });

  it('goes to the twenty newest browsers of a person', async () => {
    for (let n = 0; n < 21; n++) {
      house.clock.forward(1);
      await subscribe(house.desk, { by: ana, endpoint: `https://push.example.com/${n}`, keys: KEYS });
    }
    const kept = await house.desk.store.reads.pushSubscriptions([ana.id], house.clock.now());
    expect([kept.length, kept.some(({ endpoint }) => endpoint.endsWith('/ana'))]).toEqual([20, false]);
    expect(kept.every(({ keys }) => keys.startsWith('v1.'))).toBe(true);
  });

  it('is signed by one pair of keys, whoever asks first', async () => {
    const [one, other] = await Promise.all([pushKeys(house.desk), pushKeys(house.desk)]);
    expect(one).toEqual(other);
    expect([Buffer.from(one.publicKey, 'base64url').length, one.privateKey.startsWith('v1.')]).toEqual([65, true]);
  });
});
