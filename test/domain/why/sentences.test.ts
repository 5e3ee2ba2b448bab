import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raise } from '../../../src/domain/alarms';
import type { TicketEvent } from '../../../src/domain/events';
import type { Policy } from '../../../src/domain/policy';
import { TIMERS } from '../../../src/domain/time';
import { CAUSES } from '../../../src/domain/transitions';
import { SENTENCES } from '../../../src/domain/why/sentences';
import { nextOf, storyOf } from '../../../src/domain/why/story';
import { aPolicy, aSnoozedTicket, aTicket, HOURS, NOON } from '../../support/tickets';

const SOURCES = ['src/domain', 'src/actions'].flatMap((room) => filesIn(room));

function filesIn(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8'));
}

const causes = [
  ...new Set([...CAUSES, ...SOURCES.flatMap((text) => [...text.matchAll(/cause: '([a-z_]+)'/g)].map(([, cause]) => cause ?? ''))]),
];

const around = { customer: 'Elena', moment: () => '14:02', nameOf: () => 'Ana', stageOf: () => 'Open' };

const bare: TicketEvent = {
  ticketId: 't',
  seq: 1,
  row: null,
  type: 'decided',
  cause: 'bot_silenced',
  actor: { kind: 'system', id: null, name: null },
  at: NOON,
  status: null,
  stage: null,
  assignee: null,
  decision: null,
  data: null,
};

const told = (event: Partial<TicketEvent>): string => storyOf([{ ...bare, ...event }], around)[0]?.says ?? '';

describe('the sentences of a story', () => {
  it('there is one for every cause that the desk writes', () => {
    expect(causes).toEqual(expect.arrayContaining(['customer_wrote', 'confirmed', 'agent_removed']));
    const known = Object.keys(SENTENCES).map((key) => key.split('.')[1]);
    expect(causes.filter((cause) => !known.includes(cause))).toEqual([]);
  });

  it('say since when somebody had no connection whom the desk set offline', () => {
    const facts = { assigneeId: 'ana', presence: 'offline', since: NOON, noConnectionSince: NOON - HOURS };
    const around = {
      customer: 'Elena',
      moment: (at: number) => (at === NOON ? '12:00' : '11:00'),
      nameOf: () => 'Ana',
      stageOf: () => 'Open',
    };
    const event = {
      ticketId: 't',
      seq: 1,
      row: 'T5',
      type: 'status_changed',
      cause: 'assignee_unavailable',
      actor: { kind: 'system', id: null, name: null },
      at: NOON,
      status: { from: 'active', to: 'pending' },
      stage: null,
      assignee: { from: 'ana', to: null },
      decision: { rule: 'assignee_unavailable', facts },
      data: null,
    } as const;
    expect(storyOf([event], around)[0]?.says).toBe('Ana had no connection to the desk since 11:00, so it went back to the queue.');
  });

  it('tell what a ticket waits for also when its event had a reason of its own', () => {
    const facts = { assigneeId: 'ana', presence: 'offline', since: NOON, waits: 'outside_hours' };
    const passedOver = [{ agentId: 'luis', name: 'Luis', why: 'outside working hours until Mon 08:00' }];
    const says = told({
      type: 'status_changed',
      cause: 'assignee_unavailable',
      decision: { rule: 'assignee_unavailable', facts, passedOver },
    });
    expect(says).toBe(
      'Ana was offline since 14:02, so it went back to the queue. It waits for working hours. Passed over: Luis (outside working hours until Mon 08:00).',
    );
  });

  it('say since when a ticket waited that the alarm of the queue was raised for', () => {
    const policy = aPolicy({ routing: { queueAlarmAfter: 'PT10M' } });
    const [event] = raise(
      aTicket({ status: 'pending' }),
      { kind: 'queue_alarm', dueAt: NOON, about: 'queue', since: NOON },
      policy,
      NOON,
    ).events;
    expect(event && told(event)).toBe('Alarm: it had waited in the queue since 14:02, longer than 10 minutes.');
  });

  it('leave no hole where a fact is missing', () => {
    for (const key of Object.keys(SENTENCES)) {
      const [type = '', cause = ''] = key.split('.');
      expect([key, told({ type: type as 'created', cause })]).toEqual([key, expect.not.stringMatching(/undefined|null|NaN| {2}| \.|^\W/)]);
    }
  });

  it('say what time will do, whichever timer it is', () => {
    const policy: Policy = aPolicy({
      timers: {
        idleCloseAfter: 'PT2H',
        idleReminderBefore: 'PT20M',
        inProgressAfter: 'P1D',
        closeUnassignedAfter: 'PT4H',
        confirmCloseAfter: 'PT1H',
      },
      texts: { reminder: 'There?' },
    });
    const tickets = [
      aTicket({ idleFrom: NOON }),
      aTicket({ status: 'idle', confirmAskedAt: NOON, confirmSentAt: NOON }),
      aTicket({ status: 'in_progress' }),
      aTicket({ status: 'pending' }),
      aSnoozedTicket(),
    ];
    const said = tickets.flatMap((ticket) => nextOf(ticket, policy, NOON - HOURS, () => '14:02'));
    expect([...new Set(said.map(({ kind }) => kind))].sort()).toEqual([...TIMERS].sort());
    for (const { says } of said) expect(says).toMatch(/^It [a-z ]+ in [\w ]+, at 14:02, unless something happens before\.$/);
  });
});
