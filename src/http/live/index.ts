import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import { Server, type Socket } from 'socket.io';
import { whoIs } from '../../actions/agents/who-is';
import type { Announcement } from '../../domain/events';
import { iso } from '../present/time';
import { VERSION } from '../version';
import { countsTold } from './counts';
import { comerOf, type GateNeeds, gate } from './gate';
import { gathering, type Round } from './gathering';
import type { Later } from './later';
import { tell } from './tell';
import type { Viewer } from './viewers';
import { answerWatch } from './watching';

const ROUND = 50;
const LOOK_AGAIN = 60_000;
const LARGEST = 64 * 1024;

export interface Live {
  /** Serves `/socket.io` on this server. */
  attach(server: HttpServer, app: Express): void;
  /** Something about this agent's sessions may have changed: sockets whose session is over are closed. */
  lookAgain(agentId: string): Promise<void>;
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
  const { desk, config, later } = needs;
  const viewers = new Map<string, Viewer>();
  const lines = new Set<Duplex>();
  const io = new Server({ serveClient: false, maxHttpBufferSize: LARGEST, perMessageDeflate: false, transports: ['websocket', 'polling'] });
  const all = (): Viewer[] => [...viewers.values()];
  const emit = (sockets: readonly string[], name: string, payload: unknown): void => {
    if (sockets.length > 0) io.to([...sockets]).emit(name, payload);
  };
  const counts = countsTold({ desk, later, viewers: all, emit });
  const rounds = gathering(later, ROUND, (round) =>
    tellRound(round).catch((cause: unknown) => desk.log.error('a round was not told', { cause })),
  );

  async function tellRound(round: Round): Promise<void> {
    await tell({ desk, house: await desk.house.refresh(), viewers: all(), emit }, round);
    if (round.tickets.size > 0) counts.changed();
  }

  /** Ends what has no session any more; knows anew who the others are. */
  async function look(some: readonly Viewer[]): Promise<void> {
    const people = new Map<string, ReturnType<typeof whoIs>>();
    for (const viewer of some) {
      const asked = people.get(viewer.token) ?? whoIs(desk, viewer);
      people.set(viewer.token, asked);
      const person = await asked;
      if (person) viewer.person = person;
      else io.in(viewer.id).disconnectSockets(true);
    }
  }

  let looking: Promise<void> = Promise.resolve();
  let cancelLook: () => void = () => undefined;
  const lookNow = (some: readonly Viewer[]): Promise<void> => {
    looking = look(some).catch((cause: unknown) => desk.log.error('sessions of sockets were not looked at', { cause }));
    return looking;
  };
  const lookLater = (): void => {
    cancelLook = later(LOOK_AGAIN, () => void lookNow(all()).then(lookLater));
  };
  const deaf = desk.bus.listen((announcements: readonly Announcement[]) => {
    if (viewers.size > 0) rounds.add(announcements);
  });

  io.use(async (socket, next) => {
    try {
      const { token, person } = await comerOf({ desk, config }, socket.request as Request);
      socket.data = { id: socket.id, token, person, watch: null, counts: null } satisfies Viewer;
      next();
    } catch (error) {
      next(error instanceof Error ? error : new Error('refused'));
    }
  });
  io.on('connection', (socket: Socket) => {
    const viewer: Viewer = socket.data;
    viewers.set(socket.id, viewer);
    socket.on('disconnect', () => viewers.delete(socket.id));
    socket.on('watch', (asked: unknown, answer: unknown) => answerWatch(viewer, asked, answer));
    socket.emit('hello', { serverTime: iso(desk.clock.now()), version: VERSION });
  });

  return {
    attach(server, app) {
      server.on('upgrade', (_request, line) => {
        lines.add(line);
        line.once('close', () => lines.delete(line));
      });
      io.attach(server, { path: '/socket.io' });
      io.engine.use(gate(needs, app));
      lookLater();
    },
    lookAgain: (agentId) => lookNow(all().filter(({ person }) => person.id === agentId)),
    async close() {
      deaf();
      cancelLook();
      io.engine.close();
      await Promise.all([rounds.stop(), counts.stop(), looking]);
    },
    cut: () => lines.forEach((line) => void line.destroy()),
  };
}
