import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { keyOf, type Page, visitorBy } from '../../actions/webchat/visitors';
import type { Announcement } from '../../domain/events';
import type { Channel, Visitor } from '../../ports/store';
import type { HttpConfig } from '../http-config';
import { SOCKETS as DESK_SOCKETS } from '../live';
import type { Later } from '../live/later';
import { type Arrival, arrivalOf, mayStay, PROTOCOL, refuse } from './arrival';
import { attendance } from './attendance';
import { pageKinds } from './doorway';
import { groups } from './groups';
import { type Listener, listenerOf, sayBye, TOO_MANY } from './listener';
import type { Rates } from './rates';
import { hearWord } from './words';

const LARGEST = 4096;
/** How often every socket is looked at: whether its page may still be there, and whether it answers. */
const LOOKED_AFTER = 30_000;
const SOCKETS = { visitor: 6, place: 60 } as const;
const LEAVING = 1001;

export interface Pages {
  /** Serves the sockets of pages on this server, and sends away who comes to no door at all. */
  attach(server: Server, app: Express): void;
  /** Something was written by this person, which their other pages are to show. */
  changed(page: Page, visitor: Visitor): void;
  /** Whether somebody is there to answer. */
  isAttended(channel: Channel): Promise<boolean>;
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
  readonly rates: Rates;
  readonly stopping: { readonly yes: boolean };
}

/** What happens in their chats, told to the pages that visitors have open. */
export function openPages(needs: PagesNeeds): Pages {
  const { desk, later, rates } = needs;
  const options = { noServer: true, maxPayload: LARGEST, perMessageDeflate: false, clientTracking: false };
  const door = new WebSocketServer({ ...options, handleProtocols: () => PROTOCOL });
  const listeners = new Set<Listener>();
  const places = new Map<string, number>();
  const attended = attendance(desk);
  const all = groups({ ...needs, attended });
  const kinds = pageKinds(desk);
  let cancel = (): void => undefined;

  const welcome = async (socket: WebSocket, arrival: Arrival): Promise<void> => {
    const known = await visitorBy(desk, arrival.page.channel.id, arrival.token);
    if (!known) return sayBye(socket);
    if (socket.readyState !== socket.OPEN) return;
    const theirs = [...listeners].filter(({ visitor }) => visitor.id === known.visitor.id);
    if (theirs.length >= SOCKETS.visitor) return socket.close(TOO_MANY);
    const listener = listenerOf(arrival, known.visitor, socket);
    listeners.add(listener);
    socket.on('close', () => {
      listeners.delete(listener);
      all.leave(listener);
    });
    socket.on('pong', () => {
      listener.answers = true;
    });
    socket.on('message', (data) => {
      hearWord(needs, listener, String(data)).catch((cause: unknown) => desk.log.warn('a page was not heard', { cause: String(cause) }));
    });
    await all.join(listener);
  };

  const come = (socket: WebSocket, arrival: Arrival): void => {
    const { place } = arrival;
    places.set(place, (places.get(place) ?? 0) + 1);
    socket.once('close', () => {
      const left = (places.get(place) ?? 1) - 1;
      if (left > 0) places.set(place, left);
      else places.delete(place);
    });
    socket.on('error', () => socket.terminate());
    welcome(socket, arrival).catch((cause: unknown) => {
      desk.log.error('a page was not let in', { cause: String(cause) });
      socket.close(LEAVING);
    });
  };

  const look = async (): Promise<void> => {
    await desk.house.refresh();
    for (const listener of [...listeners]) {
      if (!listener.answers) listener.socket.terminate();
      else if (!(await mayStay(needs, listener))) listener.bye();
      else {
        Object.assign(listener, { answers: false, words: 0 });
        listener.socket.ping();
      }
    }
    all.lookAgain();
  };
  const lookLater = (): void => {
    cancel = later(LOOKED_AFTER, () => {
      look()
        .catch((cause: unknown) => desk.log.error('pages were not looked after', { cause: String(cause) }))
        .finally(lookLater);
    });
  };
  const deafen = desk.bus.listen((announcements) => {
    if (announcements.some(({ name }) => name === 'agent.presence_changed')) attended.forget();
    if (listeners.size > 0) for (const one of announcements) ring(all, one);
  });

  return {
    attach(server, app) {
      if (kinds.length > 0) lookLater();
      server.on('upgrade', (raw: IncomingMessage, line: Duplex, head: Buffer) => {
        const arrival = arrivalOf(needs, kinds, raw, app);
        if (arrival === null) return raw.url?.startsWith(DESK_SOCKETS) ? undefined : void line.destroy();
        if (typeof arrival === 'number') return refuse(line, arrival);
        if ((places.get(arrival.place) ?? 0) >= SOCKETS.place || isTooOften(rates, arrival)) return refuse(line, 429);
        door.handleUpgrade(raw, line, head, (socket) => come(socket, arrival));
      });
    },
    changed: (page, visitor) => all.changed(page, keyOf(page, visitor)),
    isAttended: attended.of,
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

function isTooOften(rates: Rates, { request }: Arrival): boolean {
  try {
    rates.count('listen', { address: request.ip ?? '' });
    return false;
  } catch {
    return true;
  }
}

function ring(all: ReturnType<typeof groups>, one: Announcement): void {
  if (one.name === 'customer.typed_to') all.typed(one.channelId ?? '', one.id);
  else if (one.name === 'agent.presence_changed') all.attendedAgain();
  else if (one.chatId !== undefined) all.rang(one.chatId);
}
