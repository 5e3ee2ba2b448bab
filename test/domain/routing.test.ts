import fc from 'fast-check';
import type { Agent } from '../../src/domain/agent';
import { isOnline } from '../../src/domain/agent';
import { type Candidate, capacityOf, type Waiting } from '../../src/domain/eligible';
import { route, whyWaiting } from '../../src/domain/routing';
import type { PartialSettings } from '../../src/domain/settings';
import type { Team } from '../../src/domain/team';
import { PRIORITIES, type Ticket } from '../../src/domain/ticket';
import { daily, office } from '../support/hours';
import { RUNS } from '../support/runs';
import { anAgent, aPolicy, aTicket, DAYS, HOURS, MINUTES, NOON } from '../support/tickets';

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

describe('teams', () => {
  const support: Team = { id: 'support', name: 'Support', hours: null, createdAt: NOON, updatedAt: NOON, deletedAt: null, version: 1 };
  const night: Team = { ...support, id: 'night', name: 'Night', hours: daily('UTC', '22:00-06:00') };
  const inTeam = (teamId: string | null, about: Partial<Ticket> = {}, settings: PartialSettings = {}): Waiting => {
    const teams = new Map([support, night].map((team) => [team.id, team]));
    return { ...waits({ teamId, ...about }), policy: { ...aPolicy(settings), teams } };
  };
  const ana = candidate('ana', 0, { teamIds: ['support'] });

  it('get their own tickets, and those of no team or of one that is gone', () => {
    const tickets = ['support', 'night', 'gone', null].map((teamId, at) => inTeam(teamId, { id: `of ${teamId}`, number: at }));
    expect(whoGets(tickets, [ana])).toEqual({ 'of support': 'ana', 'of gone': 'ana', 'of null': 'ana' });
    expect(whoGets([inTeam('support')], [candidate('luis')])).toEqual({});
  });

  it('leave out who is in another, also who handled the customer last', () => {
    const luis = candidate('luis', 0, { teamIds: ['night'] });
    const { given } = route([inTeam('support', { lastAssigneeId: 'luis' })], [ana, luis], LATER);
    expect(given[0]).toMatchObject({
      agentId: 'ana',
      decision: { rule: 'round_robin', facts: { team: 'Support' }, passedOver: [{ agentId: 'luis', why: 'not in the team Support' }] },
    });
  });

  it('work in their hours, else in those of the workspace', () => {
    const officeHours: PartialSettings = { routing: { hours: office('UTC', { sat: ['12:00-13:00'] }) } };
    const late = [candidate('ana', 0, { teamIds: ['support', 'night'] })];
    const at = (now: number, one: Waiting) => route([one], late, now).given.length;
    expect([NOON - 1, NOON, NOON + HOURS - 1, NOON + HOURS].map((now) => at(now, inTeam('support', {}, officeHours)))).toEqual([
      0, 1, 1, 0,
    ]);
    expect([NOON - 1, NOON, NOON + HOURS - 1, NOON + HOURS].map((now) => at(now, inTeam(null, {}, officeHours)))).toEqual([0, 1, 1, 0]);
    expect([NOON, NOON + 10 * HOURS, NOON + 18 * HOURS].map((now) => at(now, inTeam('night', {}, officeHours)))).toEqual([0, 1, 0]);
    expect(at(NOON + DAYS, inTeam('support'))).toBe(1);
  });

  it('say until when they are off work, by the clocks of the workspace', () => {
    const settings: PartialSettings = { locale: { timeZone: 'Asia/Kolkata' } };
    const away = candidate('luis', 0, { presence: 'away', presenceSince: NOON - 20 * HOURS, teamIds: ['night'] });
    const { left } = route([inTeam('night', {}, settings)], [candidate('ana', 0, { teamIds: ['night'] }), away], NOON);
    expect(left).toEqual([
      {
        ticketId: 't-1',
        decision: {
          rule: 'outside_hours',
          facts: { priority: 'medium', waitingSince: NOON, teamId: 'night', team: 'Night', opensAt: NOON + 10 * HOURS },
          passedOver: [
            { agentId: 'ana', name: 'Ana', why: 'outside working hours until Sun 03:30' },
            { agentId: 'luis', name: 'Luis', why: 'away since Fri 21:30' },
          ],
        },
      },
    ]);
    const never = { ...inTeam(null), policy: aPolicy({ routing: { hours: daily('UTC') } }) };
    expect(route([never], [ana], NOON).left[0]?.decision).toMatchObject({
      facts: { opensAt: null },
      passedOver: [{ why: 'outside working hours' }],
    });
  });
});

describe('the least busy', () => {
  const settings: PartialSettings = { routing: { strategy: 'least_busy', sticky: false } };
  const leastBusy = (...desk: Candidate[]) => route([waits({}, { settings })], desk, LATER).given[0];

  it('is who has the smallest share of what they can hold, then who has been without a new ticket for longest', () => {
    expect(leastBusy(candidate('ana', 3, { capacity: 10 }), candidate('luis', 2))).toMatchObject({
      agentId: 'ana',
      decision: { rule: 'least_busy', facts: { load: 3, capacity: 10 }, passedOver: [{ agentId: 'luis', why: 'busier: 2 of 5' }] },
    });
    const last = candidate('ana', 2, { lastRoutedAt: 9 });
    expect(leastBusy(last, candidate('luis', 4, { capacity: 10, lastRoutedAt: 5 }))).toMatchObject({
      agentId: 'luis',
      decision: { passedOver: [{ agentId: 'ana', why: 'had a ticket more recently' }] },
    });
  });

  it('counts what it has just given', () => {
    const four = Array.from({ length: 4 }, (_, at) => waits({ id: `t${at}`, number: at }, { settings }));
    expect(whoGets(four, [candidate('ana', 0, { capacity: 9 }), candidate('luis', 0, { capacity: 3 })])).toEqual({
      t0: 'ana',
      t1: 'luis',
      t2: 'ana',
      t3: 'ana',
    });
  });
});

describe('patience for the agent who handled the customer last', () => {
  const patient: PartialSettings = { routing: { stickyPatience: 'PT10M' } };
  const full = candidate('luis', 5);
  const later = (minutes: number, desk: readonly Candidate[], about: Partial<Ticket> = {}, settings = patient) =>
    route([waits({ lastAssigneeId: 'luis', ...about }, { settings })], desk, NOON + minutes * MINUTES);

  it('keeps a ticket from the others while that one is full, and says so', () => {
    expect(later(9.99, [candidate('ana'), full])).toMatchObject({
      given: [],
      left: [
        {
          decision: {
            rule: 'waits_for_last_agent',
            facts: { lastAgentId: 'luis', lastAgent: 'Luis', patienceUntil: NOON + 10 * MINUTES },
            passedOver: [
              { agentId: 'ana', why: 'it waits for Luis until 12:10' },
              { agentId: 'luis', why: '5 of 5' },
            ],
          },
        },
      ],
    });
    expect(later(10, [candidate('ana'), full]).given).toMatchObject([{ agentId: 'ana' }]);
  });

  it('goes to that one as soon as there is room', () => {
    expect(later(5, [candidate('ana'), candidate('luis', 4)]).given).toMatchObject([{ agentId: 'luis', decision: { rule: 'sticky' } }]);
  });

  it('is none for who is away, gave it back, or is nobody; nor where customers do not stick', () => {
    const away = candidate('luis', 5, { presence: 'away' });
    expect(later(5, [candidate('ana'), away]).given).toMatchObject([{ agentId: 'ana' }]);
    expect(later(5, [candidate('ana')]).given).toMatchObject([{ agentId: 'ana' }]);
    expect(later(5, [candidate('ana'), full], { releasedFrom: 'luis' }).given).toMatchObject([{ agentId: 'ana' }]);
    const loose = { routing: { ...patient.routing, sticky: false } };
    expect(later(5, [candidate('ana'), full], {}, loose).given).toMatchObject([{ agentId: 'ana' }]);
  });

  it('is not the reason when nobody else has room either', () => {
    expect(later(5, [full]).left).toMatchObject([{ decision: { rule: 'nobody_free', facts: { online: 1 } } }]);
  });

  it('holds up no other ticket', () => {
    const other = waits({ id: 'other', number: 2 }, { settings: patient });
    const { given } = route([waits({ lastAssigneeId: 'luis' }, { settings: patient }), other], [candidate('ana', 4), full], NOON);
    expect(given).toMatchObject([{ ticketId: 'other', agentId: 'ana' }]);
  });
});

describe('why a ticket waits', () => {
  it('is told for each, also for what somebody could have at once', () => {
    const manual = waits({ id: 'manual' }, { settings: { routing: { strategy: 'manual' } } });
    const why = whyWaiting([waits({ id: 'first' }), waits({ id: 'second', number: 2 }), manual], [candidate('ana', 4)], LATER);
    expect(Object.fromEntries(why.map(({ ticketId, decision }) => [ticketId, decision.rule]))).toEqual({
      first: 'about_to_be_given',
      second: 'nobody_free',
      manual: 'manual',
    });
  });

  it('names no more agents than anybody would read', () => {
    const crowd = Array.from({ length: 80 }, (_, at) => candidate(`a${at}`, 5));
    expect(route([waits()], crowd, LATER).left[0]?.decision.passedOver).toHaveLength(50);
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
