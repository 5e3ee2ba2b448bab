import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { Client } from './client';

interface Heard {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
  readonly payload: any;
}

export type Transport = 'websocket' | 'polling';

/** A web app's socket, with everything that it has heard. */
export class Listener {
  readonly heard: Heard[] = [];
  /** Resolves when the socket is closed, with why. */
  readonly closed: Promise<string>;

  constructor(readonly socket: Socket) {
    this.closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.onAny((name, payload) => this.heard.push({ name, payload }));
  }

  names = (): string[] => this.heard.map(({ name }) => name).filter((name) => name !== 'hello');
  /** What came under this name, oldest first. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
  of = (name: string): any[] => this.heard.filter((one) => one.name === name).map(({ payload }) => payload);
  watch = (asked: unknown) => this.socket.timeout(5000).emitWithAck('watch', asked);
  forget = (): void => void this.heard.splice(0);

  /** The next of this name, or the one that came already. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
  async next(name: string): Promise<any> {
    const [known] = this.of(name);
    return known ?? (await once(this.socket as never, name))[0];
  }

  /** Everything that was sent to this socket before now has come. */
  caughtUp = async (): Promise<void> => void (await this.socket.timeout(5000).emitWithAck('watch', 'nothing that is taken'));
}

/** A socket by this client's session; rejects with what refused it. */
export async function listenAs(
  client: Client,
  { transport = 'websocket', headers = {}, reconnection = false }: { transport?: Transport; headers?: object; reconnection?: boolean } = {},
): Promise<Listener> {
  const socket = io(client.url, {
    transports: [transport],
    extraHeaders: { origin: client.url, cookie: client.cookie, ...headers },
    forceNew: true,
    reconnection,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
  });
  const listener = new Listener(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('hello', () => resolve());
    socket.once('connect_error', (error) => {
      if (!reconnection) socket.disconnect();
      reject(error);
    });
  });
  return listener;
}
