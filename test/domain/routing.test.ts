import fc from 'fast-check';
import type { Agent } from '../../src/domain/agent';
import { isOnline } from '../../src/domain/agent';
import { type Candidate, capacityOf, type Waiting } from '../../src/domain/eligible';
import { route } from '../../src/domain/routing';
import type { PartialSettings } from '../../src/domain/settings';
import { PRIORITIES, type Ticket } from '../../src/domain/ticket';
import { RUNS } from '../support/runs';
import { anAgent, aPolicy, aTicket, HOURS, MINUTES, NOON } from '../support/tickets';

const LATER = NOON + HOURS;
const candidate = (id: string, load = 0, about: Partial<Agent> = {}): Candidate => ({ agent: anAgent(id, about), load });
const waits = (about: Partial<Ticket> = {}, more: Partial<Waiting> & { settings?: PartialSettings } = {}): Waiting => {
  const { settings = {}, ...rest } = more;
  return { ticket: aTicket({ status: 'pending', ...about }), policy: aPolicy(settings), lastHandledBy: null, ...rest };
};
const whoGets = (waiting: readonly Waiting[], candidates: readonly Candidate[]) =>
  Object.fromEntries(route(waiting, candidates, LATER).given.map(({ ticketId, agentId }) => [ticketId, agentId]));
const notSticky: PartialSettings = { routing: { sticky: false } };

describe('which ticket comes first', () => {
  const oneSeat = [candidate('ana', 4)];

  it('takes the most urgent', () => {
    const all = PRIORITIES.map((priority) => waits({ id: priority, priority, statusSince: NOON - PRIORITIES.indexOf(priority) }));
    expect(whoGets(all, oneSeat)).toEqual({ urgent: 'ana' });
    expect(route(all, [candidate('ana', 1)], LATER).given.map(({ ticketId }) => ticketId)).toEqual(['urgent', 'high', 'medium', 'low']);
  });

  it('among equals, who has waited longest; at the same moment the lower number', () => {
    expect(whoGets([waits({ id: 'late', statusSince: NOON + 1 }), waits({ id: 'early', statusSince: NOON })], oneSeat)).toEqual({
      early: 'ana',
    });
    expect(whoGets([waits({ id: 'two', number: 2 }), waits({ id: 'one', number: 1 })], oneSeat)).toEqual({ one: 'ana' });
  });

  it('leaves the list it was given as it was', () => {
    const waiting = Object.freeze([waits({ id: 'low', priority: 'low' }), waits({ id: 'high', priority: 'high' })]);
    expect(Object.keys(whoGets(waiting, [candidate('ana')]))).toEqual(['high', 'low']);
  });
});

describe('which agent gets it', () => {
  it('is the one who has been without a new ticket for longest; the never routed first, then by id', () => {
    expect(whoGets([waits()], [candidate('ana', 0, { lastRoutedAt: 2 }), candidate('luis', 4, { lastRoutedAt: 1 })])).toEqual({
      't-1': 'luis',
    });
    expect(whoGets([waits()], [candidate('ana', 0, { lastRoutedAt: 1 }), candidate('luis')])).toEqual({ 't-1': 'luis' });
    expect(whoGets([waits()], [candidate('luis'), candidate('ana')])).toEqual({ 't-1': 'ana' });
    expect(whoGets([waits()], [candidate('ana'), candidate('luis')])).toEqual({ 't-1': 'ana' });
  });

  it('goes round: three tickets, three agents', () => {
    const three = ['a', 'b', 'c'].map((id, number) => waits({ id, number }, { settings: notSticky }));
    expect(whoGets(three, [candidate('ana'), candidate('luis'), candidate('eva')])).toEqual({ a: 'ana', b: 'eva', c: 'luis' });
  });

  it('goes on where the last round ended, also when the clock stands still', () => {
    const first = route([waits({ id: 'a' }), waits({ id: 'b', number: 2 })], [candidate('ana'), candidate('luis')], LATER);
    expect(first.agents.map(({ id, lastRoutedAt }) => [id, lastRoutedAt])).toEqual([
      ['ana', LATER],
      ['luis', LATER + 1],
    ]);
    const again = route(
      [waits({ id: 'c' })],
      first.agents.map((agent) => ({ agent, load: 1 })),
      LATER,
    );
    expect(again.given).toMatchObject([{ ticketId: 'c', agentId: 'ana' }]);
    expect(again.agents).toMatchObject([{ id: 'ana', lastRoutedAt: LATER + 2 }]);
  });

  it('is whoever handled the customer last, while sticky', () => {
    const desk = [candidate('ana'), candidate('luis', 4, { lastRoutedAt: NOON })];
    expect(whoGets([waits({}, { lastHandledBy: 'luis' })], desk)).toEqual({ 't-1': 'luis' });
    expect(whoGets([waits({ lastAssigneeId: 'luis' }, { lastHandledBy: 'ana' })], desk)).toEqual({ 't-1': 'luis' });
    expect(whoGets([waits({}, { lastHandledBy: 'luis', settings: notSticky })], desk)).toEqual({ 't-1': 'ana' });
  });

  it('is anybody else when that one is not there or has no room', () => {
    expect(whoGets([waits({ lastAssigneeId: 'gone' })], [candidate('ana')])).toEqual({ 't-1': 'ana' });
    expect(whoGets([waits({ lastAssigneeId: 'luis' })], [candidate('ana'), candidate('luis', 5)])).toEqual({ 't-1': 'ana' });
  });

  it('is the last assignee of a woken ticket, sticky or not', () => {
    const desk = [candidate('ana'), candidate('luis', 4, { lastRoutedAt: NOON })];
    const { given } = route([waits({ lastAssigneeId: 'luis' }, { woken: true, settings: notSticky })], desk, LATER);
    expect(given).toMatchObject([{ agentId: 'luis', decision: { rule: 'last_assignee' } }]);
  });

  it('is never who gave it back', () => {
    expect(whoGets([waits({ releasedFrom: 'ana', lastAssigneeId: 'ana' })], [candidate('ana'), candidate('luis', 4)])).toEqual({
      't-1': 'luis',
    });
    expect(whoGets([waits({ releasedFrom: 'ana' })], [candidate('ana')])).toEqual({});
  });

  it('is nobody under manual routing, and the others are not held up by it', () => {
    const manual = waits({ id: 'manual', priority: 'urgent' }, { settings: { routing: { strategy: 'manual' } } });
    expect(whoGets([manual, waits({ id: 'free' })], [candidate('ana', 4)])).toEqual({ free: 'ana' });
  });

  it('is nobody while nobody is there', () => {
    expect(route([waits()], [], LATER)).toEqual({
      given: [],
      agents: [],
      left: [
        {
          ticketId: 't-1',
          decision: { rule: 'nobody_free', facts: { priority: 'medium', waitingSince: NOON, online: 0 }, passedOver: [] },
        },
      ],
    });
  });
});

describe('capacity', () => {
  it('is the agent’s own, else the setting’s', () => {
    expect(capacityOf(anAgent('ana', { capacity: 2 }), aPolicy())).toBe(2);
    expect(capacityOf(anAgent('ana', { capacity: 0 }), aPolicy())).toBe(0);
    expect(capacityOf(anAgent('ana'), aPolicy())).toBe(5);
    expect(capacityOf(anAgent('ana'), aPolicy({ routing: { capacity: 1 } }))).toBe(1);
  });

  it('is filled to the last seat and no further', () => {
    const eight = Array.from({ length: 8 }, (_, at) => waits({ id: `t-${at}`, number: at }));
    expect(Object.keys(whoGets(eight, [candidate('ana', 2), candidate('luis', 0, { capacity: 1 })]))).toEqual(['t-0', 't-1', 't-2', 't-3']);
  });

  it('skips a full agent for a ticket, not the ticket after it', () => {
    const few = waits({ id: 'few' }, { settings: { routing: { capacity: 1 } } });
    expect(whoGets([few, waits({ id: 'many', number: 2 })], [candidate('ana', 1)])).toEqual({ many: 'ana' });
  });
});

describe('the decision says why', () => {
  it('names the rule, the facts and who was passed over', () => {
    const desk = [
      candidate('ana', 1, { lastRoutedAt: 1 }),
      candidate('luis', 5),
      candidate('eva', 0, { lastRoutedAt: 2 }),
      candidate('ivo'),
    ];
    const { given } = route([waits({ priority: 'high', releasedFrom: 'ivo', statusSince: NOON - MINUTES })], desk, LATER);
    expect(given[0]?.decision).toEqual({
      rule: 'round_robin',
      facts: { priority: 'high', waitingSince: NOON - MINUTES, load: 1, capacity: 5 },
      passedOver: [
        { agentId: 'luis', name: 'Luis', why: '5 of 5' },
        { agentId: 'eva', name: 'Eva', why: 'had a ticket more recently' },
        { agentId: 'ivo', name: 'Ivo', why: 'it was given back' },
      ],
    });
  });

  it('gives nothing to who is away, even who handled the customer last, and says since when by the desk’s clock on the wall', () => {
    const away = candidate('ana', 0, { presence: 'away', presenceSince: NOON });
    const settings: PartialSettings = { locale: { timeZone: 'Asia/Kolkata' } };
    const { given } = route([waits({ lastAssigneeId: 'ana' }, { settings })], [away, candidate('luis')], LATER);
    expect(given).toMatchObject([{ agentId: 'luis', decision: { passedOver: [{ agentId: 'ana', why: 'away since 17:30' }] } }]);
  });

  it('says of the others that they did not handle this customer', () => {
    const { given } = route([waits({ lastAssigneeId: 'luis' })], [candidate('ana'), candidate('luis')], LATER);
    expect(given[0]?.decision).toMatchObject({
      rule: 'sticky',
      passedOver: [{ agentId: 'ana', why: 'did not handle this customer last' }],
    });
  });
});

describe('whatever waits and whoever is there', () => {
  const anyWaiting = fc.array(
    fc.record({
      priority: fc.constantFrom(...PRIORITIES),
      statusSince: fc.integer({ min: 0, max: 50 }),
      releasedFrom: fc.constantFrom(null, 'a0', 'a1'),
      lastAssigneeId: fc.constantFrom(null, 'a0', 'a1', 'a2'),
    }),
    { maxLength: 20 },
  );
  const anyDesk = fc.array(
    fc.record({
      load: fc.integer({ min: 0, max: 6 }),
      capacity: fc.option(fc.integer({ min: 0, max: 6 })),
      lastRoutedAt: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { maxLength: 5 },
  );

  it('gives a ticket once, to no one above capacity, and leaves none waiting that somebody could have', () => {
    fc.assert(
      fc.property(anyWaiting, anyDesk, fc.boolean(), (tickets, agents, sticky) => {
        const waiting = tickets.map((about, at) => waits({ ...about, id: `t${at}`, number: at }, { settings: { routing: { sticky } } }));
        const desk = agents.map(({ load, ...about }, at) => candidate(`a${at}`, load, about));
        const { given } = route(waiting, desk, LATER);

        expect(new Set(given.map(({ ticketId }) => ticketId)).size).toBe(given.length);
        const room = desk.map(({ agent, load }) => ({
          agent,
          left: capacityOf(agent, aPolicy()) - load - given.filter(({ agentId }) => agentId === agent.id).length,
        }));
        for (const { agent, left } of room) expect(left >= 0 || given.every(({ agentId }) => agentId !== agent.id)).toBe(true);
        const unserved = waiting.filter(({ ticket }) => given.every(({ ticketId }) => ticketId !== ticket.id));
        expect(unserved.flatMap(({ ticket }) => room.filter(({ agent, left }) => left > 0 && agent.id !== ticket.releasedFrom))).toEqual(
          [],
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('is fair: with room for all, nobody is two tickets ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }), (people, rounds) => {
        let agents = Array.from({ length: people }, (_, at) => anAgent(`a${at}`, { capacity: 1000 }));
        const got = new Map(agents.map(({ id }) => [id, 0]));
        for (const [round, many] of rounds.entries()) {
          const waiting = Array.from({ length: many }, (_, at) => waits({ id: `${round}-${at}`, number: at }, { settings: notSticky }));
          const routed = route(
            waiting,
            agents.map((agent) => ({ agent, load: 0 })),
            LATER + round,
          );
          for (const { agentId } of routed.given) got.set(agentId, (got.get(agentId) ?? 0) + 1);
          agents = agents.map((agent) => routed.agents.find(({ id }) => id === agent.id) ?? agent);
        }
        expect(Math.max(...got.values()) - Math.min(...got.values())).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });
});

it('calls online who is online and not removed', () => {
  expect(
    [
      anAgent('a'),
      anAgent('a', { presence: 'away' }),
      anAgent('a', { presence: 'offline' }),
      anAgent('a', { removedAt: NOON }),
      undefined,
    ].map(isOnline),
  ).toEqual([true, false, false, false, false]);
});
