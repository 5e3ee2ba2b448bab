import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { LoadAnswers } from '../children/load';
import type { TwinAnswers } from '../children/twin';
import type { WorkAnswers } from '../children/work';
import { type Browser, logIn } from '../support/browser';
import { openChild } from '../support/child';
import { percentile } from '../support/numbers';
import { type Dialect, openPlace } from '../support/place';
import { furnished, mustBeStored } from './inbound';

/** Few enough that none of what goes on at once drowns the others. */
const WRITING = 32;
const ANSWERING = 4;

/** A busy hour: customers write, agents answer, receipts come back, and time has many tickets to idle. */
export function mixed(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `mixed-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'in, out, receipts and a sweep at once',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) => measure(bench, dialect),
  };
}

async function measure(bench: Bench, dialect: Dialect): Promise<void> {
  const { size } = bench;
  const place = await openPlace(dialect === 'mysql' ? bench.mariadb : null);
  const children = [
    openChild<LoadAnswers>('load'),
    openChild<WorkAnswers>('work'),
    openChild<DeskAnswers>('desk'),
    openChild<TwinAnswers>('twin'),
  ] as const;
  const [load, work, desk, twin] = children;
  try {
    const people = { from: size.dueTickets - size.chats, customers: size.chats };
    const channel = await furnished(work, place.env);
    // The first message ever changes the channel's state, by which every ticket is dated anew: not what is measured here.
    const first = `${await desk.ask('start', place.env)}/webhooks/${channel}`;
    await load.ask('load', { urls: [first], connections: 1, requests: 1, from: size.dueTickets, customers: 'each' });
    await desk.ask('stop');
    await work.ask('open', place.env);
    await work.ask('seed', { tickets: size.dueTickets, due: true });
    await work.ask('close');
    const url = await desk.ask('start', { ...place.env, GRAPH_API_URL: await twin.ask('open', people), SWEEP_CRON: '* * * * * *' });
    const began = performance.now();
    const hook = `${url}/webhooks/${channel}`;
    await twin.ask('receipts', { upTo: 'read', webhook: hook });
    const agents = await Promise.all(Array.from({ length: ANSWERING }, () => logIn(url)));
    await agents[0]?.send('PUT', '/me/presence', { presence: 'online' });

    const until = performance.now() + size.seconds * 1000;
    const [heard, answered] = await Promise.all([
      load.ask('load', { urls: [hook], connections: WRITING, seconds: size.seconds, ...people }),
      answerUntil(until, agents, size.chats),
    ]);
    mustBeStored(heard);
    const swept = (await idleOf(agents[0])) / ((performance.now() - began) / 1000);
    const [arrived, told] = [await twin.ask('arrived'), await twin.ask('told')];
    if (arrived.wrong > 0) throw new Error(`${arrived.wrong} answers came twice or before their turn`);
    const figures = {
      in: heard.perSecond,
      'in.p99': heard.p99,
      out: answered.length / size.seconds,
      'out.p99': percentile(answered, 0.99),
      sent: arrived.messages / size.seconds,
      receipts: told.posts / size.seconds,
      'receipts.p99': told.p99,
      swept,
    };
    for (const [figure, value] of Object.entries(figures)) bench.measured(`mixed.${dialect}.${figure}`, value);
    await desk.ask('stop');
  } finally {
    await Promise.all(children.map((child) => child.end()));
    await place.remove();
  }
}

async function idleOf(browser: Browser | undefined): Promise<number> {
  const { body } = (await browser?.get('/tickets/counts')) ?? {};
  return (body as unknown as { byStatus: { idle: number } }).byStatus.idle;
}

/** Each lane has chats of its own, so that the answers of a chat are in order; answers how long each call took. */
async function answerUntil(until: number, agents: readonly Browser[], chats: number): Promise<number[]> {
  const newest = (await agents[0]?.get(`/tickets?limit=${chats}`))?.body.data as { id: string }[];
  const waits: number[] = [];
  const lane = async (agent: Browser, first: number): Promise<void> => {
    for (let n = first; performance.now() < until; n += agents.length) {
      const lanes = newest.filter((_, at) => at % agents.length === first);
      const { id = '' } = lanes[Math.floor(n / agents.length) % lanes.length] ?? {};
      const { ms, status } = await agent.send('POST', `/tickets/${id}/messages`, {
        content: { type: 'text', text: `This is the answer ${n}` },
      });
      if (status !== 201) throw new Error(`an answer was refused with ${status}`);
      waits.push(ms);
    }
  };
  await Promise.all(agents.map(lane));
  return waits;
}
