import type { Chat, Client, Message, MessageSendOptions } from 'whatsapp-web.js';
import { type Json, numberOf, objectOf } from '../common/json';
import { findChrome } from './chrome';
import type { Making, Saying, WebClient } from './client';
import { destroyer } from './destroy';
import { plain } from './plain';
import { tidyProfile } from './session';
import { isPerson } from './told';

type Library = typeof import('whatsapp-web.js');

/** A module of the page. */
const COLLECTIONS = JSON.stringify('WAWebCollections');

/** Pictures are asked for some minutes; then a browser that nobody looks at ends. */
const PICTURES = 15;

// biome-ignore format: groups read better than one line each
const ARGS = [
  '--no-sandbox', '--disable-setuid-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run', '--no-default-browser-check',
  '--disable-extensions', '--mute-audio', '--js-flags=--max-old-space-size=1024',
];

/** whatsapp-web.js in the system's Chrome. */
export async function realClient({ folder, chromePath }: Making): Promise<WebClient> {
  const executablePath = await findChrome(chromePath);
  const library = (await import('whatsapp-web.js')).default as unknown as Library;
  const auth = new library.LocalAuth({ dataPath: folder });
  const client = new library.Client({
    authStrategy: auth,
    qrMaxRetries: PICTURES,
    webVersionCache: { type: 'none' },
    // By a pipe: a browser whose desk was killed ends by itself. Signals are the desk's own matter.
    puppeteer: { headless: true, executablePath, args: ARGS, pipe: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  return { ...lifecycle(client, tamed(client, auth), folder), ...asking(client), ...saying(client, library) };
}

/** What the library calls and nobody awaits would end the process when it rejects: it is told as `broken`. */
interface Tame {
  inject(): Promise<void>;
  requestPairingCode(phone: string, ...more: unknown[]): Promise<string>;
  initWebVersionCache(): Promise<void>;
  destroy(): Promise<void>;
}

interface Strategy {
  logout(): Promise<void>;
  afterBrowserInitialized(): Promise<void>;
}

function tamed(client: Client, auth: unknown) {
  const [tame, strategy] = [client as unknown as Tame, auth as Strategy];
  const state = { isLoaded: false, launched: () => undefined as unknown };
  const [inject, destroy, logout] = [tame.inject.bind(client), tame.destroy.bind(client), strategy.logout.bind(auth)];
  const broken = (cause: unknown): void => void client.emit('broken', String(cause));
  tame.inject = () =>
    inject().catch((cause: unknown) => {
      if (!state.isLoaded) throw cause;
      broken(cause);
    });
  tame.destroy = () => destroy().catch(broken);
  strategy.logout = () => logout().catch(broken);
  strategy.afterBrowserInitialized = async () => void state.launched();
  // Nothing is cached, so nobody needs the page's source, whose reading rejects when the page is gone.
  tame.initWebVersionCache = async () => undefined;
  return state;
}

function lifecycle(client: Client, state: ReturnType<typeof tamed>, folder: string) {
  let started: Promise<void> = Promise.resolve();
  const launched = new Promise<void>((resolve) => {
    state.launched = resolve;
  });
  const start = async (): Promise<void> => {
    await tidyProfile(folder);
    await client.initialize();
    state.isLoaded = true;
  };
  const destroy = destroyer(client);
  return {
    on: (event: string, listener: (...args: unknown[]) => void) =>
      client.on(event as 'ready', (...args: unknown[]) => listener(...args.map(plain))),
    initialize: () => {
      started = start();
      return started;
    },
    // A browser that is just starting has to have started before it can be ended.
    destroy: () => destroy(Promise.race([launched, started.catch(() => undefined)])),
    logout: () => client.logout(),
  };
}

function asking(client: Client) {
  const inPage = <T>(code: string): Promise<T> =>
    (client.pupPage as { evaluate(code: string): Promise<unknown> }).evaluate(code) as Promise<T>;
  return {
    getState: () => client.getState() as Promise<unknown>,
    account: () => client.info?.wid?.user ?? null,
    pair: async (phone: string) => void (await client.requestPairingCode(phone)),
    numberId: async (phone: string) => (await client.getNumberId(phone))?._serialized ?? null,
    names: async (id: string) => (await client.getContactLidAndPhone([id]))[0] ?? {},
    chatsSince: async (seconds: number) => {
      const chats = await inPage<string[]>(
        `window.require(${COLLECTIONS}).Chat.getModelsArray().filter((chat) => (chat.t || 0) >= ${seconds}).map((chat) => chat.id._serialized)`,
      );
      return chats.filter(isPerson);
    },
    messagesIn: async (chat: string, most: number) => {
      const found: Chat = await client.getChatById(chat);
      return (await found.fetchMessages({ limit: most })).map(plain) as Json[];
    },
    download: async (id: string, most: number) => {
      const message: Message | null = await client.getMessageById(id);
      if ((numberOf(objectOf(message?.rawData).size) ?? 0) > most) return 'too_large' as const;
      const media = (await message?.downloadMedia()) as { mimetype: string; data: string } | undefined;
      return media ? { mimetype: media.mimetype, base64: media.data } : null;
    },
    react: async (ids: readonly string[], emoji: string) => {
      const message = await firstKnown(client, ids);
      await message?.react(emoji);
      return message !== null;
    },
    sendSeen: async (chat: string) => void (await client.sendSeen(chat)),
    sendTyping: async (chat: string) => void (await inPage(`window.WWebJS.sendChatstate('typing', ${JSON.stringify(chat)})`)),
  };
}

async function firstKnown(client: Client, ids: readonly string[]): Promise<Message | null> {
  for (const id of ids) {
    const message = await client.getMessageById(id).catch(() => null);
    if (message) return message;
  }
  return null;
}

function saying(client: Client, library: Library) {
  return {
    async sendMessage(chat: string, { text = '', file, location, cards, quotes }: Saying): Promise<Json | null> {
      const quoted = await firstKnown(client, quotes);
      const options: MessageSendOptions = { sendSeen: false, parseVCards: cards !== undefined };
      if (quoted) options.quotedMessageId = quoted.id._serialized;
      const sent = (await client.sendMessage(chat, contentOf(), options)) as Message | undefined;
      return sent ? (plain(sent) as Json) : null;

      function contentOf() {
        if (location) return new library.Location(location.latitude, location.longitude, location);
        if (cards) return cards[0] ?? '';
        if (!file) return text;
        Object.assign(options, AS[file.as], text ? { caption: text } : {});
        return new library.MessageMedia(file.mime, file.base64, file.name);
      }
    },
  };
}

const AS: Partial<Record<NonNullable<Saying['file']>['as'], MessageSendOptions>> = {
  voice: { sendAudioAsVoice: true },
  document: { sendMediaAsDocument: true },
  sticker: { sendMediaAsSticker: true },
};
