import { setImmediate } from 'node:timers/promises';
import { countAnew } from '../../src/actions/time/sweep-presence';
import { runKey } from '../../src/timers/errands';
import { SWEEPS, sweep } from '../../src/timers/sweeps';
import { databases, handClock, type TestDatabase } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { type Listener, listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STEP = 5 * SECOND;
const BLINK = 3 * SECOND;
const TICK = 50;
const presence = SWEEPS.find(({ name }) => name === 'presence')!;

describe.each(databases())('an agent with the desk open, on $name,', ({ name, create }) => {
  let clock: ReturnType<typeof handClock>;
  let timers: ReturnType<typeof handTimers>;
  let database: TestDatabase;
  let servers: AServer[];
  let sockets: Listener[];
  let writing: number;
  let server: AServer;
  let ana: Client;
  let ticketId: string;

  /** An instance of the desk on the one database, started as the desk starts. */
  const start = async (wanted: Parameters<typeof aServer>[0] = {}): Promise<AServer> => {
    const on = { name, create: async () => ({ ...database, remove: async () => undefined }) };
    const one = await aServer({ on, clock, later: timers.later, ...wanted });
    const { atomically } = one.store;
    one.store.atomically = (work) => {
      writing++;
      return atomically(work).finally(() => writing--);
    };
    await countAnew(one.desk);
    one.desk.queue.work((key) => runKey(one.desk, key));
    servers.push(one);
    return one;
  };
  const stop = (one: AServer) => {
    servers = servers.filter((other) => other !== one);
    return one.close();
  };
  const open = async (client: Client): Promise<Listener> => {
    const listener = await listenAs(client);
    sockets.push(listener);
    await settled();
    return listener;
  };
  /** What sockets set off is in the database. */
  const settled = async (): Promise<void> => {
    for (let quiet = 0; quiet < 5; quiet++) {
      if (writing > 0) quiet = 0;
      await setImmediate();
    }
  };
  /** The socket is gone, and whoever had it has noticed. */
  const closed = async (socket: Listener, at = server): Promise<void> => {
    socket.socket.disconnect();
    while (at.isWatching(ana.id)) await setImmediate();
    timers.turn(BLINK);
    await settled();
  };
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += STEP) {
      clock.forward(STEP);
      timers.turn(STEP);
      await settled();
      for (const one of servers) await sweep(one.desk, presence);
    }
  };
  /** Ana at another instance, by the same session. */
  const anaAt = (other: AServer): Client => Object.assign(new Client(other.url, ana.id), { cookie: ana.cookie });
  const now = async () => (await server.store.reads.agentsByIds([ana.id]))[0]!;
  const story = async () => (await servers[0]!.store.reads.events(ticketId, { limit: 50, cursor: null })).data.map(({ cause }) => cause);
  const nothingMoved = async () => {
    expect((await servers[0]!.store.reads.agentsByIds([ana.id]))[0]).toMatchObject({ presence: 'online', goneSince: null });
    expect(await story()).toEqual(['customer_wrote', 'assigned']);
  };

  beforeEach(async () => {
    [clock, timers, servers, sockets, writing] = [handClock(), handTimers(), [], [], 0];
    database = await create();
    server = await start();
    const channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    await ana.put('/me/presence', { presence: 'online' });
    await server.tell(channel, aText('15550001', 'hello'));
    ticketId = (await server.admin.get('/tickets')).body.data[0].id;
  });
  afterEach(async () => {
    for (const { socket } of sockets) socket.disconnect();
    for (const one of servers) await one.close();
    await database.remove();
  });

  it('who reloads writes nothing, and who comes back inside the grace moves nothing', async () => {
    let tab = await open(ana);
    await pass(MINUTE);
    const wrote = jest.spyOn(server.store, 'atomically');
    tab.socket.disconnect();
    while (server.isWatching(ana.id)) await setImmediate();
    tab = await open(ana);
    timers.turn(BLINK);
    await settled();
    expect(wrote).not.toHaveBeenCalled();
    wrote.mockRestore();

    await closed(tab);
    await pass(55 * SECOND);
    expect((await now()).goneSince).not.toBeNull();
    await open(ana);
    await pass(2 * MINUTE);
    await nothingMoved();
  });

  it('who is killed is released after the grace, once, and is served at once when back online', async () => {
    const tab = await open(ana);
    await pass(MINUTE);
    await closed(tab);
    await pass(55 * SECOND);
    expect(await story()).toEqual(['customer_wrote', 'assigned']);
    await pass(5 * MINUTE);
    expect(await story()).toEqual(['customer_wrote', 'assigned', 'assignee_unavailable']);
    expect(await now()).toMatchObject({ presence: 'offline', presenceReason: 'no_connection' });

    const back = await open(ana);
    await pass(MINUTE);
    expect((await ana.get('/me')).body).toMatchObject({ presence: 'offline', presenceReason: 'no_connection' });
    back.forget();
    await ana.put('/me/presence', { presence: 'online' });
    await server.desk.queue.stop();
    timers.turn(TICK);
    expect(await back.next('agent.presence_changed')).toMatchObject({ id: ana.id, presence: 'online', presenceReason: null });
    while (back.of('ticket.assigned').length === 0) {
      timers.turn(TICK);
      await back.caughtUp();
    }
    expect(back.of('ticket.assigned')).toMatchObject([{ id: ticketId, status: 'active', assignee: { id: ana.id } }]);
  });

  it('and asleep, with a line that is up though nobody answers on it, stays', async () => {
    const phone = await open(ana);
    const line = (phone.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; destroy(): void } } }).ws._socket;
    line.pause();
    await pass(5 * MINUTE);
    await nothingMoved();
    line.destroy();
    while (server.isWatching(ana.id)) await setImmediate();
    timers.turn(BLINK);
    await settled();
    await pass(50 * SECOND);
    await open(ana);
    await pass(2 * MINUTE);
    await nothingMoved();
  });

  it('stays while the desk is down and started again', async () => {
    await open(ana);
    await pass(MINUTE);
    const { port } = new URL(server.url);
    await stop(server);
    clock.forward(10 * MINUTE);
    server = await start({ config: { port: Number(port) }, admin: false });
    await pass(50 * SECOND);
    await open(ana);
    await pass(2 * MINUTE);
    await nothingMoved();
  });

  it('of an instance that stops goes to another, and stays', async () => {
    const other = await start({ admin: false });
    await open(ana);
    await pass(MINUTE);
    await stop(server);
    server = other;
    await pass(30 * SECOND);
    expect((await now()).goneSince).not.toBeNull();
    await open(anaAt(other));
    await pass(2 * MINUTE);
    await nothingMoved();
  });

  it('twice, at two instances, is there while one of them is', async () => {
    const other = await start({ admin: false });
    const [here, there] = [await open(ana), await open(anaAt(other))];
    await closed(here);
    await pass(5 * MINUTE);
    await nothingMoved();
    await closed(there, other);
    await pass(5 * MINUTE);
    expect(await story()).toEqual(['customer_wrote', 'assigned', 'assignee_unavailable']);
  });
});
