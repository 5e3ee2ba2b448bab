import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { threadsOf } from '../../actions/webchat/following';
import { seen } from '../../actions/webchat/hand-in';
import { keyOf, type Page, visitorBy } from '../../actions/webchat/visitors';
import type { Announcement } from '../../domain/events';
import type { Visitor } from '../../ports/store';
import type { HttpConfig } from '../http-config';
import { SOCKETS as LIVE_SOCKETS } from '../live';
import type { Later } from '../live/later';
import { problemOf } from '../problems';
import { type PageKind, pageIn, pageKinds, siteOf } from './doorway';
import { groups } from './groups';
import { placeOf } from './rates';

const PROTOCOL = 'relaydesk.v1';
const LARGEST = 4096;
const ROUND = 50;
/** How often every socket is looked at: whether its page may still be there, and whether it answers. */
const LOOKED_AFTER = 30_000;
const SOCKETS = { visitor: 6, address: 60 } as const;
/** In half a minute. */
const MOST_WORDS = 120;
const OVER = 4401;
const TOO_MANY = 4429;
const LEAVING = 1001;

export interface Pages {
  /** Serves the sockets of pages on this server, and sends away who comes to no door at all. */
  attach(server: Server, app: Express): void;
  /** Something was written by this person, which their other pages are to show. */
  changed(page: Page, visitor: Visitor): void;
  /** This visitor is nobody any more. */
  end(visitorId: string): void;
  /** Tells every page to come back elsewhere; resolves when nothing is read any more. */
  close(): Promise<void>;
}

interface PagesNeeds {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly intake: Pick<Intake, 'submit'>;
  readonly later: Later;
  readonly stopping: { readonly yes: boolean };
}

/** One page with its socket. */
export interface Listener {
  readonly page: ReturnType<typeof pageIn>;
  readonly visitor: Visitor;
  readonly token: string;
  readonly request: Request;
  readonly place: string;
  tell(word: unknown): void;
  /** Says that the session is over. */
  bye(): void;
  readonly socket: WebSocket;
  answers: boolean;
  words: number;
}

/** What happens in their chats, told to the pages that visitors have open. */
export function openPages(needs: PagesNeeds): Pages {
  const { desk, later } = needs;
  const door = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => PROTOCOL,
  });
  const listeners = new Set<Listener>();
  const all = groups({ ...needs, round: ROUND });
  const kinds = pageKinds(desk);
  let cancel = (): void => undefined;

  const come = async (socket: WebSocket, arrival: Arrival): Promise<void> => {
    const { page, token, request, place } = arrival;
    const known = await visitorBy(desk, page.channel.id, token);
    const bye = (code: number) => {
      socket.send(JSON.stringify({ type: 'bye' }));
      socket.close(code);
    };
    if (!known) return bye(OVER);
    if (countOf(listeners, ({ visitor }) => visitor.id === known.visitor.id) >= SOCKETS.visitor) return socket.close(TOO_MANY);
    const listener: Listener = {
      page,
      visitor: known.visitor,
      token,
      request,
      place,
      socket,
      tell: (word) => socket.send(JSON.stringify(word)),
      bye: () => bye(OVER),
      answers: true,
      words: 0,
    };
    if (socket.readyState !== socket.OPEN) return;
    listeners.add(listener);
    socket.on('close', () => {
      listeners.delete(listener);
      all.leave(listener);
    });
    socket.on('pong', () => {
      listener.answers = true;
    });
    socket.on('message', (data) => {
      hear(needs, listener, String(data)).catch((cause: unknown) => desk.log.error('a page was not heard', { cause: String(cause) }));
    });
    await all.join(listener);
  };

  const look = async (): Promise<void> => {
    for (const listener of [...listeners]) {
      if (!listener.answers) listener.socket.terminate();
      else if (!(await mayStay(needs, listener))) listener.bye();
      else {
        listener.answers = false;
        listener.words = 0;
        listener.socket.ping();
      }
    }
    await all.lookAgain();
  };
  const lookLater = (): void => {
    cancel = later(LOOKED_AFTER, () => {
      look()
        .catch((cause: unknown) => desk.log.error('pages were not looked after', { cause: String(cause) }))
        .finally(lookLater);
    });
  };
  const deafen = desk.bus.listen((announcements) => {
    if (listeners.size > 0) for (const one of announcements) note(all, one);
  });

  return {
    attach(server, app) {
      if (kinds.length > 0) lookLater();
      server.on('upgrade', (raw: IncomingMessage, line: Duplex, head: Buffer) => {
        const arrival = arrivalOf(needs, kinds, raw, app);
        if (arrival === null) return raw.url?.startsWith(LIVE_SOCKETS) ? undefined : void line.destroy();
        if (typeof arrival === 'number') return refuse(line, arrival);
        if (countOf(listeners, ({ place }) => place === arrival.place) >= SOCKETS.address) return refuse(line, 429);
        door.handleUpgrade(raw, line, head, (socket) => {
          socket.on('error', () => socket.terminate());
          come(socket, arrival).catch((cause: unknown) => {
            desk.log.error('a page was not let in', { cause: String(cause) });
            socket.close(LEAVING);
          });
        });
      });
    },
    changed: (page, visitor) => all.changed(page, keyOf(page, visitor)),
    end(visitorId) {
      for (const listener of listeners) if (listener.visitor.id === visitorId) listener.bye();
    },
    async close() {
      deafen();
      cancel();
      for (const { socket } of listeners) socket.close(LEAVING);
      await all.stop();
    },
  };
}

const countOf = (listeners: ReadonlySet<Listener>, is: (one: Listener) => boolean): number => [...listeners].filter(is).length;

function note(all: ReturnType<typeof groups>, one: Announcement): void {
  if (one.name === 'customer.typed_to') all.typed(one.channelId ?? '', one.id);
  else if (one.name === 'agent.presence_changed') all.attendedAgain();
  else if (one.chatId !== undefined) all.rang(one.chatId);
}

interface Arrival {
  readonly page: ReturnType<typeof pageIn>;
  readonly token: string;
  readonly request: Request;
  readonly place: string;
}

/** Who comes, and from where; a status with which they are sent away, or null for whom this door is not. */
function arrivalOf(
  { desk, config, stopping }: PagesNeeds,
  kinds: readonly PageKind[],
  raw: IncomingMessage,
  app: Express,
): Arrival | number | null {
  const path = (raw.url ?? '').split('?')[0] ?? '';
  const kind = kinds.find((one) => path.startsWith(`${one.page.path}/`));
  const channelId = kind && /^\/([\w-]{1,64})\/live$/.exec(path.slice(kind.page.path.length))?.[1];
  if (!kind) return null;
  if (!channelId) return 404;
  if (stopping.yes) return 503;
  const request = Object.setPrototypeOf(raw, app.request) as Request;
  const [protocol, token] = (raw.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  try {
    const page = pageIn(desk.house.current(), kind, channelId);
    siteOf(request, page, config);
    if (protocol !== PROTOCOL || !token) return 400;
    return { page, token, request, place: placeOf(request.ip ?? '') };
  } catch (error) {
    return problemOf(error, '').status;
  }
}

function refuse(line: Duplex, status: number): void {
  line.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Its session, its channel and its site are as they were let in. */
async function mayStay({ desk, config }: PagesNeeds, { page, token, request }: Listener): Promise<boolean> {
  try {
    const now = pageIn(await desk.house.refresh(), page.kind, page.channel.id);
    siteOf(request, now, config);
    return (await visitorBy(desk, page.channel.id, token)) !== null;
  } catch {
    return false;
  }
}

/** What a page says by its socket; what is none of it is nothing. */
async function hear(needs: PagesNeeds, listener: Listener, data: string): Promise<void> {
  listener.words += 1;
  if (listener.words > MOST_WORDS) return listener.socket.close(TOO_MANY);
  const word = parsed(data);
  if (word.type === 'ping') listener.tell({ type: 'pong' });
  if (word.type === 'typing') return typed(needs, listener);
  if (word.type !== 'seen' || typeof word.rev !== 'string' || word.rev.length > LARGEST / 2) return;
  if (!(await mayStay(needs, listener))) return listener.bye();
  await seen(needs, listener.page, listener.visitor, word.rev).catch((cause: unknown) =>
    needs.desk.log.warn('a receipt was lost', { cause: String(cause) }),
  );
}

/** Shows those who look at the ticket that its customer writes. */
async function typed({ desk }: PagesNeeds, { page, visitor }: Listener): Promise<void> {
  const threads = await threadsOf(desk, page, visitor);
  const ids = threads.flatMap(({ ticketId }) => ticketId ?? []);
  if (ids.length > 0) desk.bus.announce(ids.map((id) => ({ name: 'customer.typed', id, ticketId: id })));
}

function parsed(data: string): { readonly type?: unknown; readonly rev?: unknown } {
  try {
    const word: unknown = JSON.parse(data);
    return typeof word === 'object' && word !== null ? word : {};
  } catch {
    return {};
  }
}
