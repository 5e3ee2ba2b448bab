import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('leave no hole where a fact is missing', () => {
    const around = { customer: 'Elena', moment: () => '14:02', nameOf: () => 'Ana', stageOf: () => 'Open' };
    const bare = {
      ticketId: 't',
      seq: 1,
      row: null,
      actor: { kind: 'system', id: null, name: null },
      at: NOON,
      status: null,
      stage: null,
      assignee: null,
      decision: null,
      data: null,
    } as const;
    for (const key of Object.keys(SENTENCES)) {
      const [type = '', cause = ''] = key.split('.');
      const [line] = storyOf([{ ...bare, type: type as 'created', cause }], around);
      expect([key, line?.says]).toEqual([key, expect.not.stringMatching(/undefined|null|NaN| {2}| \.|^\W/)]);
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
      aTicket({ status: 'idle', confirmAskedAt: NOON }),
      aTicket({ status: 'in_progress' }),
      aTicket({ status: 'pending' }),
      aSnoozedTicket(),
    ];
    const said = tickets.flatMap((ticket) => nextOf(ticket, policy, NOON - HOURS, () => '14:02'));
    expect([...new Set(said.map(({ kind }) => kind))].sort()).toEqual([...TIMERS].sort());
    for (const { says } of said) expect(says).toMatch(/^It [a-z ]+ in [\w ]+, at 14:02, unless something happens before\.$/);
  });
});
