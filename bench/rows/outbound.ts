import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { Arrived, TwinAnswers } from '../children/twin';
import type { WorkAnswers } from '../children/work';
import { type Child, openChild } from '../support/child';
import { cpuOf } from '../support/numbers';
import { type Dialect, openPlace, type Place } from '../support/place';
import { furnished } from './inbound';

/** The way out: answers wait in many chats, and a desk that starts sends them all to a network that takes each at once. */
export function outbound(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `outbound-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'what agents have written goes out: queued to sent',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) => measure(bench, dialect),
  };
}

interface Scene {
  readonly bench: Bench;
  readonly place: Place;
  readonly env: Place['env'];
  readonly channelId: string;
  readonly work: Child<WorkAnswers>;
  readonly desk: Child<DeskAnswers>;
  readonly twin: Child<TwinAnswers>;
}

async function measure(bench: Bench, dialect: Dialect): Promise<void> {
  const place = await openPlace(dialect === 'mysql' ? bench.mariadb : null);
  const [work, desk, twin] = [openChild<WorkAnswers>('work'), openChild<DeskAnswers>('desk'), openChild<TwinAnswers>('twin')];
  try {
    const channelId = await furnished(work, place.env);
    const env = { ...place.env, GRAPH_API_URL: await twin.ask('open', { from: 0, customers: bench.size.chats }) };
    await twin.ask('receipts', { upTo: 'none', webhook: null });
    for (let round = 0; round < bench.size.rounds; round++) await sendAll({ bench, place, env, channelId, work, desk, twin }, round);
  } finally {
    await Promise.all([work, desk, twin].map((child) => child.end()));
    await place.remove();
  }
}

async function sendAll({ bench, place, env, channelId, work, desk, twin }: Scene, round: number): Promise<void> {
  const { answers: messages, chats: customers } = bench.size;
  await work.ask('open', env);
  await work.ask('queue', { channelId, customers, messages, from: round * messages });
  await work.ask('close');
  await twin.ask('forget');
  await desk.ask('start', env);
  const cpu = () => cpuOf(desk.pid) + (place.serverPid === null ? 0 : cpuOf(place.serverPid));
  const before = cpu();
  const arrived = await allOf(messages, () => twin.ask('arrived'));
  const figure = `outbound.${place.dialect}`;
  bench.measured(figure, (messages - 1) / arrived.seconds);
  bench.measured(`${figure}.cpu`, (cpu() - before) / messages);
  await desk.ask('stop');
}

const PATIENCE = 300;

/** Looks now and again, seldom enough not to be what is measured. */
async function allOf(messages: number, look: () => Promise<Arrived>): Promise<Arrived> {
  for (let second = 0; second < PATIENCE; second++) {
    const arrived = await look();
    if (arrived.wrong > 0) throw new Error(`${arrived.wrong} answers came twice or before their turn`);
    if (arrived.messages >= messages) return arrived;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`not all of ${messages} answers came within ${PATIENCE} s`);
}
