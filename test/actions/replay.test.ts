import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { askReplay } from '../../src/actions/replay/ask-replay';
import { replayPeriod } from '../../src/actions/replay/replay-period';
import { worldOf } from '../../src/actions/replay/world';
import { tidy } from '../../src/actions/time/tidy';
import { readConfig } from '../../src/config';
import type { TicketEvent } from '../../src/domain/events';
import { bothWays } from '../../src/domain/replay/both';
import { firedBy } from '../../src/domain/replay/kinds-of-event';
import type { ChatRecord } from '../../src/domain/replay/record';
import { replayChat } from '../../src/domain/replay/replay';
import type { Ticket } from '../../src/domain/ticket';
import { openStoreToLook } from '../../src/house';
import { plan, replay } from '../../src/policy-commands';
import { runKey } from '../../src/timers/errands';
import { withDice } from '../proof/support/dice';
import { deskWithRows } from '../proof/support/rows-of-desk';
import { figure, sized } from '../proof/support/size';
import { answers, hears, MARIA, PEDRO, wait } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { DAY, MINUTE, says, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { anyHistory } from '../support/histories';

const HISTORIES = sized(1, 8);
const ACTS = sized(60, 200);

/** What a replay must reproduce: statuses, stages and assignees, with their moments and causes. */
const shown = (events: readonly TicketEvent[]): string[] =>
  events
    .filter(({ status, stage, assignee }) => status !== null || stage !== null || assignee !== null)
    .map(({ ticketId, cause, at, status, stage, assignee }) => `${ticketId} ${cause} ${at} ${JSON.stringify([status, stage, assignee])}`);

function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Where a ticket stood is known; that time took it there is not. */
const untold = (event: TicketEvent): TicketEvent => (firedBy(event) === null ? event : { ...event, cause: 'untold', decision: null });

describe.each(databases().slice(0, 1))('whatever happened, under the rules of then, on $name,', ({ create }) => {
  const house = freshDesk(create);

  async function eachChat(look: (record: ChatRecord, given: Parameters<typeof replayChat>[0], until: number) => number): Promise<void> {
    const period = { from: house.clock.now() - 400 * DAY, to: house.clock.now() + 1 };
    const world = await worldOf(house.desk, period);
    const { records } = await house.desk.store.reads.walkChats('', 1_000, period);
    let events = 0;
    for (const record of records)
      events += look(record, { record, staff: world.staff, rules: world.rulesOf(record.chat.channelId, null) }, period.to);
    expect(events).toBeGreaterThan(records.length);
    figure(`replay: ${events} changes of ${records.length} chats, none otherwise`);
  }

  it(
    'is what a replay says, also when the desk was down',
    () =>
      withDice(async (dice) => {
        for (let history = 0; history < HISTORIES; history++) await anyHistory(house, dice, { acts: ACTS, downtime: 0.3 });
        await eachChat((record, given, until) => {
          const { before, after, unclear } = atOnce(bothWays(record, { ...given, otherwise: given.rules, until, usualWait: 0 }));
          expect(shown(atOnce(replayChat(given, { until, free: null })).events)).toEqual(shown(record.events));
          expect({ unclear, events: shown(after.events) }).toEqual({ unclear: false, events: shown(before.events) });
          return shown(record.events).length;
        });
      }),
    600_000,
  );

  it(
    'is worked out without a word of the record on what time did',
    () =>
      withDice(async (dice) => {
        for (let history = 0; history < HISTORIES; history++) await anyHistory(house, dice, { acts: ACTS });
        await eachChat((record, given, until) => {
          const { queuedAt } = atOnce(replayChat(given, { until, free: null }));
          const timeless = { ...given, record: { ...record, events: record.events.map(untold) } };
          const { events } = atOnce(replayChat(timeless, { until, free: { blind: [], queuedAt, usualWait: 0 } }));
          expect(shown(events)).toEqual(shown(record.events));
          return shown(record.events).length;
        });
      }),
    600_000,
  );
});

describe.each(databases())('a long chat, on $name,', ({ create }) => {
  const { house, run } = deskWithRows(create);

  it('is read whole and in its order, and others have their turn while it is replayed', async () => {
    const { id: ticketId } = await hears(house, MARIA);
    for (let sent = 0; sent < 3; sent++) {
      await house.hear(...Array.from({ length: 200 }, (_, at) => says(MARIA, `${sent} ${at}`)));
      house.clock.forward(1);
    }
    await run(
      `insert into ticket_events (ticketId, seq, type, cause, actor, at) with recursive n(i) as (select 100 union all select i + 1 from n where i < 699)
        select ?, i, 'tags', 'changed', '{"kind":"system","id":null,"name":null}', ? from n`,
      [ticketId, house.clock.now()],
    );
    const period = { from: 0, to: house.clock.now() + 1 };
    const { records } = await house.desk.store.reads.walkChats('', 10, period);
    const [record] = records as readonly [ChatRecord];
    expect(record.messages.map(({ seq }) => seq)).toEqual(record.messages.map((_, at) => (record.messages[0]?.seq ?? 0) + at));
    const seqs = record.events.map(({ seq }) => seq);
    expect([record.messages.length, seqs.slice(-600)]).toEqual([601, Array.from({ length: 600 }, (_, at) => 100 + at)]);

    let turns = 0;
    const counting = () => {
      turns++;
      next = setImmediate(counting);
    };
    let next = setImmediate(counting);
    const store = {
      ...house.desk.store,
      reads: { ...house.desk.store.reads, walkChats: async () => ({ records, next: null, tooLong: 0 }) },
    };
    await replayPeriod({ ...house.desk, store }, { ...period, patch: {} }, async () => undefined);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(12);
  });
});

describe.each(databases().slice(0, 1))('where a bot answers, on $name,', ({ create }) => {
  const house = freshDesk(create);

  it('a replay takes hand-offs from the record, and where a ticket would have been closed takes one for granted', async () => {
    const script = await withBot(house);
    const ana = await house.agent('Ana');
    await house.set({ timers: { idleCloseAfter: 'PT1H' } });
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    await wait(house, MINUTE);
    script.next(() => ({ says: words('Somebody comes'), handoff: { teamId: null } }));
    const began = house.clock.now();
    await house.hear(says(MARIA, 'a person, please'));
    await house.errands();
    const [ticket] = await house.tickets(MARIA);
    await wait(house, MINUTE);
    await answers(house, ticket as Ticket, ana);
    await wait(house, 30 * MINUTE);
    await wait(house, 50 * MINUTE);
    await house.hear(says(MARIA, 'thank you, and one more'));
    await wait(house, 10 * MINUTE);
    const world = await worldOf(house.desk, { from: 0, to: house.clock.now() });
    const { records } = await house.desk.store.reads.walkChats('', 10, { from: 0, to: house.clock.now() });
    const [record] = records as readonly [ChatRecord];
    const at = { staff: world.staff, rules: world.rulesOf(record.chat.channelId, null), until: house.clock.now(), usualWait: MINUTE };
    const otherwise = world.rulesOf(record.chat.channelId, { from: 0, patch: { timers: { idleAfter: 'PT10M' } } });
    const { unclear, after } = atOnce(bothWays(record, { ...at, otherwise }));
    expect(unclear).toBe(false);
    const since = began + MINUTE;
    expect(after.events.filter(({ status }) => status).map(({ cause, at: moment }) => [cause, moment - since])).toEqual([
      ['handed_off', -MINUTE],
      ['assigned', -MINUTE],
      ['customer_silent', 10 * MINUTE],
      ['idle_expired', 70 * MINUTE],
      ['customer_wrote', 80 * MINUTE],
      ['assigned', 81 * MINUTE],
    ]);
    expect([...after.estimated]).toEqual([expect.stringMatching(/^new:/)]);
  });
});

describe.each(databases())('a morning with idle at 10 instead of 30 minutes, on $name,', ({ create }) => {
  let url = '';
  const house = freshDesk(async () => {
    const database = await create();
    url = database.url;
    return database;
  });
  /** Until so many minutes after nine, when the sweep looks. */
  const at = (minutes: number) => wait(house, NINE + minutes * MINUTE - house.clock.now());
  let NINE = 0;

  /** Maria writes at 9:00 and 9:21, Pedro at 9:05 and 10:30; Ana answers each a minute later. */
  async function morning(desk: TestDesk): Promise<void> {
    NINE = desk.clock.now();
    await desk.set({ timers: { idleAfter: 'PT30M', idleCloseAfter: 'PT1H' } });
    const ana = await desk.agent('Ana');
    const maria = await hears(desk, MARIA);
    await at(1);
    await answers(desk, maria, ana);
    await at(5);
    const pedro = await hears(desk, PEDRO);
    await at(6);
    await answers(desk, pedro, ana);
    await at(21);
    await hears(desk, MARIA);
    await at(22);
    await answers(desk, maria, ana);
    for (const idle of [36, 52]) await at(idle);
    await at(90);
    await hears(desk, PEDRO);
    await at(91);
    await answers(desk, pedro, ana);
    for (const end of [112, 121, 181, 240]) await at(end);
  }

  async function replayed(idleAfter: string) {
    const [from, to] = [NINE, NINE + 240 * MINUTE].map((moment) => new Date(moment).toISOString()) as [string, string];
    const { id } = await askReplay(house.desk, { from, to, patch: { timers: { idleAfter } }, by: house.admin });
    await runKey(house.desk, 'replays');
    const replay = await house.desk.store.reads.replay(id);
    const { data } = await house.desk.store.reads.replayTickets(id, { limit: 50, cursor: null });
    return { ...replay, data };
  }

  const minutes = (count: number) => NINE + count * MINUTE;

  it('differs by what can be reckoned by hand', async () => {
    await morning(house);
    const { state, result, data } = await replayed('PT10M');
    const same = { reminded: 0, waitingSeconds: 240, queuedSeconds: 0, peakLoad: 2 };
    expect({ state, ...result }).toEqual({
      state: 'ready',
      // Idle at 9:52 and 9:36 and 11:01; closed at 10:52 and 12:01. Ana has Maria for 52 minutes and Pedro for 31 and 31, of 240.
      before: {
        ...same,
        tickets: 2,
        wentIdle: 3,
        closed: 2,
        closedByThemselves: 2,
        closedBy: { idle_expired: 2 },
        backWithinDay: 0,
        ticketsPerAgent: 0.48,
      },
      // Idle at 9:11 and 9:32, closed at 10:32. Idle at 9:16 and closed at 10:16; Pedro comes back at 10:30 with a new one: idle at 10:41, closed at 11:41.
      after: {
        ...same,
        tickets: 3,
        wentIdle: 4,
        closed: 3,
        closedByThemselves: 3,
        closedBy: { idle_expired: 3 },
        backWithinDay: 1,
        ticketsPerAgent: 0.18,
      },
      differ: 3,
      estimated: 1,
      chats: 2,
      unclear: 0,
    });
    expect(data).toMatchObject([
      {
        since: minutes(11),
        estimated: false,
        before: { closedAt: minutes(112), wentIdle: 1 },
        after: { closedAt: minutes(92), wentIdle: 2 },
      },
      {
        since: minutes(16),
        estimated: false,
        before: { closedAt: minutes(181), wentIdle: 2 },
        after: { closedAt: minutes(76), wentIdle: 1 },
      },
      {
        ticket: null,
        since: minutes(90),
        estimated: true,
        before: null,
        after: { openedAt: minutes(90), closedAt: minutes(161), waitingSeconds: 60 },
      },
    ]);
  });

  it('is told on the command line, which only reads', async () => {
    await morning(house);
    const policy = join(await mkdtemp(join(tmpdir(), 'relaydesk-policy-')), 'policy.json');
    await writeFile(policy, '{"timers":{"idleAfter":"PT10M"}}');
    const config = readConfig({ DATABASE_URL: url, DATA_DIR: dirname(policy), SECRET_KEY: 'a key for tests that nobody else knows' });
    const [from, to] = [new Date(NINE).toISOString(), new Date(NINE + 240 * MINUTE).toISOString()];
    const asked = { from, to, policy };
    const { clock } = house;
    const lines = await replay(config, asked, { tell: () => undefined, clock });
    expect(lines).toEqual(
      expect.arrayContaining([
        'went idle                              3           4',
        '3 tickets differ, 1 of them with something that is an estimate.',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('   '))).toHaveLength(4);
    const [json = ''] = await replay(config, { ...asked, json: true }, { tell: () => undefined, clock });
    expect(JSON.parse(json)).toMatchObject({ from, differ: 3, after: { wentIdle: 4 }, differences: [{}, {}, { ticket: null }] });
    const until = AbortSignal.abort();
    await expect(replay(config, asked, { tell: () => undefined, clock, until })).rejects.toThrow('stopped after 0 of 2 chats; nothing was');
    expect((await plan(config, { policy }, clock))[0]).toBe('0 of 0 open tickets would move now; 0 others would have another due time.');
    await expect(plan(config, { policy, channel: 'Fax' }, clock)).rejects.toThrow(
      `there is no channel Fax: the channels are ${house.whatsapp.name} (`,
    );
    expect((await plan(config, { policy, channel: house.whatsapp.name }, clock))[0]).toContain('0 of 0 open tickets');
    await writeFile(policy, '{"timers":{"idleAfter":"10 minutes"}}');
    await expect(plan(config, { policy }, clock)).rejects.toThrow('timers.idleAfter');
    await writeFile(policy, 'idle at ten');
    await expect(plan(config, { policy }, clock)).rejects.toThrow('is no policy');
    const nowhere = { ...config, databaseUrl: `sqlite:${join(dirname(policy), 'none.sqlite')}` };
    await expect(plan(nowhere, { policy }, clock)).rejects.toThrow('there is no database');
    expect(await readdir(dirname(policy))).toEqual(['policy.json']);
    await rm(dirname(policy), { recursive: true });
  });

  it('on the command line can change nothing of a desk that runs, nor make it wait', async () => {
    if (!url.startsWith('sqlite:')) return;
    const log = `${url.slice('sqlite:'.length)}-wal`;
    const { size } = await stat(log);
    const store = await openStoreToLook(readConfig({ DATABASE_URL: url, SECRET_KEY: 'a key for tests that nobody else knows' }));
    await expect(store.atomically((tx) => tx.removeReplays(0))).rejects.toThrow(/readonly/i);
    await store.close();
    expect([size > 0, (await stat(log)).size]).toEqual([true, size]);
  });

  it('differs in nothing with the 30 minutes that it was, and is forgotten after a week', async () => {
    await morning(house);
    const { id, result, data } = await replayed('PT30M');
    expect(result).toMatchObject({ differ: 0, estimated: 0, unclear: 0, after: result?.before });
    expect(data).toEqual([]);
    house.clock.forward(8 * DAY);
    await tidy(house.desk);
    expect(await house.desk.store.reads.replay(id ?? '')).toBeNull();
  });
});
