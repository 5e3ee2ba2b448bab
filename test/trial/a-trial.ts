import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CHANNELS } from '../../channels';
import type { Source } from '../../emulator';
import { addAgent } from '../../src/actions/agents/add-agent';
import type { Desk } from '../../src/actions/desk';
import { openIntake } from '../../src/actions/hearing/intake';
import { openNumbers } from '../../src/actions/numbers';
import { openBots } from '../../src/bot';
import { openServer } from '../../src/http/server';
import { memoryBus } from '../../src/platform/bus-memory';
import { houseKeeper } from '../../src/platform/house-keeper';
import { idMaker } from '../../src/platform/ids';
import { tinyLanguages } from '../../src/platform/languages';
import { totp } from '../../src/platform/one-time';
import { opening } from '../../src/platform/outside-address';
import { memoryQueue } from '../../src/platform/queue-memory';
import { openVault } from '../../src/platform/vault';
import { runKey } from '../../src/timers/errands';
import { openTrial } from '../../src/trial';
import { Client } from '../http/support/client';
import { type HandClock, handClock, quiet, type TestDatabase, testStore } from '../support/database';
import { testFiles } from '../support/files';

const PASSWORD = 'correct horse';
const CONFIG = { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: null, metricsToken: null, webApp: null };

/** A clock that a test turns for desk and twin together; whoever is due by it is called. */
function turning(): { readonly clock: HandClock; readonly source: Source; forward(ms: number): void } {
  const clock = handClock();
  const waiting = new Set<{ due: number; then: () => void }>();
  return {
    clock,
    source: {
      read: () => clock.now(),
      wake(ms, then) {
        const one = { due: clock.now() + ms, then };
        waiting.add(one);
        return () => void waiting.delete(one);
      },
    },
    forward(ms) {
      clock.forward(ms);
      for (const one of [...waiting].filter(({ due }) => due <= clock.now())) {
        waiting.delete(one);
        one.then();
      }
    },
  };
}

/** A desk with its HTTP face, an admin Mona and an agent Luis, whose trial goes by a time that the test turns. */
export async function aTrialDesk(database: TestDatabase, { allowed = true, time = turning() } = {}) {
  const { clock, source } = time;
  const store = await testStore(database, clock);
  const called: string[] = [];
  const files = testFiles({ now: () => clock.now() });
  const desk: Desk = {
    store,
    clock,
    log: quiet,
    bus: memoryBus({ log: quiet }),
    queue: memoryQueue({ log: quiet }),
    vault: openVault(['a key of a test']),
    passwords: { hash: async (password) => `hash of ${password}`, verify: async (hash, password) => hash === `hash of ${password}` },
    oneTime: totp,
    languages: tinyLanguages,
    kinds: new Map(CHANNELS.map((kind) => [kind.kind, kind])),
    outside: {
      fetch: (url, init) => {
        called.push(String(url));
        return fetch(url, init);
      },
      open: opening({ allowed: [], timeout: 2000 }),
      graphUrl: 'http://127.0.0.1:9',
      telegramUrl: null,
      botFrameworkUrl: null,
      call: async () => Promise.reject(new Error('nobody')),
      graphVersion: 'v25.0',
      timeout: 2000,
      now: () => clock.now(),
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
  desk.queue.work((key) => runKey(desk, key));
  const intake = openIntake(desk);
  const trial = openTrial(desk, { allowed, time: source });
  const server = await openServer(desk, { config: CONFIG, intake, trial, sleep: () => new Promise<void>(setImmediate) });
  await trial.serve(server.url);

  const person = async (name: string, role: 'admin' | 'agent') => {
    const email = `${name.toLowerCase()}@example.com`;
    if (!(await store.reads.agentByEmail(email))) await addAgent(desk, { by: null, name, email, password: PASSWORD, role, capacity: null });
    const client = new Client(server.url);
    await client.logIn(email, PASSWORD);
    return client;
  };
  const mona = await person('Mona', 'admin');
  const luis = await person('Luis', 'agent');

  return {
    desk,
    time,
    mona,
    luis,
    stranger: new Client(server.url),
    /** Every address outside that a channel called. */
    called,
    phone: async (network = 'whatsapp') => (await mona.get(`/trial/phone?network=${network}`)).body.thread.messages,
    say: (text: string, network = 'whatsapp') => mona.post('/trial/phone/say', { network, text }),
    /** Lets time go on until it is so. */
    async until(what: string, isSo: () => Promise<boolean>) {
      for (let turns = 0; !(await isSo()); turns++) {
        if (turns > 600) throw new Error(`it never came: ${what}`);
        time.forward(100);
        const due = await store.reads.dueKeys(clock.now(), 100);
        if (due.length > 0) desk.queue.wake(due);
        await pause(2);
      }
    },
    async stop() {
      await server.close();
      await desk.queue.stop();
      await trial.close();
      await intake.stop();
      await store.close();
      await files.remove();
    },
  };
}
export type TrialDesk = Awaited<ReturnType<typeof aTrialDesk>>;
