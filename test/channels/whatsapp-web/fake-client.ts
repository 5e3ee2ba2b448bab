import { EventEmitter } from 'node:events';
import type { Downloaded, MakeClient, Making, Saying, WebClient } from '../../../channels/whatsapp-web/client';
import type { Names } from '../../../channels/whatsapp-web/told';

export type FakeMessage = Record<string, unknown> & { readonly id: FakeId; readonly timestamp: number; ack: number };
interface FakeId {
  readonly fromMe: boolean;
  readonly remote: string;
  readonly id: string;
  readonly _serialized: string;
}

/** What becomes of a message that goes out: taken by a server, on its way for ever, refused, or of which nothing is said. */
export type Fate = 'taken' | 'pending' | 'refused' | 'undefined and taken' | 'undefined' | { readonly throws: string };

const OWN = '15550100001@c.us';

/**
 * WhatsApp as whatsapp-web.js shows it (CHANNELS §6): `ready` several times, every message twice, a person under either name, a
 * crash of which nothing tells. It goes on while no client is there.
 */
export class FakeWhatsApp {
  readonly clients: FakeClient[] = [];
  readonly messages: FakeMessage[] = [];
  readonly sent: { chat: string; saying: Saying }[] = [];
  readonly said: string[] = [];
  readonly files = new Map<string, Downloaded & { readonly size?: number }>();
  isLinked = true;
  /** Times that `ready` comes. */
  readies = 2;
  fate: Fate = 'taken';
  /** By which WhatsApp knows that two names are of one person. */
  readonly names = new Map<string, Names>();
  readonly strangers = new Set<string>();
  /** Why it can't be started. */
  trouble: string | null = null;
  hangs = false;
  now: () => number = () => Date.UTC(2026, 10, 22, 9);
  private count = 0;

  readonly make: MakeClient = async (making) => {
    const client = new FakeClient(this, making);
    this.clients.push(client);
    return client;
  };

  /** The newest that was started. */
  get client(): FakeClient {
    return this.clients.at(-1) as FakeClient;
  }

  running(): number {
    return this.clients.filter(({ isRunning }) => isRunning).length;
  }

  /** One person: both names lead to them. */
  person(pn: string, lid: string): void {
    for (const name of [pn, lid]) this.names.set(name, { pn, lid });
  }

  /** A customer writes, under the name that WhatsApp chooses this time. */
  says(chat: string, body: string, over: Record<string, unknown> = {}): FakeMessage {
    return this.put({ fromMe: false, chat, body, over });
  }

  /** The shop writes on its phone. */
  writesOnPhone(chat: string, body: string): FakeMessage {
    return this.put({ fromMe: true, chat, body, over: { ack: 1 } });
  }

  put({ fromMe, chat, body, over = {} }: { fromMe: boolean; chat: string; body: string; over?: Record<string, unknown> }): FakeMessage {
    const name = String(over.name ?? `3EB0FAKE${String(++this.count).padStart(8, '0')}`);
    const id = { fromMe, remote: chat, id: name, _serialized: `${fromMe}_${chat}_${name}` };
    const [from, to] = fromMe ? [OWN, chat] : [chat, OWN];
    const timestamp = Math.floor(this.now() / 1000);
    const message = {
      id,
      ack: 1,
      hasMedia: false,
      body,
      type: 'chat',
      timestamp,
      from,
      to,
      fromMe,
      isStatus: false,
      broadcast: false,
      ...over,
    };
    this.messages.push(message as FakeMessage);
    for (const client of this.clients) client.passes(message as FakeMessage);
    return message as FakeMessage;
  }

  ack(message: FakeMessage, ack: number): void {
    message.ack = ack;
    for (const client of this.clients) client.happens('message_ack', message, ack);
  }

  /** The phone unlinks the device. */
  unlink(): void {
    this.isLinked = false;
    for (const client of this.clients) client.happens('disconnected', 'LOGOUT');
  }
}

export class FakeClient extends EventEmitter implements WebClient {
  isRunning = false;
  isReady = false;
  hasCrashed = false;
  state: string | null = null;

  constructor(
    private readonly network: FakeWhatsApp,
    readonly making: Making,
  ) {
    super();
  }

  async initialize(): Promise<void> {
    this.isRunning = true;
    if (this.network.hangs) return new Promise(() => undefined);
    if (this.network.trouble) throw new Error(this.network.trouble);
    if (this.network.isLinked) this.getsReady();
    else this.emit('qr', '2@ref1,a,b,c,1');
  }

  getsReady(): void {
    if (!this.isRunning) return;
    this.isReady = true;
    this.state = 'CONNECTED';
    for (let times = 0; times < this.network.readies; times += 1) {
      this.emit('authenticated');
      this.emit('ready');
    }
  }

  /** Somebody shows it a phone. */
  scan(): void {
    this.network.isLinked = true;
    this.emit('loading_screen', 99, 'WhatsApp');
    this.getsReady();
  }

  /** The page is gone, and no event tells. */
  crash(): void {
    this.hasCrashed = true;
  }

  happens(event: string, ...args: unknown[]): void {
    if (this.isReady && this.isRunning && !this.hasCrashed) this.emit(event, ...structuredClone(args));
  }

  passes(message: FakeMessage): void {
    this.happens('message_create', message);
    if (!message.id.fromMe) this.happens('message', message);
  }

  private async answer<T>(work: () => T): Promise<T> {
    await undefined;
    if (this.hasCrashed || !this.isRunning) throw new Error('Protocol error (Runtime.callFunctionOn): Target closed');
    return work();
  }

  getState = () => this.answer((): unknown => this.state);
  account = () => (this.isReady ? OWN.replace('@c.us', '') : null);
  pair = (phone: string) => this.answer(() => void (phone.startsWith('0') ? refuse('rate-overlimit') : this.emit('code', 'ABCD1234')));
  numberId = (phone: string) => this.answer(() => (this.network.strangers.has(phone) ? null : phone));
  names = (id: string): Promise<Names> => this.answer(() => this.network.names.get(id) ?? {});

  sendMessage = (chat: string, saying: Saying) =>
    this.answer(() => {
      const { fate } = this.network;
      if (typeof fate === 'object') refuse(fate.throws);
      this.network.sent.push({ chat, saying });
      if (fate === 'undefined') return null;
      const message = this.network.put({ fromMe: true, chat, body: saying.text ?? '', over: { ack: 0 } });
      if (fate === 'taken' || fate === 'undefined and taken') setImmediate(() => this.network.ack(message, 1));
      if (fate === 'refused') setImmediate(() => this.network.ack(message, -1));
      return fate === 'undefined and taken' ? null : structuredClone(message);
    });

  react = (ids: readonly string[], emoji: string) =>
    this.answer(() => {
      const known = this.network.messages.some(({ id }) => ids.includes(id._serialized));
      if (known) this.network.said.push(`reaction ${emoji}`);
      return known;
    });

  sendSeen = (chat: string) => this.answer(() => void this.network.said.push(`seen ${chat}`));
  sendTyping = (chat: string) => this.answer(() => void this.network.said.push(`typing ${chat}`));

  chatsSince = (seconds: number) =>
    this.answer(() => [...new Set(this.network.messages.filter(({ timestamp }) => timestamp >= seconds).map(({ id }) => id.remote))]);

  messagesIn = (chat: string, most: number) =>
    this.answer(() => structuredClone(this.network.messages.filter(({ id }) => id.remote === chat).slice(-most)));

  download = (id: string, most: number) =>
    this.answer(() => {
      const file = this.network.files.get(id) ?? null;
      return file && (file.size ?? 0) > most ? ('too_large' as const) : file;
    });

  logout = () =>
    this.answer(() => {
      this.network.isLinked = false;
      this.emit('disconnected', 'LOGOUT');
    });

  async destroy(): Promise<void> {
    this.isRunning = false;
    this.isReady = false;
  }
}

function refuse(says: string): never {
  throw new Error(says);
}
