import type { Bench, Row } from '../bench';
import type { AckAnswers } from '../children/ack';
import type { DeskAnswers } from '../children/desk';
import type { Answered, Load, LoadAnswers } from '../children/load';
import type { WorkAnswers } from '../children/work';
import { type Child, openChild } from '../support/child';
import { cpuOf } from '../support/numbers';
import { type DatabaseServer, type Dialect, openPlace, type Place } from '../support/place';

const BATCH = 32;
/** Customers of one row never meet those of another. */
const NEW_OVER_HTTP = 100_000_000;
const NEW_IN_STORE = 200_000_000;

/** The way in, on one database: the bare server, the store alone and the product take turns, so that all have the same weather. */
export function inbound(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `inbound-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'a customer writes: HTTP to committed',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) => withEverything(bench, mariadb ? bench.mariadb : null, rounds),
  };
}

interface Scene {
  readonly bench: Bench;
  readonly dialect: Dialect;
  readonly load: Child<LoadAnswers>;
  readonly ack: Child<AckAnswers>;
  readonly ackUrl: string;
  readonly desk: Child<DeskAnswers>;
  readonly deskUrl: string;
  readonly serverPid: number | null;
  /** On a database of its own, because an embedded one belongs to one process. */
  readonly store: Child<WorkAnswers>;
  readonly storeEnv: Place['env'];
  readonly storeChannel: string;
}

async function withEverything(bench: Bench, server: DatabaseServer | null, run: (scene: Scene) => Promise<void>): Promise<void> {
  const [place, apart] = [await openPlace(server), await openPlace(server)];
  const [load, ack, desk, store] = [
    openChild<LoadAnswers>('load'),
    openChild<AckAnswers>('ack'),
    openChild<DeskAnswers>('desk'),
    openChild<WorkAnswers>('work'),
  ];
  try {
    const channel = await furnished(store, place.env);
    const storeChannel = await furnished(store, apart.env);
    await store.ask('open', apart.env);
    const deskUrl = `${await desk.ask('start', place.env)}/webhooks/${channel}`;
    const ackUrl = await ack.ask('listen');
    await run({
      bench,
      dialect: place.dialect,
      load,
      ack,
      ackUrl,
      desk,
      deskUrl,
      serverPid: place.serverPid,
      store,
      storeEnv: apart.env,
      storeChannel,
    });
    await Promise.all([desk.ask('stop'), store.ask('close')]);
  } finally {
    await Promise.all([load, ack, desk, store].map((child) => child.end()));
    await Promise.all([place, apart].map((one) => one.remove()));
  }
}

export async function furnished(work: Child<WorkAnswers>, env: Place['env']): Promise<string> {
  await work.ask('open', env);
  const channel = await work.ask('furnish');
  await work.ask('close');
  return channel;
}

async function rounds(scene: Scene): Promise<void> {
  const { bench, dialect, load, deskUrl, store, storeEnv, storeChannel } = scene;
  const { size } = bench;
  await load.ask('load', { urls: [deskUrl], connections: size.connections, requests: size.knownCustomers, from: 0, customers: 'each' });
  for (let round = 0; round < size.rounds; round++) {
    const ack = await measureAck(scene);
    bench.measured(`limits.${dialect}.bare`, await store.ask('bare', { env: storeEnv, batch: BATCH, seconds: size.warm }));
    for (const who of ['known', 'new'] as const) {
      const alone = await measureStore(scene, who);
      const stored = await measureInbound(scene, who, round);
      bench.measured(`inbound.${dialect}.${who}.ofAck`, (stored / ack) * 100);
      bench.measured(`inbound.${dialect}.${who}.ofStore`, (stored / alone) * 100);
    }
  }
  for (const who of ['known', 'new'] as const)
    bench.measured(
      `statements.${dialect}.${who}`,
      await store.ask('statements', {
        env: storeEnv,
        channelId: storeChannel,
        batch: BATCH,
        seconds: 0,
        ...of(who, size.knownCustomers, NEW_IN_STORE + 50_000_000),
      }),
    );
}

const of = (who: 'known' | 'new', known: number, fresh: number): Pick<Load, 'from' | 'customers'> =>
  who === 'known' ? { from: 0, customers: known } : { from: fresh, customers: 'each' };

async function measureAck({ bench: { size, measured }, load, ack, ackUrl }: Scene): Promise<number> {
  const asked: Load = { urls: [ackUrl], connections: size.connections, from: 0, customers: 1000 };
  await load.ask('load', { ...asked, seconds: size.warm });
  const before = cpuOf(ack.pid);
  const { perSecond, answered } = await load.ask('load', { ...asked, seconds: size.seconds });
  measured('limits.ack', perSecond);
  measured('limits.ack.cpu', (cpuOf(ack.pid) - before) / answered);
  return perSecond;
}

async function measureStore({ bench: { size, measured }, dialect, store, storeChannel }: Scene, who: 'known' | 'new'): Promise<number> {
  const asked = { channelId: storeChannel, batch: BATCH, ...of(who, size.knownCustomers, NEW_IN_STORE) };
  await store.ask('receive', { ...asked, seconds: size.warm });
  const perSecond = await store.ask('receive', { ...asked, seconds: size.seconds });
  measured(`limits.${dialect}.${who}`, perSecond);
  return perSecond;
}

async function measureInbound(
  { bench: { size, measured }, dialect, load, desk, deskUrl, serverPid }: Scene,
  who: 'known' | 'new',
  round: number,
): Promise<number> {
  const cpu = () => cpuOf(desk.pid) + (serverPid === null ? 0 : cpuOf(serverPid));
  const asked = (half: number): Load => ({
    urls: [deskUrl],
    connections: size.connections,
    ...of(who, size.knownCustomers, NEW_OVER_HTTP + (2 * round + half) * 1_000_000),
  });
  await load.ask('load', { ...asked(0), seconds: size.warm });
  const before = cpu();
  const result = await load.ask('load', { ...asked(1), seconds: size.seconds });
  mustBeStored(result);
  const figure = `inbound.${dialect}.${who}`;
  measured(figure, result.perSecond);
  measured(`${figure}.cpu`, (cpu() - before) / result.answered);
  measured(`${figure}.p50`, result.p50);
  measured(`${figure}.p99`, result.p99);
  return result.perSecond;
}

/** A figure of messages that were not stored would be none. */
export function mustBeStored({ answered, refused }: Answered): void {
  if (refused > 0) throw new Error(`${refused} of ${answered} messages were not stored`);
}
