import { join } from 'node:path';
import { logIn, type Seat } from '../../../demo/desk';
import { BOT, connect } from '../../../demo/shop';
import { openTwin, type Source, type Twin } from '../../../emulator';
import { steadyClock } from '../../../src/platform/clock';
import { runKey } from '../../../src/timers/errands';
import { SWEEPS, sweep } from '../../../src/timers/sweeps';
import { aServer, PASSWORD } from '../../http/support/a-server';
import type { HandClock } from '../../support/database';
import { aWindow, logIn as logInto } from './browser';
import { PEOPLE } from './scene';

type Window = Awaited<ReturnType<typeof aWindow>>;

/** A desk, a twin and browsers whose time runs as ever, and jumps when a test says so. */
export interface HandDesk {
  readonly url: string;
  readonly twin: Twin;
  readonly admin: Seat;
  agent(name: string): Promise<Seat>;
  /** A browser of somebody who is logged in, with the desk's time. */
  window(browser: Parameters<typeof aWindow>[0], name: string): Promise<Window>;
  says(customer: string, text: string): Promise<void>;
  /** Lets time pass everywhere. The desk looks at its tickets at every step, as one that runs; the browsers wake at the end. */
  pass(ms: number, step?: number): Promise<void>;
  close(): Promise<void>;
}

/** A gap of five minutes between two looks would be a downtime, after which nothing closes at once. */
const STEP = 4 * 60_000;
const BUILT = join(__dirname, '..', '..', '..', 'dist', 'web');

export async function openHandDesk(): Promise<HandDesk> {
  const clock = jumpingClock();
  const twin = await openTwin({ seed: 'silence', time: sourceOf(clock) });
  const server = await aServer({ clock, config: { webApp: BUILT }, outside: { fetch, graphUrl: twin.url, timeout: 10_000 } });
  const { desk } = server;
  desk.queue.work((key) => runKey(desk, key));
  const admin = await logIn(server.url, { name: 'Admin', email: 'admin@example.com', password: PASSWORD });
  const bot = await admin.post('/bots', BOT);
  const { id, businessId, token: accessToken, appSecret, verifyToken } = twin.account('whatsapp');
  const channel = await connect(admin, bot.id, 'whatsapp', { id, businessId, accessToken, appSecret, verifyToken });
  await twin.act('webhook', { account: 'whatsapp', url: channel.webhookUrl });
  for (const { id, name, network, address } of PEOPLE) if (network === 'whatsapp') await twin.act('customer', { id, name, phone: address });
  const windows: Window[] = [];
  const look = async () => {
    for (const one of SWEEPS) await sweep(desk, one);
    for (const key of await desk.store.reads.dueKeys(clock.now(), 100)) await runKey(desk, key);
  };
  return {
    url: server.url,
    twin,
    admin,
    async agent(name) {
      await server.agent(name);
      return logIn(server.url, { name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD });
    },
    async window(browser, name) {
      const one = await aWindow(browser, server.url);
      await one.context.clock.install({ time: clock.now() });
      await logInto(one.context, server.url, { email: `${name.toLowerCase()}@example.com`, password: PASSWORD });
      windows.push(one);
      return one;
    },
    says: async (customer, text) => void (await twin.act('say', { account: 'whatsapp', customer, text })),
    async pass(ms, step = STEP) {
      for (let left = ms; left > 0; left -= step) {
        clock.forward(Math.min(step, left));
        await twin.advance();
        await look();
      }
      for (const { context } of windows) await context.clock.fastForward(ms);
    },
    async close() {
      await desk.queue.stop();
      await server.close();
      await twin.close();
    },
  };
}

function jumpingClock(): HandClock {
  let ahead = 0;
  const { now } = steadyClock(() => Date.now() + ahead);
  return {
    now,
    forward: (ms) => {
      ahead += ms;
    },
  };
}

/** What falls due by the real clock happens by itself; after a jump the twin is told to look. */
function sourceOf({ now }: HandClock): Source {
  return {
    read: now,
    wake(ms, then) {
      const timer = setTimeout(then, Math.min(ms, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
