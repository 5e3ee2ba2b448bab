import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import { Server, type Socket } from 'socket.io';
import { isPersonal, isPublic, type Personal } from '../../domain/events';
import { comerOf } from '../comer';
import { iso } from '../present/time';
import { problemOf } from '../problems';
import { VERSION } from '../version';
import { type Attending, attending } from './attending';
import { comings } from './coming';
import { countsTold } from './counts';
import { type GateNeeds, gate } from './gate';
import { gathering, type Round } from './gathering';
import { type Here, whoIsHere } from './here';
import { houseTold } from './house-told';
import type { Later } from './later';
import { sessionsOf } from './sessions';
import { tell } from './tell';
import { tellPersonal } from './tell-personal';
import type { Emit, Viewer } from './viewers';
import { answerWatch } from './watching';

/** How long announcements are gathered before they are told. */
const ROUND = 50;
const LARGEST = 64 * 1024;
export const SOCKETS = '/socket.io';

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
  const emit: Emit = (sockets, name, payload) => {
    if (sockets.length > 0) io.to([...sockets]).emit(name, payload);
  };
  const here = whoIsHere({ ...needs, emit });
  const telling = tellTo(needs, viewers, emit, here);
  const house = houseTold({ ...needs, viewers: () => [...viewers.values()], emit });
  const people = () => [...viewers.values()].flatMap(({ person, bearer }) => (bearer ? [] : [person.id]));
  const attended = attending({ ...needs, here: () => [...new Set(people())] });
  welcome(needs, io, viewers, { attended, here });
  return {
    attach(server, app) {
      server.on('upgrade', (_request, line) => {
        lines.add(line);
        // Nobody listens to it before it is a socket: its error would end the process.
        line.on('error', () => line.destroy());
        line.once('close', () => lines.delete(line));
      });
      // Upgrades elsewhere are others' to answer (`openPages`).
      io.attach(server, { path: SOCKETS, destroyUpgrade: false });
      io.engine.use(gate(needs, app));
      sessions.start();
      attended.start();
      house.start();
    },
    lookAgain: sessions.look,
    isWatching: (agentId) => [...viewers.values()].some(({ person }) => person.id === agentId),
    async close() {
      io.engine.close();
      here.stop();
      await Promise.all([telling.stop(), sessions.stop(), attended.stop(), house.stop()]);
    },
    cut: () => lines.forEach((line) => void line.destroy()),
  };
}

interface Guests {
  readonly attended: Attending;
  readonly here: Here;
}

/** Whoever was let in is somebody; from then on they hear what is announced. */
function welcome({ desk, config }: LiveNeeds, io: Server, viewers: Map<string, Viewer>, { attended, here }: Guests): void {
  io.use((socket, next) => {
    comerOf({ desk, config }, socket.request as Request).then(
      ({ token, bearer, person }) => {
        socket.data = { id: socket.id, token, bearer, person, watch: null, counts: null } satisfies Viewer;
        next();
      },
      (error: unknown) => next(new Error(problemOf(error, '').code)),
    );
  });
  io.on('connection', (socket: Socket) => {
    const viewer: Viewer = socket.data;
    viewers.set(socket.id, viewer);
    attended.came();
    const place = comings({ desk, here }, viewer);
    socket.on('disconnect', () => {
      viewers.delete(socket.id);
      attended.left();
      place.end();
    });
    socket.on('watch', (asked: unknown, answer: unknown) => answerWatch(viewer, asked, answer));
    socket.on('here', place.hear);
    socket.emit('hello', { serverTime: iso(desk.clock.now()), version: VERSION });
  });
}

/** Nothing is gathered, and nothing read, while nobody listens. */
function tellTo({ desk, later }: LiveNeeds, viewers: ReadonlyMap<string, Viewer>, emit: Emit, here: Here): { stop(): Promise<void> } {
  const all = (): Viewer[] => [...viewers.values()];
  const counts = countsTold({ desk, later, viewers: all, emit });
  const tellRound = async (round: Round): Promise<void> => {
    await tell({ desk, house: await desk.house.refresh(), viewers: all(), emit }, round);
    await here.lookAgain([...round.tickets.keys()]);
    if (round.tickets.size > 0) counts.changed();
  };
  const rounds = gathering(later, ROUND, (round) =>
    tellRound(round).catch((cause: unknown) => desk.log.error('a round was not told', { cause })),
  );
  const tellOne = (one: Personal): void => {
    if (one.name !== 'draft.changed') counts.changed();
    tellPersonal({ desk, viewers: all(), emit }, one).catch((cause: unknown) => desk.log.error('an agent was not told', { cause }));
  };
  const deafen = desk.bus.listen((announcements) => {
    if (viewers.size === 0) return;
    rounds.add(announcements.filter(isPublic));
    for (const one of announcements.filter(isPersonal)) tellOne(one);
    for (const { name, id } of announcements) if (name === 'customer.typed') here.customerTyped(id);
  });
  return {
    async stop() {
      deafen();
      await rounds.stop();
      await counts.stop();
    },
  };
}
