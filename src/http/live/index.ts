import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import { Server, type Socket } from 'socket.io';
import { iso } from '../present/time';
import { problemOf } from '../problems';
import { VERSION } from '../version';
import { type Attending, attending } from './attending';
import { countsTold } from './counts';
import { comerOf, type GateNeeds, gate } from './gate';
import { gathering, type Round } from './gathering';
import type { Later } from './later';
import { sessionsOf } from './sessions';
import { tell } from './tell';
import type { Emit, Viewer } from './viewers';
import { answerWatch } from './watching';

/** How long announcements are gathered before they are told. */
const ROUND = 50;
const LARGEST = 64 * 1024;

export interface Live {
  /** Serves `/socket.io` on this server. */
  attach(server: HttpServer, app: Express): void;
  /** Something about this agent's sessions may have changed: sockets whose session is over are closed. */
  lookAgain(agentId: string): Promise<void>;
  /** Whether this agent has a socket open here. */
  isWatching(agentId: string): boolean;
  /** Closes every socket in a way after which clients come back; resolves when nothing is read any more. */
  close(): Promise<void>;
  /** Cuts the lines of sockets that have not answered the close. */
  cut(): void;
}

interface LiveNeeds extends GateNeeds {
  readonly later: Later;
}

/**
 * What is announced, live, to who may see it.
 *
 * @see CONTRACT "Announced"
 */
export function openLive(needs: LiveNeeds): Live {
  const io = new Server({ serveClient: false, maxHttpBufferSize: LARGEST, perMessageDeflate: false, transports: ['websocket', 'polling'] });
  const viewers = new Map<string, Viewer>();
  const lines = new Set<Duplex>();
  const sessions = sessionsOf({ ...needs, viewers: () => [...viewers.values()], end: (id) => io.in(id).disconnectSockets(true) });
  const telling = tellTo(needs, io, viewers);
  const attended = attending({ ...needs, here: () => [...new Set([...viewers.values()].map(({ person }) => person.id))] });
  welcome(needs, io, viewers, attended);
  return {
    attach(server, app) {
      server.on('upgrade', (_request, line) => {
        lines.add(line);
        line.once('close', () => lines.delete(line));
      });
      io.attach(server, { path: '/socket.io' });
      io.engine.use(gate(needs, app));
      sessions.start();
      attended.start();
    },
    lookAgain: sessions.look,
    isWatching: (agentId) => [...viewers.values()].some(({ person }) => person.id === agentId),
    async close() {
      io.engine.close();
      await Promise.all([telling.stop(), sessions.stop(), attended.stop()]);
    },
    cut: () => lines.forEach((line) => void line.destroy()),
  };
}

/** Whoever was let in is somebody; from then on they hear what is announced. */
function welcome({ desk, config }: LiveNeeds, io: Server, viewers: Map<string, Viewer>, attended: Attending): void {
  io.use((socket, next) => {
    comerOf({ desk, config }, socket.request as Request).then(
      ({ token, person }) => {
        socket.data = { id: socket.id, token, person, watch: null, counts: null } satisfies Viewer;
        next();
      },
      (error: unknown) => next(new Error(problemOf(error, '').code)),
    );
  });
  io.on('connection', (socket: Socket) => {
    const viewer: Viewer = socket.data;
    viewers.set(socket.id, viewer);
    attended.came();
    socket.on('disconnect', () => {
      viewers.delete(socket.id);
      attended.left();
    });
    socket.on('watch', (asked: unknown, answer: unknown) => answerWatch(viewer, asked, answer));
    socket.emit('hello', { serverTime: iso(desk.clock.now()), version: VERSION });
  });
}

/** Nothing is gathered, and nothing read, while nobody listens. */
function tellTo({ desk, later }: LiveNeeds, io: Server, viewers: ReadonlyMap<string, Viewer>): { stop(): Promise<void> } {
  const all = (): Viewer[] => [...viewers.values()];
  const emit: Emit = (sockets, name, payload) => {
    if (sockets.length > 0) io.to([...sockets]).emit(name, payload);
  };
  const counts = countsTold({ desk, later, viewers: all, emit });
  const tellRound = async (round: Round): Promise<void> => {
    await tell({ desk, house: await desk.house.refresh(), viewers: all(), emit }, round);
    if (round.tickets.size > 0) counts.changed();
  };
  const rounds = gathering(later, ROUND, (round) =>
    tellRound(round).catch((cause: unknown) => desk.log.error('a round was not told', { cause })),
  );
  const deafen = desk.bus.listen((announcements) => {
    if (viewers.size > 0) rounds.add(announcements);
  });
  return {
    async stop() {
      deafen();
      await rounds.stop();
      await counts.stop();
    },
  };
}
