import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { whatsappCloud } from '../../../channels/whatsapp-cloud';
import { addAgent } from '../../../src/actions/agents/add-agent';
import type { Desk } from '../../../src/actions/desk';
import { openIntake } from '../../../src/actions/hearing/intake';
import { openNumbers } from '../../../src/actions/numbers';
import { openBots } from '../../../src/bot';
import type { HttpConfig } from '../../../src/http/http-config';
import { openServer, type ServerNeeds } from '../../../src/http/server';
import { memoryBus } from '../../../src/platform/bus-memory';
import { houseKeeper } from '../../../src/platform/house-keeper';
import { idMaker } from '../../../src/platform/ids';
import { tinyLanguages } from '../../../src/platform/languages';
import { totp } from '../../../src/platform/one-time';
import { calling, opening } from '../../../src/platform/outside-address';
import { memoryQueue } from '../../../src/platform/queue-memory';
import { openVault } from '../../../src/platform/vault';
import type { ChannelKind } from '../../../src/ports/channel';
import type { Log } from '../../../src/ports/log';
import { openTrial } from '../../../src/trial';
import { databases, type HandClock, handClock, quiet, type TestDatabaseKind, testStore } from '../../support/database';
import { testFiles } from '../../support/files';
import { Client } from './client';

export const APP_SECRET = 'an-app-secret-of-a-test';
export const PASSWORD = 'Correct-horse-9';

/** One for all servers of a file: deriving its key takes 40 ms. */
const VAULT = openVault(['a key of a test']);

interface Wanted {
  readonly on?: TestDatabaseKind;
  readonly config?: Partial<HttpConfig>;
  readonly log?: Log;
  readonly sleep?: ServerNeeds['sleep'];
  readonly checks?: ServerNeeds['checks'];
  readonly later?: ServerNeeds['later'];
  readonly clock?: HandClock;
  /** How networks are reached; without it they answer that they broke. */
  readonly outside?: Partial<Desk['outside']>;
  /** The mail server; without it links are shown. */
  readonly mail?: Desk['mail'];
  /** Without one nobody is there, as at the first start. */
  readonly admin?: boolean;
  /** Networks; WhatsApp alone unless said otherwise. */
  readonly kinds?: readonly ChannelKind[];
}

export type AServer = Awaited<ReturnType<typeof aServer>>;

/** The HTTP face over a real desk on a database of its own; time is turned by hand, passwords cost nothing. */
export async function aServer({
  on = databases()[0],
  config = {},
  log = quiet,
  sleep = () => new Promise<void>(setImmediate),
  checks = [],
  later,
  clock = handClock(),
  outside = {},
  mail,
  admin = true,
  kinds = [whatsappCloud],
}: Wanted = {}) {
  if (!on) throw new Error('no database');
  const database = await on.create();
  const store = await testStore(database, clock);
  const files = testFiles({ now: () => clock.now() });
  const desk: Desk = {
    store,
    clock,
    log,
    bus: memoryBus({ log }),
    queue: memoryQueue({ log }),
    vault: VAULT,
    passwords: { hash: async (password) => `hash of ${password}`, verify: async (hash, password) => hash === `hash of ${password}` },
    oneTime: totp,
    languages: tinyLanguages,
    ...(mail ? { mail } : {}),
    kinds: new Map(kinds.map((kind) => [kind.kind, kind])),
    outside: {
      fetch: async () => new Response('{}', { status: 500 }),
      open: opening({ allowed: [], timeout: 1000 }),
      call: calling({ allowed: [], timeout: 1000 }),
      graphUrl: null,
      telegramUrl: null,
      botFrameworkUrl: null,
      graphVersion: 'v25.0',
      timeout: 1000,
      now: () => clock.now(),
      ...outside,
    },
    files: files.files,
    reportFiles: files.reportFiles,
    trialLine: { url: null },
    bots: openBots(),
    house: await houseKeeper(store.reads),
    numbers: openNumbers(store),
    newId: idMaker(clock, randomBytes),
    random: () => 0.5,
  };
  const intake = openIntake(desk);
  const needs = { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: null, metricsToken: null, webApp: null, ...config };
  const server = await openServer(desk, { config: needs, intake, trial: openTrial(desk, { allowed: false }), sleep, checks, later });
  const system = { id: 'operator', name: 'Operator', role: 'admin' as const, teamIds: [] };

  const person = async (name: string, role: 'admin' | 'agent') => {
    const email = `${name.toLowerCase()}@example.com`;
    const { id } = await addAgent(desk, { by: system, name, email, password: PASSWORD, role, capacity: null });
    const client = new Client(server.url, id);
    await client.logIn(email, PASSWORD);
    return client;
  };

  return {
    desk,
    clock,
    store,
    databaseUrl: database.url,
    /** Where reports lie. */
    reportFolder: join(files.folder, 'reports'),
    url: server.url,
    isWatching: server.isWatching,
    stranger: new Client(server.url),
    admin: admin ? await person('Admin', 'admin') : new Client(server.url),
    agent: (name: string) => person(name, 'agent'),
    /** A webhook POST, signed. */
    async tell(channelId: string, payload: unknown, secret = APP_SECRET) {
      const body = JSON.stringify(payload);
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      return (await fetch(`${server.url}/webhooks/${channelId}`, { method: 'POST', headers: { 'x-hub-signature-256': signature }, body }))
        .status;
    },
    async close() {
      await server.close();
      await intake.stop();
      await store.close();
      await files.remove();
      await database.remove();
    },
  };
}
