import { io, type Socket } from 'socket.io-client';
import { cookieOf } from '../support/browser';
import { serve } from '../support/child';
import { agentEmail } from '../support/furnish';

export interface Listening {
  readonly url: string;
  /** How many web apps are open, by so many agents in turn. */
  readonly sockets: number;
  readonly agents: number;
  /** The open chat of each, in turn; null: they narrow nothing. */
  readonly chats: readonly string[] | null;
}

const sockets: Socket[] = [];
let shown: [string, number][] = [];
let bytes = 0;

export const answers = serve({
  /** Web apps that are open: each shows its agent's own tickets, the counts, and one chat. */
  async open({ url, sockets: many, agents, chats }: Listening): Promise<void> {
    const cookies: string[] = [];
    for (let n = 0; n < agents; n++) cookies.push(await cookieOf(url, agentEmail(n)));
    for (let n = 0; n < many; n++) {
      const socket = io(url, {
        transports: ['websocket'],
        forceNew: true,
        extraHeaders: { origin: url, cookie: cookies[n % agents] ?? '' },
      });
      await new Promise<void>((resolve, reject) => socket.once('hello', () => resolve()).once('connect_error', reject));
      if (chats) await socket.emitWithAck('watch', { lists: [{ assignee: 'me' }], chats: [chats[n % chats.length]], counts: true });
      socket.io.engine.on('packet', ({ data }) => {
        bytes += Buffer.byteLength(String(data ?? ''));
      });
      socket.on('message.created', ({ providerMessageId }) => void shown.push([providerMessageId, Date.now()]));
      sockets.push(socket);
    }
  },
  /** What has come since this was asked last: when each message was shown, by its provider's id. */
  shown() {
    const all = { shown, bytes };
    shown = [];
    bytes = 0;
    return all;
  },
  close: (): void => sockets.splice(0).forEach((socket) => void socket.disconnect()),
});
export type LiveAnswers = typeof answers;
