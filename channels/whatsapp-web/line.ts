import type { LineGiven, LineState, LineWish, OpenLine } from '../../src/ports/channel';
import { objectOf, timeOf } from '../common/json';
import { type MakeClient, NoBrowser, type WebClient } from './client';
import { listen } from './listen';
import { fetchMissed } from './missed';
import { forget } from './session';
import { type Speaking, speaking } from './speaking';
import { ENDS, type End, endBy, endOf, STARTING, waitBefore } from './states';
import { telling } from './telling';
import { TooLong, within } from './time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How long a step may take of which events tell; between pictures 20 s pass, between codes three minutes. */
const STEP = 4 * MINUTE;
const LOAD = 2 * MINUTE;
const LOOKED_AFTER = 30 * SECOND;
const ANSWERS_WITHIN = 15 * SECOND;
/** So many looks in a row without a connection, and it begins anew. */
const UNCONNECTED_LOOKS = 6;
const QR_HOLDS = 60 * SECOND;
const CODE_HOLDS = 3 * MINUTE;
/** Clocks differ: what was written this much before the line was ready is taken for fresh. */
const FRESH = 15 * SECOND;
const LOGOUT_WITHIN = 20 * SECOND;

/** The line of this kind: what `send` and the gestures find as `Outside.line`. */
export interface WebLine extends OpenLine {
  readonly speaking: Speaking;
  /** null while it is not ready. */
  client(): WebClient | null;
}

export const isWebLine = (line: OpenLine | undefined): line is WebLine => line !== undefined && 'speaking' in line;

/** One start of the library, from its first sign to its end. */
interface Session {
  readonly client: WebClient;
  over: boolean;
  readyAt: number | null;
  isPairing: boolean;
  unconnected: number;
  callOff: () => void;
}

/**
 * A session of WhatsApp Web, kept alive: started, watched, started again when it is lost, with longer and longer waits. The library
 * tells `ready` several times and says nothing of a crash: neither makes a difference here.
 */
export function openWebLine(make: MakeClient, given: LineGiven): WebLine {
  let session: Session | null = null;
  let closed = false;
  let tries = 0;
  let phone: string | null = null;
  let callOffRetry = (): void => undefined;
  let doing: Promise<unknown> = Promise.resolve();
  let told: LineState | null = null;

  const client = (): WebClient | null => (session?.readyAt == null ? null : session.client);
  const words = telling(given, { client, overflowed: () => session && lose(session, ENDS.lost) });
  const voice = speaking(given, client);

  /** Starts and ends follow each other: there is never a second browser on a session's folder. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = doing.then(work);
    doing = done.catch((cause) => given.log('error', 'a line could not be brought further', { cause: String(cause) }));
    return done;
  };
  const tell = (state: LineState): void => {
    if (closed || (told && JSON.stringify(told) === JSON.stringify(state))) return;
    told = state;
    given.tell(state);
  };

  const begin = (): Promise<void> =>
    inTurn(async () => {
      if (closed || session) return;
      tell(STARTING);
      try {
        const made = await make({ folder: await given.folder(), chromePath: given.chromePath });
        if (!closed) start(made);
      } catch (cause) {
        after(cause instanceof NoBrowser ? ENDS.no_browser : endBy(cause));
      }
    });

  const start = (made: WebClient): void => {
    const now: Session = { client: made, over: false, readyAt: null, isPairing: false, unconnected: 0, callOff: () => undefined };
    session = now;
    const only =
      <Args extends unknown[]>(work: (...args: Args) => void) =>
      (...args: Args) => {
        if (!now.over) work(...args);
      };
    attach(now, only);
    expectWithin(now, LOAD);
    made.initialize().catch(only((cause: unknown) => lose(now, endBy(cause))));
  };

  const attach = (now: Session, only: <Args extends unknown[]>(work: (...args: Args) => void) => (...args: Args) => void): void => {
    const on = (event: string, work: (...args: unknown[]) => void) => now.client.on(event, only(work));
    on('qr', (qr) => showPicture(now, String(qr)));
    on('code', (code) => showCode(now, String(code)));
    on('loading_screen', () => now.readyAt === null && expectWithin(now, STEP));
    on('authenticated', () => now.readyAt === null && isPaired(now));
    on('ready', () => now.readyAt === null && isReady(now));
    on('auth_failure', () => lose(now, ENDS.logged_out));
    on('disconnected', (reason) => lose(now, endOf(reason)));
    on('broken', (cause) => lose(now, endBy(cause)));
    listen({ on, tell: words.tell, speaking: voice, isMissed: (message) => isMissed(now, message) });
  };

  /** What is told late of a time when nobody was here. */
  const isMissed = ({ readyAt }: Session, message: unknown): boolean => {
    const written = timeOf(objectOf(message).timestamp);
    return written !== null && readyAt !== null && words.heardUpTo() !== null && written < readyAt - FRESH;
  };

  /** Whoever says nothing for so long is taken for dead. */
  const expectWithin = (now: Session, ms: number): void => {
    now.callOff();
    now.callOff = given.after(ms, () => now.over || lose(now, ENDS.unreachable));
  };

  const showPicture = (now: Session, qr: string): void => {
    now.isPairing = true;
    expectWithin(now, STEP);
    if (phone !== null && told?.pairingCode) return;
    tell({ status: 'pairing', code: told?.code === 'pairing_refused' ? told.code : null, says: null, qr, until: given.now() + QR_HOLDS });
    if (phone !== null) askForCode(now, phone);
  };
  const askForCode = (now: Session, number: string): void => {
    within(given, MINUTE, now.client.pair(number)).catch((cause: unknown) => {
      given.log('warn', 'no pairing code came', { cause: cause instanceof TooLong ? 'too late' : 'refused' });
      phone = null;
      if (!now.over && told?.status === 'pairing')
        tell({
          ...told,
          code: 'pairing_refused',
          says: 'WhatsApp gave no code for this number. Look at it again, wait some minutes, or scan the picture.',
        });
    });
  };
  const showCode = (now: Session, pairingCode: string): void => {
    now.isPairing = true;
    expectWithin(now, STEP);
    tell({ status: 'pairing', code: null, says: null, pairingCode, until: given.now() + CODE_HOLDS });
  };
  const isPaired = (now: Session): void => {
    now.isPairing = false;
    phone = null;
    expectWithin(now, STEP);
    tell(STARTING);
  };

  const isReady = (now: Session): void => {
    now.isPairing = false;
    now.readyAt = given.now();
    tries = 0;
    phone = null;
    tellReady(now);
    watch(now);
    fetchMissed(given, now.client, words, voice)
      .then(async (count) => {
        await words.settled();
        if (now.over) return;
        words.caughtUp();
        if (count > 0) given.log('info', 'what was missed was fetched', { count });
      })
      .catch((cause: unknown) => now.over || lose(now, endBy(cause)));
  };
  const tellReady = (now: Session): void => tell({ status: 'ready', code: null, says: null, account: now.client.account() });

  /** Of a crashed page nothing tells: it is asked, and has to answer. */
  const watch = (now: Session): void => {
    now.callOff();
    now.callOff = given.after(LOOKED_AFTER, () => {
      within(given, ANSWERS_WITHIN, Promise.resolve(now.client.getState())).then(
        (state) => now.over || saw(now, state),
        () => now.over || lose(now, ENDS.crashed),
      );
    });
  };
  const saw = (now: Session, state: unknown): void => {
    now.unconnected = state === 'CONNECTED' ? 0 : now.unconnected + 1;
    if (now.unconnected >= UNCONNECTED_LOOKS) {
      lose(now, ENDS.lost);
      return;
    }
    if (now.unconnected === 0) tellReady(now);
    else tell({ ...ENDS.lost.state, retryAt: given.now() + LOOKED_AFTER });
    watch(now);
  };

  /** The session is over: by itself, or by what it came to. */
  const lose = (now: Session, end: End): void => {
    if (now.over) return;
    void inTurn(() => finish(now, end.wipes === true)).then(
      () => after(end),
      () => after(end),
    );
    put(now);
  };
  const put = (now: Session): void => {
    if (now.over) return;
    now.over = true;
    now.callOff();
    if (now.readyAt !== null) words.missing();
    voice.lost();
  };
  const finish = async (now: Session, wipes = false): Promise<void> => {
    await now.client.destroy().catch((cause) => given.log('error', 'a browser could not be ended', { cause: String(cause) }));
    if (wipes) await forget(await given.folder());
    if (session === now) session = null;
  };
  const after = (end: End): void => {
    if (closed) return;
    if (end.wait === undefined) {
      tell(end.state);
      return;
    }
    const wait = waitBefore(end.wait, tries++, given.random());
    tell({ ...end.state, retryAt: given.now() + wait });
    callOffRetry();
    callOffRetry = given.after(wait, () => void begin());
  };

  const stop = (): Promise<void> => {
    callOffRetry();
    if (session) put(session);
    return inTurn(async () => {
      // One that was just being made when it was asked to stop.
      if (session) put(session);
      if (session) await finish(session);
    });
  };
  const restart = async (): Promise<void> => {
    await stop();
    tries = 0;
    await begin();
  };
  const logOut = async (): Promise<void> => {
    const connected = client();
    if (connected)
      await within(given, LOGOUT_WITHIN, connected.logout()).catch(() => given.log('warn', 'the phone still shows this device'));
    await stop();
    await inTurn(async () => forget(await given.folder()));
  };

  void begin();
  return {
    speaking: voice,
    client,
    async wish(wish: LineWish) {
      if (wish.type === 'pair' && client()) throw new TypeError('A phone is linked already: log out first.');
      phone = wish.type === 'pair' ? wish.phone.replace(/\D/g, '') : null;
      if (wish.type === 'log_out') return logOut().then(() => after(ENDS.logged_out));
      if (wish.type === 'pair' && session?.isPairing) return askForCode(session, phone ?? '');
      return restart();
    },
    async close({ forGood = false } = { forGood: false }) {
      if (closed) return doing.then(() => undefined);
      if (forGood) await logOut();
      closed = true;
      await stop();
      await words.stop().catch((cause: unknown) => given.log('warn', 'how far a line came could not be kept', { cause: String(cause) }));
    },
  };
}
