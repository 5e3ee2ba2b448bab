import { CHANNELS } from '../../channels';
import { addAgent } from '../../src/actions/agents/add-agent';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import type { Desk, Person } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { setPresence } from '../../src/actions/routing/set-presence';
import { changeSettings } from '../../src/actions/workspace/change-settings';
import { openBots } from '../../src/bot';
import type { Presence } from '../../src/domain/agent';
import type { Announcement } from '../../src/domain/events';
import type { PartialSettings } from '../../src/domain/settings';
import type { Ticket } from '../../src/domain/ticket';
import { houseKeeper } from '../../src/platform/house-keeper';
import { tinyLanguages } from '../../src/platform/languages';
import { totp } from '../../src/platform/one-time';
import { calling, opening } from '../../src/platform/outside-address';
import { openVault } from '../../src/platform/vault';
import type { Heard } from '../../src/ports/channel';
import type { Channel } from '../../src/ports/store';
import { runKey } from '../../src/timers/errands';
import { countingIds, handClock, quiet, type TestDatabase, testStore } from './database';
import { testFiles } from './files';
import { fakeGraph } from './graph';

const newId = countingIds();
/** Errands that are due again and again, with a clock that stands, would hold a test for ever. */
const MOST_ROUNDS = 1000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** One for all desks of a file: deriving its key takes 40 ms. */
const VAULT = openVault(['a key for tests that nobody else knows']);
const APP_SECRET = 'an-app-secret-of-32-characters-!';

/** A desk on a real database, with a hand-turned clock, a stand-in for Graph, one WhatsApp channel and one Instagram channel. */
export async function aDesk(database: TestDatabase) {
  const clock = handClock();
  const store = await testStore(database, clock);
  const graph = await fakeGraph();
  const files = testFiles({ now: () => clock.now() });
  const heard: Announcement[] = [];
  const woken = new Set<string>();
  const desk: Desk = {
    store,
    clock,
    bus: { announce: (announcements) => void heard.push(...announcements), listen: () => () => undefined },
    queue: { wake: (keys) => keys.forEach((key) => void woken.add(key)), work: () => undefined, stop: async () => undefined },
    log: quiet,
    vault: VAULT,
    passwords: { hash: async (password) => `hash of ${password}`, verify: async (hash, password) => hash === `hash of ${password}` },
    oneTime: totp,
    languages: tinyLanguages,
    kinds: new Map(CHANNELS.map((kind) => [kind.kind, kind])),
    outside: {
      fetch,
      open: opening({ allowed: [], timeout: 500 }),
      call: calling({ allowed: [], timeout: 500 }),
      graphUrl: graph.url,
      graphVersion: 'v25.0',
      telegramUrl: null,
      botFrameworkUrl: null,
      timeout: 500,
      now: () => clock.now(),
    },
    files: files.files,
    reportFiles: files.reportFiles,
    bots: openBots(),
    house: await houseKeeper(store.reads),
    numbers: openNumbers(store),
    newId,
    random: () => 0,
  };
  const admin = await person(desk, 'Adele', 'admin');
  // Nothing is asked of the network unless a test asks for it.
  const quietly = { ...desk, kinds: new Map(CHANNELS.map(({ templates: _, ...kind }) => [kind.kind, kind])) };
  const whatsapp = await connectChannel(quietly, {
    kind: 'whatsapp_cloud',
    name: 'WhatsApp',
    config: { phoneNumberId: '100000000000001', businessAccountId: '200000000000001', accessToken: 'EAAtest', appSecret: APP_SECRET },
  });
  const instagram = await connectChannel(desk, {
    kind: 'instagram',
    name: 'Instagram',
    config: { accountId: '17840000000000001', accessToken: 'IGtest', appSecret: APP_SECRET, login: 'instagram' },
  });
  const people = openPeople();

  return {
    desk,
    clock,
    graph,
    admin,
    whatsapp,
    instagram,
    announced: heard,
    woken,
    hear: (...events: readonly Heard[]) =>
      receive(
        desk,
        events.map((event) => ({ channelId: whatsapp.id, heard: event })),
        people,
      ),
    hearOn: (channel: Channel, ...events: readonly Heard[]) =>
      receive(
        desk,
        events.map((event) => ({ channelId: channel.id, heard: event })),
        people,
      ),
    set: (patch: PartialSettings) => changeSettings(desk, { patch }),
    /** An agent, online unless said otherwise. */
    agent: async (name: string, presence: Presence = 'online', capacity: number | null = null) => {
      const one = await person(desk, name, 'agent', capacity);
      if (presence !== 'offline') await turn(desk, one, presence);
      return one;
    },
    turn: (who: Person, presence: Presence) => turn(desk, who, presence),
    /** Runs the errands that were woken and those that are due, until none is. */
    errands: async () => {
      for (let round = 1; ; round++) {
        const keys = new Set([...woken, ...(await store.reads.dueKeys(clock.now(), 100))]);
        woken.clear();
        if (keys.size === 0) return;
        if (round > MOST_ROUNDS) throw new Error(`errands that never end: ${[...keys].join(', ')}`);
        for (const key of keys) await runKey(desk, key);
      }
    },
    /** The chat's tickets of a customer, oldest first. */
    tickets: async (phone: string): Promise<Ticket[]> => {
      const { data } = await store.reads.tickets({ q: phone, seenBy: null }, '-number', { limit: 100, cursor: null });
      return data.map(({ ticket }) => ticket).reverse();
    },
    ticket: async (id: string): Promise<Ticket> => {
      const view = await store.reads.ticket(id, null);
      if (!view) throw new Error(`no ticket ${id}`);
      return view.ticket;
    },
    events: async (ticketId: string) => (await store.reads.events(ticketId, { limit: 200, cursor: null })).data,
    messages: async (chatId: string) =>
      [...(await store.reads.messages({ chatId }, { limit: 200, cursor: null })).data].sort((a, b) => a.seq - b.seq),
    close: async () => {
      await graph.close();
      await files.remove();
      await store.close();
      await database.remove();
    },
  };
}
export type TestDesk = Awaited<ReturnType<typeof aDesk>>;

async function person(desk: Desk, name: string, role: 'admin' | 'agent', capacity: number | null = null): Promise<Person> {
  const { id } = await addAgent(desk, {
    by: null,
    name,
    email: `${name.toLowerCase()}@example.com`,
    password: 'correct horse',
    role,
    capacity,
  });
  return { id, name, role, teamIds: [] };
}

const turn = (desk: Desk, who: Person, presence: Presence) => setPresence(desk, { agentId: who.id, presence, reason: null, by: who });

let said = 0;

/** A customer's text on WhatsApp, as the channel hears it. */
export function says(phone: string, text: string, over: Partial<Extract<Heard, { type: 'message' }>> = {}): Heard {
  return {
    type: 'message',
    account: '100000000000001',
    raw: { text },
    id: `wamid.IN${++said}`,
    from: { keys: [`pn:${phone}`], address: { phone, display: phone }, name: 'Cus Tomer' },
    at: null,
    content: { type: 'text', text },
    ...over,
  };
}
